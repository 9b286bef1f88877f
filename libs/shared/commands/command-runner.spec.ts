import { createHash, createHmac } from 'node:crypto';
import { catalogueOf, UnreadableEvent } from '@accord/shared/event-contracts';
import { AppendFateUnknown, EventStoreUnavailable, type EventStore } from '@accord/shared/event-store';
import {
  AttemptKept,
  FakeCommandAnswers,
  FakePersonalData,
  InMemoryEventStore,
  note,
  noteDefinitions,
  RecordInMemory,
  type NewNoteEvent,
  type Note,
  type NoteCommand,
  type NoteFacts,
  type RecordedNoteEvent,
} from '@accord/shared/testing';
import fc from 'fast-check';
import { commandRunner, refusedAttemptKeeper, type CommandRequest, type CommandRunnerOptions, type FactLoader, type RequestContext } from './index';

type NoteRequest = CommandRequest<NoteCommand, Note, NewNoteEvent, RecordedNoteEvent, NoteFacts | undefined>;

const catalogue = catalogueOf(noteDefinitions, [AttemptKept]);

const id = '01940000-0000-7000-8000-0000000000a1';
const other = '01940000-0000-7000-8000-0000000000b2';
const stream = `note-${id}`;
const childId = '01940000-0000-7000-8000-0000000000c1';

