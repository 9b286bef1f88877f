import type {
  AgencyRegistered,
  DecisionRecorded,
  MeetingClosed,
  MeetingOpened,
  MeetingScheduled,
  PackageLine,
  PanelConstituted,
  SeatStanding,
} from '@accord/panel/contracts';
import type { New } from '@accord/shared/event-contracts';
import { idFrom, londonDate, pence } from '@accord/shared/kernel';
import type { Id, LondonDate, Pence, Result, Shares } from '@accord/shared/kernel';
import type { RecordDecision } from './decision';
import type { OpenMeeting } from './meeting';
import type { ProposedLine } from './package-line';
import type { ConstitutePanel, Seat } from './panel';

// A continuing care panel of three agencies, for the specs of this folder; not exported by its index.

/** The value of a result that the spec takes for granted. */
export function granted<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(`The spec took this for granted: ${result.because}`);
  return result.value;
}

/** The thing of that kind with the given number. */
export function numbered<Kind extends string>(number: number): Id<Kind> {
  const id = idFrom<Kind>(`00000000-0000-7000-8000-${String(number).padStart(12, '0')}`);
  if (id === undefined) throw new Error('The spec made an id that is none.');
  return id;
}

export const day = (text: string): LondonDate => granted(londonDate(text));
export const pounds = (amount: number): Pence => granted(pence(Math.round(amount * 100)));

export const health = numbered<'agency'>(101);
export const socialCare = numbered<'agency'>(102);
export const education = numbered<'agency'>(103);
export const stranger = numbered<'agency'>(199);
export const registered: ReadonlySet<string> = new Set([health, socialCare, education]);

const seat = (number: number, agencyId: Id<'agency'>, standing: SeatStanding = 'voting'): Seat => ({
  seatId: numbered<'seat'>(number),
  agencyId,
  post: `Post ${number}`,
  standing,
});
/** Eight voting seats: three of health, three of social care, two of education; and three that do not vote. */
export const seats = {
  health: [seat(201, health), seat(202, health), seat(203, health)],
  socialCare: [seat(211, socialCare), seat(212, socialCare), seat(213, socialCare)],
  education: [seat(221, education), seat(222, education)],
  facilitator: seat(231, health, 'non-voting'),
  observer: seat(232, education, 'observer'),
  parent: seat(233, socialCare, 'parent-representative'),
} as const;
export const allSeats: readonly Seat[] = Object.values(seats).flat();

export const panelId = numbered<'panel'>(300);
/** Terms of reference of worked example 7: five of eight, with at least one of each agency. */
export const constitutePanel = (changes: Partial<ConstitutePanel> = {}): ConstitutePanel => ({
  type: 'ConstitutePanel',
  panelId,
  name: 'Continuing care panel',
  kind: 'continuing-care',
  from: '2025-04-01',
  seats: allSeats,
  quorum: { members: 5, agencies: [health, socialCare, education] },
  decisionMode: 'majority-with-casting-vote',
  ...changes,
});
export function panelConstituted(changes: Partial<ConstitutePanel> = {}): New<typeof PanelConstituted> {
  const { name, kind, from, seats: filled, quorum, decisionMode } = constitutePanel(changes);
  return {
    type: 'PanelConstituted',
    data: {
      ...{ panelId, name, kind, from: day(from) },
      termsOfReference: {
        seats: [...filled],
        quorum: { members: quorum.members, agencies: [...quorum.agencies] },
        decisionMode,
      },
    },
  };
}

export const agencyRegistered = (code?: string): New<typeof AgencyRegistered> => ({
  type: 'AgencyRegistered',
  data: {
    ...{ agencyId: health, name: 'Somerset ICB', kind: 'integrated-care-board', validFrom: day('2022-07-01') },
    ...(code === undefined ? {} : { code }),
  },
});

const meetingId = numbered<'meeting'>(400);
const meetingOfPanel = { meetingId, panelId, on: day('2025-10-01') };
export const meetingScheduled: New<typeof MeetingScheduled> = { type: 'MeetingScheduled', data: meetingOfPanel };

/** Those who fill the seats given; each member is another person. */
export const filling = (...filled: readonly Seat[]): OpenMeeting['present'] =>
  filled.map(({ seatId }, place) => ({ seatId, practitionerId: numbered<'practitioner'>(500 + place) }));
/** Two of health, two of social care, one of education: quorate. */
export const fivePresent: readonly Seat[] = [
  ...seats.health.slice(0, 2),
  ...seats.socialCare.slice(0, 2),
  ...seats.education.slice(0, 1),
];
export const openMeeting = (changes: Partial<OpenMeeting> = {}): OpenMeeting => ({
  type: 'OpenMeeting',
  openedAt: '2025-10-01T09:30:00.000Z',
  chairSeatId: seats.health[0].seatId,
  present: filling(...fivePresent),
  now: '2025-10-01T09:31:00.000Z',
  ...changes,
});
export function meetingOpened(changes: Partial<OpenMeeting> = {}): New<typeof MeetingOpened> {
  const { openedAt, chairSeatId, present } = openMeeting(changes);
  return { type: 'MeetingOpened', data: { ...meetingOfPanel, openedAt, chairSeatId, present: [...present] } };
}
export const meetingClosed: New<typeof MeetingClosed> = {
  type: 'MeetingClosed',
  data: { ...meetingOfPanel, closedAt: '2025-10-01T12:00:00.000Z' },
};

/** Shares of health, social care and education, in this order, in per cent. */
export const percentages = (...shares: readonly number[]): Shares => ({
  kind: 'basis-points',
  parts: shares.map((share, place) => ({ agencyId: numbered<'agency'>(101 + place), weight: Math.round(share * 100) })),
});

const lineId = numbered<'package-line'>(600);
/** Personal care at £1,847.35 a week from 1 September 2025, 70 % health and 30 % social care, without an end. */
export const proposedLine = (changes: Partial<ProposedLine> = {}): ProposedLine => ({
  lineId,
  category: 'personal-care',
  provision: 'Waking nights and morning care',
  from: '2025-09-01',
  to: null,
  rates: [{ from: '2025-09-01', weeklyPence: 184_735 }],
  split: percentages(70, 30),
  ...changes,
});
export const agreedLine = (changes: Partial<PackageLine> = {}): PackageLine => ({
  lineId,
  category: 'personal-care',
  period: { from: day('2025-09-01'), to: null },
  rates: [{ from: day('2025-09-01'), weeklyPence: pounds(1_847.35) }],
  split: percentages(70, 30),
  ...changes,
});

/** An approval of the personal care line, which health and social care support. */
export const recordDecision = (changes: Partial<RecordDecision> = {}): RecordDecision => ({
  type: 'RecordDecision',
  decisionId: numbered<'decision'>(700),
  meetingId,
  childId: numbered<'child'>(800),
  outcome: 'approved',
  reasons: 'Assessed needs at night',
  positions: [
    { agencyId: health, position: 'supports' },
    { agencyId: socialCare, position: 'supports' },
  ],
  lines: [proposedLine()],
  ...changes,
});
export function decisionRecorded(changes: Partial<New<typeof DecisionRecorded>['data']> = {}): New<typeof DecisionRecorded> {
  const { decisionId, childId, outcome, reasons, positions } = recordDecision();
  return {
    type: 'DecisionRecorded',
    data: {
      ...{ decisionId, ...meetingOfPanel, childId, outcome, reasons, positions: [...positions] },
      lines: [agreedLine()],
      provisions: [{ lineId, words: 'Waking nights and morning care' }],
      ...changes,
    },
  };
}
