import { specification } from '@accord/shared/testing';
import type { RecordOutcome } from './outcome';
import {
  allFor,
  contributionDeclined,
  declining,
  deferral,
  five,
  nothingProvided,
  nothingRecorded,
  outcomeFacts,
  outcomeRecorded,
  outcomeRules,
  recordOutcome,
  sittingWith,
  votesCast,
} from './sample-outcome';
import { day, health, numbered, stranger } from './sample-panel';

const outcome = specification(outcomeRules);
const facts = outcomeFacts();
const recording = (changes: Partial<RecordOutcome>) => outcome.given(...allFor).when(recordOutcome(changes), facts);

describe('The reasons of an outcome', () => {
  it.each(['decided', 'reasons', 'evidence'] as const)('say what was decided, why, and on what evidence: without “%s” it is refused', (part) => {
    recording({ [part]: undefined }).thenRefused('reasons-missing', 'what was decided, why, and on what evidence');
    for (const nothing of [' \n ', ' . ', '—']) recording({ [part]: nothing }).thenRefused('reasons-missing');
  });

  it('gives as a principle nothing by which somebody could be known', () => {
    recording({ principle: 'As for the child born on 1 June 2015' }).thenRefused('principle-names-somebody', 'names nobody');
  });

  it('of an outcome that puts the matter off can do without evidence, not without the rest', () => {
    const { evidence: _none, ...data } = nothingRecorded({ outcome: 'deferred', missing: 'The costing', returnsOn: day('2025-10-15') }).data;
    recording({ ...deferral, evidence: undefined }).then({ type: 'DecisionRecorded', data });
    recording({ ...deferral, reasons: undefined }).thenRefused('reasons-missing');
  });
});

describe('An approval with conditions', () => {
  const conditionId = numbered<'condition'>(650);
  const owner = { agencyId: health, post: 'Head of continuing care' };
  const condition = { conditionId, words: 'A second assessment', owner, dueOn: '2025-11-30' };
  const withConditions = (...conditions: RecordOutcome['conditions']) => recording({ outcome: 'approved-with-conditions', conditions });

  it('names the owner and the due date of each; what it asks is kept apart, sealed', () => {
    const { words, ...kept } = condition;
    withConditions(condition).then(
      outcomeRecorded({
        outcome: 'approved-with-conditions',
        conditions: [{ ...kept, dueOn: day('2025-11-30') }],
        conditionWords: [{ conditionId, words }],
      }),
    );
  });

  it('is refused where a condition has no owner', () => {
    withConditions({ ...condition, owner: undefined }).thenRefused('condition-without-owner', 'which post of which agency');
    withConditions(condition, { ...condition, owner: { agencyId: health, post: ' ' } }).thenRefused('condition-without-owner');
    withConditions({ ...condition, owner: { ...owner, agencyId: stranger } }).thenRefused('agency-unknown');
  });

  it('is refused where a condition has no due date, or one before the meeting', () => {
    withConditions({ ...condition, dueOn: undefined }).thenRefused('condition-without-due-date');
    withConditions({ ...condition, dueOn: '2025-09-30' }).thenRefused('condition-due-before-decision', '1 October 2025');
    withConditions({ ...condition, dueOn: '2025-02-30' }).thenRefused('not-a-date');
  });

  it('names at least one', () => {
    withConditions().thenRefused('conditions-missing');
  });

  it('is what it is called: a plain approval, or one that declines, has none', () => {
    recording({ conditions: [condition] }).thenRefused('not-of-this-outcome', 'on which conditions');
    recording({ ...declining, conditions: [condition] }).thenRefused('not-of-this-outcome');
  });
});

describe('An approval in part', () => {
  it('says what was not approved, and why', () => {
    const notApproved = 'The escort: the school provides one';
    recording({ outcome: 'part-approved', notApproved }).then(outcomeRecorded({ outcome: 'part-approved', notApproved }));
    recording({ outcome: 'part-approved' }).thenRefused('not-approved-missing');
    recording({ notApproved }).thenRefused('not-of-this-outcome', 'what was not approved');
  });

  it('may have conditions', () => {
    const condition = { conditionId: numbered<'condition'>(650), owner: { agencyId: health, post: 'Head' } };
    recording({
      ...{ outcome: 'part-approved', notApproved: 'The escort' },
      conditions: [{ ...condition, words: 'A second assessment', dueOn: '2025-10-01' }],
    }).then(
      outcomeRecorded({
        ...{ outcome: 'part-approved', notApproved: 'The escort' },
        conditions: [{ ...condition, dueOn: day('2025-10-01') }],
        conditionWords: [{ conditionId: condition.conditionId, words: 'A second assessment' }],
      }),
    );
  });
});

describe('A deferral', () => {
  it('says what is missing, and when the matter returns', () => {
    recording({ ...deferral, missing: undefined }).thenRefused('missing-information-unnamed');
    recording({ ...deferral, returnsOn: undefined }).thenRefused('return-date-missing');
    recording({ ...deferral, returnsOn: '15 October' }).thenRefused('not-a-date');
  });

  it('returns after the meeting', () => {
    recording({ ...deferral, returnsOn: '2025-10-01' }).thenRefused('return-before-meeting', '1 October 2025');
  });

  it('alone says so', () => {
    recording({ missing: 'The costing' }).thenRefused('not-of-this-outcome', 'what is missing');
    recording({ returnsOn: '2025-10-15' }).thenRefused('not-of-this-outcome', 'when the matter returns');
    recording({ referredTo: numbered<'panel'>(301) }).thenRefused('not-of-this-outcome', 'to which panel');
  });
});

describe('A contribution that was declined', () => {
  const declined = recordOutcome({ ...nothingProvided, outcome: 'contribution-declined' });

  it('is an outcome of its own, lawful with the reasons that the agency gave', () => {
    const sitting = sittingWith({ votes: null });
    outcome
      .given(contributionDeclined(five.education))
      .when(declined, facts)
      .then(nothingRecorded({ outcome: 'contribution-declined', contributionsDeclined: [five.education.seat.agencyId], sitting }));
  });

  it('is none where no agency said so', () => {
    outcome.given(...votesCast('for', 'against')).when(declined, facts).thenRefused('contribution-not-declined');
  });

  it('is not overruled: the agency is not made to pay by the others', () => {
    outcome
      .given(...allFor, contributionDeclined(five.care))
      .when(recordOutcome(), facts)
      .thenRefused('payer-declined-to-contribute', '1 agency that would pay has declined');
    outcome
      .given(...allFor, contributionDeclined(five.education))
      .when(recordOutcome(), facts)
      .then(outcomeRecorded({ contributionsDeclined: [five.education.seat.agencyId] }));
  });
});
