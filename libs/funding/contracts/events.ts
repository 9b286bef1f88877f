import { lineCategories } from '@accord/panel/contracts';
import { criteria } from '@accord/child/contracts';
import { addDays } from '@accord/shared/kernel';
import { defineEvent, idOf, londonDateField, periodField, sharesField, textField } from '@accord/shared/event-contracts';
import { z } from 'zod';
import { scheduleEvents } from './schedule-events';

/** Legal footing of a standing agreement between agencies. */
export const agreementKinds = [
  'section-75-pooled',
  'section-75-lead-commissioning',
  'section-75-aligned',
  'section-76',
  'section-256',
  'local-memorandum',
] as const;
export type AgreementKind = (typeof agreementKinds)[number];

const clause = z.strictObject({
  clauseId: idOf('clause'),
  /** What sets the clause going: surgery of a child who meets the criterion. */
  trigger: z.strictObject({ event: z.literal('surgery'), criterion: z.enum(criteria) }),
  /** Categories of package line that the clause rules. */
  categories: z.array(z.enum(lineCategories)).min(1),
  split: sharesField(),
  weeks: z.int().min(1),
  /** Whether day 1 is the day of the event or the day after; agreements differ. */
  dayOne: z.enum(['day-of-event', 'day-after-event']),
  /** No cap: the split holds whatever the cost. */
  cost: z.literal('regardless-of-cost'),
});
/** A clause of a standing agreement: which split rules which lines, for how long after what. */
export type Clause = z.infer<typeof clause>;

export const StandingAgreementRecorded = defineEvent({
  type: 'StandingAgreementRecorded',
  version: 1,
  stream: 'agreement',
  meaning: 'The text of a standing agreement between agencies was recorded; it rules nothing until every party has signed.',
  data: z.strictObject({
    agreementId: idOf('agreement'),
    title: textField(200),
    kind: z.enum(agreementKinds),
    parties: z.array(idOf('agency')).min(2),
    clauses: z.array(clause).min(1),
    period: periodField(),
    on: londonDateField(),
  }),
  effective: 'on',
  sentence: ({ title }) => `The agreement “${title}” was recorded.`,
});

export const StandingAgreementSigned = defineEvent({
  type: 'StandingAgreementSigned',
  version: 1,
  stream: 'agreement',
  meaning: 'A party signed a standing agreement, through a named post.',
  data: z.strictObject({
    agreementId: idOf('agreement'),
    agencyId: idOf('agency'),
    post: textField(200),
    on: londonDateField(),
  }),
  effective: 'on',
  sentence: ({ agencyId, agreementId, post }, words) =>
    `${words.agency(agencyId)} signed “${words.agreement(agreementId)}” through its ${post}.`,
});

export const StandingAgreementCameIntoForce = defineEvent({
  type: 'StandingAgreementCameIntoForce',
  version: 1,
  stream: 'agreement',
  meaning: 'Every party has signed: from this day the clauses of the agreement rule.',
  data: z.strictObject({ agreementId: idOf('agreement'), from: londonDateField() }),
  effective: 'from',
  sentence: ({ agreementId, from }, words) =>
    `“${words.agreement(agreementId)}” came into force on ${words.date(from)}.`,
});

/** `personal care`, `personal care and nursing`, `personal care, nursing and therapy`. */
const listed = (categories: readonly string[]): string =>
  new Intl.ListFormat('en-GB').format(categories.map((category) => category.replaceAll('-', ' ')));

export const StandingAgreementApplied = defineEvent({
  type: 'StandingAgreementApplied',
  version: 1,
  stream: 'clause-application',
  meaning: "A clause of a standing agreement took over a child's package lines for its window; no panel voted on it.",
  data: z.strictObject({
    childId: idOf('child'),
    agreementId: idOf('agreement'),
    clauseId: idOf('clause'),
    operationId: idOf('operation'),
    /** The window is `[from, to)`. */
    from: londonDateField(),
    to: londonDateField(),
    categories: z.array(z.enum(lineCategories)).min(1),
    split: sharesField(),
  }),
  effective: 'from',
  sentence: ({ agreementId, categories, split, from, to }, words) =>
    `Under “${words.agreement(agreementId)}”, ${listed(categories)} ${categories.length === 1 ? 'is' : 'are'} shared ` +
    `${words.shares(split)} from ${words.date(from)} to ${words.date(addDays(to, -1))}, whatever the cost.`,
});

export const fundingEvents = [
  StandingAgreementRecorded,
  StandingAgreementSigned,
  StandingAgreementCameIntoForce,
  StandingAgreementApplied,
  ...scheduleEvents,
] as const;
