export * from './funding-facts';
export * from './agreements';
export * from './funding-schedules';
export * from './fund/pooled-funds';
export * from './money/money';
export * from './line/package-lines';
