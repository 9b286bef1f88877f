import { accept } from '@accord/shared/kernel';
import type { Decider, Decision, Refusal } from '@accord/shared/kernel';
import { refuseFunding } from '../refusals';
import { lineInDecision } from './decided-line';
import type { LineCommand, WithdrawLineEntry } from './line-commands';
import { ALL_PAYABLE, askingWhoPays, refuseFuture, refuseStranger } from './line-ground';
import type { LineFacts, LineGround, LineState, NewLineEvent } from './line-ground';
import { lineLife, nameOfEntry } from './line-life';
import type { LineEntry, LineLifeEvent } from './line-life';
import { arrange, changeRetainedPart, end, resume, suspend } from './line-turns';
import { decideRates } from './rate-variation';
import { recover } from './recovery';

/**
 * What happens to a package line after its decision. Only a line that the decision has, and that has effect by it, has
 * a life; every entry lies on its days, and a mistake is withdrawn by its id, never rewritten.
 */
export const lineDecider: Decider<LineCommand, LineState, NewLineEvent, LineLifeEvent, LineFacts> = {
  initial: { entries: [] },
  evolve: ({ entries }, body) => ({ entries: [...entries, { body, origin: { revision: entries.length } }] }),
  decide(command, state, facts) {
    const ground = groundOf(command, state, facts);
    return 'ok' in ground ? ground : decideOn(command, ground);
  },
};

function decideOn(command: LineCommand, ground: LineGround): Decision<NewLineEvent> {
  switch (command.type) {
    case 'ArrangeLine':
      return arrange(command, ground);
    case 'SuspendLine':
      return suspend(command, ground);
    case 'ChangeRetainedPart':
      return changeRetainedPart(command, ground);
    case 'ResumeLine':
      return resume(command, ground);
    case 'EndLine':
      return end(command, ground);
    case 'ProposeLineRates':
    case 'AgreeLineRates':
    case 'RefuseLineRates':
      return decideRates(command, ground);
    case 'RecoverUnspentSum':
      return recover(command, ground);
    case 'WithdrawLineEntry':
      return withdraw(command, ground);
  }
}

function groundOf({ decisionId, lineId, agencyId, today }: LineCommand, state: LineState, facts: LineFacts): LineGround | Refusal {
  const found = lineInDecision(facts.decision, lineId);
  if (facts.decision.status === 'unknown' || !found) {
    return refuseFunding('line-outside-decision', 'The decision as it reads now has no package line with this id: look both ids up.');
  }
  if (state.entries.some(({ body }) => body.data.decisionId !== decisionId)) {
    return refuseFunding('line-outside-decision', 'What is on record under this id belongs to a line of another decision: look both ids up.');
  }
  if (!found.days) return refuseFunding('line-without-effect', 'The decision has no effect on this line, or not yet: nothing happens to it before.');
  const about = { lineId, decisionId, childId: facts.decision.decision.childId, agencyId };
  return { about, line: found.line, decided: found.days, life: lineLife(state.entries), state, facts, today };
}

function withdraw({ withdraws, turnsOnly, because, on }: WithdrawLineEntry, ground: LineGround): Decision<NewLineEvent> {
  const entry = ground.state.entries.find(({ body }) => nameOfEntry(body) === withdraws);
  if (!entry) return refuseFunding('line-entry-unknown', 'Name the arrangement, suspension, retained part, resumption, ending, recovery or proposal by the id that it was given.');
  const refusal = refuseFuture(on, ground.today) ?? refuseStanding(withdraws, ground) ?? (turnsOnly ? refuseButOwnTurns(entry, ground) : refuseOthers(entry, ground));
  // The brand: the id named an entry of the line just now.
  return refusal ?? accept({ type: 'LineEntryWithdrawn', data: { ...ground.about, withdraws: withdraws as LineEntryId, because, on } });
}
type LineEntryId = Extract<NewLineEvent, { type: 'LineEntryWithdrawn' }>['data']['withdraws'];

function refuseStanding(name: string, { state, life }: LineGround): Refusal | undefined {
  if (state.entries.some(({ body }) => body.type === 'LineEntryWithdrawn' && body.data.withdraws === name)) {
    return refuseFunding('line-entry-withdrawn', 'This was withdrawn already: it counts no more.');
  }
  if (life.variations.some(({ proposal, standing }) => proposal.body.data.variationId === name && standing === 'in-force')) {
    return refuseFunding('line-entry-stands', 'All have agreed to these rates: propose others, to which all agree as well.');
  }
  return undefined;
}

const isTurn = (type: LineLifeEvent['type']): boolean => type === 'PackageLineSuspended' || type === 'PackageLineResumed';

/** Who may only record that a line pauses or goes on withdraws no more than that, and of the own agency. */
function refuseButOwnTurns({ body: { type, data } }: LineEntry, { facts: { actsFor } }: LineGround): Refusal | undefined {
  if (type === 'PackageLineSuspended' && data.retainedBasisPoints !== ALL_PAYABLE) {
    return refuseFunding('withdrawal-of-turns-only', 'This suspension says what stays payable as well: ask a commissioner of an agency that pays for the line to withdraw it.');
  }
  if (!isTurn(type)) return refuseFunding('withdrawal-of-turns-only', 'You may withdraw that a line pauses or goes on; ask a commissioner of the agency that recorded this to withdraw it.');
  return actsFor.has(data.agencyId) ? undefined : refuseFunding('withdrawal-by-stranger', 'Another agency recorded this: ask it to withdraw it.');
}

/** Who recorded it withdraws it; that a line pauses or goes on, whoever pays for it as well: key workers record that. */
function refuseOthers({ body: { type, data } }: LineEntry, ground: LineGround): Refusal | undefined {
  if (ground.facts.actsFor.has(data.agencyId)) return undefined;
  if (isTurn(type) && !refuseStranger(askingWhoPays(ground))) return undefined;
  return refuseFunding('withdrawal-by-stranger', 'Another agency recorded this: ask it to withdraw it.');
}
