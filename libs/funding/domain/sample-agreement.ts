import type {
  Clause,
  StandingAgreementApplied,
  StandingAgreementCameIntoForce,
  StandingAgreementRecorded,
  StandingAgreementSigned,
} from '@accord/funding/contracts';
import type { New } from '@accord/shared/event-contracts';
import { idFrom, londonDate, pence } from '@accord/shared/kernel';
import type { Id, LondonDate, Pence, Result, Shares } from '@accord/shared/kernel';
import type { RecordAgreement } from './agreement';
import type { SignAgreement } from './agreement-signing';

// The standing agreement of worked example 1, for the specs of this folder; not exported by its index.

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
const agencies = [health, socialCare, education] as const;
export const registered: ReadonlySet<string> = new Set(agencies);
/** Of no party have the functions passed to another agency. */
export const inherited: ReadonlySet<string> = new Set();

/** Shares of health, social care and education, in this order, in per cent. */
export const percentages = (...shares: readonly number[]): Shares => ({
  kind: 'basis-points',
  parts: shares.map((share, place) => ({ agencyId: numbered<'agency'>(101 + place), weight: Math.round(share * 100) })),
});
/** Parts of health, social care and education, in this order. */
export const ratio = (...weights: readonly number[]): Shares => ({
  kind: 'ratio',
  parts: weights.map((weight, place) => ({ agencyId: numbered<'agency'>(101 + place), weight })),
});

/** The length of a clause in whole weeks. */
export const weeks = (count: number): Clause['duration'] => ({ unit: 'weeks', count });

/** Personal care 50/50 for six weeks after surgery of a child with complex healthcare, whatever the cost. */
export const clause = (changes: Partial<Clause> = {}): Clause => ({
  clauseId: numbered<'clause'>(1001),
  trigger: { event: 'surgery', criterion: 'complex-healthcare' },
  categories: ['personal-care'],
  split: percentages(50, 50),
  duration: weeks(6),
  dayOne: 'day-of-event',
  cost: 'regardless-of-cost',
  atEnd: 'falls-back',
  ...changes,
});

export const agreementId = numbered<'agreement'>(1000);
export const recordAgreement = (changes: Partial<RecordAgreement> = {}): RecordAgreement => ({
  type: 'RecordAgreement',
  agreementId,
  title: 'Personal care after surgery',
  kind: 'local-memorandum',
  parties: [health, socialCare],
  clauses: [clause()],
  agencyId: health,
  from: '2025-04-01',
  to: null,
  on: '2025-03-03',
  today: day('2025-03-10'),
  ...changes,
});
/** The terms of a text as its event has them. */
export function termsOf({ aims = null, functions = null, clientGroup = null, clauses, precedences = [], from, to, noticeMonths = null, reviewBy = null }: RecordAgreement) {
  const period = { from: day(from), to: to === null ? null : day(to) };
  const said = { aims, functions, clientGroup, noticeMonths, reviewBy: reviewBy === null ? null : day(reviewBy) };
  return { ...said, clauses: [...clauses], precedences: [...precedences], period };
}
export function agreementRecorded(changes: Partial<RecordAgreement> = {}): New<typeof StandingAgreementRecorded> {
  const command = recordAgreement(changes);
  const { title, kind, parties, on } = command;
  return { type: 'StandingAgreementRecorded', data: { agreementId, title, kind, parties: [...parties], ...termsOf(command), on: day(on) } };
}

const posts = new Map<string, string>([
  [health, 'Director of Commissioning'],
  [socialCare, 'Director of Children’s Services'],
  [education, 'Head of SEND'],
]);
const postAt = (agencyId: string): string => posts.get(agencyId) ?? 'Director';
export const sign = (agencyId: Id<'agency'>, on: string, today = '2025-12-01'): SignAgreement => ({
  type: 'SignAgreement',
  ...{ agencyId, post: postAt(agencyId), on, today: day(today) },
});
export const signed = (agencyId: Id<'agency'>, on: string, version = 1): New<typeof StandingAgreementSigned> => ({
  type: 'StandingAgreementSigned',
  data: { agreementId, version, agencyId, post: postAt(agencyId), on: day(on) },
});
export const cameIntoForce = (from: string): New<typeof StandingAgreementCameIntoForce> => ({
  type: 'StandingAgreementCameIntoForce',
  data: { agreementId, from: day(from) },
});

export const childId = numbered<'child'>(800);
export const operationId = numbered<'operation'>(900);
/** The operation as an event of the child's life. */
export const operationEvent = numbered<'life-event'>(900);
export const agreementApplied = (from: string, to: string | null): New<typeof StandingAgreementApplied> => {
  const { clauseId, trigger, categories, split, cost, atEnd } = clause();
  const period = { from: day(from), to: to === null ? null : day(to) };
  return {
    type: 'StandingAgreementApplied',
    data: {
      ...{ childId, agreementId, version: 1, clauseId, trigger: { event: trigger.event, eventId: operationEvent } },
      ...{ ...period, categories, split, cost, atEnd },
    },
  };
};
