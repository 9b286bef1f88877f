import { agencies, demonstration } from '@accord/composition';
import { nameBasedId } from '@accord/shared/commands-store';
import { forEach, openClearRecord } from './clear-record';
import type { ClearRecord, Happened } from './clear-record';

/** What the history of each decision tells: its matter, its meeting, and what is said, decided and provided. */
const PAPERS = 24;
const NOTES = 90;
const POSITIONS = 12;
const VOTES = 8;
const REPORTS = 50;
const DECISIONS_A_MEETING = 20;
const CHILDREN = 100;

/** Entries of the history of each decision: 28 of the matter, 11 of the meeting that concern it, 161 of its own. */
export const ENTRIES_A_DECISION = 200;

const made = (...parts: readonly (string | number)[]) => nameBasedId('bench', ...parts.map(String));
const { panelId } = demonstration;
const payers = [agencies.icb, agencies.socialCare, agencies.education];
const seatOf = (place: number) => ({ seatId: made('seat', place % 8), practitionerId: made('practitioner', place % 8) });
const at = '2025-09-01T09:05:00.000Z';
const words =
  'The assessor said that the nights are the hardest: two of the last four weeks ended in hospital. The parents asked for ' +
  'carers whom the child knows; the school can begin in October if the training of its staff is paid for and its lead is named.';

/** Fills the record with so many decisions on 100 children, each with a history of 200 entries; gives their ids. */
export async function fillDecisions(folder: string, count: number): Promise<readonly string[]> {
  const record = await openClearRecord(folder);
  const meetings = Array.from({ length: Math.ceil(count / DECISIONS_A_MEETING) }, (_none, place) => place);
  await forEach(meetings, 4, async (meeting) => {
    const first = meeting * DECISIONS_A_MEETING;
    const places = Array.from({ length: Math.min(DECISIONS_A_MEETING, count - first) }, (_none, place) => placeOf(first + place));
    await fillMeeting(record, made('meeting', meeting), places);
  });
  await record.close();
  return Array.from({ length: count }, (_none, place) => placeOf(place).decisionId);
}

interface Place {
  readonly decisionId: string;
  readonly matterId: string;
  readonly childId: string;
}
const placeOf = (place: number): Place => ({
  ...{ decisionId: made('decision', place), matterId: made('matter', place), childId: made('child', place % CHILDREN) },
});

/** A meeting with the matters on its agenda, in the order in which it all would come on record. */
async function fillMeeting(record: ClearRecord, meetingId: string, places: readonly Place[]): Promise<void> {
  for (const place of places) await record.start(`matter-${place.matterId}`, matterEvents(place, meetingId));
  await record.start(`meeting-${meetingId}`, meetingEvents(meetingId, places));
  for (const place of places) await record.start(`decision-${place.decisionId}`, decisionEvents(place, meetingId));
}

const times = <T>(count: number, make: (place: number) => T): T[] => Array.from({ length: count }, (_none, place) => make(place));

function matterEvents({ matterId, childId }: Place, meetingId: string): readonly Happened[] {
  const of = (type: string, data: Record<string, unknown>): Happened => ({ type, data: { matterId, childId, on: '2025-08-18', ...data } });
  const lineId = made('line', matterId);
  const line = { lineId, category: 'nursing', period: { from: '2025-09-08', to: null }, rates: [{ from: '2025-09-08', weeklyPence: 92_400 }] };
  return [
    of('MatterRaised', {
      ...{ panelId, agencyId: agencies.socialCare, kind: 'new-package', needs: ['breathing', 'mobility'], asks: words },
      ...{ outcomesWanted: [words], lines: [{ ...line, split: null, replaces: null, needs: [], budget: null }], provisions: [{ lineId, words }] },
    }),
    of('ViewsRecorded', { of: 'child', how: 'through-a-worker', views: words }),
    of('ViewsNotObtained', { of: 'family', because: words }),
    ...times(PAPERS, (place) =>
      of('PaperCirculated', {
        ...{ paperId: made('paper', matterId, place), version: 1, kind: 'professional-report', title: `Report ${place + 1} of the community team` },
        ...{ sha256: 'a'.repeat(64), bytes: 120_000, location: `documents/reports/${place + 1}.pdf`, circulatedAt: '2025-08-20T08:00:00.000Z' },
      }),
    ),
    of('MatterPutOnAgenda', { meetingId, panelId, place: 1, startsAt: null }),
  ];
}

