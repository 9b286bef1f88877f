import { DecisionRatified, UrgentDecisionRatified } from '@accord/panel/contracts';
import type { Block } from '@accord/shared/documents';
import { heading, plain } from './blocks';
import type { ReadDecision, Reading } from './decision-on-record';
import type { NotGoingAhead } from './letter-not-going-ahead';
import type { Voice } from './letter-voice';
import type { Names } from './names';
import { asSentence, day } from './plain-words';
import { told } from './told';

export interface NextAsked {
  readonly read: ReadDecision;
  readonly names: Names;
  readonly voice: Voice;
  readonly stopped: NotGoingAhead | undefined;
}

/**
 * What happens next and by whom, as it was known at the moment of the letter, with the conditions; of what does not
 * go ahead, nothing comes.
 */
export function whatIsNext({ read, names, voice, stopped }: NextAsked): readonly Block[] {
  const { reading } = read;
  if (stopped !== undefined) return [heading('What happens next'), plain('Your contact can tell you what can be done now.')];
  const items = reading.conditions.map(({ conditionId, owner, dueOn }) => {
    const words = reading.conditionWords?.find((each) => each.conditionId === conditionId)?.words;
    return `${words === undefined ? 'There is something to do.' : asSentence(words)} The ${owner.post} at ${names.agency(owner.agencyId)} will see to this by ${day(dueOn)}.`;
  });
  const conditions: readonly Block[] = items.length === 0 ? [] : [heading('What else has to be done'), { kind: 'list', numbered: false, items }];
  return [...conditions, heading('What happens next'), ...effect(read, voice), ...ended(reading), ...next(reading, names, voice)];
}

/** What an earlier decision gave and this one does not. */
const ended = ({ ends }: Reading): readonly Block[] =>
  [...new Set(ends.map(({ from }) => from))].map((from) => plain(`Some support from an earlier decision ends. The first day without it is ${day(from)}.`));

/** Whether the decision counts already. */
function effect({ reading, events }: ReadDecision, voice: Voice): readonly Block[] {
  if (reading.effect === 'awaiting-ratification') return awaited(events, voice);
  if (reading.effect === 'urgent-until-ratified') return urgent(reading, events);
  return reading.effect === 'at-once' ? [plain('The decision counts from now on. The support begins on the days that we give above.')] : [];
}

function awaited(events: ReadDecision['events'], { whomHas }: Voice): readonly Block[] {
  const last = told(events, DecisionRatified).at(-1);
  if (last !== undefined && last.data.stillAwaited.length === 0) {
    return [plain(`A senior officer had to confirm our decision. They have said yes. It counts from ${day(last.data.effectiveFrom)}.`)];
  }
  return [plain(`The decision is not final yet. A senior officer has to confirm it. Until then the support that ${whomHas} now goes on. We will write to you again when we know.`)];
}

function urgent({ urgent: decision }: Reading, events: ReadDecision['events']): readonly Block[] {
  if (decision === null) return [];
  const ratified = told(events, UrgentDecisionRatified).at(-1);
  if (ratified !== undefined) return [plain(`We decided this quickly, because it could not wait. The panel looked at it on ${day(ratified.data.on)} and said yes. The support goes on.`)];
  return [plain(`We decided this quickly, because it could not wait. The support begins now. The panel will look at it by ${day(decision.ratifyBy)}. If it does not confirm it by then, this support ends after that day. We will write to you again.`)];
}

/** What the outcome itself says of what comes. */
function next({ outcome, returnsOn, referredTo, ends }: Reading, names: Names, { whomHas }: Voice): readonly Block[] {
  switch (outcome) {
    case 'deferred':
      return [plain(returnsOn === null ? 'We will look at this again when we know more.' : `We will look at this again on ${day(returnsOn)}. Time limits in law do not stop while we wait.`)];
    case 'referred':
      return [plain(`It goes to ${referredTo === null ? 'another panel' : names.panel(referredTo)}, which will look at it.`)];
    case 'declined':
    case 'contribution-declined':
      return ends.length > 0 ? [] : [plain(`This decision does not change the support that ${whomHas} now.`)];
    case 'withdrawn':
      return [plain('You do not have to do anything.')];
    case 'approved':
    case 'approved-with-conditions':
    case 'part-approved':
      return [plain('Your contact can tell you more about each step. Please tell them if something does not start when it should.')];
  }
}
