import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { Clock } from '@accord/shared/kernel';
import { createLog } from '@accord/shared/observability';
import { createHttpApp, TokenKeysUnavailable } from './index';
import type { ApplicationModule, ReadYourWrites, Readiness, TokenVerifier } from './index';
import { ExampleModule } from './example-app';

const clock: Clock = { now: () => '2026-06-30T23:30:00.000Z' };
export const AGENCY = '01990000-0000-7000-8000-00000000000a';

const REFUSED = ['token-malformed', 'token-expired', 'token-not-yet-valid', 'token-foreign', 'token-claims-missing'] as const;

/** Believes tokens that are the name of a role; a token named as a refusal gets it; `nokeys` as its name says. */
const tokenVerifier: TokenVerifier = {
  async verify(token) {
    const refused = REFUSED.find((code) => code === token);
    if (refused !== undefined) return { ok: false, code: refused, detail: 'The token is not believed.' };
    if (token === 'nokeys') throw new TokenKeysUnavailable('issuer away');
    return { ok: true, person: { issuer: 'https://issuer.example', subject: `person-${token}`, agency: AGENCY, role: token } };
  },
};

export interface ExampleShell {
  readonly app: NestFastifyApplication;
  readonly lines: readonly string[];
  readonly waited: readonly unknown[][];
  ready: boolean;
  closed: boolean;
}

/** The example controllers in the real shell, without ports. Views stand at position 100. */
export async function startExample(module: ApplicationModule = ExampleModule): Promise<ExampleShell> {
  const lines: string[] = [];
  const waited: unknown[][] = [];
  const readYourWrites: ReadYourWrites = {
    async waitFor(...asked) {
      waited.push(asked);
      return asked[1] <= 100;
    },
  };
  const state = { lines, waited, ready: true, closed: false };
  const readiness: Readiness = {
    async report() {
      return { ready: state.ready, store: state.ready, projections: [{ name: 'decisions', lag: 3, parked: 0 }] };
    },
  };
  const log = createLog({ level: 'info', name: 'spec', destination: { write: (line: string) => lines.push(line) } });
  const onClose = async (): Promise<void> => {
    state.closed = true;
  };
  const app = await createHttpApp(module, { tokenVerifier, clock, readYourWrites, readiness, log, onClose, handleSignals: false });
  return Object.assign(state, { app });
}
