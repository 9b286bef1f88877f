import type { DecisionMode, DecisionRecorded, PackageLine } from '@accord/panel/contracts';
import type { New } from '@accord/shared/event-contracts';
import type { Refusal } from '@accord/shared/kernel';
import { refusePanel } from './refusals';

/** An approval whose agencies, lines and positions were checked one by one. */
export interface ProposedApproval {
  readonly positions: New<typeof DecisionRecorded>['data']['positions'];
  readonly lines: readonly PackageLine[];
}

/**
 * Refuses an approval that the positions taken do not carry, under the way in which the terms of reference
 * say that the panel decides: `positions-missing`, `no-consensus`, `no-majority`, `payer-does-not-support`.
 * To decline or to defer carries nothing that anybody must pay for, and is not judged here.
 */
export function refuseUncarried(mode: DecisionMode, approval: ProposedApproval): Refusal | undefined {
  // Positions are advice there: somebody else decides, and answers for it.
  if (mode === 'decision-maker-advised') return undefined;
  if (approval.positions.length === 0) {
    return refusePanel(
      'positions-missing',
      'An approval rests on what the agencies said: give the position of each agency that has a voting member present.',
    );
  }
  switch (mode) {
    case 'consensus':
      return refuseWithoutConsensus(approval);
    case 'majority-with-casting-vote':
      return refuseWithoutMajority(approval);
    case 'unanimity-of-payers':
      return refuseUnsupportedByPayers(approval);
  }
}

const count = ({ positions }: ProposedApproval, wanted: 'supports' | 'opposes'): number =>
  positions.filter(({ position }) => position === wanted).length;

function refuseWithoutConsensus(approval: ProposedApproval): Refusal | undefined {
  const opposed = count(approval, 'opposes');
  if (opposed === 0 && count(approval, 'supports') > 0) return undefined;
  if (opposed === 0) return refusePanel('no-consensus', 'Every agency abstains: nobody carries this approval. The matter can be deferred.');
  const who = opposed === 1 ? '1 agency opposes' : `${opposed} agencies oppose`;
  return refusePanel('no-consensus', `This panel approves by consensus, and ${who} it. The matter can be deferred or declined.`);
}

function refuseWithoutMajority(approval: ProposedApproval): Refusal | undefined {
  const [supporting, opposed] = [count(approval, 'supports'), count(approval, 'opposes')];
  if (supporting > opposed) return undefined;
  const found = `This panel approves by majority, and the agencies are ${supporting} in support and ${opposed} opposed.`;
  return supporting === opposed
    ? refusePanel('no-majority', `${found} A tie needs the chair's casting vote, which cannot be recorded yet: defer the matter.`)
    : refusePanel('no-majority', `${found} The matter can be deferred or declined.`);
}

/** An agency pays where it has a share above nothing in any line. */
function refuseUnsupportedByPayers({ positions, lines }: ProposedApproval): Refusal | undefined {
  const parts = lines.flatMap(({ split }) => split.parts);
  const payers = new Set(parts.filter(({ weight }) => weight > 0).map(({ agencyId }) => agencyId));
  for (const { agencyId, position } of positions) if (position === 'supports') payers.delete(agencyId);
  return payers.size === 0
    ? undefined
    : refusePanel(
        'payer-does-not-support',
        `Every agency that pays must support an approval by this panel; ${payers.size} of the agencies that would pay ` +
          `${payers.size === 1 ? 'does' : 'do'} not. Change the split, or defer the matter.`,
      );
}
