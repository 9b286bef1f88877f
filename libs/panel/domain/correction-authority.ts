import type { PackageLine } from '@accord/panel/contracts';
import type { Refusal } from '@accord/shared/kernel';
import { panelMayCommit, payersOf } from './authority';
import { highestWeek, measuredOn, paysIn, wholeCost } from './commitment-measures';
import type { DecisionOnRecord } from './decision-state';
import { termsOn } from './panel';
import type { Constituted } from './panel';
import { refusePanel } from './refusals';

/**
 * Refuses `correction-commits-more`: to put the record right is no way to spend more than was decided with
 * authority. Where the panel itself may commit the lines as they should read, nothing more is needed; else no
 * payer may come to pay more than the decision has it pay, in its highest week or in all.
 */
export function refuseCommittingMore(lines: readonly PackageLine[], decision: DecisionOnRecord, panel: Constituted): Refusal | undefined {
  const commitment = termsOn(panel, decision.on)?.terms.commitment;
  if (commitment === undefined || (commitment.authority === 'of-the-panel' && panelMayCommit(lines, commitment))) return undefined;
  const more = payersOf(lines).some((agencyId) =>
    (['own-share', 'gross'] as const).some((measure) => {
      const part = measuredOn(measure, agencyId);
      const [asked, decided] = [lines, decision.lines].map((each) => each.filter(paysIn(agencyId)));
      return highestWeek(asked ?? [], part) > highestWeek(decided ?? [], part) || wholeCost(asked ?? [], part) > wholeCost(decided ?? [], part);
    }),
  );
  return more
    ? refusePanel(
        'correction-commits-more',
        'As it should read, an agency would pay more than was decided on its authority: bring a variation to the panel; it may begin on the same day.',
      )
    : undefined;
}