/** Eight events of the meeting itself, and three about each matter, which only its own history tells. */
function meetingEvents(meetingId: string, places: readonly Place[]): readonly Happened[] {
  const of = (type: string, data: Record<string, unknown>): Happened => ({ type, data: { meetingId, panelId, on: '2025-09-01', ...data } });
  const present = times(5, (place) => ({ ...seatOf(place), as: 'member' }));
  return [
    of('MeetingScheduled', { startsAt: '09:30', place: 'Room 2, County Hall' }),
    of('MeetingOpened', { openedAt: '2025-09-01T08:30:00.000Z', chairSeatId: seatOf(0).seatId, present }),
    ...times(3, (place) => of('MemberArrived', { ...seatOf(5 + place), as: 'member', at })),
    ...places.flatMap(({ matterId, childId }) => {
      const about = { matterId, childId, ...seatOf(7), at };
      const interest = { kind: 'indirect', interest: words };
      return [of('ConflictOfInterestDeclared', { ...about, ...interest }), of('MemberRecused', about), of('MemberReturned', about)];
    }),
    ...times(2, (place) => of('MemberLeft', { ...seatOf(3 + place), at })),
    of('MeetingClosed', { closedAt: '2025-09-01T12:00:00.000Z' }),
  ];
}

function decisionEvents(place: Place, meetingId: string): readonly Happened[] {
  const { decisionId, childId } = place;
  const said = { ...place, meetingId, panelId, on: '2025-09-01', at };
  const member = (number: number) => ({ agencyId: payers[number % payers.length], ...seatOf(number) });
  const lineId = made('line', decisionId);
  const later = { decisionId, childId, on: '2025-10-06' };
  return [
    ...times(NOTES, () => ({ type: 'DiscussionNoted', data: { ...said, note: words } })),
    ...times(POSITIONS, (number) => ({ type: 'PositionTaken', data: { ...said, ...member(number), position: 'supports', reasons: words } })),
    ...times(VOTES, (number) => ({ type: 'VoteCast', data: { ...said, ...member(number), vote: 'for' } })),
    { type: 'DecisionRecorded', data: decided(place, meetingId, lineId) },
    ...times(REPORTS, () => ({
      type: 'ProvisionDelayed',
      data: { ...later, lineId, barrier: 'no-staff', expectedOn: '2025-11-03', because: words },
    })),
  ];
}

function decided(place: Place, meetingId: string, lineId: string): Record<string, unknown> {
  const seated = times(7, (number) => ({ ...seatOf(number), agencyId: payers[number % payers.length], as: 'member', voting: true }));
  const from = '2025-09-08';
  const split = { kind: 'basis-points', parts: payers.map((agencyId, number) => ({ agencyId, weight: [3_000, 5_000, 2_000][number] })) };
  return {
    ...{ ...place, meetingId, panelId, on: '2025-09-01', at, outcome: 'approved', effect: 'at-once', withoutPrejudice: false },
    ...{ needs: ['breathing', 'mobility'], decided: words, reasons: words, evidence: words, principle: words },
    ...{ returnsOn: null, referredTo: null, urgent: null, contributionsDeclined: [], ends: [], conditions: [] },
    sitting: {
      ...{ termsVersion: 1, decisionMode: 'majority-with-casting-vote', chairSeatId: seatOf(0).seatId, present: seated },
      ...{ recused: [], quorate: true, votes: { for: 7, against: 0, abstained: 0, casting: null } },
    },
    positions: payers.map((agencyId) => ({ agencyId, position: 'supports' })),
    papers: times(5, (number) => ({ paperId: made('paper', place.matterId, number), version: 1, sha256: 'a'.repeat(64), late: false, cited: true })),
    lines: [{ lineId, category: 'nursing', period: { from, to: null }, rates: [{ from, weeklyPence: 92_400 }], split, replaces: null, needs: [], budget: null }],
    provisions: [{ lineId, words }],
    commitments: payers.map((agencyId) => ({ agencyId, weeklyOwnPence: 46_200, weeklyGrossPence: 92_400, delegationId: null, withinAuthority: true })),
  };
}
