import { lineCategories } from '@accord/panel/contracts';
import type {
  AgencyRegistered,
  Commitment,
  DecisionRecorded,
  MeetingClosed,
  MeetingOpened,
  MeetingScheduled,
  PackageLine,
  PanelConstituted,
  PostOfAgency,
  Seat,
  SeatStanding,
  Sitting,
  TermsOfReference,
  TermsOfReferenceRevised,
} from '@accord/panel/contracts';
import type { New } from '@accord/shared/event-contracts';
import { idFrom, instantOf, londonDate, pence } from '@accord/shared/kernel';
import type { Id, Instant, LondonDate, Pence, Result, Shares } from '@accord/shared/kernel';
import type { ProposedLine } from './package-line';
import type { ConstitutePanel } from './panel';

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
export const moment = (text: string): Instant => granted(instantOf(text));
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
  deputies: 'anyone-of-the-agency',
  deputyPosts: [],
});
/**
 * Eight voting seats: three of health, three of social care, two of education; and three that do not vote. Anyone of
 * the agency may deputise, but for the last of social care (named posts) and the last of education (nobody).
 */
export const seats = {
  health: [seat(201, health), seat(202, health), seat(203, health)],
  socialCare: [
    seat(211, socialCare),
    seat(212, socialCare),
    { ...seat(213, socialCare), deputies: 'named-posts', deputyPosts: ['Service manager'] },
  ],
  education: [seat(221, education), { ...seat(222, education), deputies: 'none' }],
  facilitator: seat(231, health, 'non-voting'),
  observer: seat(232, education, 'observer'),
  parent: seat(233, socialCare, 'parent-representative'),
} as const satisfies Record<string, Seat | readonly Seat[]>;
export const allSeats: readonly Seat[] = Object.values(seats).flat();

/** Who ratifies for each agency, and who may decide urgently for it. */
export const ratifyingPosts: readonly PostOfAgency[] = [
  { agencyId: health, post: 'Director of nursing' },
  { agencyId: socialCare, post: "Director of children's services" },
  { agencyId: education, post: 'Head of inclusion' },
];
export const urgentOfficers: readonly PostOfAgency[] = [
  { agencyId: health, post: 'Head of continuing care' },
  { agencyId: socialCare, post: 'Head of disability services' },
  { agencyId: education, post: 'SEND manager' },
];

/** Terms of reference of worked example 7: five of eight, with at least one of each agency. */
export const terms = (changes: Partial<TermsOfReference> = {}): TermsOfReference => ({
  seats: [...allSeats],
  quorum: { members: 5, agencies: [health, socialCare, education] },
  decisionMode: 'majority-with-casting-vote',
  decisionMakerSeatId: null,
  chairs: [seats.health[0].seatId, seats.socialCare[0].seatId],
  commitment: { authority: 'of-the-panel', weeklyLimitPence: null, categories: [...lineCategories] },
  ratifiers: [...ratifyingPosts],
  papersNotice: 5,
  urgent: { officers: [...urgentOfficers], officersNeeded: 2, ratifyWithinDays: 14 },
  ...changes,
});
/** The same, but each member commits only what that member's agency has delegated. */
export const termsOfEachMember = (changes: Partial<TermsOfReference> = {}): TermsOfReference => {
  const { commitment } = terms();
  return terms({ commitment: { ...commitment, authority: 'of-each-member' }, ...changes });
};

export const panelId = numbered<'panel'>(300);
const { seats: seatsOfTerms, ...termsWithoutSeats } = terms();
export const constitutePanel = (changes: Partial<ConstitutePanel> = {}): ConstitutePanel => ({
  type: 'ConstitutePanel',
  panelId,
  name: 'Continuing care panel',
  kind: 'continuing-care',
  from: '2025-04-01',
  seats: seatsOfTerms,
  terms: termsWithoutSeats,
  ...changes,
});
/** The panel constituted from 1 April 2025 under {@link terms}, with the changes given. */
export function panelConstituted(changes: Partial<TermsOfReference> = {}, others: Partial<ConstitutionData> = {}): New<typeof PanelConstituted> {
  return {
    type: 'PanelConstituted',
    data: {
      ...{ panelId, name: 'Continuing care panel', kind: 'continuing-care', from: day('2025-04-01') },
      ...{ termsOfReference: terms(changes), draftId: null, ...others },
    },
  };
}
type ConstitutionData = New<typeof PanelConstituted>['data'];
/** Its second terms of reference, from 1 January 2026. */
export const termsRevised = (
  changes: Partial<TermsOfReference> = {},
  others: Partial<New<typeof TermsOfReferenceRevised>['data']> = {},
): New<typeof TermsOfReferenceRevised> => ({
  type: 'TermsOfReferenceRevised',
  data: {
    ...{ panelId, version: 2, from: day('2026-01-01'), termsOfReference: terms(changes), because: 'Yearly review' },
    ...others,
  },
});

export const agencyRegistered = (code?: string): New<typeof AgencyRegistered> => ({
  type: 'AgencyRegistered',
  data: {
    ...{ agencyId: health, name: 'Somerset ICB', kind: 'integrated-care-board', validFrom: day('2022-07-01') },
    ...(code === undefined ? {} : { code }),
  },
});

