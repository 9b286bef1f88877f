import type { Clause, Precedence } from '@accord/funding/contracts';
import type { DecisionRecorded, LineCategory, PackageLine } from '@accord/panel/contracts';
import type { Recorded } from '@accord/shared/event-contracts';
import type { ClosedPeriod, Id, LondonDate, Shares } from '@accord/shared/kernel';
import { fundingPicture } from './funding-picture';
import type { FundingEvent, FundingFact, FundingPicture } from './funding-picture';
import { agreementRecorded, childId, clause, day, health, numbered, operationId, percentages, pounds, recordAgreement, termsOf } from './sample-agreement';

// What the record holds of a child, for the specs of this folder; not exported by its index.

/** A personal field as it is stored. The cast is the brand: rules may not look into it anyway. */
const sealed = 'sealed:test:' as Recorded<typeof DecisionRecorded>['data']['reasons'];

export interface LineOfSpec {
  readonly number: number;
  readonly category: LineCategory;
  readonly from: string;
  readonly to: string | null;
  /** The weekly rate in pounds by the day from which it holds. */
  readonly rates: Readonly<Record<string, number>>;
  readonly split: Shares;
}
/** Personal care at £1,847.35 a week from 1 September 2025, 70 % health and 30 % social care, without an end. */
export function line(changes: Partial<LineOfSpec> = {}): PackageLine {
  const { number = 600, category = 'personal-care', from = '2025-09-01', to = null } = changes;
  const { rates = { [from]: 1_847.35 }, split = percentages(70, 30) } = changes;
  return {
    ...{ lineId: numbered<'package-line'>(number), category, split, replaces: null, needs: [], budget: null },
    period: { from: day(from), to: to === null ? null : day(to) },
    rates: Object.entries(rates).map(([since, weekly]) => ({ from: day(since), weeklyPence: pounds(weekly) })),
  };
}

type DecisionData = Recorded<typeof DecisionRecorded>['data'];

/** A decision of a panel on 27 August 2025, approved with effect at once. */
export const decision = (changes: Partial<DecisionData>): FundingEvent => ({
  type: 'DecisionRecorded',
  data: {
    decisionId: numbered<'decision'>(700),
    panelId: numbered<'panel'>(300),
    meetingId: numbered<'meeting'>(400),
    matterId: numbered<'matter'>(500),
    ...{ childId, on: day('2025-08-27'), at: '2025-08-27T09:40:00.000Z', outcome: 'approved', effect: 'at-once' },
    ...{ withoutPrejudice: false, needs: [], returnsOn: null, referredTo: null, urgent: null, sitting: null },
    ...{ positions: [], contributionsDeclined: [], papers: [], lines: [], ends: [], commitments: [], conditions: [] },
    ...{ reasons: sealed, provisions: sealed },
    ...changes,
  },
});

/** A panel approved these lines. */
export const decided = (...lines: readonly PackageLine[]): FundingEvent => decision({ lines: [...lines] });

export const complexHealthcareFrom = (from: string): FundingEvent => ({
  type: 'CriterionMet',
  data: { childId, criterion: 'complex-healthcare', from: day(from), evidence: sealed },
});

/** A review found the child to have complex healthcare needs no longer. */
export const complexHealthcareNoLonger = (from: string): FundingEvent => ({
  type: 'CriterionNoLongerMet',
  data: { childId, criterion: 'complex-healthcare', from: day(from), evidence: sealed },
});

export const operationOn = (on: string, id: Id<'operation'> = operationId): FundingEvent => ({
  type: 'OperationRecorded',
  data: { childId, operationId: id, on: day(on), procedure: sealed },
});

export const dischargeOn = (on: string, number = 910): FundingEvent => ({
  type: 'DischargeRecorded',
  data: { childId, dischargeId: numbered(number), on: day(on), hospital: sealed },
});
export const placementOn = (on: string, number = 920): FundingEvent => ({
  type: 'PlacementBegun',
  data: { childId, placementId: numbered(number), on: day(on), setting: sealed },
});

