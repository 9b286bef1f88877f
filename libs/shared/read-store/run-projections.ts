import type { Projection } from '@accord/shared/projections';
import { build } from './build';
import { ProjectionNotLive } from './errors';
import { Folding } from './folding';
import { Follower } from './follower';
import { Generations } from './generations';
import { healthOf, type WatchedProjection } from './health';
import { parkedEvents, retryParked } from './parked-events';
import type { ReadStore } from './read-store';
import type {
  ParkedEvent,
  ProjectionRunner,
  ProjectionsHealth,
  ProjectionsOptions,
  RebuildReport,
  ReportProgress,
  RetryReport,
  Verification,
} from './runner-types';
import { checkDeclarations } from './table-layout';
import { verify } from './verify';
import { waitForProjections } from './wait-for';

/**
 * Keeps projections up to date until stopped. Any number of processes may run the same ones: at each
 * moment one of them writes a projection, and another takes over within seconds when it ends.
 * @throws ReadStoreMisconfigured where declarations contradict themselves or each other.
 */
export function runProjections(options: ProjectionsOptions): ProjectionRunner {
  checkDeclarations(options.projections);
  return new Runner(options);
}

/** The tools of an operator, for a process that feeds no projection itself. */
export function projectionTools(options: Omit<ProjectionsOptions, 'batchSize' | 'onProgress'>): ProjectionTools {
  checkDeclarations(options.projections);
  return new Tools(options);
}

export type ProjectionTools = Pick<ProjectionRunner, 'rebuild' | 'verify' | 'parked' | 'waitFor'>;

/** Creates the tables of projections that have none, so that queries find them before the first event. */
export async function prepareProjections(store: ReadStore, projections: readonly Projection[]): Promise<void> {
  checkDeclarations(projections);
  const generations = new Generations(store);
  await generations.prepareRegister();
  for (const projection of projections) await generations.standing(projection);
}

class Tools implements ProjectionTools {
  protected readonly generations: Generations;
  protected readonly foldings: ReadonlyMap<string, Folding>;

  constructor(protected readonly options: ProjectionsOptions) {
    const { store, catalogue, projections } = options;
    this.generations = new Generations(store);
    this.foldings = new Map(projections.map((each) => [each.name, new Folding(each, catalogue)]));
  }

  async rebuild(projection: string, onProgress?: ReportProgress): Promise<RebuildReport> {
    return build({ ...(await this.jobOn(projection)), resume: false, ...(onProgress ? { onProgress } : {}) });
  }

  async verify(projection: string, onProgress?: ReportProgress): Promise<Verification> {
    return verify({ ...(await this.jobOn(projection)), ...(onProgress ? { onProgress } : {}) });
  }

  waitFor(projections: string | readonly string[], position: number, timeoutMs: number): Promise<boolean> {
    return waitForProjections(this.options.store, { projections, position, timeoutMs });
  }

  readonly parked = {
    list: async (projection?: string): Promise<readonly ParkedEvent[]> => {
      await this.generations.prepareRegister();
      return parkedEvents(this.options.store, projection);
    },
    retry: async (projection?: string): Promise<RetryReport> => {
      const total = { projected: 0, stillParked: 0, rebuilt: false };
      for (const name of projection ? [projection] : this.foldings.keys()) {
        const report = await retryParked(await this.jobOn(name));
        total.projected += report.projected;
        total.stillParked += report.stillParked;
        total.rebuilt ||= report.rebuilt;
      }
      return total;
    },
  };

  private async jobOn(projection: string) {
    const folding = this.foldings.get(projection);
    if (!folding) throw new ProjectionNotLive(`There is no projection ${projection}.`);
    await this.generations.prepareRegister();
    const { store, events, log } = this.options;
    return { store, events, generations: this.generations, folding, ...(log ? { log } : {}) };
  }
}

class Runner extends Tools implements ProjectionRunner {
  readonly ready: Promise<void>;
  private readonly watched: readonly WatchedProjection[];

  constructor(options: ProjectionsOptions) {
    super(options);
    this.watched = [...this.foldings.values()].map((folding) => ({
      folding,
      follower: new Follower({ ...options, generations: this.generations, folding }),
    }));
    this.ready = Promise.all(this.watched.map(({ follower }) => follower.ready)).then(() => undefined);
  }

  async stop(): Promise<void> {
    await Promise.all(this.watched.map(({ follower }) => follower.stop()));
  }

  health(): Promise<ProjectionsHealth> {
    return healthOf(this.options, this.watched);
  }
}
