import type { DecisionMode, Sitting, TermsOfReference } from '@accord/panel/contracts';
import type { Id, Refusal } from '@accord/shared/kernel';
import type { Consideration } from './decision-state';
import { refusePanel } from './refusals';
import type { Room, Seated } from './room';

/** What is put to those in the room at one minute, and what was said and voted about it in this meeting. */
export interface Question {
  readonly terms: Pick<TermsOfReference, 'decisionMode' | 'decisionMakerSeatId'>;
  readonly room: Room;
  readonly consideration: Consideration;
  /** The agencies that would pay for what is put. */
  readonly payers: readonly Id<'agency'>[];
}

/** Those who count for the matter: in a voting seat, present, and not withdrawn from it. */
export const votersIn = ({ seated, recused }: Room): readonly Seated[] =>
  seated.filter(({ seat }) => seat.standing === 'voting' && !recused.includes(seat.seatId));

/** The positions that count: taken for an agency that has a voter in the room, through a seat that did not withdraw. */
export function positionsHeld(room: Room, { positions }: Consideration): Consideration['positions'] {
  const voters = votersIn(room);
  return positions.filter(
    ({ agencyId, seatId }) => !room.recused.includes(seatId) && voters.some(({ seat }) => seat.agencyId === agencyId),
  );
}

/**
 * The votes of those who are still in the seat from which they voted. They add up to the voters present;
 * `null` where one of them has not voted, or nothing is voted on.
 */
export function countedVotes(room: Room, { votes, castingVote }: Consideration): Sitting['votes'] {
  const voters = votersIn(room);
  const cast = voters.map((voter) => votes.find((vote) => isOf(voter, vote))?.vote);
  if (voters.length === 0 || cast.includes(undefined)) return null;
  const count = (kind: (typeof cast)[number]) => cast.filter((vote) => vote === kind).length;
  const [inFavour, against] = [count('for'), count('against')];
  // Where all abstained, those between whom the chair decided are no longer there: nothing is settled.
  const isTie = inFavour === against && inFavour > 0;
  const casting = isTie && castingVote && voters.some((voter) => isOf(voter, castingVote)) ? castingVote.vote : null;
  return { for: inFavour, against, abstained: count('abstains'), casting };
}

const isOf = ({ seat, practitionerId }: Seated, said: { readonly seatId: string; readonly practitionerId: string }): boolean =>
  seat.seatId === said.seatId && practitionerId === said.practitionerId;

/** Refuses to approve what was not carried, in the way in which the terms of reference say that the panel decides. */
export function refuseApproval(question: Question): Refusal | undefined {
  const { decisionMode } = question.terms;
  switch (decisionMode) {
    case 'majority-with-casting-vote':
      return refuseAgainstMajority(question, 'for');
    case 'consensus':
      return refuseWithoutPositions(question, decisionMode) ?? refuseWithoutConsensus(question);
    case 'unanimity-of-payers':
      return refuseWithoutPositions(question, decisionMode) ?? refuseWithoutPayers(question);
    case 'decision-maker-advised':
      return refuseWithoutDecisionMaker(question) ?? refuseWithoutAdvice(question);
  }
}

/** Refuses to decline what was carried: an outcome never contradicts what was voted or said. */
export function refuseDeclining(question: Question): Refusal | undefined {
  const { decisionMode } = question.terms;
  switch (decisionMode) {
    case 'majority-with-casting-vote':
      return refuseAgainstMajority(question, 'against');
    case 'consensus':
      return refuseWithoutPositions(question, decisionMode) ?? refuseAgainstConsensus(question);
    case 'unanimity-of-payers':
      return refuseWithoutPositions(question, decisionMode) ?? refuseAgainstPayers(question);
    case 'decision-maker-advised':
      return refuseWithoutDecisionMaker(question) ?? refuseWithoutAdvice(question);
  }
}

const refuseAgainstConsensus = (question: Question): Refusal | undefined =>
  refuseWithoutConsensus(question) ? undefined : contradiction('Every position taken supports the request: approve it, or defer it.');

const refuseAgainstPayers = (question: Question): Refusal | undefined =>
  // Where it was left to the panel who pays, nobody can yet have agreed to.
  question.payers.length === 0 || refuseWithoutPayers(question)
    ? undefined
    : contradiction('Every agency that would pay supports the request: approve it, or defer it.');

