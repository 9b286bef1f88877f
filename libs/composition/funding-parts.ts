import { Agreements, FundingSchedules } from '@accord/funding/application';
import { AgreementList, AgreementWorklist, FundingFacts, ScheduleList, ScheduleReader, WhoPays } from '@accord/funding/http';
import type { AgreementsOnRecord } from '@accord/funding/application';
import type { AwaitFacts } from '@accord/funding/http';
import type { CommandRunner } from '@accord/shared/commands';
import type { Vocabulary } from '@accord/shared/http';
import type { ReadStore } from '@accord/shared/read-store';
import { eventCatalogue } from './catalogue';
import { fundParts } from './fund-parts';

interface FundingGround {
  readonly runner: CommandRunner;
  readonly read: ReadStore;
  readonly vocabulary: Vocabulary;
  readonly awaitFacts: AwaitFacts;
  /** Waits a moment until agreements recorded just before can be seen. */
  readonly awaitAgreements: () => Promise<void>;
  readonly caughtUp: (projections: readonly string[]) => Promise<void>;
}

/** Everything that answers commands and questions about agreements, who pays, and schedules of jointly funded posts. */
export function fundingParts({ runner, read, vocabulary, awaitFacts, awaitAgreements, caughtUp }: FundingGround) {
  const fundingFacts = new FundingFacts(read, eventCatalogue, awaitFacts);
  const schedules = new ScheduleReader(read, eventCatalogue);
  const agreementList = new AgreementList(read, eventCatalogue);
  const agreementsSeen: Pick<AgreementsOnRecord, 'agreed'> = {
    agreed: async () => {
      await awaitAgreements();
      return agreementList.agreed();
    },
  };
  const funds = fundParts({ runner, read, vocabulary, caughtUp });
  return {
    agreements: new Agreements(runner, agreementsSeen),
    agreementList,
    agreementWorklist: new AgreementWorklist(read, agreementList),
    fundingFacts,
    whoPays: new WhoPays(fundingFacts, funds.fundReader, vocabulary),
    ...funds,
    fundingSchedules: new FundingSchedules(runner, schedules),
    scheduleList: new ScheduleList(schedules, vocabulary),
  };
}
