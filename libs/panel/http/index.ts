export { PanelHttpModule } from './panel.module';
export { Directory } from './directory';
export { AgencyRequest, PanelRequest, MeetingRequest, DecisionRequest } from './requests';