const contradiction = (because: string): Refusal => refusePanel('outcome-contradicts-votes', because);

function refuseAgainstMajority({ room, consideration }: Question, wanted: 'for' | 'against'): Refusal | undefined {
  const votes = countedVotes(room, consideration);
  if (votes === null) {
    return refusePanel('votes-missing', 'Every voting member present votes, or abstains, before the matter is decided: record the votes that are missing.');
  }
  const { for: inFavour, against, casting } = votes;
  if (inFavour === 0 && against === 0) return refuseTieOfNobody();
  if (inFavour === against && casting === null) {
    return refusePanel(
      'casting-vote-missing',
      `The votes are equal, ${inFavour} for and ${against} against: record the chair's casting vote with its reasons, or defer the matter.`,
    );
  }
  const carried = inFavour === against ? casting : inFavour > against ? 'for' : 'against';
  if (carried === wanted) return undefined;
  const settled = inFavour === against ? ', and the chair gave the casting vote' : '';
  return contradiction(
    `The votes are ${inFavour} for and ${against} against${settled}; the outcome says the contrary. Record the outcome that was voted, or defer the matter.`,
  );
}

/** Where all abstained there is nothing to settle. */
export const refuseTieOfNobody = (): Refusal =>
  refusePanel('tie-of-nobody', 'Everybody abstained, so there is no tie that the chair could settle and nothing was carried: defer the matter.');

/** Silence is no consent: every agency that has a voting member in the room says where it stands. */
function refuseWithoutPositions({ room, consideration }: Question, mode: DecisionMode): Refusal | undefined {
  const spoken = new Set(positionsHeld(room, consideration).map(({ agencyId }) => agencyId));
  const silent = new Set(votersIn(room).flatMap(({ seat: { agencyId } }) => (spoken.has(agencyId) ? [] : [agencyId]))).size;
  if (silent === 0) return undefined;
  const missing = silent === 1 ? 'the position of 1 agency is missing' : `the positions of ${silent} agencies are missing`;
  return refusePanel(
    'positions-missing',
    `This panel decides by ${mode.replaceAll('-', ' ')}, and ${missing}: record where each agency stands that has a voting member in the room.`,
  );
}

function refuseWithoutAdvice({ room, consideration }: Question): Refusal | undefined {
  return positionsHeld(room, consideration).length > 0
    ? undefined
    : refusePanel('positions-missing', 'This panel advises a decision-maker, and no advice is on record: record the position of one agency at least.');
}

function refuseWithoutConsensus({ room, consideration }: Question): Refusal | undefined {
  const positions = positionsHeld(room, consideration);
  const opposed = positions.filter(({ position }) => position === 'opposes').length;
  if (opposed > 0) {
    const who = opposed === 1 ? '1 agency opposes' : `${opposed} agencies oppose`;
    return refusePanel('no-consensus', `This panel approves by consensus, and ${who} it. The matter can be deferred or declined.`);
  }
  return positions.some(({ position }) => position === 'supports')
    ? undefined
    : refusePanel('no-consensus', 'No agency supports the request: nobody carries this approval. The matter can be deferred or declined.');
}

function refuseWithoutPayers({ room, consideration, payers }: Question): Refusal | undefined {
  const supporting = positionsHeld(room, consideration).filter(({ position }) => position === 'supports');
  const others = payers.filter((payer) => !supporting.some(({ agencyId }) => agencyId === payer)).length;
  return others === 0
    ? undefined
    : refusePanel(
        'payer-does-not-support',
        `Every agency that pays must support an approval by this panel; ${others} of the agencies that would pay ` +
          `${others === 1 ? 'does' : 'do'} not. Change the split, or defer the matter.`,
      );
}

/** The panel advises there: either outcome is open to the decision-maker, who must be in the room. */
function refuseWithoutDecisionMaker({ terms, room }: Question): Refusal | undefined {
  if (votersIn(room).some(({ seat }) => seat.seatId === terms.decisionMakerSeatId)) return undefined;
  return refusePanel(
    'decision-maker-absent',
    'This panel advises a decision-maker, who is not in the room or has withdrawn from the matter: defer it.',
  );
}
