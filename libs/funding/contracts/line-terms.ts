/** How a provider's charge stands to value added tax; what nobody has said is said so, and never guessed. */
export const vatStatuses = ['not-stated', 'outside-scope', 'exempt', 'zero-rated', 'reduced-rate', 'standard-rate'] as const;
export type VatStatus = (typeof vatStatuses)[number];
