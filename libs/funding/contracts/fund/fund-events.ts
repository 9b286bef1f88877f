import { addDays, financialYearOf, formatPounds } from '@accord/shared/kernel';
import { defineEvent, financialYearField, idOf, londonDateField, penceField, signedPenceField, textField } from '@accord/shared/event-contracts';
import { z } from 'zod';

export const PooledFundEstablished = defineEvent({
  type: 'PooledFundEstablished',
  version: 1,
  stream: 'fund',
  meaning:
    'A pooled fund was established under a section 75 agreement: from its first day it pays for the lines that the agreement’s clauses rule, and one partner hosts it.',
  data: z.strictObject({
    fundId: idOf('fund'),
    agreementId: idOf('agreement'),
    name: textField(200),
    /** The partner that keeps the fund’s accounts (SI 2000/617 reg 7(4)); a party to the agreement. */
    hostAgencyId: idOf('agency'),
    /** The post, never a person, that manages the pool and reports on it. */
    managerPost: textField(200),
    /** Every party to the agreement: each agrees to the contributions for itself. */
    partners: z.array(idOf('agency')).min(2),
    /** The clauses of the agreement that it pays for; none named: all of them. */
    clauses: z.array(idOf('clause')),
    /** The first day for which it pays. */
    from: londonDateField(),
    /** The part of a year’s budget that may be committed before somebody is told: 9,000 is 90 %. */
    alertAtBasisPoints: z.int().min(1).max(10_000),
    on: londonDateField(),
  }),
  effective: 'on',
  sentence: ({ name, agreementId, hostAgencyId, from }, words) =>
    `The pooled fund “${name}” was established under “${words.agreement(agreementId)}” from ${words.date(from)}; ${words.agency(hostAgencyId)} hosts it.`,
});

export const PooledFundEnded = defineEvent({
  type: 'PooledFundEnded',
  version: 1,
  stream: 'fund',
  meaning: 'A pooled fund ended: it pays for no day from this one on, and the partners pay each other what the agreement says.',
  data: z.strictObject({
    fundId: idOf('fund'),
    agencyId: idOf('agency'),
    /** The first day for which it pays nothing. */
    from: londonDateField(),
    because: textField(2_000),
    on: londonDateField(),
  }),
  effective: 'on',
  sentence: ({ from, because }, words) => `The pooled fund ended, ${words.date(addDays(from, -1))} being the last day for which it pays: ${because}`,
});

/** What the actuals of a fund beside package lines are for. */
export const fundPurposes = ['management', 'posts', 'equipment', 'other'] as const;
export type FundPurpose = (typeof fundPurposes)[number];

export const FundSpendingRecorded = defineEvent({
  type: 'FundSpendingRecorded',
  version: 1,
  stream: 'fund',
  meaning: 'The host of a pooled fund recorded a sum that the fund spent on something else than package lines.',
  data: z.strictObject({
    fundId: idOf('fund'),
    spendingId: idOf('fund-spending'),
    agencyId: idOf('agency'),
    pence: penceField(),
    /** Day on which it was spent: it counts for the financial year of that day. */
    on: londonDateField(),
    for: z.enum(fundPurposes),
    because: textField(2_000),
  }),
  effective: 'on',
  sentence: ({ pence, for: purpose, because }, words) => `The pooled fund spent ${words.money(pence)} (${purpose}): ${because}`,
});

export const FundSpendingReversed = defineEvent({
  type: 'FundSpendingReversed',
  version: 1,
  stream: 'fund',
  meaning: 'Spending of a pooled fund that was recorded by mistake, or that came back, counts no more; both events stand.',
  data: z.strictObject({
    fundId: idOf('fund'),
    spendingId: idOf('fund-spending'),
    agencyId: idOf('agency'),
    because: textField(2_000),
    on: londonDateField(),
  }),
  effective: 'on',
  sentence: ({ because }) => `Spending of the pooled fund was reversed: ${because}`,
});

/** What an overspend may be met with before the partners are asked, other than the reserve: sums that people find. */
export const fundMeans = ['other-underspend', 'uncommitted-savings'] as const;
export type FundMeans = (typeof fundMeans)[number];

