import type { Seat, TermsOfReference } from '@accord/panel/contracts';
import type { Refusal } from '@accord/shared/kernel';
import { refuseStranger } from './agencies-on-day';
import type { AgenciesOnDay } from './agencies-on-day';
import { refusePanel } from './refusals';

/** More seats than any panel has: a slip above it would fill a record with empty chairs. */
export const mostSeats = 100;

/**
 * Refuses terms of reference under which no panel could sit as they say. `registered` holds, of the agencies
 * named, those that are registered in this area.
 */
export const refuseTerms = (terms: TermsOfReference, registered: AgenciesOnDay): Refusal | undefined =>
  refuseSeats(terms) ??
  refuseStrangers(terms, registered) ??
  refuseDeputies(terms) ??
  refuseQuorum(terms) ??
  refuseChairs(terms) ??
  refuseDecisionMaker(terms) ??
  refuseCommitment(terms) ??
  refuseNotice(terms) ??
  refuseRatifiers(terms) ??
  refuseUrgent(terms);

const isRepeated = (values: readonly string[]): boolean => new Set(values).size < values.length;
const sameName = (text: string): string => text.trim().toLowerCase();
const votingSeats = ({ seats }: TermsOfReference): readonly Seat[] => seats.filter(({ standing }) => standing === 'voting');

function refuseSeats({ seats }: TermsOfReference): Refusal | undefined {
  if (seats.length > mostSeats) return refusePanel('seats-too-many', `A panel has ${mostSeats} seats at most; check the composition.`);
  return isRepeated(seats.map(({ seatId }) => seatId))
    ? refusePanel('seat-repeated', 'Two seats have the same id; give each seat its own.')
    : undefined;
}

/** Every agency that terms of reference name, each once. */
export function agenciesNamed({ seats, quorum, ratifiers, urgent }: TermsOfReference): readonly string[] {
  const posts = [...seats, ...ratifiers, ...(urgent?.officers ?? [])];
  return [...new Set([...posts.map(({ agencyId }) => agencyId), ...quorum.agencies])];
}

function refuseStrangers(terms: TermsOfReference, registered: AgenciesOnDay): Refusal | undefined {
  const stranger = agenciesNamed(terms).find((agencyId) => !registered.has(agencyId));
  return stranger === undefined ? undefined : refuseStranger(stranger, registered);
}

function refuseDeputies({ seats }: TermsOfReference): Refusal | undefined {
  for (const { deputies, deputyPosts, post } of seats) {
    if (deputies === 'named-posts' && deputyPosts.length === 0) {
      return refusePanel('deputy-posts-missing', `Name the posts that may deputise for the seat “${post}”, or choose another rule.`);
    }
    if (deputies !== 'named-posts' && deputyPosts.length > 0) {
      return refusePanel(
        'deputy-posts-not-used',
        `Posts are named as deputies for the seat “${post}”, whose rule is not “named-posts”: choose that rule or leave them out.`,
      );
    }
  }
  return undefined;
}

function refuseQuorum(terms: TermsOfReference): Refusal | undefined {
  const { quorum } = terms;
  const voting = votingSeats(terms);
  if (!Number.isSafeInteger(quorum.members) || quorum.members < 1) {
    return refusePanel('quorum-of-nobody', 'Say how many voting members make a quorum: a whole number, at least one.');
  }
  if (quorum.members > voting.length) {
    return refusePanel(
      'quorum-cannot-be-met',
      `The quorum is ${quorum.members} voting members, and there are ${voting.length} voting seats.`,
    );
  }
  if (quorum.agencies.some((agencyId) => !voting.some((seat) => seat.agencyId === agencyId))) {
    return refusePanel('quorum-cannot-be-met', 'The quorum requires an agency that has no voting seat.');
  }
  return undefined;
}

