import type { ProblemCode } from './problem-catalogue';

/** The person behind a verified token. */
export interface VerifiedPerson {
  readonly issuer: string;
  readonly subject: string;
  readonly agency: string;
  readonly role: string;
}

export type TokenRefusalCode = Exclude<Extract<ProblemCode, `token-${string}`>, 'token-keys-unavailable'>;

/** The issuer's keys could not be fetched, so that no token can be judged; trying again later is right. */
export class TokenKeysUnavailable extends Error {
  override readonly name = 'TokenKeysUnavailable';
}

/** Who the token speaks for, or why it is not believed. */
export type TokenVerdict =
  | { readonly ok: true; readonly person: VerifiedPerson }
  | { readonly ok: false; readonly code: TokenRefusalCode; readonly detail: string };

/** Verifies bearer tokens; refuses as a value. @throws TokenKeysUnavailable */
export interface TokenVerifier {
  verify(token: string): Promise<TokenVerdict>;
}
