export * from './funding-facts';
export * from './agreements';
