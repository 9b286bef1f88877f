import type { PackageLine } from '@accord/panel/contracts';
import { addMonths } from '@accord/shared/kernel';
import type { LondonDate, Refusal } from '@accord/shared/kernel';
import { panelMayCommit, payersOf } from './authority';
import { highestWeek, measuredOn, paysIn, wholeCost } from './commitment-measures';
import type { DecisionOnRecord } from './decision-state';
import { termsOn } from './panel';
import type { Constituted } from './panel';
import { refusePanel } from './refusals';

/** Lines as they should read, of a decision as it reads now. */
export interface LinesCorrected {
  readonly lines: readonly PackageLine[];
  readonly decision: Pick<DecisionOnRecord, 'lines' | 'on'>;
}

/**
 * Refuses `correction-commits-more` when it is asked for: to put the record right is no way to spend more than was
 * decided with authority. What the panel may not commit of its own authority, no correction adds to, whoever
 * approves it; and of those who would pay more, at most one can be the agency that approves, besides that which asks.
 */
export function refuseCommittingMore(corrected: LinesCorrected, panel: Constituted, requesting: string): Refusal | undefined {
  const commitment = termsOn(panel, corrected.decision.on)?.terms.commitment;
  const ofThePanel = commitment?.authority === 'of-the-panel' && panelMayCommit(corrected.lines, commitment);
  const adds = payersIn(corrected).some((payer) => (['own-share', 'gross'] as const).some((measure) => figuresOf(corrected, payer, measure).more));
  if (commitment !== undefined && !ofThePanel && adds) {
    return committingMore('As it should read, an agency would pay more than was decided on its authority');
  }
  return payingMore(corrected).filter((payer) => payer !== requesting).length > 1
    ? committingMore('As it should read, two agencies besides the one that asks would pay more than was decided')
    : undefined;
}

/**
 * Refuses to approve what concerns the money of more than one agency: `correction-within-one-agency` where any
 * payer's figures change and one agency both asked and approves, `correction-commits-more` where an agency would pay
 * more that did neither. On every panel, of whatever authority it commits.
 */
export function refuseForOthers(corrected: LinesCorrected, requesting: string, approving: string): Refusal | undefined {
  const changes = payersIn(corrected).some((payer) => figuresOf(corrected, payer, 'own-share').change);
  if (changes && requesting === approving) {
    return refusePanel(
      'correction-within-one-agency',
      'It changes what agencies pay: somebody of another agency with a seat on the panel approves it, not the agency that asked.',
    );
  }
  return payingMore(corrected).some((payer) => payer !== requesting && payer !== approving)
    ? committingMore('As it should read, an agency would pay more that neither asked for the correction nor approves it')
    : undefined;
}

const committingMore = (why: string): Refusal =>
  refusePanel('correction-commits-more', `${why}: bring a variation to the panel; it may begin on the same day.`);

/** Everybody who pays as it reads now, or would as it should read. */
const payersIn = ({ lines, decision }: LinesCorrected) => payersOf([...decision.lines, ...lines]);

const payingMore = (corrected: LinesCorrected) => payersIn(corrected).filter((payer) => figuresOf(corrected, payer, 'own-share').more);

/** Whether an agency's figures change, and whether one rises: in the highest week, in all as limits count it, or over the same days. */
function figuresOf({ lines, decision }: LinesCorrected, agencyId: Parameters<typeof paysIn>[0], measure: Parameters<typeof measuredOn>[0]) {
  const part = measuredOn(measure, agencyId);
  const until = horizonOf([...decision.lines, ...lines]);
  const figures = (of: readonly PackageLine[]): readonly number[] => {
    const paid = of.filter(paysIn(agencyId));
    return [highestWeek(paid, part), wholeCost(paid, part), until === undefined ? 0 : wholeCost(paid.map(endingAt(until)), part)];
  };
  const now = figures(decision.lines);
  const rises = figures(lines).map((figure, place) => figure - (now[place] ?? 0));
  return { change: rises.some((rise) => rise !== 0), more: rises.some((rise) => rise > 0) };
}

/**
 * To where the two readings are added up: a year after the last day that either names. A first year alone, as limits
 * count it, would not see an end that is left out or a rate that changes later.
 */
function horizonOf(lines: readonly PackageLine[]): LondonDate | undefined {
  const days = lines.flatMap(({ period, rates }) => [period.from, ...(period.to === null ? [] : [period.to]), ...rates.map(({ from }) => from)]);
  const last = days.reduce<LondonDate | undefined>((latest, day) => (latest === undefined || day > latest ? day : latest), undefined);
  return last && addMonths(last, 12);
}

const endingAt =
  (until: LondonDate) =>
  (line: PackageLine): PackageLine => ({ ...line, period: { ...line.period, to: line.period.to ?? until } });
