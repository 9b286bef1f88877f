import { setImmediate } from 'node:timers/promises';
import { Agreements, FundingSchedules } from '@accord/funding/application';
import { AgreementList, AgreementWorklist, FundingFacts, ScheduleList, ScheduleReader, WhoPays } from '@accord/funding/http';
import type { AgreementsOnRecord, PicturesNow } from '@accord/funding/application';
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
  /** Waits a moment until what was recorded just before can be seen by these projections. */
  readonly awaitSeen: (...projections: readonly string[]) => Promise<void>;
  readonly caughtUp: (projections: readonly string[]) => Promise<void>;
}

/** Everything that answers commands and questions about agreements, who pays, and schedules of jointly funded posts. */
export function fundingParts({ runner, read, vocabulary, awaitFacts, awaitSeen, caughtUp }: FundingGround) {
  const fundingFacts = new FundingFacts(read, eventCatalogue, awaitFacts);
  const schedules = new ScheduleReader(read, eventCatalogue);
  const agreementList = new AgreementList(read, eventCatalogue);
  const agreementsSeen: Pick<AgreementsOnRecord, 'agreed'> = {
    agreed: async () => {
      await awaitSeen('agreements');
      return agreementList.agreed();
    },
  };
  const picturesSeen: Pick<PicturesNow, 'pictureNow'> = {
    pictureNow: async (childId) => {
      await awaitSeen('funding-facts');
      // A command may be about many children: others are answered in between.
      await setImmediate();
      return fundingFacts.pictureAsOf(childId, {});
    },
  };
  const funds = fundParts({ runner, read, vocabulary, caughtUp });
  return {
    agreements: new Agreements(runner, agreementsSeen),
    ...{ agreementList, agreementsSeen, picturesSeen },
    agreementWorklist: new AgreementWorklist(read, agreementList),
    fundingFacts,
    whoPays: new WhoPays(fundingFacts, funds.fundReader, vocabulary),
    ...funds,
    fundingSchedules: new FundingSchedules(runner, schedules),
    scheduleList: new ScheduleList(schedules, vocabulary),
  };
}
