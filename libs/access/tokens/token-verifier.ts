import { errors, jwtVerify } from 'jose';
import type { CryptoKey, JWTVerifyGetKey, JWTVerifyOptions } from 'jose';
import { idFrom } from '@accord/shared/kernel';
import type { Clock } from '@accord/shared/kernel';
import { TokenKeysUnavailable } from '@accord/shared/http';
import type { TokenRefusalCode, TokenVerdict, TokenVerifier } from '@accord/shared/http';
import { isCompactToken } from './compact-token';

/** Signature algorithms that Accord believes: asymmetric alone, so that a verifier can never sign. */
export type TokenAlgorithm = 'EdDSA' | 'ES256' | 'ES384' | 'PS256' | 'RS256';

export interface TokenVerifierOptions {
  readonly issuer: string;
  readonly audience: string;
  /** Named one by one: a token never chooses how it is verified. */
  readonly algorithms: readonly [TokenAlgorithm, ...TokenAlgorithm[]];
  /** One public key, or the issuer's key set (`remoteKeys`). */
  readonly keys: CryptoKey | JWTVerifyGetKey;
  readonly clock: Clock;
}

/** How far the issuer's clock may be from ours. */
const CLOCK_TOLERANCE_SECONDS = 5;
/** Longest name of a person or role. */
const LONGEST_CLAIM = 200;

/**
 * Verifies access tokens (RFC 9068: type `at+jwt`) of one issuer for one audience, with an expiry, a
 * person, the id of an agency and a role. An ID token, or a token for another service, is refused.
 */
export function tokenVerifier(options: TokenVerifierOptions): TokenVerifier {
  const checks: JWTVerifyOptions = {
    issuer: options.issuer,
    audience: options.audience,
    algorithms: [...options.algorithms],
    typ: 'at+jwt',
    requiredClaims: ['exp', 'sub', 'agency', 'role'],
    clockTolerance: CLOCK_TOLERANCE_SECONDS,
  };
  return {
    async verify(token) {
      if (!isCompactToken(token)) return refuse('token-malformed');
      try {
        const now = { ...checks, currentDate: new Date(options.clock.now()) };
        const { payload } = await verified(token, options.keys, now);
        return personOf(options.issuer, payload);
      } catch (error) {
        return refuse(codeOf(error));
      }
    },
  };
}

/** jose has an overload for a key and one for a key set, and none for either. */
const verified = (token: string, keys: TokenVerifierOptions['keys'], checks: JWTVerifyOptions) =>
  typeof keys === 'function' ? jwtVerify(token, keys, checks) : jwtVerify(token, keys, checks);

/** An agency that is no id could hold no seat and sign nothing: better told at the door, with what is wrong. */
function personOf(issuer: string, { sub, agency, role }: Readonly<Record<string, unknown>>): TokenVerdict {
  const agencyId = idFrom<'agency'>(agency);
  if (!isName(sub) || agencyId === undefined || !isName(role)) return refuse('token-claims-missing');
  return { ok: true, person: { issuer, subject: sub, agency: agencyId, role } };
}

const isName = (claim: unknown): claim is string =>
  typeof claim === 'string' && claim.trim() !== '' && claim.length <= LONGEST_CLAIM;

/** @throws TokenKeysUnavailable where the token could not be judged at all */
function codeOf(error: unknown): TokenRefusalCode {
  if (error instanceof errors.JWTExpired) return 'token-expired';
  if (error instanceof errors.JWTClaimValidationFailed) return codeOfClaim(error);
  if (isOneOf(error, MALFORMED)) return 'token-malformed';
  if (isOneOf(error, FOREIGN)) return 'token-foreign';
  throw new TokenKeysUnavailable('The keys of the token issuer cannot be used.', { cause: error });
}

const MALFORMED = [errors.JWSInvalid, errors.JWTInvalid, errors.JOSENotSupported] as const;
const FOREIGN = [
  errors.JOSEAlgNotAllowed,
  errors.JWSSignatureVerificationFailed,
  errors.JWKSNoMatchingKey,
  errors.JWKSMultipleMatchingKeys,
] as const;

const isOneOf = (error: unknown, classes: readonly (new (...given: never[]) => Error)[]): boolean =>
  classes.some((known) => error instanceof known);

/** The signature is right by then: what the issuer wrote is not for us, not yet, or not enough. */
function codeOfClaim({ claim, reason }: errors.JWTClaimValidationFailed): TokenRefusalCode {
  if (claim === 'typ') return 'token-malformed';
  if (claim === 'iss' || claim === 'aud') return 'token-foreign';
  if (claim === 'nbf' && reason === 'check_failed') return 'token-not-yet-valid';
  return 'token-claims-missing';
}

const SENTENCES: Readonly<Record<TokenRefusalCode, string>> = {
  'token-missing': 'Send an access token.',
  'token-malformed': 'Send the access token exactly as the issuer gave it; an ID token is not one.',
  'token-expired': 'Sign in again to get a new token.',
  'token-not-yet-valid': 'Wait until the token becomes valid, and check the clock of the issuer.',
  'token-foreign': 'Sign in with the issuer of this service, for this service.',
  'token-claims-missing':
    'The token must name the person (sub), an expiry (exp), the role, and as agency the id of an agency of this area: a lower-case UUID.',
};

const refuse = (code: TokenRefusalCode): TokenVerdict => ({ ok: false, code, detail: SENTENCES[code] });
