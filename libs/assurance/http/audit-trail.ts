import type { Id, Instant, LondonDate } from '@accord/shared/kernel';
import type { EventEntry, EventRow } from '@accord/shared/projections';
import type { Page } from '@accord/shared/http';
import { cursorOf } from '@accord/shared/http';
import type { ReadStore } from '@accord/shared/read-store';
import type { EventEntries } from './event-entries';

interface AuditTables {
  audit_events: EventRow;
  audit_attempts: { position: number; target: string; refusal: string };
  audit_facts: { position: number; fact_stream: string; fact_revision: number };
}

/** Only what was true by a day, and recorded by an instant. Absent: all. */
export interface AsOf {
  readonly asAt?: LondonDate | undefined;
  readonly knownAt?: Instant | undefined;
}

/** Which refused attempts are asked about. */
export interface AttemptsAsked {
  /** Streams, each of which the attempt was aimed at or rested on. */
  readonly about?: readonly string[] | undefined;
  /** The sign-in of whoever tried. */
  readonly person?: string | undefined;
  /** Code of the refusal. */
  readonly code?: string | undefined;
  /** First day of recording, in London. */
  readonly from?: LondonDate | undefined;
  /** First day of recording no longer asked about. */
  readonly to?: LondonDate | undefined;
  readonly knownAt?: Instant | undefined;
  readonly page: Page<number>;
}

export interface TrailQuestion extends AsOf {
  /** Whether the person may read refused attempts. */
  readonly withAttempts: boolean;
}

export interface DecisionTrail {
  readonly decisionId: string;
  /** The decision's own events, in the order of the record. */
  readonly decision: readonly EventEntry[];
  /** What it rested on: each stream that was read, up to the revision that was read; nothing personal. */
  readonly restedOn: readonly EventEntry[];
  /** Attempts refused about this child in the same meeting; only for those who may read refused attempts. */
  readonly refusedAttempts?: readonly EventEntry[];
}

/** Answers how a decision came about, and what was refused on the way. */
export class AuditTrail {
  constructor(
    private readonly store: ReadStore,
    private readonly entries: EventEntries,
  ) {}

  /** The trail, or `undefined` where no such decision was known at the instant. */
  async ofDecision(decisionId: Id<'decision'>, { withAttempts, ...asOf }: TrailQuestion): Promise<DecisionTrail | undefined> {
    const own = await this.events(asOf).where('stream', '=', `decision-${decisionId}`).orderBy('position').execute();
    if (own.length === 0) return undefined;
    const positions = own.map((row) => row.position);
    const restedOn = await this.events(asOf)
      .where((rested) =>
        rested.exists(
          rested
            .selectFrom('audit_facts')
            .select('fact_stream')
            .where('audit_facts.position', 'in', positions)
            .where('audit_facts.fact_stream', '=', rested.ref('audit_events.stream'))
            .where('audit_facts.fact_revision', '>=', rested.ref('audit_events.revision')),
        ),
      )
      .orderBy('position')
      .execute();
    const [decision, facts] = await Promise.all([this.entries.entries(own), this.entries.entries(restedOn, 'withheld')]);
    if (!withAttempts) return { decisionId, decision, restedOn: facts };
    const refused = await this.refusedOn(restedOn.map((row) => row.stream), asOf);
    return { decisionId, decision, restedOn: facts, refusedAttempts: await this.entries.entries(refused) };
  }

  /** The events of one thing's stream, in the order of the record; empty where nothing was known of it. */
  async ofStream(stream: string, asOf: AsOf): Promise<readonly EventEntry[]> {
    return this.entries.entries(await this.events(asOf).where('stream', '=', stream).orderBy('revision').execute());
  }

  /** The refused attempts asked about, newest first. */
  async refusedAttempts({ about = [], person, code, from, to, knownAt, page: { limit, cursor } }: AttemptsAsked): Promise<{ entries: readonly EventEntry[]; next?: string }> {
    let query = this.events({ knownAt }).where('type', '=', 'AttemptRefused');
    for (const stream of about) query = query.where((refused) => refused.or([refused('position', 'in', this.attempts().where('target', '=', stream)), refused('position', 'in', this.restingOn([stream]))]));
    if (person !== undefined) query = query.where('actor', '=', person);
    if (code !== undefined) query = query.where('position', 'in', this.attempts().where('refusal', '=', code));
    // An attempt is recorded on the day on which it was made: its effective day is that day in London.
    if (from !== undefined) query = query.where('effective_on', '>=', from);
    if (to !== undefined) query = query.where('effective_on', '<', to);
    if (cursor !== undefined) query = query.where('position', '<', cursor);
    const rows = await query.orderBy('position', 'desc').limit(limit + 1).execute();
    const shown = rows.slice(0, limit);
    const last = rows.length > limit ? shown.at(-1) : undefined;
    return { entries: await this.entries.entries(shown), ...(last ? { next: cursorOf(last.position) } : {}) };
  }

  /** Attempts that rested on the decision's own meeting, and its matter or child: another child's are nobody's business here. */
  private async refusedOn(streams: readonly string[], asOf: AsOf): Promise<readonly EventRow[]> {
    const kinds = [['meeting-'], ['matter-', 'child-']].map((prefixes) => [
      ...new Set(streams.filter((stream) => prefixes.some((prefix) => stream.startsWith(prefix)))),
    ]);
    if (kinds.some((kind) => kind.length === 0)) return [];
    let query = this.events(asOf).where('type', '=', 'AttemptRefused');
    for (const kind of kinds) {
      query = query.where('position', 'in', this.restingOn(kind));
    }
    return query.orderBy('position').execute();
  }

  /** The positions of refused attempts. */
  private attempts() {
    return this.store.withTables<AuditTables>().selectFrom('audit_attempts').select('audit_attempts.position');
  }

  /** The positions of events that rested on one of these streams. */
  private restingOn(streams: readonly string[]) {
    return this.store.withTables<AuditTables>().selectFrom('audit_facts').select('audit_facts.position').where('fact_stream', 'in', streams);
  }

  private events({ asAt, knownAt }: AsOf = {}) {
    let query = this.store.withTables<AuditTables>().selectFrom('audit_events').selectAll('audit_events');
    if (asAt !== undefined) query = query.where('effective_on', '<=', asAt);
    if (knownAt !== undefined) query = query.where('recorded_at', '<=', knownAt);
    return query;
  }
}
