import type { ProblemCode } from './problem-catalogue';

/** The person behind a verified token. */
export interface VerifiedPerson {
  readonly issuer: string;
  readonly subject: string;
  readonly agency: string;
  readonly role: string;
}

export type TokenRefusalCode = Extract<ProblemCode, `token-${string}`>;

/** Who the token speaks for, or why it is not believed. */
export type TokenVerdict =
  | { readonly ok: true; readonly person: VerifiedPerson }
  | { readonly ok: false; readonly code: TokenRefusalCode; readonly detail: string };

/** Verifies bearer tokens; refuses as a value. Throws only where its keys cannot be fetched. */
export interface TokenVerifier {
  verify(token: string): Promise<TokenVerdict>;
}
