import { fundEvents } from '@accord/funding/contracts';
import { specification, stateAfter } from '@accord/shared/testing';
import { day, health, percentages, pounds, socialCare, stranger } from '../sample-agreement';
import { fundDecider } from './fund';
import type { AgreeContributions } from './fund-contributions';
import { agree, agreed, consent, consented, ended, established, facts, quarterly, riskShare, running, varied } from './sample-fund';
import { textInForce, yearOnRecord } from './fund-state';
import type { NewFundEvent } from './fund-state';

const stream = { decider: fundDecider, definitions: fundEvents };
const fund = specification(stream);
const vary = (changes: Partial<AgreeContributions> = {}) => ({ ...agree({ on: '2025-10-06', ...changes }), type: 'VaryContributions' as const, because: 'More children came home.' });
const [sixty, forty] = [{ agencyId: health, pence: pounds(60_000) }, { agencyId: socialCare, pence: pounds(40_000.01) }];

function inForceAfter(...events: readonly NewFundEvent[]) {
  const state = stateAfter(stream, ...events);
  if (state.status === 'unknown') throw new Error('The fund of this spec was established.');
  const text = textInForce(yearOnRecord(state, day('2025-04-01')));
  return text && [text.version, text.inForceFrom];
}

describe('A partner whose functions have passed to another agency', () => {
  it('agrees through that one, which proposes and consents in its name', () => {
    fund.given(established()).when(agree({ agencyId: stranger }), facts({ inherited: new Set([health]) })).then(agreed());
    fund.given(established(), agreed()).when(consent({ agencyId: stranger }), facts({ inherited: new Set([socialCare]) })).then(consented());
    fund.given(...running).when(consent({ agencyId: stranger }), facts({ inherited: new Set([socialCare]) })).thenRefused('fund-text-already-agreed');
  });

  it('agrees at once with the partner that has its functions: nobody is left to be asked', () => {
    const both = facts({ inherited: new Set([socialCare]) });
    const alsoAgreed = { ...consented(1, '2025-03-20'), data: { ...consented(1, '2025-03-20').data, post: 'Director of finance' } };
    fund.given(established()).when(agree(), both).then(agreed(), alsoAgreed);
    expect(inForceAfter(established(), agreed(), alsoAgreed)).toEqual([1, '2025-03-20']);
    fund.given(established(), agreed()).when(consent({ agencyId: health }), both).then(consented());
    const other = { ...varied({ version: 2 }), data: { ...varied({ version: 2 }).data } };
    fund.given(...running).when(vary(), both).then(other, { ...alsoAgreed, data: { ...alsoAgreed.data, version: 2, on: day('2025-10-06') } });
  });
});

