import type { LondonDate } from '@accord/shared/kernel';

/**
 * Findings about a child that an agreement's clause may require. Kept unsealed: they decide money (ADR 7). A need level
 * is the highest that the decision support tool of the children's continuing care framework (2016) found in a domain.
 */
export const criteria = ['complex-healthcare', 'need-level-high', 'need-level-severe', 'need-level-priority'] as const;
export type Criterion = (typeof criteria)[number];

/** What a child who meets the criterion was found to have. */
export const criterionInWords: Readonly<Record<Criterion, string>> = {
  'complex-healthcare': 'complex healthcare needs',
  'need-level-high': 'a high level of need',
  'need-level-severe': 'a severe level of need',
  'need-level-priority': 'a priority level of need',
};

/** That a child meets a criterion from a day on; `to` is the first day on which it no longer does, `null` where none was found. */
export interface CriterionHolding {
  readonly criterion: Criterion;
  readonly from: LondonDate;
  readonly to: LondonDate | null;
}

/** Until when each finding holds: until the next day on which its criterion was found to be met no longer. Their order changes nothing. */
export const heldUntil = <F extends Pick<CriterionHolding, 'criterion' | 'from'>>(
  met: readonly F[],
  noLongerMet: readonly Pick<CriterionHolding, 'criterion' | 'from'>[],
): (F & Pick<CriterionHolding, 'to'>)[] =>
  met.map((finding) => {
    const ends = noLongerMet.filter(({ criterion, from }) => criterion === finding.criterion && from > finding.from).map(({ from }) => from);
    return { ...finding, to: ends.reduce<LondonDate | null>((first, day) => (first === null || day < first ? day : first), null) };
  });

/** From the lowest to the highest. */
const needLevels: readonly Criterion[] = ['need-level-high', 'need-level-severe', 'need-level-priority'];

/**
 * Whether a finding meets what a clause requires: it itself, and of need levels a higher one too. The tool records the
 * highest level found, so a clause for children with severe needs means those with priority needs as well.
 */
export const meetsCriterion = (found: Criterion, required: Criterion): boolean =>
  found === required || (needLevels.includes(required) && needLevels.indexOf(found) > needLevels.indexOf(required));
