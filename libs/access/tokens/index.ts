export * from './token-verifier';
export * from './remote-keys';
export * from './development-issuer';
export { DemonstrationTokensModule, demonstrationRefusals } from './demonstration-controller';