const nameBasedId = (...parts: readonly string[]) => {
  const hex = createHash('sha256').update(JSON.stringify(parts)).digest('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
};

const keyedHash = (text: string) => createHmac('sha256', 'key of the area').update(text).digest('base64url');

const context = (commandId: string, change: Partial<RequestContext> = {}): RequestContext => ({
  commandId,
  fingerprint: `body of ${commandId}`,
  actor: 'person-1',
  agency: 'agency-1',
  role: 'panel-chair',
  lawfulBasis: 'public-task',
  correlationId: 'correlation-1',
  now: '2025-10-06T08:30:00.000Z',
  today: '2025-10-06' as RequestContext['today'],
  ...change,
});

const open: NoteCommand = { type: 'OpenNote', childId, name: 'Robin', on: '2025-10-06' };
const addLine = (line: string): NoteCommand => ({ type: 'AddLine', line, on: '2025-10-06' });

interface Asked extends Partial<RequestContext> {
  readonly to?: string;
  readonly facts?: (loader: FactLoader) => Promise<NoteFacts | undefined>;
}

const request = (commandId: string, command: NoteCommand, { to = id, facts, ...change }: Asked = {}): NoteRequest => ({
  streamType: note,
  id: to,
  command,
  context: context(commandId, change),
  facts: facts ?? (() => Promise.resolve(undefined)),
});

/** One area's record and keys; `process()` gives a runner as another process would have it. */
function anArea(change: Partial<CommandRunnerOptions> = {}) {
  const record = new RecordInMemory(() => '2025-10-06T08:30:00.000Z');
  const events = new InMemoryEventStore(record);
  const answers = new FakeCommandAnswers();
  const describe = ({ refusal, stream: target, context: { today } }: Parameters<Parameters<typeof refusedAttemptKeeper>[0]['describe']>[0]) => ({
    type: 'AttemptKept',
    data: { refusal: refusal.refusal, target, on: today as string },
  });
  const process = (more: Partial<CommandRunnerOptions> = {}) => {
    const options = { events, catalogue, personalData: new FakePersonalData(), answers, nameBasedId, keyedHash, ...change, ...more };
    return commandRunner({ keepRefused: refusedAttemptKeeper({ ...options, describe }), ...options });
  };
  return { record, events, answers, process, runner: process() };
}

/** The store, but with something that happens just before an append of the given number. */
function disturbed(store: EventStore, before: (append: number) => Promise<void>): EventStore {
  let appends = 0;
  return {
    append: async (...parameters) => {
      await before(++appends);
      return store.append(...parameters);
    },
    readStream: (...parameters) => store.readStream(...parameters),
    readAll: (options) => store.readAll(options),
    subscribe: (options) => store.subscribe(options),
    head: () => store.head(),
    close: () => store.close(),
  };
}

describe('A command', () => {
  it('is recorded as events, and answered with where they are', async () => {
    const { runner, record } = anArea();
    const outcome = await runner.run(request('c1', open));
    expect(outcome).toEqual({ ok: true, stream, revision: 0, position: 0, events: [{ id: record.all[0]?.id, type: 'NoteOpened' }] });
    expect(await runner.run(request('c2', addLine('First')))).toMatchObject({ ok: true, revision: 1, position: 1 });
    expect(record.all.map(({ type, schemaVersion, data }) => ({ type, schemaVersion, data }))).toEqual([
      { type: 'NoteOpened', schemaVersion: 1, data: { childId, on: '2025-10-06', name: expect.stringMatching(/^sealed:/) } },
      { type: 'LineAdded', schemaVersion: 1, data: { line: 'First', on: '2025-10-06' } },
    ]);
  });

  it('names who acted, for whom, in which role, and in answer to what', async () => {
    const { runner, record } = anArea();
    await runner.run(request('c1', open));
    await runner.run(request('c2', addLine('First'), { causationId: 'event-7' }));
    expect(record.all[0]?.metadata).toEqual({
      actor: 'person-1',
      agency: 'agency-1',
      role: 'panel-chair',
      lawfulBasis: 'public-task',
      correlationId: 'correlation-1',
      causationId: 'c1',
      commandId: 'c1',
      fingerprint: keyedHash('body of c1'),
    });
    expect(record.all[1]?.metadata.causationId).toBe('event-7');
  });

  it('names the facts that it rested on, at the revision that was read', async () => {
    const { runner, record } = anArea();
    await runner.run(request('c1', open));
    await runner.run(request('c2', open, { to: other }));
    const missing = '01940000-0000-7000-8000-0000000000ff';
    const facts = async (loader: FactLoader) => {
      const there = await loader.load(note, other);
      await loader.load(note, other);
      const absent = await loader.load(note, missing);
      expect(absent).toEqual({ state: note.decider.initial, revision: undefined });
      return { mostLines: there.state.open ? 1 : 0 };
    };
    expect(await runner.run(request('c3', addLine('First'), { facts }))).toMatchObject({ ok: true });
    expect(record.all[2]?.metadata.restsOn).toEqual([{ stream: `note-${other}`, revision: 0 }]);
    expect(await runner.run(request('c4', addLine('Second'), { facts }))).toMatchObject({ ok: false, refusal: 'note-full' });
  });

  it('that changes nothing answers with the present, and stores nothing', async () => {
    const { runner, record } = anArea();
    await runner.run(request('c1', open));
    await runner.run(request('c2', addLine('First')));
    await runner.run(request('c3', open, { to: other }));
    expect(await runner.run(request('c4', addLine('First')))).toEqual({ ok: true, stream, revision: 1, position: 1, events: [] });
    const idle = { ...note, decider: { ...note.decider, decide: () => ({ ok: true, events: [] }) as const } };
    const elsewhere = { ...request('c5', open, { to: '01940000-0000-7000-8000-0000000000ff' }), streamType: idle };
    expect(await runner.run(elsewhere)).toMatchObject({ ok: true, revision: -1, position: 2, events: [] });
    expect(record.all).toHaveLength(3);
  });

  it('is refused with a code and a sentence, and stores nothing', async () => {
    const { runner, record } = anArea();
    expect(await runner.run(request('c1', addLine('First')))).toMatchObject({ ok: false, refusal: 'note-not-open' });
    expect(record.all).toEqual([]);
  });

  it('cannot store an event that its contract refuses, or that belongs elsewhere', async () => {
    const { runner, record } = anArea();
    await runner.run(request('c1', open));
    await expect(runner.run(request('c2', addLine('')))).rejects.toBeInstanceOf(UnreadableEvent);
    const foreign = { ...note, category: 'letter' };
    await expect(runner.run({ ...request('c3', open), streamType: foreign })).rejects.toThrow('no event of a letter stream');
    expect(record.all).toHaveLength(1);
  });

  it.each(['NoteBurnt', 'AttemptKept'])('is not decided on a stream that cannot be read whole: %s is none of its events', async (type) => {
    const { runner, events } = anArea();
    const metadata = { actor: '', agency: '', role: '', lawfulBasis: '', correlationId: '', causationId: '', commandId: '' };
    await events.append(stream, 'no-stream', [{ id, type, schemaVersion: 1, data: { refusal: 'x', target: 'y', on: '2025-10-06' }, metadata }]);
    await expect(runner.run(request('c1', open))).rejects.toBeInstanceOf(UnreadableEvent);
  });
});

describe('A command that comes again', () => {
  it('has the same answer and no second effect, also after later changes', async () => {
    const { runner, record } = anArea();
    const first = await runner.run(request('c1', open));
    await runner.run(request('c2', addLine('First')));
    expect(await runner.run(request('c1', open))).toEqual(first);
    expect(record.all).toHaveLength(2);
  });

  it('fifty times at once, in one process or in many, has one effect and one answer', async () => {
    const area = anArea();
    const processes = [area.runner, area.process(), area.process()];
    const fifty = Array.from({ length: 50 }, (_, n) => processes[n % 3] ?? area.runner);
    const outcomes = await Promise.all(fifty.map((runner) => runner.run(request('c1', open))));
    expect(new Set(outcomes.map((outcome) => JSON.stringify(outcome))).size).toBe(1);
    expect(area.record.all).toHaveLength(1);
    expect(await area.process().run(request('c1', open))).toEqual(outcomes[0]);
  });

  it('is answered from its events where the answer was lost', async () => {
    const { runner, process, record } = anArea();
    const first = await runner.run(request('c1', open));
    await runner.run(request('c2', addLine('First')));
    const forgetful = process({ answers: new FakeCommandAnswers() });
    expect(await forgetful.run(request('c1', open))).toEqual(first);
    expect(await forgetful.run(request('c1', open, { expectedRevision: 9 }))).toEqual(first);
    expect(record.all).toHaveLength(2);
  });

  it('is refused again with the same words, though it would now be accepted', async () => {
    const { runner } = anArea();
    const refusal = await runner.run(request('c1', addLine('First')));
    await runner.run(request('c2', open));
    expect(await runner.run(request('c1', addLine('First')))).toEqual(refusal);
  });

  it('with another body is refused', async () => {
    const { runner, record } = anArea();
    await runner.run(request('c1', open));
    const changed = request('c1', addLine('First'), { fingerprint: 'another body' });
    expect(await runner.run(changed)).toMatchObject({ ok: false, refusal: 'idempotency-key-reused', kind: 'conflict' });
    expect(record.all).toHaveLength(1);
  });

  it('with another body is refused also where the answer was forgotten, and keeps no other from its own answer', async () => {
    const { runner, process, record } = anArea();
    const first = await runner.run(request('c1', open));
    await runner.run(request('c2', addLine('First')));
    const forgetful = process({ answers: new FakeCommandAnswers() });
    const changed = request('c1', addLine('Changed'), { fingerprint: 'another body' });
    const reused = { ok: false, refusal: 'idempotency-key-reused', kind: 'conflict' };
    expect(await forgetful.run(changed)).toMatchObject(reused);
    expect(await forgetful.run(changed)).toMatchObject(reused);
    // The changed request has claimed the key; what the first one did is its answer all the same.
    expect(await forgetful.run(request('c1', open))).toEqual(first);
    expect(record.all).toHaveLength(2);
  });

  it('is answered from events that were recorded before they told of its body', async () => {
    const { runner, record, events, process } = anArea();
    const first = await runner.run(request('c1', open));
    const read = async () => record.all.map(({ metadata: { fingerprint: _, ...metadata }, ...event }) => ({ ...event, metadata }));
    const older = { ...disturbed(events, () => Promise.resolve()), readStream: read };
    expect(await process({ events: older, answers: new FakeCommandAnswers() }).run(request('c1', open))).toEqual(first);
  });

  it('is known by a keyed hash of its body: no digest that could be guessed is kept', async () => {
    const full = { facts: () => Promise.resolve({ mostLines: 0 }) };
    const { runner, record, answers } = anArea();
    await runner.run(request('c1', open));
    await runner.run(request('c2', addLine('First'), full));
    const kept = ['c1', 'c2'].map((key) => keyedHash(`body of ${key}`));
    expect(record.all.map(({ metadata }) => metadata.fingerprint)).toEqual(kept);
    expect([...answers.keys.values()].map(({ fingerprint }) => fingerprint)).toEqual(kept);
    expect(JSON.stringify([record.all, [...answers.keys]])).not.toContain('body of');
  });

  it('decided anew on newer facts by another process is not taken for the one that was stored', async () => {
    const area = anArea();
    await area.runner.run(request('c0', open));
    const once = { ...note, decider: { ...note.decider, decide: () => ({ ok: true, events: [line('A'), line('B')] }) as const } };
    // Between the decision of this process and its append, the other one decides the same command otherwise.
    const events = disturbed(area.events, async (append) => {
      if (append === 1) await area.process().run({ ...request('c1', addLine('A')), streamType: once });
    });
    const outcome = await area.process({ events, answers: new FakeCommandAnswers() }).run(request('c1', addLine('A')));
    expect(outcome).toMatchObject({ ok: true, revision: 2, events: [{ type: 'LineAdded' }, { type: 'LineAdded' }] });
    expect(area.record.all).toHaveLength(3);
  });
});

const line = (text: string): NewNoteEvent => ({ type: 'LineAdded', data: { line: text, on: '2025-10-06' } });

describe('A command that expects a revision', () => {
  it('is accepted at that revision and stale at any other', async () => {
    const { runner, record } = anArea();
    await runner.run(request('c1', open));
    expect(await runner.run(request('c2', addLine('A'), { expectedRevision: 0 }))).toMatchObject({ ok: true, revision: 1 });
    const stale = { ok: false, refusal: 'revision-stale', kind: 'stale' };
    expect(await runner.run(request('c3', addLine('B'), { expectedRevision: 0 }))).toMatchObject(stale);
    expect(await runner.run(request('c4', addLine('B'), { to: other, expectedRevision: 0 }))).toMatchObject(stale);
    expect(record.all).toHaveLength(2);
  });

  it('may come again under the same key with the revision that is right', async () => {
    const { runner } = anArea();
    await runner.run(request('c1', open));
    await runner.run(request('c2', addLine('A')));
    await runner.run(request('c3', addLine('B'), { expectedRevision: 0 }));
    expect(await runner.run(request('c3', addLine('B'), { expectedRevision: 1 }))).toMatchObject({ ok: true, revision: 2 });
  });

  it('is stale, not tried again, where it loses the race', async () => {
    const area = anArea();
    await area.runner.run(request('c1', open));
    const events = disturbed(area.events, async (append) => {
      if (append === 1) await area.process().run(request('c2', addLine('Winner')));
    });
    const outcome = await area.process({ events }).run(request('c3', addLine('Loser'), { expectedRevision: 0 }));
    expect(outcome).toMatchObject({ refusal: 'revision-stale' });
    expect(area.record.all).toHaveLength(2);
  });
});

describe('A command that loses the race for its stream', () => {
  it('is decided again on what the winner left', async () => {
    const area = anArea();
    await area.runner.run(request('c1', open));
    const paused: number[] = [];
    const events = disturbed(area.events, async (append) => {
      if (append <= 2) await area.process().run(request(`winner-${append}`, addLine(`Winner ${append}`)));
    });
    const pause = async (attempt: number) => void paused.push(attempt);
    const outcome = await area.process({ events, pause }).run(request('c2', addLine('Loser')));
    expect(outcome).toMatchObject({ ok: true, revision: 3 });
    expect(paused).toEqual([2, 3]);
  });

  it('is refused as busy after ten attempts, and may come again under the same key', async () => {
    const area = anArea();
    await area.runner.run(request('c1', open));
    const events = disturbed(area.events, async (append) => {
      await area.process().run(request(`winner-${append}`, addLine(`Winner ${append}`)));
    });
    const busy = await area.process({ events }).run(request('c2', addLine('Loser')));
    expect(busy).toMatchObject({ ok: false, refusal: 'stream-busy', kind: 'conflict' });
    expect(area.record.all).toHaveLength(11);
    expect(await area.runner.run(request('c2', addLine('Loser')))).toMatchObject({ ok: true, revision: 11 });
  });

  it.each([1, 4])('has its turn: of a hundred different commands in %i processes one wins each revision', async (processes) => {
    // Within one process nobody loses a race, so that the first attempt is enough.
    const area = anArea({ attempts: processes === 1 ? 1 : 200 });
    await area.runner.run(request('c0', open));
    const runners = Array.from({ length: processes }, () => area.process());
    await fc.assert(
      fc.asyncProperty(fc.uniqueArray(fc.uuid(), { minLength: 100, maxLength: 100 }), async (keys) => {
        const before = area.record.all.length;
        const outcomes = await Promise.all(
          keys.map((key, n) => (runners[n % processes] ?? area.runner).run(request(key, addLine(key)))),
        );
        const revisions = outcomes.map((outcome) => (outcome.ok ? outcome.revision : -1));
        expect([...revisions].sort((one, two) => one - two)).toEqual(keys.map((_, n) => before + n));
        const lines = area.record.all.slice(before).map(({ data }) => data['line']);
        expect(new Set(lines)).toEqual(new Set(keys));
      }),
      { numRuns: 3, endOnFailure: true },
    );
  });
});

describe('A store that does not say whether it stored', () => {
  const silent = (stores: boolean, silences: number) => {
    const area = anArea();
    let left = silences;
    const ids: string[] = [];
    const events: EventStore = {
      ...disturbed(area.events, () => Promise.resolve()),
      append: async (name, expected, added) => {
        ids.push(...added.map((event) => event.id));
        const result = left > 0 && !stores ? undefined : await area.events.append(name, expected, added);
        if (left-- > 0 || !result) throw new AppendFateUnknown(name);
        return result;
      },
    };
    return { area, ids, runner: area.process({ events }) };
  };

  it.each([true, false])('is asked again with the same ids (stored: %s)', async (stores) => {
    const { area, ids, runner } = silent(stores, 3);
    expect(await runner.run(request('c1', open))).toMatchObject({ ok: true, revision: 0 });
    expect(ids).toHaveLength(4);
    expect(new Set(ids).size).toBe(1);
    expect(area.record.all).toHaveLength(1);
  });

  it('is not the same as a store that is away, which makes the command fail at once', async () => {
    const area = anArea();
    let appends = 0;
    const events = disturbed(area.events, () => (appends++, Promise.reject(new EventStoreUnavailable('The store is away.'))));
    await expect(area.process({ events }).run(request('c1', open))).rejects.toBeInstanceOf(EventStoreUnavailable);
    expect(appends).toBe(1);
    expect(await area.runner.run(request('c1', open))).toMatchObject({ ok: true, revision: 0 });
  });

  it('at last makes the command fail, and the same key settles it later', async () => {
    const { area, runner } = silent(true, 10);
    await expect(runner.run(request('c1', open))).rejects.toBeInstanceOf(AppendFateUnknown);
    expect(await runner.run(request('c1', open))).toMatchObject({ ok: true, revision: 0 });
    expect(area.record.all).toHaveLength(1);
  });
});

describe('A refusal that matters to governance', () => {
  const full = { facts: () => Promise.resolve({ mostLines: 0 }) };

  it('is kept with who tried and at what, and is answered all the same', async () => {
    const { runner, record } = anArea();
    await runner.run(request('c1', open));
    const refusal = await runner.run(request('c2', addLine('First'), full));
    expect(refusal).toMatchObject({ ok: false, refusal: 'note-full', kept: true, keptAt: 1 });
    expect(record.all[1]).toMatchObject({
      type: 'AttemptKept',
      stream: expect.stringMatching(/^refused-attempt-/),
      data: { refusal: 'note-full', target: stream, on: '2025-10-06' },
      metadata: { actor: 'person-1', commandId: 'c2' },
    });
    expect(await runner.run(request('c2', addLine('First'), full))).toEqual(refusal);
  });

  it('is kept once, even where its answer was lost', async () => {
    const { runner, process, record } = anArea();
    await runner.run(request('c1', open));
    const outcomes = [await runner.run(request('c2', addLine('First'), full))];
    outcomes.push(await process({ answers: new FakeCommandAnswers() }).run(request('c2', addLine('First'), full)));
    expect(outcomes[1]).toEqual(outcomes[0]);
    expect(record.all).toHaveLength(2);
  });

  it('is kept once for each body, where the answers were lost: no attempt passes for another', async () => {
    const { runner, process, record } = anArea();
    await runner.run(request('c1', open));
    await runner.run(request('c2', addLine('First'), full));
    const changed = request('c2', addLine('Second'), { ...full, fingerprint: 'another body' });
    expect(await process({ answers: new FakeCommandAnswers() }).run(changed)).toMatchObject({ refusal: 'note-full', keptAt: 2 });
    expect(record.all).toHaveLength(3);
  });

  it('is kept with the facts on which it was refused', async () => {
    const { runner, record } = anArea();
    await runner.run(request('c1', open));
    await runner.run(request('c2', open, { to: other }));
    const facts = async (loader: FactLoader) => {
      await loader.load(note, other);
      return { mostLines: 0 };
    };
    await runner.run(request('c3', addLine('First'), { facts }));
    expect(record.all[2]).toMatchObject({ type: 'AttemptKept', metadata: { restsOn: [{ stream: `note-${other}`, revision: 0 }] } });
    await runner.run(request('c4', addLine('First'), full));
    expect(record.all[3]?.type).toBe('AttemptKept');
    expect(record.all[3]?.metadata).not.toHaveProperty('restsOn');
  });

  it('that does not matter is not kept', async () => {
    const { runner, record } = anArea();
    await runner.run(request('c1', open));
    await runner.run(request('c2', open));
    expect(record.all).toHaveLength(1);
  });
});
