import type { ChildrenAsked } from '@accord/funding/application';
import { fundingFacts } from '@accord/funding/projections';
import type { Position } from '@accord/shared/event-store';
import type { Id } from '@accord/shared/kernel';
import { openReadStore, projectionProgress, runProjections } from '@accord/shared/read-store';
import type { ReadStore } from '@accord/shared/read-store';
import { InMemoryEventStore, RecordInMemory, anEvent, appended, onBothEngines, sealedData } from '@accord/shared/testing';
import { AreaFactsReader } from './index';
import { agreed, catalogue, day, found, inForce, operated } from './sample-record';
import type { Happened } from './sample-record';

/** Ids far apart and in no order, digits and letters mixed: the order of children is that of their code points. */
const child = (n: number): Id<'child'> => `01940000-0000-7000-8000-${((n * 2_654_435_761_000) % 2 ** 48).toString(16).padStart(12, '0')}` as Id<'child'>;
/** A page is of 500 facts: these children have more than one page together, and one of them has more than two alone. */
const [CHILDREN, OF_ONE] = [270, 1_100];
const frequent = child(131);
const children = Array.from({ length: CHILDREN }, (_each, n) => child(n + 1));

interface Placed {
  readonly happened: Happened;
  readonly on: string;
  readonly recordedAt: string;
}
const noon = (of: string) => `${of}T12:00:00.000Z`;
const story: readonly Placed[] = [
  ...[agreed(), inForce()].map((happened) => ({ happened, on: '2025-04-01', recordedAt: noon('2025-06-02') })),
  ...children.map((childId) => ({ happened: found(childId, '2025-07-14'), on: '2025-07-14', recordedAt: noon('2025-10-07') })),
  ...Array.from({ length: OF_ONE }, (_each, n) => ({ happened: operated(frequent, '2025-10-06', n), on: '2025-10-06', recordedAt: noon('2025-10-07') })),
  ...[agreed({ number: 1 }), inForce('2025-11-03', 1)].map((happened, place) => ({ happened, on: place === 0 ? '2025-04-01' : '2025-11-03', recordedAt: noon('2025-11-04') })),
  ...children.toReversed().map((childId, n) => ({ happened: operated(childId, '2025-11-03', 5_000 + n), on: '2025-11-03', recordedAt: noon('2025-11-04') })),
];
const placesOf = (holds: (place: Placed, position: Position) => boolean): ReadonlyMap<string, readonly Position[]> => {
  const byChild = new Map<string, Position[]>();
  story.forEach((each, position) => {
    const { childId } = each.happened.data;
    if (typeof childId === 'string' && holds(each, position)) byChild.set(childId, [...(byChild.get(childId) ?? []), position]);
  });
  return new Map([...byChild].sort(([one], [two]) => (one < two ? -1 : 1)));
};

onBothEngines(openReadStore, (open) => {
  let read: ReadStore;
  let area: AreaFactsReader;
  let stop: () => Promise<void>;

  beforeAll(async () => {
    read = await open();
    let now = '';
    const events = new InMemoryEventStore(new RecordInMemory(() => now));
    for (const { happened: { type, data }, recordedAt } of story) {
      now = recordedAt;
      const definition = catalogue.check(type, data);
      const event = anEvent({ type, schemaVersion: definition.version, data: sealedData(definition, data) });
      await appended(events, `${definition.stream}-${event.id}`, [event]);
    }
    const runner = runProjections({ store: read, events, catalogue, projections: [fundingFacts] });
    stop = () => runner.stop();
    await runner.ready;
    await projectionProgress(read).waitFor('funding-facts', await events.head(), 30_000);
    area = new AreaFactsReader(read, catalogue);
  }, 60_000);
  afterAll(async () => {
    await stop();
    await read.close();
  });

  const last = story.length - 1;
  const swept = async (upTo: Position, asked?: ChildrenAsked) => {
    const found: [string, Position[]][] = [];
    for await (const { childId, facts } of area.children(upTo, asked)) found.push([childId, facts.map(({ position }) => position)]);
    return found;
  };

  describe('A sweep of the whole area', () => {
    it('gives every child once, in order of id, with all of its facts in order, whatever pages they fill', async () => {
      const all = await swept(last);
      expect(all).toEqual([...placesOf(() => true)]);
      expect([all.length, await area.count()]).toEqual([CHILDREN, CHILDREN]);
      expect(new Map(all).get(frequent)?.length).toBe(OF_ONE + 2);
    });

    it('gives what stood at a position', async () => {
      const upTo = Math.floor(last / 3);
      expect(await swept(upTo)).toEqual([...placesOf((_each, position) => position <= upTo)]);
      expect(await area.position()).toBe(last);
    });

    it('gives what was true by a day and known at an instant, that day and instant included', async () => {
      for (const on of ['2025-10-05', '2025-10-06', '2025-11-02']) expect(await swept(last, { asAt: day(on) })).toEqual([...placesOf((each) => each.on <= on)]);
      const knownAt = noon('2025-10-07');
      expect(await swept(last, { knownAt })).toEqual([...placesOf((each) => each.recordedAt <= knownAt)]);
      expect(await swept(last, { knownAt: '2025-10-07T11:59:59.999Z' })).toEqual([]);
      expect(await swept(last, { asAt: day('2025-10-05'), knownAt })).toEqual([...placesOf((each) => each.on <= '2025-10-05' && each.recordedAt <= knownAt)]);
    });

    it('goes on from any child', async () => {
      const all = [...placesOf(() => true)];
      for (const place of [0, 100, CHILDREN - 1]) {
        const [from] = all[place] ?? [];
        expect(await swept(last, { from: from as Id<'child'> })).toEqual(all.slice(place));
      }
    });
  });

  it('The facts of agreements come in order, as known at a position, at an instant and as at a day', async () => {
    const places = async (upTo: Position, asked?: ChildrenAsked) => (await area.agreements(upTo, asked)).map(({ position }) => position);
    const [third, fourth] = [CHILDREN + OF_ONE + 2, CHILDREN + OF_ONE + 3];
    expect(await places(last)).toEqual([0, 1, third, fourth]);
    expect(await places(third)).toEqual([0, 1, third]);
    expect(await places(last, { asAt: day('2025-11-02') })).toEqual([0, 1, third]);
    expect(await places(last, { knownAt: noon('2025-10-07') })).toEqual([0, 1]);
  });
});
