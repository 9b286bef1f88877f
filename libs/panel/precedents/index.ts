export { precedentRefusals } from './refusals';
export { isPrecedentOutcome, precedentOutcomes } from './precedent';
export type { CostBand, Month, Precedent, PrecedentOutcome, PrecedentStanding } from './precedent';
export { PrecedentIndex } from './precedent-index';
export { precedentReaction, rebuildPrecedents } from './precedent-reaction';
export type { PrecedentReactionParts } from './precedent-reaction';
export { PrecedentSearch } from './precedent-search';
export type { PrecedentEntry, PrecedentPage, PrecedentQuestion, PrecedentSearchParts } from './precedent-search';
export type { KeyedHash } from './index-tokens';
