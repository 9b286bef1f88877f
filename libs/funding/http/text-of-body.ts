import type { Clause, Precedence } from '@accord/funding/contracts';
import { refuseFunding } from '@accord/funding/domain';
import type { RequestContext } from '@accord/shared/commands';
import { RefusalProblem, idMadeBy } from '@accord/shared/http';
import type { Id } from '@accord/shared/kernel';
import type { ClauseBody, ClauseReferenceBody, PrecedenceBody, VariedClauseBody } from './agreement-bodies';

/** The clauses of a body, each with an id of its own, or with that of the clause that it continues. */
export const clausesOf = (bodies: readonly VariedClauseBody[], caller: RequestContext): Clause[] =>
  bodies.map((body, place) => clauseOf(body, body.clauseId ?? idMadeBy('clause', caller, place)));

/** @throws RefusalProblem where two fields of the clause contradict each other */
function clauseOf(body: ClauseBody, clauseId: Id<'clause'>): Clause {
  const { trigger, categories, split, dayOne = null, atEnd = 'falls-back' } = body;
  const { event, criterion = null } = trigger;
  const said = { clauseId, trigger: { event, criterion }, categories, split, atEnd };
  return { ...said, duration: durationOf(body), dayOne: event === 'always' ? null : dayOne, cost: costOf(body) };
}

function durationOf({ weeks, days }: ClauseBody): Clause['duration'] {
  if (weeks !== undefined && days !== undefined) {
    throw new RefusalProblem(refuseFunding('clause-of-two-lengths', 'Give the length of the clause in weeks or in days, not both.'));
  }
  if (weeks !== undefined) return { unit: 'weeks', count: weeks };
  return days === undefined ? { unit: 'until-the-agreement-ends' } : { unit: 'days', count: days };
}

function costOf({ cost, upToWeeklyPence }: ClauseBody): Clause['cost'] {
  if ((cost === 'up-to-weekly-rate') !== (upToWeeklyPence !== undefined)) {
    throw new RefusalProblem(
      refuseFunding('clause-cap-unclear', 'Give the weekly rate up to which the clause rules, or say regardless-of-cost and leave the rate out.'),
    );
  }
  return upToWeeklyPence === undefined ? 'regardless-of-cost' : { upToWeeklyPence };
}

/** @throws RefusalProblem where a place is none of this text, or neither place nor id is given */
export const precedencesOf = (bodies: readonly PrecedenceBody[], clauses: readonly Clause[]): Precedence[] =>
  bodies.map(({ first, over }) => ({ first: referredTo(first, clauses), over: referredTo(over, clauses) }));

function referredTo({ place, clauseId }: ClauseReferenceBody, clauses: readonly Clause[]): Id<'clause'> {
  const found = place === undefined ? clauseId : clauses[place - 1]?.clauseId;
  if (found !== undefined && (place === undefined || clauseId === undefined)) return found;
  throw new RefusalProblem(refuseFunding('precedence-clause-unknown', 'Name a clause of this text by its place, from 1, or any clause by its id.'));
}
