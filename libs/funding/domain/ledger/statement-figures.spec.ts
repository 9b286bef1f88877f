import type { Id } from '@accord/shared/kernel';
import { clauses, fundId } from '../fund/sample-fund';
import type { FundFact } from '../fund/funds-paying';
import type { FundingEvent } from '../funding-picture';
import { arranged, recovered } from '../line/sample-line-life';
import { agreementId, day, education, health, numbered, percentages, socialCare } from '../sample-agreement';
import { agreementInForce, complexHealthcareFrom, days, decided, line, operationOn, pictureOf } from '../sample-facts';
import { statementFigures } from './statement-figures';
import { fundsKnown } from './statement-row';

const september = ['2025-09-01', '2025-10-01'] as const;
/** 60 % health, 40 % social care. */
const decision = decided(line({ rates: { '2025-09-01': 700 }, split: percentages(60, 40) }));
/** £7.77 of September came back in November: £4.66 of it is health’s, £3.11 social care’s. */
const backTo = (by: Id<'agency'>): FundingEvent => recovered(31, september, { pounds: 7.77, on: '2025-11-10', by });

/** What came back, in whose statements and from whom, in order of the rows. */
function cameBack(events: readonly FundingEvent[], funds: readonly FundFact[] = []) {
  const figures = statementFigures({ picture: pictureOf(...events), funds: fundsKnown(funds) }, days('2025-11-01', '2025-12-01'));
  return figures
    .filter(({ because }) => because.kind === 'recovery')
    .map(({ kind, agencyId, counterpartyId, fundId: fund, pence }) => [kind, agencyId, counterpartyId ?? fund, pence]);
}
const heldByHealth = [
  ['counter-recovery', health, socialCare, -311],
  ['recovery', health, null, -466],
  ['recovery', socialCare, health, -311],
];

describe('A sum that came back to an agency', () => {
  it('is its own part’s, and is credited by it to the others, where it commissions the line', () => {
    expect(cameBack([decision, arranged(1, '2025-09-01', { by: health }), backTo(health)])).toEqual(heldByHealth);
  });

  it('is credited by it and by no other, where another agency commissions the line', () => {
    expect(cameBack([decision, arranged(1, '2025-09-01', { by: socialCare }), backTo(health)])).toEqual(heldByHealth);
  });

  it('is credited by it where nobody has said who commissions the line', () => {
    expect(cameBack([decision, backTo(health)])).toEqual(heldByHealth);
  });

  it('is all of the others, where it bears no part of the line', () => {
    expect(cameBack([decision, arranged(1, '2025-09-01', { by: education }), backTo(education)])).toEqual([
      ['counter-recovery', education, health, -466],
      ['counter-recovery', education, socialCare, -311],
      ['recovery', health, education, -466],
      ['recovery', socialCare, education, -311],
    ]);
  });

  it('goes back into the fund that paid for the days, and is owed to no agency, whichever has it', () => {
    const fund: FundFact = {
      ...{ fundId, agreementId, name: 'Care at home', hostAgencyId: health, clauses: [], days: { from: day('2025-04-01'), to: null } },
      origin: { eventId: numbered(3_000), stream: `fund-${fundId}`, revision: 0, recordedAt: '2025-04-01T09:00:00.000Z' },
    };
    // After the operation of 1 September a clause rules for six weeks: half for each.
    const surgery = [complexHealthcareFrom('2025-07-14'), ...agreementInForce({ clauses }), operationOn('2025-09-01')];
    for (const by of [health, socialCare]) {
      const shares = cameBack([decision, ...surgery, arranged(1, '2025-09-01', { by: socialCare }), backTo(by)], [fund]);
      expect(shares).toEqual([['recovery', health, fundId, -389], ['recovery', socialCare, fundId, -388]]);
    }
  });
});
