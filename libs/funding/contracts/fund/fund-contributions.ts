import { financialYearOf, sumPence } from '@accord/shared/kernel';
import { defineEvent, financialYearField, idOf, londonDateField, penceField, sharesField, textField } from '@accord/shared/event-contracts';
import { z } from 'zod';

const contribution = z.strictObject({
  agencyId: idOf('agency'),
  pence: penceField(),
  /** In order of their days, within the year; they sum to the contribution. */
  instalments: z.array(z.strictObject({ dueOn: londonDateField(), pence: penceField() })).min(1),
});
/** What one partner pays into a fund in a year, and when. */
export type FundContribution = z.infer<typeof contribution>;

/** In which order an overspend is met. */
export const overspendSteps = ['other-underspend', 'reserve', 'uncommitted-savings', 'partners'] as const;
export type OverspendStep = (typeof overspendSteps)[number];
/** What becomes of an underspend. */
export const underspendUses = ['retained', 'returned-pro-rata', 'redeployed'] as const;
export type UnderspendUse = (typeof underspendUses)[number];

const riskShare = z.strictObject({
  overspend: z.discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('fixed-shares'), shares: sharesField() }),
    z.strictObject({
      kind: z.literal('pro-rata-to-contribution'),
      /** The most that a partner bears; one that is not named, or whose cap is `null`, bears its part whatever it is. */
      caps: z.array(z.strictObject({ agencyId: idOf('agency'), capPence: penceField().nullable() })),
    }),
  ]),
  order: z.array(z.enum(overspendSteps)).min(1),
  underspend: z.enum(underspendUses),
});
/** Who bears an overspend in which order, and what becomes of an underspend. */
export type RiskShare = z.infer<typeof riskShare>;

const termsFields = {
  contributions: z.array(contribution).min(1),
  riskShare,
  /** A risk pool beside the contributions: it is no part of the budget. */
  reservePence: penceField(),
};
const headFields = {
  fundId: idOf('fund'),
  year: financialYearField(),
  /** Texts of one year count from 1; the last that every partner has agreed to holds. */
  version: z.int().min(1),
  /** The partner that proposed the text, and with it has agreed to it. */
  agencyId: idOf('agency'),
  post: textField(200),
};
/** What a text about a year says. */
export interface ContributionTerms {
  readonly contributions: readonly FundContribution[];
  readonly riskShare: RiskShare;
  readonly reservePence: z.infer<typeof termsFields.reservePence>;
}

export const FundContributionsAgreed = defineEvent({
  type: 'FundContributionsAgreed',
  version: 1,
  stream: 'fund',
  meaning: 'A partner agreed to what each partner pays into a pooled fund in a year, and to its risk share; it holds once every other partner has agreed to the same.',
  data: z.strictObject({ ...headFields, ...termsFields, on: londonDateField() }),
  effective: 'on',
  sentence: ({ agencyId, year, version, contributions }, words) =>
    `${words.agency(agencyId)} agreed to contributions of ${words.money(sumPence(contributions.map(({ pence }) => pence)))} for ${financialYearOf(year).name} (version ${version}).`,
});

export const FundContributionVaried = defineEvent({
  type: 'FundContributionVaried',
  version: 1,
  stream: 'fund',
  meaning: 'A partner agreed to a variation of the contributions or the risk share of a year; until every other partner has agreed to it, the text before holds.',
  data: z.strictObject({ ...headFields, ...termsFields, because: textField(2_000), on: londonDateField() }),
  effective: 'on',
  sentence: ({ agencyId, year, version, contributions, because }, words) =>
    `${words.agency(agencyId)} agreed to vary the contributions for ${financialYearOf(year).name} to ${words.money(sumPence(contributions.map(({ pence }) => pence)))} (version ${version}): ${because}`,
});

export const FundContributionsConsented = defineEvent({
  type: 'FundContributionsConsented',
  version: 1,
  stream: 'fund',
  meaning: 'Another partner agreed, for itself, to a text about the contributions of a year; with the last partner it holds.',
  data: z.strictObject({ ...headFields, on: londonDateField() }),
  effective: 'on',
  sentence: ({ agencyId, year, version, post }, words) =>
    `${words.agency(agencyId)} agreed through its ${post} to version ${version} of the contributions for ${financialYearOf(year).name}.`,
});

export const FundContributionReceived = defineEvent({
  type: 'FundContributionReceived',
  version: 2,
  stream: 'fund',
  meaning: 'The host of a pooled fund received a sum from a partner towards an instalment of a year.',
  data: z.strictObject({
    fundId: idOf('fund'),
    /** Names it, so that a slip can be taken back. */
    receiptId: idOf('fund-receipt'),
    year: financialYearField(),
    /** The partner that paid. */
    agencyId: idOf('agency'),
    pence: penceField(),
    /** Which of its instalments, from 1. */
    instalment: z.int().min(1),
    /** A breach, told with its reason: with this sum the partner had paid more than it contributes. `null` where it had not. */
    overpaid: z.strictObject({ because: textField(2_000) }).nullable(),
    on: londonDateField(),
  }),
  effective: 'on',
  sentence: ({ year, agencyId, pence, instalment, overpaid }, words) =>
    `${words.agency(agencyId)} paid ${words.money(pence)} into the pooled fund towards instalment ${instalment} of ${financialYearOf(year).name}` +
    (overpaid === null ? '.' : `, more than it contributes: ${overpaid.because}`),
  // Version 1 took no receipt beyond the contribution.
  upcasts: { 1: (data) => ({ ...data, overpaid: null }) },
});

export const FundContributionReversed = defineEvent({
  type: 'FundContributionReversed',
  version: 1,
  stream: 'fund',
  meaning: 'A receipt of a pooled fund that was recorded by mistake, or a payment that was taken back, counts no more; both events stand.',
  data: z.strictObject({
    fundId: idOf('fund'),
    receiptId: idOf('fund-receipt'),
    year: financialYearField(),
    /** The partner whose receipt it was. */
    agencyId: idOf('agency'),
    because: textField(2_000),
    on: londonDateField(),
  }),
  effective: 'on',
  sentence: ({ agencyId, because }, words) => `A receipt of the pooled fund from ${words.agency(agencyId)} was taken back: ${because}`,
});
