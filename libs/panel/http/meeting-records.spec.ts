import { panelEvents } from '@accord/panel/contracts';
import { matters } from '@accord/panel/projections';
import { catalogueOf } from '@accord/shared/event-contracts';
import { idFrom, londonDate } from '@accord/shared/kernel';
import type { Id } from '@accord/shared/kernel';
import type { EventRow } from '@accord/shared/projections';
import { FakePersonalData, projected } from '@accord/shared/testing';
import type { GivenEvent } from '@accord/shared/testing';
import { MeetingRecords } from './meeting-records';
import { RecordedEvents } from './recorded-events';

function id<Kind extends string>(number: number): Id<Kind> {
  const made = idFrom<Kind>(`01940000-0000-7000-8000-${String(number).padStart(12, '0')}`);
  if (made === undefined) throw new Error('The spec made an id that is none.');
  return made;
}
const meetingId = id<'meeting'>(400);
const [panelId, matterId, childId] = [300, 900, 800].map((number) => id(number));
const [chairSeat, otherSeat] = [201, 202].map((number) => id(number));
const [chair, other] = [501, 502].map((number) => id(number));
const stream = `meeting-${meetingId}`;
const catalogue = catalogueOf(panelEvents);
const day = (text: string) => {
  const read = londonDate(text);
  if (!read.ok) throw new Error(read.because);
  return read.value;
};

const at = (time: string, on = '2025-10-01') => `${on}T${time}:00.000Z`;
/** An event of the meeting, recorded a minute after it happened. */
const event = (type: string, recordedAt: string, data: object): GivenEvent => ({
  ...{ type, stream, recordedAt },
  data: { meetingId, panelId, on: '2025-10-01', ...data },
});
const inChair = { seatId: chairSeat, practitionerId: chair, as: 'member' };
const inOther = { seatId: otherSeat, practitionerId: other, as: 'deputy' };
const withdrawal = { matterId, childId, seatId: otherSeat, practitionerId: other };

const scheduled = event('MeetingScheduled', at('09:00', '2025-09-01'), { startsAt: '10:30', place: 'County Hall' });
const opened = event('MeetingOpened', at('09:31'), { openedAt: at('09:30'), chairSeatId: chairSeat, present: [inChair] });
const arrived = event('MemberArrived', at('09:41'), { ...inOther, at: at('09:40') });
const recused = event('MemberRecused', at('09:51'), { ...withdrawal, at: at('09:50') });
const returned = event('MemberReturned', at('10:01'), { ...withdrawal, at: at('10:00') });
const adjourned = event('MeetingAdjourned', at('11:01'), { at: at('11:00'), resumesOn: '2025-10-02', because: 'The room is needed' });
const resumed = event('MeetingResumed', at('09:01', '2025-10-02'), {
  ...{ on: '2025-10-02', at: at('09:00', '2025-10-02'), chairSeatId: chairSeat, present: [inChair] },
});
const closed = event('MeetingClosed', at('10:01', '2025-10-02'), { on: '2025-10-02', closedAt: at('10:00', '2025-10-02') });
const all = [scheduled, opened, arrived, recused, returned, adjourned, resumed, closed];

/** The answer after these events. */
function answer(happened: readonly GivenEvent[], asOf: { readonly asAt?: string; readonly knownAt?: string } = {}) {
  const kept = projected(matters, catalogue).given(...happened)['meeting_events'] ?? [];
  // The projection keeps whole events in this table, in these columns; the specification has read their JSON.
  const rows = kept.map((row) => ({ ...row, data: JSON.stringify(row['data']) }) as unknown as EventRow);
  const records = {
    ofMeeting: (_meetingId: string, knownAt: string | undefined) =>
      Promise.resolve(rows.filter((row) => knownAt === undefined || row.recorded_at <= knownAt)),
  };
  const { asAt, knownAt } = asOf;
  const events = new RecordedEvents(catalogue, new FakePersonalData());
  return new MeetingRecords(records, events).meeting(meetingId, { asAt: asAt === undefined ? undefined : day(asAt), knownAt });
}

