import { idOf, londonDateField, penceField, periodField, sharesField, textField } from '@accord/shared/event-contracts';
import { z } from 'zod';
import { budgetHoldings, budgetKinds, lineCategories, needCategories } from './terms';

const from = londonDateField();
/** What the line costs from a day on: a week, a day, an hour for so many minutes a week, four weeks, or once on that day. */
export const lineRate = z.union([
  z.strictObject({ from, weeklyPence: penceField() }),
  z.strictObject({ from, dailyPence: penceField() }),
  z.strictObject({ from, hourlyPence: penceField(), weeklyMinutes: z.int().min(1) }),
  z.strictObject({ from, fourWeeklyPence: penceField() }),
  z.strictObject({ from, oncePence: penceField() }),
]);

/** A budget that the family or somebody for them directs, and who holds the money of it. */
const personalBudget = z.strictObject({ kind: z.enum(budgetKinds), heldAs: z.enum(budgetHoldings) });
export type PersonalBudget = z.infer<typeof personalBudget>;

const figures = {
  lineId: idOf('package-line'),
  category: z.enum(lineCategories),
  /** Needs that the line serves, unsealed as those of the matter and the decision are; none where nobody said. */
  needs: z.array(z.enum(needCategories)),
  /** `null`: a provision that an agency commissions as such. */
  budget: personalBudget.nullable(),
  period: periodField(),
  /** Effective-dated rates, in order; the first from the line's first day. */
  rates: z.array(lineRate).min(1),
};

/** A line that ends where another takes its place, or without one; it may be a line of an earlier decision. */
const lineOfDecision = z.strictObject({ decisionId: idOf('decision'), lineId: idOf('package-line') });
export type LineOfDecision = z.infer<typeof lineOfDecision>;

export const packageLine = z.strictObject({
  ...figures,
  split: sharesField(),
  /** The line of an earlier decision in whose place it steps from its first day; `null` for a new line. */
  replaces: lineOfDecision.nullable(),
});
/** A line of a package of support: what is provided in which period, at what rate, and who pays. */
export type PackageLine = z.infer<typeof packageLine>;

/** A line as somebody asks for it; how it is split may be left to the panel. */
export const requestedLine = z.strictObject({ ...figures, split: sharesField().nullable(), replaces: lineOfDecision.nullable() });
export type RequestedLine = z.infer<typeof requestedLine>;

/** A line of an earlier decision that ends from a day without another in its place. */
export const endedLine = z.strictObject({
  decisionId: idOf('decision'),
  lineId: idOf('package-line'),
  /** First day on which it is no longer provided. */
  from: londonDateField(),
});
export type EndedLine = z.infer<typeof endedLine>;

/** What is provided, in words, per line, and the outcomes that it serves. Personal: its events seal it whole. */
export const provision = z.strictObject({
  lineId: idOf('package-line'),
  words: textField(1000),
  /** Absent in what was recorded before outcomes were kept by the line: a sealed field reaches no upcaster. */
  outcomes: z.array(textField(1000)).optional(),
});

/** The lines of an event as they were before a line said its needs and its budget; all their rates were by the week. */
export function withLinesBeforeNeeds({ lines, ...kept }: Record<string, unknown>): Record<string, unknown> {
  if (lines === undefined) return kept;
  // A list of objects in every version that had lines; anything else makes the event malformed.
  const before = lines as readonly Record<string, unknown>[];
  return { ...kept, lines: before.map((line) => ({ ...line, needs: [], budget: null })) };
}
