export * from './panel-room';
export * from './decision-facts';
export * from './people';
export * from './panels';
export * from './decisions-of-child';
export type * from './urgent-decisions-due';
export * from './meetings';
export * from './matters';