export const meetingId = numbered<'meeting'>(400);
/** The meeting of 1 October 2025. */
export const meetingOfPanel = { meetingId, panelId, on: day('2025-10-01') };
export const meetingScheduled: New<typeof MeetingScheduled> = {
  type: 'MeetingScheduled',
  data: { ...meetingOfPanel, startsAt: '10:30', place: 'County Hall' },
};

/** Those who fill the seats given, as members; each is another person. */
export const filling = (...filled: readonly Seat[]): New<typeof MeetingOpened>['data']['present'] =>
  filled.map(({ seatId }, place) => ({ seatId, practitionerId: numbered<'practitioner'>(500 + place), as: 'member' }));
/** Two of health, two of social care, one of education: quorate. */
export const fivePresent: readonly Seat[] = [
  ...seats.health.slice(0, 2),
  ...seats.socialCare.slice(0, 2),
  ...seats.education.slice(0, 1),
];
/** Opened at half past ten, London summer time, with {@link fivePresent} and health in the chair. */
export function meetingOpened(changes: Partial<New<typeof MeetingOpened>['data']> = {}): New<typeof MeetingOpened> {
  const openedAt = moment('2025-10-01T09:30:00.000Z');
  return {
    type: 'MeetingOpened',
    data: { ...meetingOfPanel, openedAt, chairSeatId: seats.health[0].seatId, present: filling(...fivePresent), ...changes },
  };
}
export const meetingClosed: New<typeof MeetingClosed> = {
  type: 'MeetingClosed',
  data: { ...meetingOfPanel, closedAt: moment('2025-10-01T12:00:00.000Z') },
};

/** Shares of health, social care and education, in this order, in per cent. */
export const percentages = (...shares: readonly number[]): Shares => ({
  kind: 'basis-points',
  parts: shares.map((share, place) => ({ agencyId: numbered<'agency'>(101 + place), weight: Math.round(share * 100) })),
});

export const lineId = numbered<'package-line'>(600);
/** Personal care at £1,847.35 a week from 1 September 2025, 70 % health and 30 % social care, without an end. */
export const proposedLine = (changes: Partial<ProposedLine> = {}): ProposedLine => ({
  lineId,
  category: 'personal-care',
  provision: 'Waking nights and morning care',
  from: '2025-09-01',
  to: null,
  rates: [{ from: '2025-09-01', weeklyPence: 184_735 }],
  split: percentages(70, 30),
  replaces: null, needs: [], budget: null, outcomes: [],
  ...changes,
});
export const agreedLine = (changes: Partial<PackageLine> = {}): PackageLine => ({
  lineId,
  category: 'personal-care',
  period: { from: day('2025-09-01'), to: null },
  rates: [{ from: day('2025-09-01'), weeklyPence: pounds(1_847.35) }],
  split: percentages(70, 30),
  replaces: null, needs: [], budget: null,
  ...changes,
});

export const childId = numbered<'child'>(800);
export const matterId = numbered<'matter'>(900);
export const decisionId = numbered<'decision'>(700);
/** An approval of {@link agreedLine} by {@link fivePresent}, all for it, within the panel's own authority. */
export function decisionRecorded(changes: Partial<New<typeof DecisionRecorded>['data']> = {}): New<typeof DecisionRecorded> {
  return {
    type: 'DecisionRecorded',
    data: {
      ...{ decisionId, ...meetingOfPanel, matterId, childId, at: moment('2025-10-01T10:00:00.000Z') },
      ...{ outcome: 'approved', effect: 'at-once', withoutPrejudice: false, needs: ['mobility'] },
      ...{ decided: 'Waking nights and morning care', reasons: 'Assessed needs at night', evidence: 'Nursing assessment of 1 September' },
      ...{ returnsOn: null, referredTo: null, urgent: null, sitting: sittingOfFive },
      positions: [health, socialCare, education].map((agencyId) => ({ agencyId, position: 'supports' })),
      ...{ contributionsDeclined: [], papers: [], ends: [], conditions: [], lines: [agreedLine()] },
      provisions: [{ lineId, words: 'Waking nights and morning care', outcomes: [] }],
      commitments: [committed(health, 1_293.15), committed(socialCare, 554.21)],
      ...changes,
    },
  };
}
const sittingOfFive: Sitting = {
  ...{ termsVersion: 1, decisionMode: 'majority-with-casting-vote', chairSeatId: seats.health[0].seatId },
  present: fivePresent.map(({ seatId, agencyId }, place) => ({
    ...{ seatId, agencyId, practitionerId: numbered<'practitioner'>(500 + place), as: 'member', voting: true },
  })),
  ...{ recused: [], quorate: true, votes: { for: 5, against: 0, abstained: 0, casting: null } },
};
/** A share of the week of {@link agreedLine}, which the panel itself could commit. */
const committed = (agencyId: Id<'agency'>, weeklyOwn: number): Commitment => ({
  ...{ agencyId, weeklyOwnPence: pounds(weeklyOwn), weeklyGrossPence: pounds(1_847.35), delegationId: null, withinAuthority: true },
});
