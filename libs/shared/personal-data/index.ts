export * from './open-personal-data';
export * from './master-key';
export * from './errors';
export { masterKeyRefusals } from './refusals';
