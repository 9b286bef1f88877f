import { catalogueOf } from '@accord/shared/event-contracts';
import type { Words } from '@accord/shared/event-contracts';
import { AccountingMonthClosed, FinancialYearClosed, accountsEvents } from './accounts-events';

const catalogue = catalogueOf(accountsEvents);
const agencyId = '01940000-0000-7000-8000-000000000101';
const statement = { agencyId, rows: 1, totals: [{ kind: 'own-share', counterpartyId: null, fundId: null, pence: -100 }], sha256: 'ab'.repeat(32) };
const closing = { month: '2025-10-01', ledgerFrom: '2025-10-01', upTo: 40, previousUpTo: null, agencies: [statement], on: '2025-11-04' };

// Neither sentence asks for a word.
const words = {} as Words;

describe('A closed month', () => {
  it('keeps of each agency its totals and the hash of its statement', () => {
    expect(() => catalogue.check('AccountingMonthClosed', closing)).not.toThrow();
  });

  it.each([
    { agencies: [{ ...statement, sha256: 'ab' }] },
    { agencies: [{ ...statement, totals: [{ ...statement.totals[0], kind: 'guess' }] }] },
    { agencies: [{ ...statement, totals: [{ ...statement.totals[0], pence: 0.5 }] }] },
    { upTo: -2 },
    { month: '2025-10' },
    { note: 'more' },
  ])('holds nothing else: %j', (change) => {
    expect(() => catalogue.check('AccountingMonthClosed', { ...closing, ...change })).toThrow();
  });

  it('is told in a sentence', () => {
    // What was checked against the contract above.
    const data = AccountingMonthClosed.data.parse(closing);
    expect(AccountingMonthClosed.sentence(data, words)).toBe('The accounts of October 2025 were closed, with one statement.');
    expect(AccountingMonthClosed.sentence({ ...data, agencies: [] }, words)).toBe('The accounts of October 2025 were closed, with 0 statements.');
    const year = FinancialYearClosed.data.parse({ year: '2025-04-01', name: '2025/26', on: '2026-04-10' });
    expect(FinancialYearClosed.sentence(year, words)).toBe('The financial year 2025/26 was closed.');
  });
});
