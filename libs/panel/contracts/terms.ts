/** Kinds of organisation that take part in panels. */
export const agencyKinds = [
  'integrated-care-board',
  'council-social-care',
  'council-education',
  'public-health',
  'nhs-trust',
  'school',
  'voluntary-sector',
  'parent-carer-forum',
] as const;
export type AgencyKind = (typeof agencyKinds)[number];

export const panelKinds = ['continuing-care', 'complex-needs', 'send'] as const;
export type PanelKind = (typeof panelKinds)[number];

/** What a seat may do: only voting seats count towards quorum and decide. */
export const seatStandings = ['voting', 'non-voting', 'observer', 'parent-representative'] as const;
export type SeatStanding = (typeof seatStandings)[number];

export const decisionModes = ['consensus', 'majority-with-casting-vote', 'decision-maker-advised', 'unanimity-of-payers'] as const;
export type DecisionMode = (typeof decisionModes)[number];

/** Categories of package line; a standing agreement's clause names those that it rules. */
export const lineCategories = [
  'personal-care',
  'nursing',
  'education',
  'therapy',
  'equipment',
  'short-breaks',
  'transport',
  'accommodation',
  'other',
] as const;
export type LineCategory = (typeof lineCategories)[number];