export const FundMeansFound = defineEvent({
  type: 'FundMeansFound',
  version: 1,
  stream: 'fund',
  meaning: 'The host of a pooled fund found a sum with which an overspend of a year can be met: an underspend elsewhere, or what is saved of things not committed yet.',
  data: z.strictObject({
    fundId: idOf('fund'),
    year: financialYearField(),
    agencyId: idOf('agency'),
    means: z.enum(fundMeans),
    /** The whole sum of that kind, in place of one found before. */
    pence: penceField(),
    because: textField(2_000),
    on: londonDateField(),
  }),
  effective: 'on',
  sentence: ({ year, means, pence, because }, words) =>
    `For ${financialYearOf(year).name} the pooled fund has ${words.money(pence)} of ${means === 'other-underspend' ? 'underspend elsewhere' : 'savings'} to meet an overspend with: ${because}`,
});

/** How far a year’s budget is committed: to the part at which somebody is told, or beyond all of it. */
export const fundThresholds = ['alert', 'overcommitted'] as const;
export type FundThreshold = (typeof fundThresholds)[number];

export const FundNearlyCommitted = defineEvent({
  type: 'FundNearlyCommitted',
  version: 1,
  stream: 'fund',
  meaning: 'What a pooled fund is committed to until the end of a year has reached the part of its budget at which somebody is told, or more than all of it; told once for each.',
  data: z.strictObject({
    fundId: idOf('fund'),
    year: financialYearField(),
    threshold: z.enum(fundThresholds),
    /** Lines until the end of the year and what was spent besides, less what came back. */
    committedPence: penceField(),
    /** Contributions in force. */
    budgetPence: penceField(),
    on: londonDateField(),
  }),
  effective: 'on',
  sentence: ({ year, threshold, committedPence, budgetPence }, words) =>
    `The pooled fund is ${threshold === 'alert' ? 'nearly' : 'over'}committed for ${financialYearOf(year).name}: ${words.money(committedPence)} of ${words.money(budgetPence)}.`,
});

/** Steps by which an over- or underspend is dealt with; `outside`: what is left over outside the pool. */
export const riskSteps = ['other-underspend', 'reserve', 'uncommitted-savings', 'partners', 'outside', 'retained', 'redeployed', 'returned-pro-rata'] as const;
export type RiskStep = (typeof riskSteps)[number];

export const FundYearClosed = defineEvent({
  type: 'FundYearClosed',
  version: 2,
  stream: 'fund',
  meaning: 'The year of a pooled fund was closed: its outturn against its contributions, and who bears or gets back how much, by the risk share that the partners agreed.',
  data: z.strictObject({
    fundId: idOf('fund'),
    year: financialYearField(),
    agencyId: idOf('agency'),
    /** Position of the record up to which the figures count, so that they can be had again. */
    upTo: z.int().min(0),
    budgetPence: penceField(),
    receivedPence: penceField(),
    /** What the lines for which the fund pays cost in the year. */
    linesPence: penceField(),
    /** What was spent besides, less what was reversed in the year: below nothing where more came back than was spent. */
    otherPence: signedPenceField(),
    /** Unspent sums of lines that came back into the fund on days of the year. */
    recoveredPence: penceField(),
    /** Lines and what was spent besides, less what came back. */
    outturnPence: signedPenceField(),
    /** Outturn less budget: an overspend, or below nothing an underspend. */
    differencePence: signedPenceField(),
    /** In the order in which they were taken; they sum to the difference, without its sign. */
    steps: z.array(
      z.strictObject({
        step: z.enum(riskSteps),
        pence: penceField(),
        /** What each partner bears of an overspend, or gets back of an underspend; empty where none does. */
        agencies: z.array(z.strictObject({ agencyId: idOf('agency'), pence: penceField() })),
      }),
    ),
    on: londonDateField(),
  }),
  effective: 'on',
  sentence({ year, outturnPence, budgetPence }, words) {
    return `The pooled fund closed ${financialYearOf(year).name} with an outturn of ${formatPounds(outturnPence)} against ${words.money(budgetPence)}.`;
  },
  // Version 1 counted nothing that came back.
  upcasts: { 1: (data) => ({ ...data, recoveredPence: 0 }) },
});
