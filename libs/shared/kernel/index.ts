export * from './refusal';
export * from './decider';
export * from './ids';
export * from './clock';
