import type { LineCategory, NeedCategory, Outcome, PanelKind } from '@accord/panel/contracts';
import type { Id, LondonDate } from '@accord/shared/kernel';
import type { WordedType } from './decision-reading';

/** Outcomes that answer what was asked for: a matter put off, sent on or taken back guides nobody. */
export const precedentOutcomes = ['approved', 'approved-with-conditions', 'part-approved', 'declined', 'contribution-declined'] as const satisfies readonly Outcome[];
export type PrecedentOutcome = (typeof precedentOutcomes)[number];

export const isPrecedentOutcome = (outcome: Outcome): outcome is PrecedentOutcome =>
  precedentOutcomes.some((each) => each === outcome);

/** Where a decision that is offered stands. */
export type PrecedentStanding = 'in-effect' | 'awaiting-ratification' | 'urgent-until-ratified' | 'without-effect';

/** What the index keeps of a decision: facts that nobody sealed, one sealed sentence, and hashes of words. */
export interface Precedent {
  readonly decisionId: Id<'decision'>;
  /** Never shown; so that what is kept goes with the child's erasure. */
  readonly childId: Id<'child'>;
  readonly panelId: Id<'panel'>;
  readonly panelKind: PanelKind;
  /** The month of deciding. The day is not kept. */
  readonly decidedIn: Month;
  /** Of the event that recorded the decision: orders the decisions of a month. */
  readonly position: number;
  readonly outcome: PrecedentOutcome;
  readonly standing: PrecedentStanding;
  readonly needs: readonly NeedCategory[];
  /** Of the lines decided; of the lines asked for where none was. */
  readonly categories: readonly LineCategory[];
  /** Place in {@link costBands} of the highest gross week; `null` where nothing was costed. */
  readonly costBand: number | null;
  /** The event whose fields the principle was sealed among: the recording, or the request for a correction. */
  readonly eventId: string;
  readonly eventType: WordedType;
  /** Still sealed under the child's key; `null` where none was written, or it names the child. */
  readonly principle: string | null;
  /** Stems of the words of the decision, hashed before they are stored. */
  readonly stems: ReadonlySet<string>;
  /** Earlier decisions in the place of whose lines this one's step, or whose lines it ends. */
  readonly supersedes: readonly string[];
}

/** `YYYY-MM`; texts compare as months. */
export type Month = string;
export const monthOf = (date: LondonDate): Month => date.slice(0, 7);

/**
 * Bands of weekly cost in pence, each from its figure up to the next one's. A precedent is found and shown by its
 * band alone: with exact figures, a child whose package is known could be picked out, even by halving ranges.
 */
export const costBands = [0, 10_000, 25_000, 50_000, 100_000, 200_000, 400_000, 800_000] as const;

export interface CostBand {
  readonly fromPence: number;
  /** First figure no longer in the band; `null` for the highest. */
  readonly toPence: number | null;
}

/** The band of a weekly figure, by its place. */
export const costBandOf = (weeklyPence: number): number => costBands.findLastIndex((from) => from <= weeklyPence);

export const costBandAt = (place: number): CostBand => ({ fromPence: costBands[place] ?? 0, toPence: costBands[place + 1] ?? null });

/** Places of the bands that hold any figure of the half-open range. */
export const costBandsWithin = (fromPence: number, toPence: number | undefined): readonly number[] =>
  costBands.flatMap((from, place) => {
    const to = costBands[place + 1];
    const reaches = to === undefined || to > fromPence;
    return reaches && (toPence === undefined || from < toPence) ? [place] : [];
  });
