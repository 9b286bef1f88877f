import { examineSchedule, refuseFunding, schedulePeriod } from '@accord/funding/domain';
import type { ExaminedSchedule, ScheduleCommand } from '@accord/funding/domain';
import type { RequestContext } from '@accord/shared/commands';
import { About, After, Caller, IdParam, RefusalProblem, Requires, Says, answer, granted, nameBasedId } from '@accord/shared/http';
import type { CommandAnswer } from '@accord/shared/http';
import type { Id } from '@accord/shared/kernel';
import { Body, Controller, Get, Post, Query } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { printedSchedule } from './printed-schedule';
import { AnswerScheduleBody, ContributionsQuery, ReadScheduleBody, ReleaseScheduleBody, ScheduleQuery, WithdrawScheduleBody } from './schedule-bodies';
import { ScheduleList } from './schedule-list';
import { ScheduleRequest } from './schedule-requests';

/** Printed schedules of jointly funded posts: read word for word, asked about, released by a payer, and who owes what by them. */
@Controller('v1/funding-schedules')
@About('Funding schedules')
export class ScheduleController {
  constructor(
    private readonly bus: CommandBus,
    private readonly schedules: ScheduleList,
  ) {}

  @Post()
  @Says(
    'Reads a printed schedule of jointly funded posts, word for word',
    'Totals are held against their rows, and second figures are asked about: where anything differs or is open, the schedule is held and counts for nothing yet. ' +
      'A refusal names the cell, and nothing of the schedule is kept.',
  )
  @Requires('schedule:record')
  async read(@Body() body: ReadScheduleBody, @Caller() caller: RequestContext): Promise<CommandAnswer<ScheduleFound>> {
    const { title, source, on = caller.today } = body;
    const stated = { payers: body.payers.map(({ column, agencyId }) => ({ column, agencyId })), totalColumn: body.totalColumn ?? null };
    const days = granted(schedulePeriod(body.period));
    const table = granted(printedSchedule(body.table, stated));
    const { differences, questions } = granted(examineSchedule({ ...stated, ...table }));
    // The brand: a name-based id is one by its form. The same rows for the same days are one schedule, whoever hands them in.
    const scheduleId = nameBasedId('funding-schedule', table.rowsSha256, days.from, days.to) as Id<'funding-schedule'>;
    const command = { type: 'ReadFundingSchedule' as const, scheduleId, on, today: caller.today, title, source, period: days, ...stated, ...table };
    const outcome = await this.bus.execute(new ScheduleRequest(scheduleId, command, caller));
    const standing = differences.length + questions.length === 0 ? 'accepted' : 'held';
    return answer(outcome, { location: addressOf(scheduleId), also: { standing, differences, questions } });
  }

  @Get()
  @Says('Lists the funding schedules and whether each counts', 'As at a day and as known at an instant.')
  @Requires('funding:read')
  @After('funding-schedules', 'names')
  all(@Query() query: ScheduleQuery) {
    return this.schedules.all(query);
  }

  @Get(':id')
  @Says('Tells one funding schedule whole, with what differs and what is asked', 'As at a day and as known at an instant.')
  @Requires('funding:read')
  @After('funding-schedules', 'names')
  async one(@IdParam('funding-schedule') scheduleId: Id<'funding-schedule'>, @Query() query: ScheduleQuery) {
    return found(await this.schedules.one(scheduleId, query));
  }

  @Get(':id/contributions')
  @Says(
    'Tells who owes what by a funding schedule',
    'Pounds a year, and the part of them that falls into the days asked about. Whether the schedule counts is told beside it.',
  )
  @Requires('funding:read')
  @After('funding-schedules', 'names')
  async contributions(@IdParam('funding-schedule') scheduleId: Id<'funding-schedule'>, @Query() query: ContributionsQuery) {
    return granted(found(await this.schedules.contributions(scheduleId, query)));
  }

  @Post(':id/answers')
  @Says(
    'Answers what was asked about a cell of a funding schedule',
    'Which of two figures counts, or why the question is set aside; of two answers the later one stands. It binds nobody until a payer releases the schedule.',
  )
  @Requires('schedule:record')
  answerQuestion(
    @IdParam('funding-schedule') scheduleId: Id<'funding-schedule'>,
    @Body() { row, column, ruling, answer: words, on }: AnswerScheduleBody,
    @Caller() caller: RequestContext,
  ): Promise<CommandAnswer> {
    const { today } = caller;
    return this.ask(scheduleId, { type: 'AnswerScheduleQuestion', row, column, ruling, answer: words, on: on ?? today, today }, caller);
  }

  @Post(':id/release')
  @Says(
    'Releases a funding schedule that is held, so that it counts',
    'For the agency of the caller, one that pays by it, with a reason; it binds all of them. Refused while a question is open.',
  )
  @Requires('schedule:release')
  release(
    @IdParam('funding-schedule') scheduleId: Id<'funding-schedule'>,
    @Body() { because, on }: ReleaseScheduleBody,
    @Caller() caller: RequestContext,
  ): Promise<CommandAnswer> {
    const { today, agency: agencyId } = caller;
    return this.ask(scheduleId, { type: 'ReleaseFundingSchedule', agencyId, because, on: on ?? today, today }, caller);
  }

  @Post(':id/withdrawal')
  @Says('Withdraws a funding schedule, so that it counts for nothing', 'One that counts is withdrawn by a payer alone. The table can then be handed in again.')
  @Requires('schedule:record')
  withdraw(
    @IdParam('funding-schedule') scheduleId: Id<'funding-schedule'>,
    @Body() { because, on }: WithdrawScheduleBody,
    @Caller() caller: RequestContext,
  ): Promise<CommandAnswer> {
    const { today, agency: agencyId } = caller;
    return this.ask(scheduleId, { type: 'WithdrawFundingSchedule', agencyId, because, on: on ?? today, today }, caller);
  }

  private async ask(scheduleId: Id<'funding-schedule'>, command: ScheduleCommand, caller: RequestContext): Promise<CommandAnswer> {
    return answer(await this.bus.execute(new ScheduleRequest(scheduleId, command, caller)), { location: addressOf(scheduleId) });
  }
}

const addressOf = (scheduleId: string): string => `/v1/funding-schedules/${scheduleId}`;

/** What was found, or that there is no such schedule. */
function found<T>(answered: T | undefined): T {
  if (answered !== undefined) return answered;
  throw new RefusalProblem(refuseFunding('schedule-unknown', 'No funding schedule was known by this id at that time.'));
}

/** What was found in a schedule as it was read: where anything differs or is asked, it is held. */
interface ScheduleFound extends Pick<ExaminedSchedule, 'differences' | 'questions'> {
  readonly standing: 'accepted' | 'held';
}
