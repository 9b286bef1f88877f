import { fundId } from '../fund/sample-fund';
import { fundingPicture } from '../funding-picture';
import type { FundingEvent, FundingFact } from '../funding-picture';
import { lineId, suspended } from '../line/sample-line-life';
import { clause, health, numbered, percentages } from '../sample-agreement';
import { agreementInForce, complexHealthcareFrom, days, decided, endedByAll, line, operationOn, record, reviewed } from '../sample-facts';
import { statementAdjustments } from './statement-adjustments';
import type { AdjustmentsAsked } from './statement-adjustments';
import { fundsKnown } from './statement-row';

const decision = decided(line({ split: percentages(70, 30) }));
const nursing = clause({ clauseId: numbered(3_001), categories: ['nursing'] });

/** What the adjustment of health's part of September is said to rest on, where these things became known after it was closed. */
function behind({ before = [], since, fundsChanged = [] }: { readonly before?: readonly FundingEvent[]; readonly since: readonly FundingEvent[] } & Partial<Pick<AdjustmentsAsked, 'fundsChanged'>>) {
  const facts = record(decision, complexHealthcareFrom('2025-07-14'), ...before, ...since);
  const known = (all: readonly FundingFact[]) => ({ picture: fundingPicture(all), funds: fundsKnown([]) });
  const stated = facts.length - since.length;
  const asked = { stated: known(facts.slice(0, stated)), now: known(facts), closed: days('2025-09-01', '2025-10-01'), becameKnown: facts.slice(stated), fundsChanged };
  const [adjusted] = statementAdjustments(asked).filter((each) => each.agencyId === health && each.lineId === lineId);
  const typeOf = new Map(facts.map(({ origin, body }) => [origin.eventId, body.type]));
  return adjusted?.events.map(({ eventId }) => typeOf.get(eventId) ?? 'PooledFundEstablished');
}

describe('What an adjustment rests on', () => {
  it('is what happened to its line, and no agreement that rules none of its days', () => {
    const elsewhere = [...agreementInForce({ number: 1_001, clauses: [nursing] }), operationOn('2025-09-08')];
    expect(behind({ since: [suspended(1, '2025-09-08'), ...elsewhere] })).toEqual(['PackageLineSuspended']);
    expect(behind({ before: elsewhere, since: [suspended(1, '2025-09-08'), reviewed('2025-10-01', null, { number: 1_001 })] })).toEqual(['PackageLineSuspended']);
  });

  it('is an agreement whose clause rules the line now, with the operation, and one whose clause did', () => {
    const [text, force] = agreementInForce();
    if (!text || !force) throw new Error('An agreement has a text and comes into force.');
    expect(behind({ since: [text, force, operationOn('2025-09-08')] })).toEqual(['StandingAgreementRecorded', 'StandingAgreementCameIntoForce', 'OperationRecorded']);
    expect(behind({ before: [text, force, operationOn('2025-09-08')], since: [endedByAll('2025-09-15')] })).toEqual(['StandingAgreementEnded']);
  });

  it('is no fund that pays for no day of it', () => {
    const fund = { fundId, origin: { eventId: numbered(3_900), stream: `fund-${fundId}`, revision: 0, recordedAt: '2025-10-02T09:00:00.000Z' } };
    expect(behind({ since: [suspended(1, '2025-09-08')], fundsChanged: [fund] })).toEqual(['PackageLineSuspended']);
  });
});
