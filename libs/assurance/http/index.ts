export { AssuranceHttpModule } from './assurance.module';
export { AuditTrail } from './audit-trail';
export { EventEntries } from './event-entries';
export { LineNames } from './line-names';
export { RecordedVocabulary, wordsFrom } from './vocabulary';
export { Timeline } from './timeline';
