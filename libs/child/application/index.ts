export * from './child-records';
