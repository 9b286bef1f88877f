import type { Seat } from '@accord/panel/contracts';
import { mostSeats, refusePanel } from '@accord/panel/domain';
import type { ConstitutePanel, TermsAnswer, TermsWithoutSeats } from '@accord/panel/domain';
import { pence, succeed } from '@accord/shared/kernel';
import type { Id, Result } from '@accord/shared/kernel';
import type { AnswerTermsBody, ConstitutePanelBody, SeatBody, TermsBody } from './terms-bodies';

/** The seats of a body; a seat without an id gets that of its place. */
export const seatsOfBody = (seats: readonly SeatBody[], seatIdAt: (place: number) => Id<'seat'>): Seat[] =>
  seats.map(({ seatId, agencyId, post, standing, deputies, deputyPosts }, place) => ({
    ...{ seatId: seatId ?? seatIdAt(place), agencyId, post, standing, deputies },
    deputyPosts: [...(deputyPosts ?? [])],
  }));

/** The seats of a new panel: given, or those of a printed composition. Refuses `seats-not-said` where it is neither, or both. */
export function seatsWanted(
  { seats, draftId }: Pick<ConstitutePanelBody, 'seats' | 'draftId'>,
  seatIdAt: (place: number) => Id<'seat'>,
): Result<ConstitutePanel['seats']> {
  if (seats !== undefined && draftId === undefined) return succeed(seatsOfBody(seats, seatIdAt));
  if (seats === undefined && draftId !== undefined) {
    return succeed({ draftId, seatIds: Array.from({ length: mostSeats }, (_, place) => seatIdAt(place)) });
  }
  return refusePanel('seats-not-said', 'Give either seats or draftId, a printed composition that was read, not both.');
}

/** The rest of the terms of reference; seats are named by their number in the list, from 1. Refuses what `pence` refuses. */
export function termsOfBody(body: TermsBody, seatIdAt: (place: number) => Id<'seat'>): Result<TermsWithoutSeats> {
  const { quorum, decisionMode, decisionMaker, chairs, commitment, ratifiers, papersNotice, urgent } = body;
  const limit = commitment.weeklyLimitPence === undefined ? succeed(null) : pence(commitment.weeklyLimitPence);
  if (!limit.ok) return limit;
  return succeed({
    quorum: { members: quorum.members, agencies: [...quorum.agencies] },
    decisionMode,
    decisionMakerSeatId: decisionMaker === undefined ? null : seatIdAt(decisionMaker - 1),
    chairs: chairs.map((number) => seatIdAt(number - 1)),
    commitment: { authority: commitment.authority, weeklyLimitPence: limit.value, categories: [...commitment.categories] },
    ratifiers: ratifiers.map(({ agencyId, post }) => ({ agencyId, post })),
    papersNotice,
    urgent: urgent === undefined ? null : urgentOfBody(urgent),
  });
}

const urgentOfBody = ({ officers, officersNeeded, ratifyWithinDays }: NonNullable<TermsBody['urgent']>) => ({
  officers: officers.map(({ agencyId, post }) => ({ agencyId, post })),
  ...{ officersNeeded, ratifyWithinDays },
});

/** The one answer of a body. Refuses `terms-answer-unfit` where there is none, or more than one. */
export function answerOfBody({ count, standing, agencyId }: AnswerTermsBody): Result<TermsAnswer> {
  const answers: TermsAnswer[] = [
    ...(count === undefined ? [] : [{ about: 'seat-count' as const, count }]),
    ...(standing === undefined ? [] : [{ about: 'seat-standing' as const, standing }]),
    ...(agencyId === undefined ? [] : [{ about: 'seat-agency' as const, agencyId }]),
  ];
  const [answer, ...others] = answers;
  return answer === undefined || others.length > 0
    ? refusePanel('terms-answer-unfit', 'Give exactly one of count, standing and agencyId: the one that was asked.')
    : succeed(answer);
}
