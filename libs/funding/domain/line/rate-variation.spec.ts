import { clause, day, education, health, numbered, percentages, socialCare, stranger } from '../sample-agreement';
import { ask, byCare, facts, given, inTheClear, signedByAll, spec } from './sample-line-command';
import { agreed, arranged, ended, proposed, variationRefused, weekly } from './sample-line-life';

describe('Other rates of a line', () => {
  const higher = [weekly('2025-11-03', 840)];

  it('are proposed by one that pays, and awaited of every other that pays', () => {
    spec.when(ask.propose(11, higher), facts()).then(inTheClear(proposed(11, higher)));
  });

  it('are awaited of the agency that pays the provider as well, now or later', () => {
    const paid = { split: percentages(100, 0) };
    given(arranged(1, '2025-09-01', { by: socialCare })).when(ask.propose(11, higher), facts({ decided: paid })).then(inTheClear(proposed(11, higher)));
    given(arranged(1, '2025-09-01', { by: socialCare }), arranged(2, '2025-11-03', { by: health }))
      .when(ask.propose(11, higher), facts({ decided: paid }))
      .then(inTheClear(proposed(11, higher, { awaits: [] })));
  });

  describe('where a clause of a standing agreement can rule the line', () => {
    const thirds = signedByAll({ clauses: [clause({ split: percentages(50, 0, 50) })] });
    const withClause = (changes: Parameters<typeof facts>[0] = {}) => facts({ agreements: [thirds], ...changes });
    const bySchools = { agencyId: education };

    it('are awaited of the agencies that pay under it as well, and agreed to by them', () => {
      spec.when(ask.propose(11, higher), withClause()).then(inTheClear(proposed(11, higher, { awaits: [socialCare, education] })));
      given(proposed(11, higher, { awaits: [education] })).when(ask.agree(11, '2025-10-08', bySchools), withClause({ by: [education] })).then(inTheClear(agreed(11, { by: education })));
    });

    it('are proposed by them too, who end the line and recover what was not spent', () => {
      const acting = withClause({ by: [education] });
      spec.when(ask.propose(11, higher, bySchools), acting).then(inTheClear(proposed(11, higher, { by: education, awaits: [health, socialCare] })));
      spec.when(ask.end(1, '2025-12-01', bySchools), acting).then(inTheClear(ended(1, '2025-12-01', { by: education })));
      spec.when(ask.recover(31, ['2025-09-01', '2025-10-01'], { pence: 300_001, on: '2025-11-10', ...bySchools }), acting).thenRefused('recovery-above-cost');
    });

    it.each([
      ['lines of another category', signedByAll({ clauses: [clause({ categories: ['nursing'], split: percentages(50, 0, 50) })] })],
      ['days before the rates', signedByAll({ clauses: [clause({ split: percentages(50, 0, 50) })], to: '2025-11-03' })],
      ['days after the line', signedByAll({ clauses: [clause({ split: percentages(50, 0, 50) })], from: '2026-09-01' })],
    ])('are not awaited of those under a clause for %s', (_what, agreement) => {
      spec.when(ask.propose(11, higher), facts({ agreements: [agreement] })).then(inTheClear(proposed(11, higher)));
    });
  });

  it('hold at once where one agency pays all of it, also when they are lower than before', () => {
    const lower = [weekly('2025-11-03', 600)];
    spec.when(ask.propose(11, lower), facts({ decided: { split: percentages(100) } })).then(inTheClear(proposed(11, lower, { awaits: [] })));
  });

  it('are agreed to by whoever is awaited, once', () => {
    given(proposed(11, higher)).when(ask.agree(11, '2025-10-08'), facts(byCare)).then(inTheClear(agreed(11)));
    given(proposed(11, higher)).when(ask.agree(11, '2025-10-08', { agencyId: health }), facts()).thenRefused('variation-not-awaited');
    given(proposed(11, higher)).when(ask.agree(11, '2025-10-08', { agencyId: stranger }), facts({ by: [stranger] })).thenRefused('variation-not-awaited');
    given(proposed(11, higher), agreed(11)).when(ask.agree(11, '2025-10-09'), facts(byCare)).thenRefused('variation-settled');
  });

  it('are still awaited of the third where two of three have agreed', () => {
    const third = numbered<'agency'>(103);
    const ofThree = proposed(11, higher, { awaits: [socialCare, third] });
    given(ofThree).when(ask.agree(11, '2025-10-08'), facts(byCare)).then(inTheClear(agreed(11, { awaits: [third] })));
    given(ofThree, agreed(11, { awaits: [third] })).when(ask.agree(11, '2025-10-08'), facts(byCare)).thenRefused('variation-not-awaited');
  });

  it('are agreed to by the agency to which the functions of one that is awaited have passed', () => {
    given(proposed(11, higher)).when(ask.agree(11, '2025-10-08', { agencyId: stranger }), facts({ by: [stranger, socialCare] })).then(inTheClear(agreed(11, { by: stranger })));
  });

  it('come to nothing where one that is awaited refuses', () => {
    given(proposed(11, higher)).when(ask.refuse(11, '2025-10-08'), facts(byCare)).then(inTheClear(variationRefused(11)));
    given(proposed(11, higher), variationRefused(11)).when(ask.agree(11, '2025-10-09'), facts(byCare)).thenRefused('variation-settled');
    given(proposed(11, higher)).when(ask.refuse(11, '2025-10-08', { agencyId: health }), facts()).thenRefused('variation-not-awaited');
  });

  it('are refused to a stranger, before the line, after it, from one day twice, in fractions of a penny, and from the future', () => {
    spec.when(ask.propose(11, higher, { agencyId: stranger }), facts({ by: [stranger] })).thenRefused('line-act-by-stranger');
    spec.when(ask.propose(11, [weekly('2025-08-25', 840)]), facts()).thenRefused('variation-before-line', 'runs from 1 September 2025');
    spec.when(ask.propose(11, [weekly('2026-09-01', 840)]), facts()).thenRefused('variation-after-line');
    spec.when(ask.propose(11, [weekly('2025-11-03', 840), weekly('2025-11-03', 850)]), facts()).thenRefused('rates-not-in-order');
    spec.when(ask.propose(11, [{ from: day('2025-11-03'), weeklyPence: 0.5 as never }]), facts()).thenRefused('amount-not-whole-pence');
    spec.when(ask.propose(11, []), facts()).thenRefused('rate-missing-from-first-day');
    spec.when(ask.propose(11, higher, { on: '2026-01-06' }), facts()).thenRefused('line-day-in-future', 'today is 5 January 2026');
    given(proposed(11, higher)).when(ask.agree(11, '2025-09-30'), facts(byCare)).thenRefused('variation-before-proposal', '1 October 2025');
    spec.when(ask.agree(11, '2025-10-08'), facts(byCare)).thenRefused('variation-unknown');
  });
});
