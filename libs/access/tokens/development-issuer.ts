import { SignJWT } from 'jose';
import type { Clock, Id, Instant } from '@accord/shared/kernel';
import type { Role } from '@accord/access/contracts';
import type { TokenVerifier } from '@accord/shared/http';
import { DEVELOPMENT_ALGORITHM, developmentKey } from './development-key';
import type { DevelopmentKey } from './development-key';
import { tokenVerifier } from './token-verifier';

/** Names of the development issuer and of this service in its tokens; no real issuer can have them. */
export const DEVELOPMENT_ISSUER = 'urn:accord:development-issuer';
export const DEVELOPMENT_AUDIENCE = 'urn:accord:demonstration';

const LIFETIME_MS = 12 * 60 * 60 * 1_000;

/** A fictional person of the demonstration area. */
export interface DemonstrationPerson {
  /** By which a token is asked for, and the token's subject: `health-commissioner`. */
  readonly person: string;
  /** The post that the person holds. */
  readonly description: string;
  /** The agency for which the person acts. */
  readonly agency: Id<'agency'>;
  readonly role: Role;
}

export interface DevelopmentIssuerOptions {
  /** The data folder, in which the key is kept. */
  readonly folder: string;
  /** Whether this process serves real people. */
  readonly production: boolean;
  readonly people: readonly DemonstrationPerson[];
  readonly clock: Clock;
}

export interface DemonstrationToken {
  readonly token: string;
  readonly expiresAt: Instant;
}

export interface DevelopmentIssuer {
  readonly people: readonly DemonstrationPerson[];
  /** Believes this issuer's tokens alone. */
  readonly verifier: TokenVerifier;
  /** A token for 12 hours, or `undefined` where there is no such person. */
  tokenFor(person: string): Promise<DemonstrationToken | undefined>;
}

/** The start must fail: in production nobody gets a token for the asking. */
export class DevelopmentIssuerInProduction extends Error {
  override readonly name = 'DevelopmentIssuerInProduction';
  readonly code = 'development-issuer-in-production';
  constructor() {
    super(
      'development-issuer-in-production: the development issuer gives tokens to anyone. Configure the issuer, audience and keys of your identity provider.',
    );
  }
}

/**
 * Signs tokens for demonstration people, in the embedded profile alone.
 * @throws DevelopmentIssuerInProduction before anything is written
 */
export async function developmentIssuer(options: DevelopmentIssuerOptions): Promise<DevelopmentIssuer> {
  if (options.production) throw new DevelopmentIssuerInProduction();
  const key = await developmentKey(options.folder);
  return {
    people: options.people,
    verifier: tokenVerifier({
      issuer: DEVELOPMENT_ISSUER,
      audience: DEVELOPMENT_AUDIENCE,
      algorithms: [DEVELOPMENT_ALGORITHM],
      keys: key.publicKey,
      clock: options.clock,
    }),
    async tokenFor(name) {
      const found = options.people.find(({ person }) => person === name);
      return found === undefined ? undefined : signed(found, key, Date.parse(options.clock.now()));
    },
  };
}

async function signed(person: DemonstrationPerson, key: DevelopmentKey, now: number): Promise<DemonstrationToken> {
  const issued = Math.floor(now / 1_000);
  const expires = issued + LIFETIME_MS / 1_000;
  const token = await new SignJWT({ agency: person.agency, role: person.role })
    .setProtectedHeader({ alg: DEVELOPMENT_ALGORITHM, typ: 'at+jwt', kid: key.id })
    .setIssuer(DEVELOPMENT_ISSUER)
    .setAudience(DEVELOPMENT_AUDIENCE)
    .setSubject(person.person)
    .setIssuedAt(issued)
    .setExpirationTime(expires)
    .sign(key.privateKey);
  return { token, expiresAt: new Date(expires * 1_000).toISOString() };
}
