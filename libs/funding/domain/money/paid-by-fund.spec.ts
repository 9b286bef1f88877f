import { invoiceEvents } from '@accord/funding/contracts';
import type { BillingParty } from '@accord/funding/contracts';
import { specification } from '@accord/shared/testing';
import type { Id } from '@accord/shared/kernel';
import type { FundFact } from '../fund/funds-paying';
import { clauses, fundId } from '../fund/sample-fund';
import type { FundingEvent } from '../funding-picture';
import { arranged, homeCare } from '../line/sample-line-life';
import { agreementId, childId, day, health, numbered, socialCare } from '../sample-agreement';
import { agreementInForce, complexHealthcareFrom, decided, line, operationOn, pictureOf } from '../sample-facts';
import { committedEntries } from './committed-entries';
import { sideBySide } from './figures';
import { invoiceDecider } from './invoice';
import { COST, billed, fourWeeks, invoiceFacts, invoiceRecorded, pence, record, recordedLine } from './sample-money';

const invoice = specification({ decider: invoiceDecider, definitions: invoiceEvents });
const fundOf = (hostAgencyId: Id<'agency'>, from = '2025-04-01'): FundFact => ({
  ...{ fundId, agreementId, name: 'Care at home', hostAgencyId, clauses: [], days: { from: day(from), to: null } },
  origin: { eventId: numbered(3_000), stream: `fund-${fundId}`, revision: 0, recordedAt: '2025-04-01T09:00:00.000Z' },
});
/** After the operation of 1 September a clause rules the four weeks: half for each. */
const known = (...events: readonly FundingEvent[]) =>
  pictureOf(decided(line()), complexHealthcareFrom('2025-07-14'), ...agreementInForce({ clauses }), operationOn('2025-09-01'), ...events);
const HALF = COST / 2;

describe('An invoice for days for which a pooled fund pays', () => {
  const knowing = (fund: FundFact, ...events: readonly FundingEvent[]) =>
    invoiceFacts({ pictures: new Map([[childId, known(...events)]]), funds: [fund], registered: new Set([homeCare, socialCare]) });
  const ofSocialCare: { readonly from: BillingParty } = { from: { kind: 'agency', agencyId: socialCare } };

  it('agrees on the whole cost where it bills the host, which pays out of the pool', () => {
    invoice.when(record([billed(COST)]), knowing(fundOf(health))).then(invoiceRecorded([recordedLine(billed(COST))]));
  });

  it('agrees on the whole cost where it bills the agency to which the functions of the host have passed', () => {
    const heir = { to: numbered<'agency'>(104) };
    const facts = { ...knowing(fundOf(health)), billedActsFor: new Set([heir.to, health]) };
    invoice.when(record([billed(COST)], heir), facts).then(invoiceRecorded([recordedLine(billed(COST))], heir));
  });

  it('is held where it bills a partner its share: that is in name', () => {
    const held = { committedPence: pence(0), held: ['paid-by-fund' as const] };
    invoice.when(record([billed(HALF)]), knowing(fundOf(socialCare))).then(invoiceRecorded([recordedLine(billed(HALF), held)]));
    const commissioned = knowing(fundOf(socialCare), arranged(1, '2025-09-01', { by: socialCare }));
    invoice.when(record([billed(HALF)], ofSocialCare), commissioned).then(invoiceRecorded([recordedLine(billed(HALF), held)], ofSocialCare));
  });

  it('of days before the fund began to pay is held against the share of these days alone', () => {
    const held = { committedPence: pence(HALF / 2), held: ['paid-by-fund' as const] };
    invoice.when(record([billed(HALF)]), knowing(fundOf(socialCare, '2025-09-15'))).then(invoiceRecorded([recordedLine(billed(HALF), held)]));
  });

  it('agrees where the agency commissions the line, and where that agency then bills the host', () => {
    invoice.when(record([billed(COST)]), knowing(fundOf(socialCare), arranged(1, '2025-09-01'))).then(invoiceRecorded([recordedLine(billed(COST))]));
    const facts = knowing(fundOf(health), arranged(1, '2025-09-01', { by: socialCare }));
    invoice.when(record([billed(COST)], ofSocialCare), facts).then(invoiceRecorded([recordedLine(billed(COST))], ofSocialCare));
  });
});

describe('What binds an agency where a pooled fund pays', () => {
  const child = numbered<'child'>(800);
  function bound(funds: readonly FundFact[], ...events: readonly FundingEvent[]) {
    const entries = committedEntries(child, { picture: known(...events), funds }, { window: fourWeeks, cuts: [] });
    const figures = (agencyId: string) => sideBySide(entries.filter((entry) => entry.agencyId === agencyId));
    return [health, socialCare].map((agencyId) => [figures(agencyId).committed, figures(agencyId).bound]);
  }

  it('is the whole for its host and nothing for a partner, whose share is committed in name all the same', () => {
    expect(bound([])).toEqual([[HALF, HALF], [HALF, HALF]]);
    expect(bound([fundOf(health)])).toEqual([[HALF, COST], [HALF, 0]]);
    expect(bound([fundOf(health, '2025-09-15')])).toEqual([[HALF, HALF / 2 + COST / 2], [HALF, HALF / 2]]);
  });

  it('is the whole for whoever commissions the line, and for the host, which owes it to that agency', () => {
    expect(bound([fundOf(health)], arranged(1, '2025-09-01'))).toEqual([[HALF, COST], [HALF, 0]]);
    expect(bound([fundOf(health)], arranged(1, '2025-09-01', { by: socialCare }))).toEqual([[HALF, COST], [HALF, COST]]);
  });
});
