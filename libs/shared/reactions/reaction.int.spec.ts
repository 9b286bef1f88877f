import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { START, type EventStore, type RecordedEvent, type SubscribeOptions } from '@accord/shared/event-store';
import { openSqliteEventStore } from '@accord/shared/event-store-sqlite';
import { openReadStore, type ReadStore } from '@accord/shared/read-store';
import { anEvent, appended, aStream, eventually } from '@accord/shared/testing';
import { runReactions, type Reaction, type RunningReactions } from './index';

const folder = mkdtempSync(join(tmpdir(), 'accord-reactions-'));
afterAll(() => rmSync(folder, { recursive: true }));

let files = 0;
let events: EventStore;
let store: ReadStore;
let running: RunningReactions[] = [];
beforeEach(async () => {
  files += 1;
  events = await openSqliteEventStore({ file: join(folder, `events-${files}.sqlite`) });
  store = await openReadStore({ engine: 'sqlite', file: join(folder, `operations-${files}.sqlite`) });
});
afterEach(async () => {
  for (const each of running) await each.stop();
  running = [];
  await events.close();
  await store.close();
});

async function started(reaction: Pick<Reaction, 'react'> & Partial<Reaction>, on: EventStore = events) {
  const told: string[] = [];
  const whole = { name: 'apply-agreements', types: ['OperationRecorded'], ...reaction };
  const log = ({ code, problem }: { code: string; problem: string }) => void told.push(`${code}: ${problem}`);
  const started = await runReactions({ store, events: on, reactions: [whole], log });
  running.push(started);
  return { told, stop: () => started.stop(), health: () => started.health()[0] };
}

/** Operations recorded, each in a stream of its own; ids in order, and the position of the last. */
async function operations(count: number, type = 'OperationRecorded') {
  const ids: string[] = [];
  let position = START;
  for (let n = 0; n < count; n++) {
    const event = anEvent({ type });
    ids.push(event.id);
    position = (await appended(events, aStream('child'), [event])).position;
  }
  return { ids, position };
}

/** A reaction that only remembers. */
function remembering() {
  const seen: string[] = [];
  const react = (event: RecordedEvent) => {
    seen.push(event.id);
    return Promise.resolve();
  };
  return { seen, react };
}

class AgencyAway extends Error {
  override readonly name = 'AgencyAway';
}

