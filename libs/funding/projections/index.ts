export * from './funding-facts';
