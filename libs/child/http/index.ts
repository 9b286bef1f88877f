export { ChildHttpModule } from './child.module';
export { ChildRequest } from './requests';
