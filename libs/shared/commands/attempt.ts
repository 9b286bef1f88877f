import type { EventCatalogue } from '@accord/shared/event-contracts';
import type { EventStore, Fact, NewEvent, Position, RecordedEvent, StreamName } from '@accord/shared/event-store';
import type { Refusal } from '@accord/shared/kernel';
import { appendSettled, metadataOf, type Patience } from './appending';
import { AttemptFacts, loadStream, type LoadedStream } from './loading';
import type {
  CommandDone,
  CommandOutcome,
  CommandRequest,
  KeepRefused,
  NameBasedId,
  PersonalData,
  RequestContext,
} from './ports';

export interface AttemptOptions {
  readonly events: EventStore;
  readonly catalogue: EventCatalogue;
  readonly personalData: PersonalData;
  readonly keepRefused: KeepRefused;
  readonly nameBasedId: NameBasedId;
  readonly patience: Patience;
}

/**
 * What one attempt came to: an answer for good, a lost race, an `expectedRevision` that is none any more,
 * or a key under which the record holds the effect of another request.
 */
export type AttemptResult =
  | { readonly is: 'answer'; readonly outcome: CommandOutcome }
  | { readonly is: 'raced' }
  | { readonly is: 'reused' }
  | { readonly is: 'stale' };

type Named = { readonly type: string };
type Decided = { readonly type: string; readonly data: object };

const answer = (outcome: CommandOutcome): AttemptResult => ({ is: 'answer', outcome });

/**
 * One attempt, in this order: an effect that is there already is the answer, or refuses another request,
 * even if the record has moved on since or the rules would now refuse; only then does the expected
 * revision count; only then the rules.
 */
export async function runAttempt<C extends Named, S, N extends Decided, R, F>(
  options: AttemptOptions,
  request: CommandRequest<C, S, N, R, F>,
): Promise<AttemptResult> {
  const { streamType, command, context } = request;
  const stream = await loadStream(options, streamType, request.id);
  const earlier = effectOf(stream.recorded, context);
  if (earlier) return earlier.same === false ? { is: 'reused' } : answer(earlier.done);
  const { expectedRevision } = context;
  if (expectedRevision !== undefined && expectedRevision !== stream.revision) return { is: 'stale' };
  const facts = new AttemptFacts(options);
  const decision = streamType.decider.decide(command, stream.state, await request.facts(facts));
  if (!decision.ok) return answer(await refused(options, request, { refusal: decision, restsOn: await facts.restsOn() }));
  if (decision.events.length === 0) return answer(await nothingChanged(options.events, stream));
  const events = await sealedEvents({ ...options, request, stream: stream.name, restsOn: await facts.restsOn() }, decision.events);
  const append = { stream: stream.name, expected: stream.revision ?? ('no-stream' as const), events };
  const result = await appendSettled(options.events, append, options.patience);
  if (!result.ok) return { is: 'raced' };
  const { revision, position } = result;
  return answer({ ok: true, stream: stream.name, revision, position, events: events.map(({ id, type }) => ({ id, type })) });
}

/**
 * The effect that this very request had on its stream. To be asked where the answers know another request
 * under its key: that one may have claimed the key after they had forgotten it.
 */
export async function effectOnRecord(
  store: EventStore,
  { stream, context }: { readonly stream: StreamName; readonly context: RequestContext },
): Promise<CommandDone | undefined> {
  const effect = effectOf((await store.readStream(stream)) ?? [], context);
  return effect?.same === true ? effect.done : undefined;
}

interface Effect {
  /** The answer that was lost, from the events that it told of. */
  readonly done: CommandDone;
  /** Whether it came of the same request; `undefined` where its events do not tell. */
  readonly same: boolean | undefined;
}

function effectOf(recorded: readonly RecordedEvent[], { commandId, fingerprint }: RequestContext): Effect | undefined {
  const events = recorded.filter(({ metadata }) => metadata.commandId === commandId);
  const last = events.at(-1);
  if (!last) return undefined;
  const { stream, revision, position, metadata } = last;
  const done = { ok: true, stream, revision, position, events: events.map(({ id, type }) => ({ id, type })) } as const;
  // One append holds them all, hence one fingerprint.
  return { done, same: metadata.fingerprint === undefined ? undefined : metadata.fingerprint === fingerprint };
}

/** Where nothing is to be done the answer is the present: revision -1 where there is no stream yet. */
async function nothingChanged(events: EventStore, stream: LoadedStream<unknown>): Promise<CommandDone> {
  const position: Position = stream.recorded.at(-1)?.position ?? (await events.head());
  return { ok: true, stream: stream.name, revision: stream.revision ?? -1, position, events: [] };
}

async function refused<C extends Named, S, N, R, F>(
  { keepRefused }: AttemptOptions,
  { streamType, id, command, context }: CommandRequest<C, S, N, R, F>,
  { refusal, restsOn }: { readonly refusal: Refusal; readonly restsOn: readonly Fact[] },
): Promise<CommandOutcome> {
  if (!refusal.kept) return refusal;
  const stream = `${streamType.category}-${id}`;
  return { ...refusal, keptAt: await keepRefused({ command: command.type, stream, refusal, restsOn, context }) };
}

interface Sealing extends AttemptOptions {
  readonly request: Pick<CommandRequest<Named, unknown, Decided, unknown, unknown>, 'context' | 'streamType'>;
  readonly stream: StreamName;
  readonly restsOn: readonly Fact[];
}

/**
 * The stored form of what was decided. Ids are made from the command's id and from the types decided:
 * a second process that decides the same appends the same events, which the store takes for one; one
 * that decided otherwise, on newer facts, cannot be taken for it.
 * @throws UnreadableEvent or Error where the rules made an event that its contract refuses (a bug)
 */
async function sealedEvents(sealing: Sealing, decided: readonly Decided[]): Promise<readonly NewEvent[]> {
  const { catalogue, nameBasedId, personalData, stream, request, restsOn } = sealing;
  const { category, definitions } = request.streamType;
  const metadata = metadataOf(request.context, restsOn);
  const types = decided.map(({ type }) => type).join(' ');
  return Promise.all(
    decided.map(async ({ type, data }, index) => {
      const definition = catalogue.check(type, data);
      if (definition.stream !== category || !definitions.includes(definition)) {
        throw new Error(`${type} is no event of a ${category} stream`);
      }
      const id = nameBasedId(request.context.commandId, 'event', String(index), types);
      const sealed = await personalData.seal({ id, stream, definition, data: { ...data } });
      return { id, type, schemaVersion: definition.version, data: sealed, metadata };
    }),
  );
}