describe('A meeting as it is read', () => {
  it('is planned for a day, with nobody there', async () => {
    expect(await answer([scheduled])).toEqual({
      ...{ meetingId, panelId, status: 'scheduled', on: '2025-10-01', startsAt: '10:30', place: 'County Hall' },
      ...{ sittings: [], chair: null, present: [], attendance: [], chairs: [], recusals: [] },
    });
  });

  it('says who is there now, since when, and who chairs', async () => {
    expect(await answer([scheduled, opened, arrived])).toMatchObject({
      status: 'open',
      chair: { seatId: chairSeat, practitionerId: chair },
      present: [
        { ...inChair, since: at('09:30'), withdrawnFrom: [] },
        { ...inOther, since: at('09:40'), withdrawnFrom: [] },
      ],
    });
  });

  it('says who is withdrawn from which matter, and that a chair who is withdrawn does not chair', async () => {
    const chairRecused = event('MemberRecused', at('09:56'), { ...withdrawal, seatId: chairSeat, practitionerId: chair, at: at('09:55') });
    const found = await answer([scheduled, opened, arrived, recused, chairRecused]);
    expect(found?.chair).toBeNull();
    expect(found?.present.map(({ withdrawnFrom }) => withdrawnFrom)).toEqual([[matterId], [matterId]]);
  });

  it('says who was there when, by minute, to the end', async () => {
    const found = await answer(all);
    expect(found).toMatchObject({ status: 'closed', on: '2025-10-02', chair: null, present: [] });
    expect(found?.sittings).toEqual([
      { on: '2025-10-01', from: at('09:30'), to: at('11:00') },
      { on: '2025-10-02', from: at('09:00', '2025-10-02'), to: at('10:00', '2025-10-02') },
    ]);
    expect(found?.attendance).toEqual([
      { ...inChair, from: at('09:30'), to: at('11:00') },
      { ...inOther, from: at('09:40'), to: at('11:00') },
      { ...inChair, from: at('09:00', '2025-10-02'), to: at('10:00', '2025-10-02') },
    ]);
    expect(found?.recusals).toEqual([{ matterId, seatId: otherSeat, practitionerId: other, from: at('09:50'), to: at('10:00') }]);
    expect(found?.chairs).toHaveLength(2);
  });

  it('says why it is adjourned and when it is to go on, until it does', async () => {
    expect(await answer(all.slice(0, 6))).toMatchObject({ status: 'adjourned', because: 'The room is needed', resumesOn: '2025-10-02' });
    expect(await answer(all.slice(0, 7))).not.toHaveProperty('because');
  });

  it('says why it was cancelled', async () => {
    const cancelled = event('MeetingCancelled', at('09:00', '2025-09-20'), { because: 'Nothing is on the agenda' });
    expect(await answer([scheduled, cancelled])).toMatchObject({ status: 'cancelled', because: 'Nothing is on the agenda' });
  });

  it('is read as it was known at a moment', async () => {
    expect((await answer(all, { knownAt: at('09:51') }))?.recusals).toMatchObject([{ matterId, to: null }]);
    expect((await answer(all, { knownAt: at('09:50') }))?.recusals).toEqual([]);
    expect(await answer(all, { knownAt: at('08:59', '2025-09-01') })).toBeUndefined();
  });

  it('is read as at a day: what happened later is not there yet, what is planned for later is', async () => {
    expect(await answer(all, { asAt: '2025-10-01' })).toMatchObject({ status: 'adjourned', on: '2025-10-01' });
    expect(await answer(all, { asAt: '2025-09-15' })).toMatchObject({ status: 'scheduled', on: '2025-10-01', attendance: [] });
  });

  it('is nowhere where none was planned', async () => {
    expect(await answer([])).toBeUndefined();
  });
});