export interface AgreementOfSpec {
  readonly number: number;
  readonly clauses: readonly Clause[];
  readonly precedences: readonly Precedence[];
  readonly reviewBy: string | null;
  readonly from: string;
  readonly to: string | null;
  readonly inForceFrom: string;
}
/** An agreement of every party, in force from 1 April 2025: its text, and its coming into force. */
export function agreementInForce(changes: Partial<AgreementOfSpec> = {}): FundingEvent[] {
  const { number = 1000, clauses = [clause()], precedences = [], reviewBy = null, from = '2025-04-01', to = null, inForceFrom = from } = changes;
  const agreementId = numbered<'agreement'>(number);
  const text = agreementRecorded({ clauses, precedences, reviewBy, from, to });
  return [
    { ...text, data: { ...text.data, agreementId } },
    { type: 'StandingAgreementCameIntoForce', data: { agreementId, from: day(inForceFrom) } },
  ];
}

export interface VariationOfSpec extends Omit<AgreementOfSpec, 'inForceFrom'> {
  readonly version: number;
  /** Day from which the variation rules, every party having signed it. */
  readonly since: string;
}
/** A variation of that agreement, signed by every party: its text, and its coming into force. */
export function variationInForce({ version = 2, since = '2025-07-01', ...changes }: Partial<VariationOfSpec> = {}): FundingEvent[] {
  const { number = 1000, clauses = [clause()], precedences = [], reviewBy = null, from = '2025-04-01', to = null } = changes;
  const agreementId = numbered<'agreement'>(number);
  const terms = termsOf(recordAgreement({ clauses, precedences, reviewBy, from, to }));
  return [
    { type: 'StandingAgreementVaried', data: { agreementId, version, ...terms, from: day(since), on: day(since) } },
    { type: 'StandingAgreementVariationCameIntoForce', data: { agreementId, version, from: day(since) } },
  ];
}

type LifeOfAgreement = { readonly number?: number };
const agreementOf = ({ number = 1000 }: LifeOfAgreement) => ({ agreementId: numbered<'agreement'>(number) });
/** Health's notice of three months. */
export const noticeGiven = (on: string, lastDay: string, of: LifeOfAgreement = {}): FundingEvent => ({
  type: 'StandingAgreementNoticeGiven',
  data: { ...agreementOf(of), agencyId: health, post: 'Director', reason: 'Costs', on: day(on), months: 3, lastDay: day(lastDay) },
});
export const noticeWithdrawn = (givenOn: string, on: string, of: LifeOfAgreement = {}): FundingEvent => ({
  type: 'StandingAgreementNoticeWithdrawn',
  data: { ...agreementOf(of), agencyId: health, givenOn: day(givenOn), reason: 'Settled', on: day(on) },
});
export const reviewed = (on: string, next: string | null, of: LifeOfAgreement = {}): FundingEvent => ({
  type: 'StandingAgreementReviewed',
  data: { ...agreementOf(of), findings: 'It works', nextReviewBy: next === null ? null : day(next), on: day(on) },
});
export const endedByAll = (from: string, of: LifeOfAgreement = {}): FundingEvent => ({
  type: 'StandingAgreementEnded',
  data: { ...agreementOf(of), reason: 'agreement-of-all', from: day(from), on: day(from) },
});

/** These events as the record holds them, in this order. */
export const record = (...events: readonly FundingEvent[]): FundingFact[] =>
  events.map((body, place) => ({
    origin: {
      eventId: numbered(2_000 + place),
      stream: `sample-${numbered(2_000 + place)}`,
      // In the order in which they are given, so that the events of one stream have places of their own.
      revision: place,
      recordedAt: '2025-12-01T09:00:00.000Z',
    },
    body,
  }));

export const pictureOf = (...events: readonly FundingEvent[]): FundingPicture => fundingPicture(record(...events));

export const days = (from: string, to: string): ClosedPeriod => ({ from: day(from), to: day(to) });
export const mondays = (...dates: readonly string[]): LondonDate[] => dates.map(day);
