export { FundingHttpModule } from './funding.module';
export { AgreementRequest } from './requests';
export { KnownChildren } from './known-children';
export { AgreementList } from './agreement-list';
export { FundingFacts } from './funding-facts-reader';
export type { AwaitFacts } from './funding-facts-reader';
export { WhoPays } from './who-pays';
export type { Step, WhoPaysAnswer, WhoPaysQuestion } from './who-pays';
