import type { Outcome, Sitting } from '@accord/panel/contracts';
import { succeed } from '@accord/shared/kernel';
import type { Id, LondonDate, Refusal, Result } from '@accord/shared/kernel';
import { countedVotes, votersIn } from './carrying';
import { refuseBeforeLastSaid, refuseWithoutChair } from './consideration';
import { hasEffectOn } from './decision-effect';
import { nothingSaid } from './decision-state';
import type { Consideration, DecisionState } from './decision-state';
import { inTheRoom } from './in-the-room';
import type { InTheRoom, SittingFacts, SittingMinute } from './in-the-room';
import type { Matter } from './matter-state';
import { whyInquorate } from './quorum';
import { refusePanel } from './refusals';

/** Where and on what something is decided: the room with its quorum and votes, and what was said there. */
export interface Basis extends InTheRoom {
  readonly consideration: Consideration;
  readonly sitting: Sitting;
}

export interface BasisFacts extends SittingFacts {
  /** The other decisions of this matter: in other meetings, and an urgent one. */
  readonly earlier: readonly DecisionState[];
}

/** Outcomes that decide what is asked for; the others put it off or send it away, and need no quorum. */
export const isSubstantive = (outcome: Outcome): boolean => {
  switch (outcome) {
    case 'approved':
    case 'approved-with-conditions':
    case 'part-approved':
    case 'declined':
    case 'contribution-declined':
      return true;
    case 'deferred':
    case 'referred':
    case 'withdrawn':
      return false;
  }
};

export const isApproval = (outcome: Outcome): boolean =>
  outcome === 'approved' || outcome === 'approved-with-conditions' || outcome === 'part-approved';

/**
 * Finds on what an outcome rests. Refuses a matter decided or withdrawn before, a minute before the last vote and,
 * where the outcome decides what is asked for, a room without a chair or its quorum, or a matter on which nobody
 * heard the child and the family, or said why not. A matter is put off or sent away by whoever is left in the room.
 */
export function basisOf(
  { outcome, ...minute }: SittingMinute & { readonly outcome: Outcome },
  state: DecisionState,
  facts: BasisFacts,
): Result<Basis> {
  const here = inTheRoom(minute, facts);
  if (!here.ok) return here;
  const { room, matter } = here.value;
  const consideration = state.status === 'considered' ? state.consideration : nothingSaid;
  const refusal =
    refuseRecorded(state) ??
    refuseConcluded(facts.earlier, room.panelId, room.on) ??
    refuseWithdrawn(matter, outcome) ??
    refuseBeforeLastSaid(consideration, room.at);
  if (refusal) return refusal;
  const missing = isSubstantive(outcome) ? (refuseUnchaired(room) ?? refuseInquorate(here.value) ?? refuseWithoutViews(matter)) : undefined;
  return missing ?? succeed({ ...here.value, consideration, sitting: sittingAsIs(here.value, consideration) });
}

const refuseRecorded = (state: DecisionState): Refusal | undefined =>
  state.status === 'recorded'
    ? refusePanel(
        'decision-already-recorded',
        'This decision is recorded and stays as it is: read it in its audit trail. What should change is a correction, or a matter of its own.',
      )
    : undefined;

/** Refuses a matter that another decision of the panel concludes on that day. */
export function refuseConcluded(earlier: readonly DecisionState[], panelId: Id<'panel'>, on: LondonDate): Refusal | undefined {
  if (!earlier.some((decision) => concludes(decision, panelId, on))) return undefined;
  return refusePanel(
    'matter-already-decided',
    'The matter was decided before, in another meeting or urgently between meetings: bring a variation or a review as a matter of its own, or have the urgent decision ratified.',
  );
}

/**
 * Whether a decision concludes its matter for this panel. A deferral does not, nor what was never ratified, nor a
 * lapsed urgent decision, nor the referral by which another panel sent the matter here.
 */
export function concludes(decision: DecisionState, panelId: Id<'panel'>, on: LondonDate): boolean {
  if (decision.status !== 'recorded' || decision.outcome === 'deferred') return false;
  if (decision.outcome === 'referred') return decision.panelId === panelId;
  switch (decision.standing) {
    case 'in-effect':
    case 'awaiting-ratification':
    case 'without-effect':
      return true;
    case 'urgent-until-ratified':
      return hasEffectOn(decision, on);
    case 'ratification-refused':
    case 'lapsed':
      return false;
  }
}

const refuseWithdrawn = ({ status }: Matter, outcome: Outcome): Refusal | undefined =>
  status === 'withdrawn' && outcome !== 'withdrawn'
    ? refusePanel('matter-withdrawn', 'The matter was withdrawn: there is nothing to decide but to record that.')
    : undefined;

/** Refuses a room without its quorum, after those who withdrew from the matter (worked example 7). */
export function refuseInquorate({ room, terms }: Pick<InTheRoom, 'room' | 'terms'>): Refusal | undefined {
  const why = whyInquorate(terms, new Set(votersIn(room).map(({ seat }) => seat.seatId)));
  return why === undefined ? undefined : refusePanel('meeting-inquorate', `${why} The matter can be deferred.`);
}

/** Refuses a matter on which nobody heard the child and the family, or said why not. */
export function refuseWithoutViews({ views }: Pick<Matter, 'views'>): Refusal | undefined {
  const unheard = (['child', 'family'] as const).filter((holder) => views[holder] === undefined);
  if (unheard.length === 0) return undefined;
  const whose = unheard.map((holder) => `the ${holder}'s views`).join(' and ');
  return refusePanel('views-missing', `Record ${whose} on the matter, or the reason why they could not be obtained.`);
}

const refuseUnchaired = ({ chairSeatId }: InTheRoom['room']): Refusal | undefined => (chairSeatId === undefined ? refuseWithoutChair() : undefined);

/** Who is in the room, with its quorum and votes. Refuses a room in which nobody chairs. */
export const sittingOf = (here: InTheRoom, consideration: Consideration): Result<Sitting> =>
  refuseUnchaired(here.room) ?? succeed(sittingAsIs(here, consideration));

/** The same, whether somebody chairs or not. */
function sittingAsIs({ room, terms, termsVersion }: InTheRoom, consideration: Consideration): Sitting {
  const voters = votersIn(room);
  return {
    ...{ termsVersion, decisionMode: terms.decisionMode, chairSeatId: room.chairSeatId ?? null },
    present: room.seated.map((seated) => ({
      ...{ seatId: seated.seat.seatId, agencyId: seated.seat.agencyId, practitionerId: seated.practitionerId, as: seated.as },
      voting: voters.includes(seated),
    })),
    recused: [...room.recused],
    quorate: refuseInquorate({ room, terms }) === undefined,
    votes: terms.decisionMode === 'majority-with-casting-vote' ? countedVotes(room, consideration) : null,
  };
}
