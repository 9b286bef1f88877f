import { idOf, londonDateField, penceField, periodField, sharesField } from '@accord/shared/event-contracts';
import { z } from 'zod';
import { lineCategories } from './terms';

const from = londonDateField();
/** What the line costs from a day on: a week, a day, an hour for so many minutes a week, four weeks, or once on that day. */
export const lineRate = z.union([
  z.strictObject({ from, weeklyPence: penceField() }),
  z.strictObject({ from, dailyPence: penceField() }),
  z.strictObject({ from, hourlyPence: penceField(), weeklyMinutes: z.int().min(1) }),
  z.strictObject({ from, fourWeeklyPence: penceField() }),
  z.strictObject({ from, oncePence: penceField() }),
]);

const figures = {
  lineId: idOf('package-line'),
  category: z.enum(lineCategories),
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

/** What is provided, in words, per line. */
export const provision = z.strictObject({ lineId: idOf('package-line'), words: z.string().min(1).max(1000) });
