import { scheduleEvents } from '@accord/funding/contracts';
import { scheduleDecider } from '@accord/funding/domain';
import type { ScheduleCommand, ScheduleFacts } from '@accord/funding/domain';
import type { CommandOutcome, CommandRunner, FactLoader, RequestContext } from '@accord/shared/commands';
import type { Id, LondonDate } from '@accord/shared/kernel';
import { registeredAgencies, withSuccessors } from './agencies';

export const scheduleStream = { category: 'funding-schedule', decider: scheduleDecider, definitions: scheduleEvents };

/** Finds the schedules on record that hold the very same rows, whichever days they cover. */
export interface SchedulesWithRows {
  withRows(rowsSha256: string): Promise<readonly Id<'funding-schedule'>[]>;
}

/** Printed schedules of jointly funded posts: read, asked about, released by a payer, withdrawn. */
export class FundingSchedules {
  constructor(
    private readonly runner: CommandRunner,
    private readonly index: SchedulesWithRows,
  ) {}

  schedule(id: string, command: ScheduleCommand, context: RequestContext): Promise<CommandOutcome> {
    return this.runner.run({
      ...{ streamType: scheduleStream, id, command, context },
      facts: (loader) => this.facts(loader, { id, command, today: context.today }),
    });
  }

  private async facts(loader: FactLoader, { id, command, today }: Asked): Promise<ScheduleFacts> {
    switch (command.type) {
      case 'ReadFundingSchedule': {
        const others = (await this.index.withRows(command.rowsSha256)).filter((other) => other !== id);
        const [registered, ...loaded] = await Promise.all([
          registeredAgencies(loader, command.payers.map(({ agencyId }) => agencyId)),
          ...others.map((other) => loader.load(scheduleStream, other)),
        ]);
        return { registered, payers: [], sameRows: loaded.map(({ state }) => state) };
      }
      case 'ReleaseFundingSchedule':
      case 'WithdrawFundingSchedule': {
        const { state } = await loader.load(scheduleStream, id);
        const payers = state.status === 'unknown' ? [] : state.reading.payers.map(({ agencyId }) => agencyId);
        return { registered: new Set(), payers: await withSuccessors(loader, payers, today), sameRows: [] };
      }
      case 'AnswerScheduleQuestion':
        return { registered: new Set(), payers: [], sameRows: [] };
    }
  }
}

interface Asked {
  readonly id: string;
  readonly command: ScheduleCommand;
  readonly today: LondonDate;
}