function refuseChairs(terms: TermsOfReference): Refusal | undefined {
  const { chairs, seats, decisionMode } = terms;
  if (chairs.length === 0) return refusePanel('chairs-missing', 'Say which seats may chair, in order of precedence.');
  if (isRepeated(chairs)) return refusePanel('seat-repeated', 'One seat is named twice among those that may chair.');
  const chairing = chairs.map((seatId) => seats.find((seat) => seat.seatId === seatId));
  if (chairing.includes(undefined)) {
    return refusePanel('seat-unknown', 'A seat may chair that is not among the seats of these terms of reference.');
  }
  if (chairing.some((seat) => seat?.standing === 'observer')) {
    return refusePanel('chair-may-not-chair', 'An observer watches and may not chair; name another seat.');
  }
  if (decisionMode === 'majority-with-casting-vote' && !chairing.some((seat) => seat?.standing === 'voting')) {
    return refusePanel('casting-vote-of-nobody', 'No seat that may chair has a vote, so nobody could cast a deciding one; name a voting seat.');
  }
  return undefined;
}

function refuseDecisionMaker(terms: TermsOfReference): Refusal | undefined {
  const { decisionMode, decisionMakerSeatId, seats } = terms;
  if (decisionMode !== 'decision-maker-advised') {
    return decisionMakerSeatId === null
      ? undefined
      : refusePanel('decision-maker-not-used', 'A decision-maker is named, but the panel itself decides: leave the name out or change the mode.');
  }
  if (decisionMakerSeatId === null) {
    return refusePanel('decision-maker-missing', 'The panel advises a decision-maker: name the seat that decides.');
  }
  const seat = seats.find(({ seatId }) => seatId === decisionMakerSeatId);
  if (seat === undefined) {
    return refusePanel('seat-unknown', 'The decision-maker has a seat that is not among the seats of these terms of reference.');
  }
  return seat.standing === 'voting'
    ? undefined
    : refusePanel('decision-maker-without-vote', 'Who decides has a vote: give the decision-maker a voting seat.');
}

function refuseCommitment({ commitment }: TermsOfReference): Refusal | undefined {
  if (commitment.categories.length === 0) {
    return refusePanel('commitment-of-nothing', 'Name at least one category of line that the panel may commit.');
  }
  return isRepeated(commitment.categories)
    ? refusePanel('commitment-category-repeated', 'A category of line that the panel may commit is named twice; name each once.')
    : undefined;
}

const isCountFrom = (least: number, value: number): boolean => Number.isSafeInteger(value) && value >= least;

function refuseNotice({ papersNotice }: TermsOfReference): Refusal | undefined {
  return isCountFrom(0, papersNotice)
    ? undefined
    : refusePanel('papers-notice-unfit', 'Give the notice for papers in whole working days, none or more.');
}

const postName = ({ agencyId, post }: { readonly agencyId: string; readonly post: string }): string => `${agencyId} ${sameName(post)}`;

function refuseRatifiers({ ratifiers }: TermsOfReference): Refusal | undefined {
  return isRepeated(ratifiers.map(postName))
    ? refusePanel('post-repeated', 'One post of an agency is named twice among those that ratify; name each once.')
    : undefined;
}

function refuseUrgent({ urgent }: TermsOfReference): Refusal | undefined {
  if (urgent === null) return undefined;
  const { officers, officersNeeded, ratifyWithinDays } = urgent;
  if (isRepeated(officers.map(postName))) {
    return refusePanel('post-repeated', 'One post of an agency is named twice among the officers for urgent decisions; name each once.');
  }
  if (!isCountFrom(1, officersNeeded) || officersNeeded > officers.length) {
    return refusePanel(
      'urgent-officers-too-few',
      `Urgent decisions need ${officersNeeded} officers together, and ${officers.length} posts are named: one at least, and no more than are named.`,
    );
  }
  return isCountFrom(1, ratifyWithinDays)
    ? undefined
    : refusePanel('urgent-never-ratified', 'Say within how many days the panel ratifies an urgent decision: a whole number, at least one.');
}
