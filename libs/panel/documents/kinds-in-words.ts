import type { InterestKind, MatterKind, NeedCategory, PaperKind, PositionKind, ViewsGiven } from '@accord/panel/contracts';
import { inWords } from './plain-words';

/** What was asked for, after "asked the panel for". */
export const requests: Readonly<Record<MatterKind, string>> = {
  'new-package': 'a new package of support',
  'variation': 'a change to a package of support',
  'review': 'a review of a package of support',
  'eligibility': 'a decision on eligibility',
  'placement': 'a placement',
  'other': 'a decision',
};

export const interests: Readonly<Record<InterestKind, string>> = {
  'financial': 'a financial interest',
  'non-financial-professional': 'a professional interest',
  'non-financial-personal': 'a personal interest',
  'indirect': 'an indirect interest',
};

export const papers: Readonly<Record<PaperKind, string>> = {
  'assessment': 'an assessment',
  'professional-report': 'a professional report',
  'costing': 'a costing',
  'family-statement': 'a statement of the family',
  'plan': 'a plan',
  'correspondence': 'correspondence',
  'other': 'a paper',
};

export const howGiven: Readonly<Record<ViewsGiven, string>> = {
  'in-person': 'given in person',
  'in-writing': 'given in writing',
  'through-an-advocate': 'given through an advocate',
  'through-a-worker': 'given through a worker',
  'observed': 'as seen by being with the child',
};

/** Where an agency stood on something: `supported the request`. */
export const stood: Readonly<Record<PositionKind, (what: string) => string>> = {
  supports: (what) => `supported ${what}`,
  opposes: (what) => `opposed ${what}`,
  abstains: () => 'took no side',
};

const needs: Partial<Readonly<Record<NeedCategory, string>>> = {
  'skin-and-tissue': 'skin and tissue',
  'challenging-behaviour': 'behaviour that challenges',
  'social-emotional-and-mental-health': 'social, emotional and mental health',
};
export const need = (category: NeedCategory): string => needs[category] ?? inWords(category);
