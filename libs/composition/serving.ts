import { DemonstrationTokensModule, developmentIssuer, remoteKeys, tokenVerifier } from '@accord/access/tokens';
import type { DevelopmentIssuer } from '@accord/access/tokens';
import type { Position } from '@accord/shared/event-store';
import { createHttpApp } from '@accord/shared/http';
import type { Readiness, ReadinessReport, TokenVerifier } from '@accord/shared/http';
import type { Log } from '@accord/shared/observability';
import { projectionPositions } from '@accord/shared/read-store';
import type { Area } from './area';
import { projections } from './catalogue';
import { AreaModule } from './area-module';
import { Misconfigured } from './configuration';
import type { Configuration } from './configuration';
import { areaAnswers } from './described-area';
import { people } from './demonstration/people';
import type { Stores } from './stores';
import { systemClock } from './system-clock';
import type { Working } from './working';

export interface Serving {
  /** Where reactions stand, where this process runs them. */
  readonly reactions?: Working['reactions'];
  readonly configuration: Configuration;
  readonly stores: Stores;
  readonly area: Area;
  readonly log: Log;
  /** Closes everything else, after the last answer has left. */
  onClose(): Promise<void>;
}

/** An HTTP application that listens; `close` shuts down as a signal does. */
export interface Served {
  readonly address: string;
  close(): Promise<void>;
}

/** Serves an area over HTTP. @throws Misconfigured where nobody could be identified */
export async function serve({ configuration, stores, area, log, reactions, ...rest }: Serving): Promise<Served> {
  const identity = await identityOf(configuration);
  const further = identity.issuer ? [DemonstrationTokensModule.of(identity.issuer)] : [];
  const app = await createHttpApp(AreaModule.around(area, further), {
    ...{ tokenVerifier: identity.verifier, clock: systemClock, log, ...rest },
    answers: areaAnswers,
    readYourWrites: area.progress,
    readiness: readinessOf(stores, reactions),
  });
  await app.listen(configuration.port, configuration.host);
  return { address: await app.getUrl(), close: () => app.close() };
}

interface Identity {
  readonly verifier: TokenVerifier;
  readonly issuer?: DevelopmentIssuer;
}

async function identityOf({ demonstration, production, data, tokens }: Configuration): Promise<Identity> {
  if (demonstration) {
    const issuer = await developmentIssuer({ folder: data, production, people, clock: systemClock });
    return { verifier: issuer.verifier, issuer };
  }
  const { issuer, audience, keys } = tokens;
  if (issuer === undefined || keys === undefined) {
    throw new Misconfigured(
      'ACCORD_TOKEN_ISSUER and ACCORD_TOKEN_KEYS: name the issuer of tokens and the address of its keys (JWKS). ' +
        'For a demonstration without an issuer, run `npm start`.',
    );
  }
  const verifier = tokenVerifier({
    ...{ issuer, audience, keys: remoteKeys(keys), clock: systemClock },
    algorithms: ['RS256', 'PS256', 'ES256', 'ES384', 'EdDSA'],
  });
  return { verifier };
}

/** Ready while the record answers and every read model is there; how far each is behind is told. */
function readinessOf({ events, read }: Stores, reactions: Serving['reactions']): Readiness {
  return {
    async report() {
      const head = await events.head().catch(() => undefined);
      const positions = await projectionPositions(read).catch(() => []);
      return {
        ready: head !== undefined && projections.every(({ name }) => positions.some((each) => each.projection === name)),
        store: head !== undefined,
        projections: positions.map(({ projection: name, position, parked }) => ({
          ...{ name, parked },
          lag: Math.max(0, (head ?? position) - position),
        })),
        ...(reactions ? { reactions: reactions().map((reaction) => inReport(reaction, head)) } : {}),
      };
    },
  };
}

function inReport(
  { reaction: name, checkpoint, ...rest }: ReturnType<Working['reactions']>[number],
  head: Position | undefined,
): NonNullable<ReadinessReport['reactions']>[number] {
  return { name, lag: Math.max(0, (head ?? checkpoint) - checkpoint), ...rest };
}
