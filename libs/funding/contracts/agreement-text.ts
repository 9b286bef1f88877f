import { criteria } from '@accord/child/contracts';
import { lineCategories } from '@accord/panel/contracts';
import { idOf, londonDateField, penceField, periodField, sharesField, textField } from '@accord/shared/event-contracts';
import { z } from 'zod';

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

/** Events of a child's life that may set a clause going. */
export const lifeEventKinds = ['surgery', 'discharge', 'placement'] as const;
export type LifeEventKind = (typeof lifeEventKinds)[number];

/** What sets a clause going; `always`: nothing, it rules as long as the agreement does. */
export const triggerEvents = [...lifeEventKinds, 'always'] as const;
export type TriggerEvent = (typeof triggerEvents)[number];

const clause = z.strictObject({
  clauseId: idOf('clause'),
  /**
   * What sets the clause going, and the criterion that the child must meet on that day; `null`: any child. A higher
   * need level than the one required meets it too.
   */
  trigger: z.strictObject({ event: z.enum(triggerEvents), criterion: z.enum(criteria).nullable() }),
  /** Categories of package line that the clause rules. */
  categories: z.array(z.enum(lineCategories)).min(1),
  split: sharesField(),
  duration: z.discriminatedUnion('unit', [
    z.strictObject({ unit: z.enum(['weeks', 'days']), count: z.int().min(1) }),
    z.strictObject({ unit: z.literal('until-the-agreement-ends') }),
  ]),
  /** Whether day 1 is the day of the event or the day after; agreements differ. `null` where there is no event. */
  dayOne: z.enum(['day-of-event', 'day-after-event']).nullable(),
  /** No cap, or the weekly rate of a line above which the clause does not rule it. */
  cost: z.union([z.literal('regardless-of-cost'), z.strictObject({ upToWeeklyPence: penceField() })]),
  /** What follows at its end: the panel's decision rules again, and perhaps somebody must look at it before. */
  atEnd: z.enum(['falls-back', 'must-be-reviewed']),
});
/** A clause of a standing agreement: which split rules which lines, for how long after what. */
export type Clause = z.infer<typeof clause>;

const precedence = z.strictObject({ first: idOf('clause'), over: idOf('clause') });
/** Where both clauses could rule one line on one day, the first does. */
export type Precedence = z.infer<typeof precedence>;

/** What a variation may change, and every version of the text says. */
export const termsFields = {
  /** SI 2000/617 reg 7(3): a section 75 agreement says its aims and outcomes; `null` where the text does not. */
  aims: textField().nullable(),
  /** The NHS functions and the health-related functions that it is about. */
  functions: textField().nullable(),
  /** For whom, and which services. */
  clientGroup: textField().nullable(),
  clauses: z.array(clause).min(1),
  precedences: z.array(precedence),
  period: periodField(),
  /** Whole calendar months of notice; `null` where the text gives no right to leave by notice. */
  noticeMonths: z.int().min(1).nullable(),
  /**
   * Last day on which the parties may review it; not reviewed by then, it lapses. `null`: of the first text that it
   * need not be reviewed, of a variation that the day for the review stays as it was.
   */
  reviewBy: londonDateField().nullable(),
};

/** The whole text of an agreement, as it is drafted and as it is agreed. */
export const textFields = {
  agreementId: idOf('agreement'),
  title: textField(200),
  kind: z.enum(agreementKinds),
  parties: z.array(idOf('agency')).min(2),
  ...termsFields,
};

/** Version 1 knew surgery, whole weeks and any cost; at the end of its weeks the panel's decision ruled again. */
function clauseFromVersion1(stored: unknown): unknown {
  // The shape of version 1; data that is not of it makes the event malformed.
  const { weeks, ...kept } = stored as Record<string, unknown>;
  return { ...kept, duration: { unit: 'weeks', count: weeks }, atEnd: 'falls-back' };
}

/** The text as version 1 of `StandingAgreementRecorded` had it; what it did not say stays unsaid. */
export function textFromVersion1({ clauses, ...kept }: Record<string, unknown>): Record<string, unknown> {
  // A list in version 1; anything else makes the event malformed.
  const before = clauses as readonly unknown[];
  const unsaid = { aims: null, functions: null, clientGroup: null, precedences: [], noticeMonths: null, reviewBy: null };
  return { ...kept, ...unsaid, clauses: before.map(clauseFromVersion1) };
}

/** Before need levels a clause could ask for complex healthcare needs alone; every such text reads the same. */
export const textBeforeNeedLevels = (data: Record<string, unknown>): Record<string, unknown> => data;
