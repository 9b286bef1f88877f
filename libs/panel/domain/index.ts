export * from './refusals';
export * from './agency';
export * from './panel';
export * from './meeting';
export * from './package-line';
export * from './decision';
export * from './views';
