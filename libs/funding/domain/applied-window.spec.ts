import { fundingEvents } from '@accord/funding/contracts';
import type { Clause, StandingAgreementNoticeGiven, StandingAgreementNoticeWithdrawn, StandingAgreementVaried, StandingAgreementVariationCameIntoForce } from '@accord/funding/contracts';
import type { New } from '@accord/shared/event-contracts';
import { addDays } from '@accord/shared/kernel';
import { stateAfter } from '@accord/shared/testing';
import fc from 'fast-check';
import { agreementDecider } from './agreement';
import { earliestOfWindowsOn, windowAsItStands } from './applied-window';
import type { AppliedWindow } from './applied-window';
import { agreementId, agreementRecorded, cameIntoForce, clause, day, health, numbered, recordAgreement, termsOf, weeks } from './sample-agreement';

type Happened = New<typeof StandingAgreementVaried> | New<typeof StandingAgreementVariationCameIntoForce> | New<typeof StandingAgreementNoticeGiven> | New<typeof StandingAgreementNoticeWithdrawn>;
const reviewed = (changes: Partial<Clause> = {}) => clause({ atEnd: 'must-be-reviewed', ...changes });

/** The clause as it stands: applied after the operation of 6 October 2025, for six weeks as the text was then. */
function standing(applied: Partial<AppliedWindow>, ...happened: readonly Happened[]) {
  const state = stateAfter({ decider: agreementDecider, definitions: fundingEvents }, agreementRecorded({ clauses: [reviewed()], noticeMonths: 3 }), cameIntoForce('2025-04-01'), ...happened);
  if (state.status !== 'in-force') throw new Error('It is in force.');
  return windowAsItStands(state, { clauseId: clause().clauseId, version: 1, from: day('2025-10-06'), to: day('2025-11-17'), ...applied });
}
const varied = (from: string, clauses: readonly Clause[]): Happened[] => {
  const terms = termsOf(recordAgreement({ clauses, noticeMonths: 3 }));
  return [
    { type: 'StandingAgreementVaried', data: { agreementId, version: 2, ...terms, from: day(from), on: day('2025-10-13') } },
    { type: 'StandingAgreementVariationCameIntoForce', data: { agreementId, version: 2, from: day(from) } },
  ];
};
const thenVaried = (from: string, clauses: readonly Clause[]): Happened[] =>
  // The third version: the same events, one number higher. The map keeps what each event is.
  varied(from, clauses).map((event) => ({ ...event, data: { ...event.data, version: 3 } }) as Happened);
const given: Happened = { type: 'StandingAgreementNoticeGiven', data: { agreementId, agencyId: health, post: 'Director', reason: 'Costs', on: day('2025-08-01'), months: 3, lastDay: day('2025-10-31') } };
const takenBack: Happened = { type: 'StandingAgreementNoticeWithdrawn', data: { agreementId, agencyId: health, reason: 'Agreed', givenOn: day('2025-08-01'), on: day('2025-10-20') } };

describe('The window of a clause that was applied', () => {
  it('ends when it was said to, while nothing of the agreement changes', () => {
    expect(standing({})).toEqual({ to: '2025-11-17', atEnd: 'must-be-reviewed', endsWithAgreement: false });
  });

  it.each([
    ['longer', weeks(10), '2025-12-15'],
    ['shorter', weeks(4), '2025-11-03'],
  ])('ends by the text that rules its last day, be it varied to be %s', (_how, duration, to) => {
    expect(standing({}, ...varied('2025-10-20', [reviewed({ duration })]))).toMatchObject({ to });
  });

  it('is counted from the event, of a clause whose day 1 is the day after as well', () => {
    const dayAfter = varied('2025-04-01', [reviewed({ dayOne: 'day-after-event' })]);
    expect(standing({ version: 2, from: day('2025-10-07') }, ...dayAfter)).toMatchObject({ to: '2025-11-18' });
  });

  it('is followed by what the text that rules its last day says', () => {
    expect(standing({}, ...varied('2025-10-20', [clause()]))).toMatchObject({ atEnd: 'falls-back' });
    expect(standing({}, ...varied('2025-11-17', [clause()]))).toMatchObject({ to: '2025-11-17', atEnd: 'must-be-reviewed' });
  });

  it('ends where a text leaves the clause out', () => {
    const other = clause({ clauseId: numbered<'clause'>(1002), categories: ['nursing'] });
    expect(standing({}, ...varied('2025-10-20', [other]))).toEqual({ to: '2025-10-20', atEnd: 'must-be-reviewed', endsWithAgreement: false });
    expect(standing({}, ...varied('2025-10-06', [other]))).toBeUndefined();
  });

  it('ends with the agreement, unless the notice is taken back', () => {
    expect(standing({}, given)).toMatchObject({ to: '2025-11-01', endsWithAgreement: true });
    expect(standing({ to: day('2025-11-01') }, given, takenBack)).toMatchObject({ to: '2025-11-17', endsWithAgreement: false });
  });

  it('ends when the child no longer meets the criterion of a clause that always rules', () => {
    const always = reviewed({ trigger: { event: 'always', criterion: 'complex-healthcare' }, dayOne: null, duration: { unit: 'until-the-agreement-ends' } });
    expect(standing({ version: 2, to: day('2025-12-25') }, ...varied('2025-04-01', [always]))).toMatchObject({ to: '2025-12-25', endsWithAgreement: false });
  });
});

describe('The windows of a clause that may still rule on a day', () => {
  const on = day('2025-11-16');

  it('began no longer before than its longest text lasts', () => {
    expect(earliestOfWindowsOn(on, [reviewed()])).toBe('2025-10-05');
    expect(earliestOfWindowsOn(on, [reviewed({ duration: { unit: 'days', count: 10 } }), reviewed({ duration: weeks(10) })])).toBe('2025-09-07');
  });

  it('may have begun on any day where a text has no length of its own', () => {
    expect(earliestOfWindowsOn(on, [reviewed(), reviewed({ duration: { unit: 'until-the-agreement-ends' } })])).toBeUndefined();
  });

  it('are all of those that rule on it, whichever text does and whichever day is day 1', () => {
    const [lengths, dayOnes] = [['weeks', 'days'] as const, ['day-of-event', 'day-after-event'] as const];
    const clauses = fc.record({ unit: fc.constantFrom(...lengths), count: fc.integer({ min: 1, max: 60 }), dayOne: fc.constantFrom(...dayOnes) })
      .map(({ dayOne, ...duration }) => reviewed({ duration, dayOne }));
    fc.assert(
      fc.property(clauses, clauses, fc.integer({ min: 0, max: 500 }), (one, other, ago) => {
        const from = addDays(on, -ago);
        const happened = varied('2025-04-01', [one]).concat(thenVaried('2025-08-01', [other]));
        const window = standing({ version: 2, from, to: null }, ...happened);
        const earliest = earliestOfWindowsOn(on, [reviewed(), one, other]);
        if (window?.to !== undefined && window.to !== null && window.to > on) expect(from >= (earliest ?? '')).toBe(true);
      }),
    );
  });
});
