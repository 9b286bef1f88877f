import { fundEvents } from '@accord/funding/contracts';
import type { PooledFundEnded, PooledFundEstablished } from '@accord/funding/contracts';
import type { New } from '@accord/shared/event-contracts';
import { specification, stateAfter } from '@accord/shared/testing';
import { health, numbered, socialCare, stranger } from '../sample-agreement';
import { fundDecider } from './fund';
import { end, ended, establish, established, facts, fundId, nursingClause, pooling, surgeryClause, unsigned } from './sample-fund';

const stream = { decider: fundDecider, definitions: fundEvents };
const fund = specification(stream);

describe('A pooled fund', () => {
  it('is established by a party under an agreement that pools, and names its host and its manager’s post', () => {
    fund.when(establish(), facts()).then(established());
    fund.when(establish({ agencyId: socialCare, clauses: [nursingClause] }), facts()).then(established({ clauses: [nursingClause] }));
  });

  it('rests on a section 75 agreement of the pooled kind, signed by every party', () => {
    fund.when(establish(), facts({ agreement: pooling({ kind: 'section-76' }) })).thenRefused('fund-agreement-not-pooled');
    fund.when(establish(), facts({ agreement: pooling({ kind: 'section-75-aligned' }) })).thenRefused('fund-agreement-not-pooled');
    fund.when(establish(), facts({ agreement: unsigned() })).thenRefused('agreement-not-signed');
    fund.when(establish(), facts({ agreement: { status: 'unknown' } })).thenRefused('agreement-unknown');
  });

  it('is established by an agency to which the functions of a party have passed', () => {
    fund.when(establish({ agencyId: stranger }), facts({ inherited: new Set([socialCare]) })).then(established());
  });

  it('begins on a day on which its agreement is in force', () => {
    fund.when(establish({ from: '2025-03-31' }), facts()).thenRefused('fund-outside-agreement', 'in force from 1 April 2025:');
    const year = facts({ agreement: pooling({ to: '2026-04-01' }) });
    fund.when(establish({ from: '2026-04-01' }), year).thenRefused('fund-outside-agreement', 'from 1 April 2025 to 31 March 2026');
    fund.when(establish({ from: '2025-02-30' }), facts()).thenRefused('not-a-date');
  });

  it('is nobody else’s to establish or to host, and is not established before it happened, nor twice', () => {
    fund.when(establish({ agencyId: stranger }), facts()).thenRefused('fund-act-by-stranger');
    fund.when(establish({ hostAgencyId: stranger }), facts()).thenRefused('fund-host-no-party');
    fund.when(establish({ on: '2026-06-02' }), facts()).thenRefused('fund-day-in-future', 'today is 1 June 2026');
    fund.given(established()).when(establish(), facts()).thenRefused('fund-already-established');
  });

  it('pays for clauses of its own agreement, each named once', () => {
    fund.when(establish({ clauses: [numbered<'clause'>(1999)] }), facts()).thenRefused('fund-clause-unknown');
    fund.when(establish({ clauses: [nursingClause, nursingClause] }), facts()).thenRefused('clause-repeated');
  });

  it('does not pay for what another fund of the agreement pays for on the same days', () => {
    const beside = (...events: readonly (New<typeof PooledFundEstablished> | New<typeof PooledFundEnded>)[]) =>
      facts({ others: [stateAfter(stream, ...events)] });
    const another = { fundId: numbered<'fund'>(1301) };
    fund.when(establish(another), beside(established())).thenRefused('fund-clauses-taken', '“Care at home” pays');
    fund.when(establish({ ...another, clauses: [nursingClause] }), beside(established())).thenRefused('fund-clauses-taken');
    fund.when(establish({ ...another, clauses: [nursingClause] }), beside(established({ clauses: [surgeryClause] }))).then(established({ ...another, clauses: [nursingClause] }));
    fund.when(establish({ ...another, from: '2026-03-31' }), beside(established(), ended())).thenRefused('fund-clauses-taken');
    fund.when(establish({ ...another, from: '2026-04-01' }), beside(established(), ended())).then(established({ ...another, from: ended().data.from }));
  });

  it('is ended by its host from the day on which that is recorded, or later, and once', () => {
    fund.given(established()).when(end(), facts()).then(ended());
    fund.given(established()).when(end({ agencyId: socialCare }), facts()).thenRefused('fund-act-not-host');
    fund.given(established()).when(end({ from: '2026-03-15' }), facts()).thenRefused('fund-ending-in-past');
    fund.given(established(), ended()).when(end(), facts()).thenRefused('fund-already-ended', '31 March 2026');
    fund.when(end(), facts()).thenRefused('fund-unknown');
    expect(stateAfter(stream, established(), ended())).toMatchObject({ fund: { fundId, hostAgencyId: health }, ended: { from: '2026-04-01' } });
  });
});