describe('A reaction', () => {
  it('sees what was recorded before it began and what is recorded while it runs, once each and in order', async () => {
    const before = await operations(120);
    const { seen, react } = remembering();
    const reaction = await started({ react });
    const after = await operations(5);
    await eventually('every operation was seen', () => seen.length >= 125);
    expect(seen).toEqual([...before.ids, ...after.ids]);
    await eventually('the checkpoint follows', () => reaction.health()?.checkpoint === after.position);
    expect(reaction.health()).toEqual({ reaction: 'apply-agreements', checkpoint: after.position, parked: 0 });
  });

  it('is left alone by events of other kinds', async () => {
    const { seen, react } = remembering();
    await started({ react });
    await operations(3, 'CriterionMet');
    const { ids } = await operations(1);
    await eventually('the operation was seen', () => seen.length > 0);
    expect(seen).toEqual(ids);
  });

  it('is not behind where nothing since its last event concerned it', async () => {
    const reaction = await started(remembering());
    await operations(1);
    const { position } = await operations(3, 'CriterionMet');
    await eventually('it has seen them all', () => reaction.health()?.checkpoint === position);
  });

  it('goes on where it was when the process is started again', async () => {
    const first = remembering();
    const before = await started({ react: first.react });
    const early = await operations(3);
    await eventually('its checkpoint is kept', () => before.health()?.checkpoint === early.position);
    await before.stop();
    const late = await operations(2);
    const second = remembering();
    const after = await started({ react: second.react });
    expect(after.health()?.checkpoint).toBe(early.position);
    await eventually('the later operations were seen', () => second.seen.length >= 2);
    expect(second.seen).toEqual(late.ids);
    expect(first.seen).toEqual(early.ids);
  });

  it('each has a checkpoint of its own: a new one begins with the first event', async () => {
    const old = remembering();
    await started({ react: old.react });
    const { ids } = await operations(3);
    await eventually('the old one is done', () => old.seen.length === 3);
    const added = remembering();
    await started({ react: added.react, name: 'tell-key-worker' });
    await eventually('the new one is done', () => added.seen.length === 3);
    expect(added.seen).toEqual(ids);
  });

  it('that fails is tried again until it succeeds; later events wait for it, and health names the failure', async () => {
    const tried: string[] = [];
    let away = true;
    const reaction = await started({
      react: (event) => {
        tried.push(event.id);
        return away ? Promise.reject(new AgencyAway('Robin Smith')) : Promise.resolve();
      },
    });
    const { ids, position } = await operations(2);
    await eventually('it was tried three times', () => tried.length >= 3);
    expect(new Set(tried)).toEqual(new Set(ids.slice(0, 1)));
    expect(reaction.health()).toEqual({ reaction: 'apply-agreements', checkpoint: START, parked: 0, problem: 'AgencyAway' });
    expect(reaction.told[0]).toBe('reaction-failed: AgencyAway');
    expect(reaction.told.join()).not.toContain('Robin');
    away = false;
    await eventually('both are done', () => reaction.health()?.checkpoint === position);
    expect(tried.at(-1)).toBe(ids[1]);
    expect(reaction.health()).not.toHaveProperty('problem');
  });

  it('that fails does not hold up the others', async () => {
    const { seen, react } = remembering();
    const failing: Reaction = { name: 'failing', types: ['OperationRecorded'], react: () => Promise.reject(new AgencyAway()) };
    const both = await runReactions({ store, events, reactions: [failing, { name: 'other', types: ['OperationRecorded'], react }] });
    running.push(both);
    await operations(2);
    await eventually('the other one is done', () => seen.length === 2);
    expect(both.health().map(({ problem }) => problem)).toEqual(['AgencyAway', undefined]);
  });

  it('that fails can be stopped at once, and the event is tried again at the next start', async () => {
    let tries = 0;
    const failing = await started({
      react: () => {
        tries += 1;
        return Promise.reject(new AgencyAway());
      },
    });
    const { ids } = await operations(1);
    // From the sixth try on it waits longer than a second.
    await eventually('it waits long', () => tries >= 5);
    const before = performance.now();
    await failing.stop();
    expect(performance.now() - before).toBeLessThan(500);
    const { seen, react } = remembering();
    await started({ react });
    await eventually('it was tried again', () => seen.length > 0);
    expect(seen).toEqual(ids);
  });

  it('that is at work when it is stopped finishes its event, begins no other, and does not repeat it', async () => {
    let finish: () => void = () => undefined;
    const begun: string[] = [];
    const slow = await started({
      react: (event) => {
        begun.push(event.id);
        return new Promise((resolve) => (finish = resolve));
      },
    });
    const { ids } = await operations(2);
    await eventually('the first is begun', () => begun.length === 1);
    let stopped = false;
    const stopping = slow.stop().then(() => (stopped = true));
    await new Promise((resolve) => setTimeout(resolve, 50));
    expect(stopped).toBe(false);
    finish();
    await stopping;
    expect(begun).toEqual(ids.slice(0, 1));
    const { seen, react } = remembering();
    await started({ react });
    await eventually('the second follows', () => seen.length > 0);
    expect(seen).toEqual(ids.slice(1));
  });

  it('whose checkpoint cannot be kept begins again from the last one kept, when it can', async () => {
    const { seen, react } = remembering();
    const reaction = await started({ react });
    await store.withTables<{ away: object }>().schema.alterTable('reaction_checkpoints').renameTo('away').execute();
    const { ids, position } = await operations(2);
    await eventually('it is told', () => reaction.told.length > 0);
    expect(reaction.told[0]).toMatch(/^checkpoint-not-saved: /);
    expect(reaction.health()).toMatchObject({ checkpoint: START, problem: expect.stringMatching(/./) });
    await store.withTables<{ away: object }>().schema.alterTable('away').renameTo('reaction_checkpoints').execute();
    await eventually('it goes on', () => reaction.health()?.checkpoint === position, 20_000);
    expect(seen).toEqual([ids[0], ...ids]);
    expect(reaction.health()).not.toHaveProperty('problem');
  });

  it('can be stopped at once while it waits for its checkpoint to be kept', async () => {
    const { react } = remembering();
    const reaction = await started({ react });
    await store.withTables<{ away: object }>().schema.alterTable('reaction_checkpoints').renameTo('away').execute();
    await operations(1);
    await eventually('it is told', () => reaction.told.length > 0);
    const before = performance.now();
    await reaction.stop();
    expect(performance.now() - before).toBeLessThan(500);
  });

  it('says that the record is away only until the record has answered again', async () => {
    let options: SubscribeOptions | undefined;
    const interrupted: EventStore = Object.assign(Object.create(events) as EventStore, {
      subscribe: (given: SubscribeOptions) => events.subscribe((options = given)),
    });
    const reaction = await started(remembering(), interrupted);
    options?.onInterruption?.(new AgencyAway());
    expect(reaction.health()).toMatchObject({ problem: 'AgencyAway' });
    expect(reaction.told).toEqual(['record-away: AgencyAway']);
    options?.onCaughtUp?.(START);
    expect(reaction.health()).not.toHaveProperty('problem');
  });
});
