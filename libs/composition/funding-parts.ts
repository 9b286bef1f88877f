import { Agreements, FundingSchedules } from '@accord/funding/application';
import { AgreementList, FundingFacts, ScheduleList, ScheduleReader, WhoPays } from '@accord/funding/http';
import type { AwaitFacts } from '@accord/funding/http';
import type { CommandRunner } from '@accord/shared/commands';
import type { Vocabulary } from '@accord/shared/http';
import type { ReadStore } from '@accord/shared/read-store';
import { eventCatalogue } from './catalogue';

interface FundingGround {
  readonly runner: CommandRunner;
  readonly read: ReadStore;
  readonly vocabulary: Vocabulary;
  readonly awaitFacts: AwaitFacts;
}

/** Everything that answers commands and questions about agreements, who pays, and schedules of jointly funded posts. */
export function fundingParts({ runner, read, vocabulary, awaitFacts }: FundingGround) {
  const fundingFacts = new FundingFacts(read, eventCatalogue, awaitFacts);
  const schedules = new ScheduleReader(read, eventCatalogue);
  return {
    agreements: new Agreements(runner),
    agreementList: new AgreementList(read),
    fundingFacts,
    whoPays: new WhoPays(fundingFacts, vocabulary),
    fundingSchedules: new FundingSchedules(runner, schedules),
    scheduleList: new ScheduleList(schedules, vocabulary),
  };
}
