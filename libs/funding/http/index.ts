export { FundingHttpModule } from './funding.module';
export { AgreementRequest } from './requests';
export { FundingFacts } from './funding-facts-reader';
export type { AwaitFacts, FactsAsOf } from './funding-facts-reader';
export { WhoPays } from './who-pays';
