import { fundingEvents } from '@accord/funding/contracts';
import type { ReadFundingSchedule, ReleaseFundingSchedule, ScheduleRow } from '@accord/funding/domain';
import { panelEvents } from '@accord/panel/contracts';
import { commandRunner } from '@accord/shared/commands';
import type { RequestContext } from '@accord/shared/commands';
import { catalogueOf } from '@accord/shared/event-contracts';
import { idFrom, londonDate, signedPence } from '@accord/shared/kernel';
import type { Id, Result } from '@accord/shared/kernel';
import { FakeCommandAnswers, FakePersonalData, InMemoryEventStore, RecordInMemory } from '@accord/shared/testing';
import { FundingSchedules } from './funding-schedules';

function id<Kind extends string>(number: number): Id<Kind> {
  const made = idFrom<Kind>(`01940000-0000-7000-8000-${String(number).padStart(12, '0')}`);
  if (made === undefined) throw new Error('The spec made an id that is none.');
  return made;
}
function granted<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(result.because);
  return result.value;
}
const day = (text: string) => granted(londonDate(text));
const now = '2025-10-01T09:30:00.000Z';
const [group, board, later, council] = [id<'agency'>(101), id<'agency'>(102), id<'agency'>(103), id<'agency'>(104)];

const asked = (commandId: string): RequestContext => ({
  ...{ commandId, fingerprint: commandId, correlationId: 'request-1', actor: 'person-1', agency: board, role: 'commissioner' },
  ...{ lawfulBasis: 'public-task', now, today: day('2025-10-01') },
});

const row = (line: number, role: string, pounds: number): ScheduleRow => {
  const pence = granted(signedPence(pounds * 100));
  return { row: line, role, resource: '', cells: [{ column: 'ccg', printed: `£${pounds}`, pence, bracketed: null }] };
};
const scheduleId = id<'funding-schedule'>(1200);
/** A schedule of a group of 2014, whose total is £1 too much. */
const read = (changes: Partial<ReadFundingSchedule> = {}): ReadFundingSchedule => ({
  ...{ type: 'ReadFundingSchedule', scheduleId, on: '2014-09-11', today: day('2025-10-01'), title: 'The team', source: 'The board' },
  ...{ sha256: 'ab'.repeat(32), rowsSha256: 'cd'.repeat(32), notes: [], period: { from: day('2014-04-01'), to: day('2015-04-01') } },
  ...{ payers: [{ column: 'ccg', agencyId: group }], totalColumn: null, printed: [row(2, 'Nurse', 10), row(3, 'Total', 11)] },
  ...changes,
});
const release = (agencyId: string): ReleaseFundingSchedule => ({
  ...{ type: 'ReleaseFundingSchedule', agencyId, on: '2025-10-01', today: day('2025-10-01'), because: 'A slip in the total' },
});

/** An area in which the group was succeeded by the board in 2022; the board will be, by another, in 2026. */
async function area(known: readonly Id<'funding-schedule'>[] = []) {
  const catalogue = catalogueOf(panelEvents, fundingEvents);
  const events = new InMemoryEventStore(new RecordInMemory(() => now));
  let place = 900;
  const runner = commandRunner({
    ...{ events, catalogue, personalData: new FakePersonalData(), answers: new FakeCommandAnswers(), keyedHash: (text: string) => text },
    ...{ nameBasedId: () => id(place++), keepRefused: () => Promise.resolve(0) },
  });
  const metadata = { actor: 'a', agency: 'a', role: 'r', lawfulBasis: 'l', correlationId: 'c', causationId: 'c', commandId: 'c' };
  const registered = (agencyId: string) => ({ type: 'AgencyRegistered', data: { agencyId, name: 'An agency', kind: 'integrated-care-board', validFrom: '2013-04-01' } });
  const succeeded = (agencyId: string, on: string, successor: string) => ({
    type: 'AgencySucceeded',
    data: { agencyId, on, successors: [{ agencyId: successor, functions: 'All' }], basis: 'Health and Care Act 2022' },
  });
  const history = [
    [group, registered(group), succeeded(group, '2022-07-01', board)],
    [board, registered(board), succeeded(board, '2026-04-01', later)],
    [later, registered(later)],
    [council, registered(council)],
  ] as const;
  for (const [agencyId, ...ofAgency] of history) {
    const stored = ofAgency.map(({ type, data }) => ({ id: id(place++), type, schemaVersion: catalogue.check(type, data).version, data, metadata }));
    await events.append(`agency-${agencyId}`, 'no-stream', stored);
  }
  return new FundingSchedules(runner, { withRows: () => Promise.resolve(known) });
}

describe('A schedule on record', () => {
  it('names payers that have since been succeeded, and is released by the agency that has their functions', async () => {
    const schedules = await area();
    expect(await schedules.schedule(scheduleId, read(), asked('1'))).toMatchObject({ ok: true });
    expect(await schedules.schedule(scheduleId, release(council), asked('2'))).toMatchObject({ ok: false, refusal: 'schedule-not-payer' });
    expect(await schedules.schedule(scheduleId, release(later), asked('3'))).toMatchObject({ ok: false, refusal: 'schedule-not-payer' });
    expect(await schedules.schedule(scheduleId, release(board), asked('4'))).toMatchObject({ ok: true, events: [{ type: 'FundingScheduleReleased' }] });
  });

  it('is told of when its rows are handed in for some of the same days, and not for others', async () => {
    const schedules = await area([scheduleId]);
    expect(await schedules.schedule(scheduleId, read(), asked('1'))).toMatchObject({ ok: true });
    const again = (from: string, to: string, number: number) => {
      const command = read({ scheduleId: id(number), period: { from: day(from), to: day(to) } });
      return schedules.schedule(command.scheduleId, command, asked(String(number)));
    };
    expect(await again('2015-03-31', '2016-03-31', 1201)).toMatchObject({ refusal: 'schedule-already-read', because: expect.stringContaining(scheduleId) });
    expect(await again('2015-04-01', '2016-04-01', 1202)).toMatchObject({ ok: true });
    expect(await schedules.schedule(scheduleId, read(), asked('5'))).toMatchObject({ refusal: 'schedule-already-read' });
  });

  it('is refused where a payer was never registered', async () => {
    const stranger = read({ payers: [{ column: 'ccg', agencyId: id(199) }] });
    expect(await (await area()).schedule(scheduleId, stranger, asked('1'))).toMatchObject({ refusal: 'schedule-payer-unknown' });
  });

  it('is nothing that could be released where none was read', async () => {
    expect(await (await area()).schedule(scheduleId, release(board), asked('1'))).toMatchObject({ refusal: 'schedule-unknown' });
  });
});