describe('The contributions of a year', () => {
  it('are proposed by one partner, in four equal instalments unless it says otherwise, the odd penny first', () => {
    fund.given(established()).when(agree(), facts()).then(agreed());
  });

  it('are due in the quarters in which the fund has a day, and not before its first one', () => {
    const proposal = agree({ contributions: [{ agencyId: health, pence: pounds(60_000.01) }], on: '2025-06-01' });
    const dueOf = (...events: readonly NewFundEvent[]) => {
      const decided = fundDecider.decide(proposal, stateAfter(stream, ...events), facts());
      if (!decided.ok) throw new Error(decided.because);
      return decided.events.flatMap(({ data }) => ('contributions' in data ? data.contributions : [])).flatMap(({ instalments }) => instalments.map(({ dueOn, pence }) => [dueOn, pence]));
    };
    expect(dueOf(established({ from: day('2025-06-15') }))).toEqual([['2025-06-15', 1_500_001], ['2025-07-01', 1_500_000], ['2025-10-01', 1_500_000], ['2026-01-01', 1_500_000]]);
    expect(dueOf(established({ from: day('2025-10-01') }))).toEqual([['2025-10-01', 3_000_001], ['2026-01-01', 3_000_000]]);
    expect(dueOf(established({ from: day('2026-03-31') }))).toEqual([['2026-03-31', 6_000_001]]);
    expect(dueOf(established(), ended('2025-07-02'))).toEqual([['2025-04-01', 3_000_001], ['2025-07-01', 3_000_000]]);
  });

  it('hold once every other partner has agreed, from the day of the last', () => {
    expect(inForceAfter(established(), agreed())).toBeUndefined();
    fund.given(established(), agreed()).when(consent(), facts()).then(consented());
    expect(inForceAfter(...running)).toEqual([1, '2025-03-25']);
  });

  it('are agreed by each partner for itself, once, and to the text that was proposed last', () => {
    fund.given(established(), agreed()).when(consent({ agencyId: health }), facts()).thenRefused('fund-text-already-agreed');
    fund.given(established(), agreed()).when(consent({ agencyId: stranger }), facts()).thenRefused('fund-act-by-stranger');
    fund.given(established(), agreed()).when(consent({ version: 2 }), facts()).thenRefused('fund-text-not-to-agree', 'Version 1');
    fund.given(established(), agreed()).when(consent({ on: '2025-03-19' }), facts()).thenRefused('fund-agreed-before-text', '20 March 2025');
    fund.given(established()).when(consent(), facts()).thenRefused('fund-text-not-to-agree');
    fund.given(...running).when(consent(), facts()).thenRefused('fund-text-already-agreed');
  });

  it('may be proposed again while nobody else has agreed; then the earlier text is nothing to agree to', () => {
    fund.given(established(), agreed()).when(agree({ agencyId: socialCare, post: 'Director' }), facts()).then(agreed({ version: 2, agencyId: socialCare, post: 'Director' }));
    fund.given(established(), agreed(), agreed({ version: 2 })).when(consent(), facts()).thenRefused('fund-text-not-to-agree', 'Version 2');
  });

  it('are agreed once for a year: both figures are told', () => {
    const proposal = agree({ contributions: [{ agencyId: health, pence: pounds(75_000) }] });
    fund.given(...running).when(proposal, facts()).thenRefused('fund-year-already-agreed', '£100,000.01, and £75,000.00 is proposed');
  });

  it('are refused where instalments do not sum, or fall outside the year', () => {
    const paid = (pence: ReturnType<typeof quarterly>) => agree({ contributions: [{ ...sixty, instalments: pence }, forty] });
    fund.given(established()).when(paid(quarterly(15_000, 15_000, 15_000, 15_000.01)), facts()).thenRefused('fund-instalments-do-not-sum', 'make £60,000.01, and its contribution is £60,000.00');
    fund.given(established()).when(paid([{ dueOn: day('2026-04-01'), pence: sixty.pence }]), facts()).thenRefused('fund-instalment-outside-year', '1 April 2026, outside 2025/26');
    fund.given(established()).when(paid([{ dueOn: day('2025-03-31'), pence: sixty.pence }]), facts()).thenRefused('fund-instalment-outside-year');
  });

  it('are refused where they name a stranger, a partner twice, or make nothing', () => {
    fund.given(established()).when(agree({ contributions: [sixty, { ...forty, agencyId: stranger }] }), facts()).thenRefused('fund-contributor-no-partner');
    fund.given(established()).when(agree({ contributions: [sixty, sixty] }), facts()).thenRefused('fund-contributor-repeated');
    fund.given(established()).when(agree({ contributions: [{ agencyId: health, pence: pounds(0) }] }), facts()).thenRefused('fund-contributions-of-nothing');
  });

  it('are refused where the risk share contradicts itself', () => {
    const shared = (share: ReturnType<typeof percentages>) => agree({ riskShare: riskShare({ overspend: { kind: 'fixed-shares', shares: share } }) });
    fund.given(established()).when(shared(percentages(33.33, 33.33)), facts()).thenRefused('shares-not-whole');
    fund.given(established()).when(shared(percentages(50, 25, 25)), facts()).thenRefused('fund-contributor-no-partner');
    fund.given(established()).when(agree({ riskShare: riskShare({ order: ['partners', 'partners'] }) }), facts()).thenRefused('fund-risk-order-repeated');
    const caps = [{ agencyId: stranger, capPence: null }];
    fund.given(established()).when(agree({ riskShare: riskShare({ overspend: { kind: 'pro-rata-to-contribution', caps } }) }), facts()).thenRefused('fund-contributor-no-partner');
  });

  it('are of a financial year in which the fund has a day', () => {
    fund.given(established()).when(agree({ year: '2025-09-01' }), facts()).thenRefused('fund-year-unclear', '2025/26, which begins on 1 April 2025');
    fund.given(established()).when(agree({ year: '2024-04-01' }), facts()).thenRefused('fund-year-outside', 'no day in 2024/25');
  });
});

describe('A variation of the contributions in the year', () => {
  it('holds once every partner has agreed to it, and not before', () => {
    fund.given(...running).when(vary(), facts()).then(varied());
    expect(inForceAfter(...running, varied())).toEqual([1, '2025-03-25']);
    fund.given(...running, varied()).when(consent({ version: 2, on: '2025-10-13' }), facts()).then(consented(2, '2025-10-13'));
    expect(inForceAfter(...running, varied(), consented(2, '2025-10-13'))).toEqual([2, '2025-10-13']);
  });

  it('is refused where there is nothing to vary', () => {
    fund.given(established(), agreed()).when(vary(), facts()).thenRefused('fund-contributions-not-agreed', '2025/26');
  });
});
