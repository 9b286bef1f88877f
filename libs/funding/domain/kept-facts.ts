import type { AnyEventDefinition } from '@accord/shared/event-contracts';
import type { EventRow } from '@accord/shared/projections';
import { firstDifference } from './first-difference';

/** A fact with all that the read model keeps of it: as it stands there, or as the record says that it should. */
export interface KeptFact extends Omit<EventRow, 'data' | 'schema_version'> {
  /** A child's own fact, or one of an agreement or a fund, which concerns every child. */
  readonly about: 'child' | 'agreement' | 'fund';
  /** The child's id, or the agreement's, or the fund's. */
  readonly subject: string;
  /** Read by its contract, brought to the newest version; `undefined` where a row cannot be read any more. */
  readonly data: Readonly<Record<string, unknown>> | undefined;
}

/** The first event at which the read model is not what the record says. */
export interface EventApart {
  /** `missing`: the read model lacks it. `additional`: the record has no such event. `altered`: it reads otherwise. */
  readonly kind: 'missing' | 'altered' | 'additional';
  readonly eventId: string;
  readonly type: string;
  readonly stream: string;
  readonly revision: number;
  readonly position: number;
  readonly recordedAt: string;
  /** The child whose fact it is; `null` where it is one of an agreement. */
  readonly childId: string | null;
  /** Of an altered one: which part of it, as a path, e.g. `data.lines.0.rates.0.weeklyPence`. */
  readonly at: string | null;
  readonly recorded: unknown;
  readonly stored: unknown;
}

/** What is written about a child: its place may be named, never what it says. */
const WITHHELD = '[withheld]';
const UNREADABLE = '[unreadable]';

const columns = [
  ...(['about', 'subject', 'event_id', 'type', 'stream', 'revision'] as const),
  ...(['effective_on', 'recorded_at', 'actor', 'agency', 'role'] as const),
] satisfies readonly (keyof KeptFact)[];

/**
 * Whether, and where, a fact of the record and its row in the read model part. One of them may be lacking. Data are
 * the same where they say the same, in whatever order and version they are kept; what is personal is not repeated.
 */
export function apart(
  recorded: KeptFact | undefined,
  stored: KeptFact | undefined,
  definition: Pick<AnyEventDefinition, 'personal'> | undefined,
): EventApart | undefined {
  if (recorded && stored) {
    const difference = alteration(recorded, stored, definition?.personal ?? {});
    return difference && { kind: 'altered', ...placeOf(recorded), ...difference };
  }
  if (recorded) return { kind: 'missing', ...placeOf(recorded), ...nowhere };
  return stored && { kind: 'additional', ...placeOf(stored), ...nowhere };
}

const nowhere = { at: null, recorded: null, stored: null };

const placeOf = ({ about, subject, event_id: eventId, recorded_at: recordedAt, type, stream, revision, position }: KeptFact) => ({
  ...{ eventId, type, stream, revision, position, recordedAt },
  childId: about === 'child' ? subject : null,
});

type Alteration = Pick<EventApart, 'at' | 'recorded' | 'stored'>;

function alteration(recorded: KeptFact, stored: KeptFact, personal: Readonly<Record<string, unknown>>): Alteration | undefined {
  const column = columns.find((name) => recorded[name] !== stored[name]);
  if (column !== undefined) return { at: column, recorded: recorded[column], stored: stored[column] };
  if (recorded.data === stored.data) return undefined;
  if (stored.data === undefined) return { at: 'data', recorded: null, stored: UNREADABLE };
  const difference = firstDifference(recorded.data, stored.data, 'data');
  if (difference === undefined) return undefined;
  const [, field = ''] = difference.at.split('.');
  const shown = (value: unknown): unknown => (value !== undefined && Object.hasOwn(personal, field) ? WITHHELD : (value ?? null));
  return { at: difference.at, recorded: shown(difference.replayed), stored: shown(difference.stored) };
}
