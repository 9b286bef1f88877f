/** Kinds of organisation that take part in panels, or once did: clinical commissioning groups ended on 30 June 2022. */
export const agencyKinds = [
  'integrated-care-board',
  'clinical-commissioning-group',
  'council-social-care',
  'council-education',
  'public-health',
  'nhs-trust',
  'school',
  'voluntary-sector',
  'parent-carer-forum',
] as const;
export type AgencyKind = (typeof agencyKinds)[number];

/** What a person does for a child or a panel; a person may have several at one employer. */
export const practitionerRoles = [
  'panel-member',
  'panel-administrator',
  'commissioner',
  'key-worker',
  'lead-professional',
  'health-assessor',
  'social-worker',
  'educational-psychologist',
  'clinician',
  'teacher',
  'parent-representative',
  'other',
] as const;
export type PractitionerRole = (typeof practitionerRoles)[number];

export const panelKinds = ['continuing-care', 'complex-needs', 'send'] as const;
export type PanelKind = (typeof panelKinds)[number];

/** What a seat may do: only voting seats count towards quorum and decide. */
export const seatStandings = ['voting', 'non-voting', 'observer', 'parent-representative'] as const;
export type SeatStanding = (typeof seatStandings)[number];

/** Who may fill a seat when its member is away. */
export const deputyRules = ['none', 'named-posts', 'anyone-of-the-agency'] as const;
export type DeputyRule = (typeof deputyRules)[number];

export const decisionModes = ['consensus', 'majority-with-casting-vote', 'decision-maker-advised', 'unanimity-of-payers'] as const;
export type DecisionMode = (typeof decisionModes)[number];

/** Whose authority commits money: that delegated to the panel as a body, or each member's own. */
export const commitmentAuthorities = ['of-the-panel', 'of-each-member'] as const;
export type CommitmentAuthority = (typeof commitmentAuthorities)[number];

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

/**
 * Categories of need, unsealed so that past decisions can be found by them: the care domains of the children's
 * continuing care framework (2016) and the areas of need of the SEND Code of Practice (2015, 6.28 to 6.35).
 */
export const needCategories = [
  'breathing',
  'eating-and-drinking',
  'mobility',
  'continence',
  'skin-and-tissue',
  'communication',
  'medicines',
  'psychological-and-emotional',
  'seizures',
  'challenging-behaviour',
  'communication-and-interaction',
  'cognition-and-learning',
  'social-emotional-and-mental-health',
  'sensory-and-physical',
] as const;
export type NeedCategory = (typeof needCategories)[number];

/**
 * Whose law gives the budget: of an education, health and care plan (Children and Families Act 2014 s.49), of NHS
 * continuing care (NHS Act 2006 s.12A and the regulations under it), or one budget made of several agencies' money.
 */
export const budgetKinds = ['personal-budget', 'personal-health-budget', 'integrated-budget'] as const;
export type BudgetKind = (typeof budgetKinds)[number];

/**
 * Who holds the money: the agency, which arranges what is chosen (notional); a third party for the family; or the
 * family itself or its nominee, as a direct payment (NHS Act 2006 s.12A; Children and Families Act 2014 s.49).
 */
export const budgetHoldings = ['notional', 'third-party', 'direct-payment'] as const;
export type BudgetHolding = (typeof budgetHoldings)[number];

export const matterKinds = ['new-package', 'variation', 'review', 'eligibility', 'placement', 'other'] as const;
export type MatterKind = (typeof matterKinds)[number];

/** Whose views a decision must have heard, or say why not (Children and Families Act 2014 s.19). */
export const viewHolders = ['child', 'family'] as const;
export type ViewHolder = (typeof viewHolders)[number];

export const viewsGiven = ['in-person', 'in-writing', 'through-an-advocate', 'through-a-worker', 'observed'] as const;
export type ViewsGiven = (typeof viewsGiven)[number];

export const paperKinds = ['assessment', 'professional-report', 'costing', 'family-statement', 'plan', 'correspondence', 'other'] as const;
export type PaperKind = (typeof paperKinds)[number];

/** Kinds of interest, as NHS England's guidance on managing conflicts of interest names them. */
export const interestKinds = ['financial', 'non-financial-professional', 'non-financial-personal', 'indirect'] as const;
export type InterestKind = (typeof interestKinds)[number];

export const positionsTaken = ['supports', 'opposes', 'abstains'] as const;
export type PositionKind = (typeof positionsTaken)[number];

export const voteKinds = ['for', 'against', 'abstains'] as const;
export type VoteKind = (typeof voteKinds)[number];

/** What a panel can make of a matter. To decline to contribute, with reasons, is lawful and an outcome of its own. */
export const outcomes = [
  'approved',
  'approved-with-conditions',
  'part-approved',
  'deferred',
  'declined',
  'contribution-declined',
  'referred',
  'withdrawn',
] as const;
export type Outcome = (typeof outcomes)[number];

/** When a decision has effect on what is provided and who pays. */
export const decisionEffects = ['at-once', 'awaiting-ratification', 'urgent-until-ratified', 'none'] as const;
export type DecisionEffect = (typeof decisionEffects)[number];

/** Why something that was agreed is not being provided. */
export const deliveryBarriers = [
  'no-provider',
  'no-staff',
  'equipment-not-available',
  'child-not-ready',
  'child-in-hospital',
  'family-declined',
  'awaiting-start',
  'other',
] as const;
export type DeliveryBarrier = (typeof deliveryBarriers)[number];

export const limitPeriods = ['week', 'decision', 'case'] as const;
/**
 * What a limit of a delegation is measured over: what a decision commits a week, in all (a line without an end
 * counts for its first year), or together with everything else in force for the child.
 */
export type LimitPeriod = (typeof limitPeriods)[number];

/** Whether a limit is measured on the agency's own share or on the whole cost. */
export const limitMeasures = ['own-share', 'gross'] as const;
export type LimitMeasure = (typeof limitMeasures)[number];
