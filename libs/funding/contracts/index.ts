export { agreementKinds, lifeEventKinds, triggerEvents } from './agreement-text';
export type { AgreementKind, Clause, LifeEventKind, Precedence, TriggerEvent } from './agreement-text';
export * from './agreement-events';
export * from './agreement-endings';
export * from './events';
export * from './schedule-events';
export * from './fact-events';
export * from './line-terms';
