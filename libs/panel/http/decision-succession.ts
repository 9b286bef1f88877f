import { firstDayInEffect, hasEffectOn } from '@accord/panel/domain';
import type { DecisionOnRecord } from '@accord/panel/domain';
import type { LondonDate } from '@accord/shared/kernel';

/** A line that takes the place of an earlier one, or ends it. */
export interface SuccessionEntry {
  /** The decision with the other line, and that line. */
  readonly decisionId: string;
  readonly lineId: string;
  /** `null` where the earlier line ends without another in its place. */
  readonly with: string | null;
  /** First day on which the earlier line has given way. */
  readonly from: string;
}

/** What the decision takes from earlier ones: their lines, and its own in their place. */
export const replacesOf = (decision: DecisionOnRecord): readonly SuccessionEntry[] => [
  ...decision.lines.flatMap((line) =>
    line.replaces === null ? [] : [{ ...line.replaces, with: line.lineId, from: firstDayInEffect(decision, line) }],
  ),
  ...decision.ends.map(({ decisionId, lineId, from }) => ({ decisionId, lineId, with: null, from })),
];

export interface SupersededEntry {
  /** The later decision. */
  readonly decisionId: string;
  readonly decidedOn: string;
  /** This decision's line that gives way, and the later one in its place. */
  readonly lineId: string;
  readonly with: string | null;
  readonly from: string;
}

/** Which later decisions in effect on the day have taken lines of this one, in the order in which they were decided. */
export const supersededBy = (
  { decisionId }: DecisionOnRecord,
  ofChild: readonly DecisionOnRecord[],
  day: LondonDate,
): readonly SupersededEntry[] =>
  ofChild
    .filter((other) => hasEffectOn(other, day))
    .flatMap((other) =>
      replacesOf(other)
        .filter((taken) => taken.decisionId === decisionId)
        .map(({ lineId, with: by, from }) => ({ decisionId: other.decisionId, decidedOn: other.on, lineId, with: by, from })),
    );
