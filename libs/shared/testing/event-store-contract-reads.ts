import { START, type EventFilter, type EventStore } from '@accord/shared/event-store';
import { aCategory, anEvent, appended, aStream, idsOf, readOn, someEvents, type EventStoreHarness } from './event-store-contract-samples';

/** Promises about reading one stream and the whole record. */
export function readContract(harness: () => EventStoreHarness): void {
  const store = (): EventStore => harness().store;
  readingOneStream(store);
  readingTheRecord(store);
}

function readingOneStream(store: () => EventStore): void {
  describe('reading a stream', () => {
    const stream = aStream();
    const events = someEvents(7);
    const ids = idsOf(events);
    const reversed = [...ids].reverse();
    beforeAll(() => appended(store(), stream, events));
    const read = async (options?: Parameters<EventStore['readStream']>[1]) => idsOf(await store().readStream(stream, options));

    it('gives all its events in order, revisions from 0 without a gap', async () => {
      expect(await read()).toEqual(ids);
      expect((await store().readStream(stream))?.map(({ revision }) => revision)).toEqual([0, 1, 2, 3, 4, 5, 6]);
    });

    it('starts where asked, and stops at the limit', async () => {
      expect(await read({ from: 3 })).toEqual(ids.slice(3));
      expect(await read({ limit: 2 })).toEqual(ids.slice(0, 2));
      expect(await read({ from: 2, limit: 3 })).toEqual(ids.slice(2, 5));
      expect(await read({ from: 5, limit: 100 })).toEqual(ids.slice(5));
    });

    it('goes backwards from the end, or from where asked', async () => {
      expect(await read({ direction: 'backwards' })).toEqual(reversed);
      expect(await read({ direction: 'backwards', limit: 1 })).toEqual(ids.slice(6));
      expect(await read({ direction: 'backwards', from: 3 })).toEqual(reversed.slice(3));
      expect(await read({ direction: 'backwards', from: 3, limit: 2 })).toEqual(reversed.slice(3, 5));
      expect(await read({ direction: 'backwards', from: 0 })).toEqual(ids.slice(0, 1));
    });

    it('gives nothing from beyond the end, and everything backwards from there', async () => {
      expect(await store().readStream(stream, { from: 7 })).toEqual([]);
      expect(await store().readStream(stream, { from: 1_000_000 })).toEqual([]);
      expect(await read({ from: 1_000_000, direction: 'backwards' })).toEqual(reversed);
    });

    it('tells a stream that does not exist from one with nothing to give', async () => {
      expect(await store().readStream(aStream())).toBeUndefined();
      expect(await store().readStream(aStream(), { from: 3 })).toBeUndefined();
      expect(await store().readStream(aStream(), { direction: 'backwards' })).toBeUndefined();
    });

    it('gives a long stream whole', async () => {
      const long = aStream();
      const many = someEvents(1_500);
      await appended(store(), long, many.slice(0, 1_000));
      await appended(store(), long, many.slice(1_000));
      expect(idsOf(await store().readStream(long))).toEqual(idsOf(many));
      expect(idsOf(await store().readStream(long, { direction: 'backwards' }))).toEqual(idsOf(many).reverse());
      expect(idsOf(await store().readStream(long, { limit: 1_200 }))).toEqual(idsOf(many.slice(0, 1_200)));
    });
  });
}

function readingTheRecord(store: () => EventStore): void {
  describe('reading the whole record', () => {
    const category = aCategory();
    // Begins like the category above: a filter that compares beginnings would confuse the two.
    const longer = `${category}-more`;
    const events = Array.from({ length: 12 }, (_, n) => anEvent({ type: n % 3 === 0 ? 'FundingAgreed' : 'MeetingHeld' }));
    const homes = events.map((_, n) => aStream(n % 2 === 0 ? category : longer));
    const ids = idsOf(events);
    let before = START;
    let last = START;
    beforeAll(async () => {
      before = await store().head();
      for (const [n, event] of events.entries()) last = (await appended(store(), homes[n] ?? '', [event])).position;
    });
    const ours: EventFilter = { categories: [category, longer] };
    const found = async (filter: EventFilter, limit = 5) => idsOf(await readOn(store(), { after: before, limit, filter }));

    it('gives every event in the order in which it was stored, page by page', async () => {
      for (const limit of [1, 5, 12, 500]) {
        expect(await found(ours, limit)).toEqual(ids);
        const page = await store().readAll({ after: before, limit, filter: ours });
        expect(page.events.length).toBeLessThanOrEqual(limit);
      }
      const unfiltered = idsOf(await readOn(store(), { after: before, limit: 100 }));
      expect(unfiltered.filter((id) => ids.includes(id))).toEqual(ids);
    });

    it('gives positions that grow, the same as on every other way of reading', async () => {
      const all = await readOn(store(), { after: before, limit: 100, filter: ours });
      const positions = all.map(({ position }) => position);
      expect(positions).toEqual([...new Set(positions)].sort((a, b) => a - b));
      expect(positions.at(-1)).toBe(last);
      expect(positions[0]).toBeGreaterThan(before);
      expect(await store().readStream(homes[4] ?? '')).toEqual([all[4]]);
    });

    it('keeps the types and the categories asked for, and no others', async () => {
      expect(await found({ categories: [category] })).toEqual(ids.filter((_, n) => n % 2 === 0));
      expect(await found({ categories: [longer] })).toEqual(ids.filter((_, n) => n % 2 === 1));
      expect(await found({ ...ours, types: ['FundingAgreed'] })).toEqual(ids.filter((_, n) => n % 3 === 0));
      expect(await found({ ...ours, types: ['FundingAgreed', 'MeetingHeld'] })).toEqual(ids);
      expect(await found({ categories: [category], types: ['FundingAgreed'] })).toEqual(ids.filter((_, n) => n % 6 === 0));
      expect(await found({ ...ours, types: ['NeverHappened'] })).toEqual([]);
      expect(await found({ categories: [] })).toEqual([]);
      const types = new Set((await readOn(store(), { after: before, limit: 7, filter: { types: ['FundingAgreed'] } })).map(({ type }) => type));
      expect([...types]).toEqual(['FundingAgreed']);
    });

    it('starts after the position given, not at it', async () => {
      const all = await readOn(store(), { after: before, limit: 100, filter: ours });
      const rest = await store().readAll({ after: all[4]?.position ?? START, limit: 100, filter: ours });
      expect(idsOf(rest.events)).toEqual(ids.slice(5));
    });

    it('leads a filtered reader past the events that the filter dropped', async () => {
      let page = await store().readAll({ after: before, limit: 3, filter: { categories: [aCategory()] } });
      while (!page.end) page = await store().readAll({ after: page.next, limit: 3, filter: { categories: [aCategory()] } });
      expect(page.events).toEqual([]);
      expect(page.next).toBeGreaterThanOrEqual(last);
    });

    it('says so at the end, and goes on from there when more is stored', async () => {
      let page = await store().readAll({ after: await store().head(), limit: 10, filter: ours });
      expect(page).toMatchObject({ events: [], end: true });
      expect(page.next).toBeGreaterThanOrEqual(last);
      const more = anEvent();
      const { position } = await appended(store(), aStream(`${category}-later`), [more]);
      page = await store().readAll({ after: page.next, limit: 10, filter: { categories: [`${category}-later`] } });
      expect(idsOf(page.events)).toEqual([more.id]);
      expect(page.next).toBeGreaterThanOrEqual(position);
    });

    it('goes backwards from the end, and from a position without giving it again', async () => {
      const reversed = [...ids].reverse();
      const backwards = { direction: 'backwards', filter: ours } as const;
      const seen: string[] = [];
      let page = await store().readAll({ ...backwards, limit: 5 });
      while (!page.end) {
        seen.push(...idsOf(page.events));
        if (seen.length >= ids.length) break;
        page = await store().readAll({ ...backwards, limit: 5, after: page.next });
      }
      if (page.end) seen.push(...idsOf(page.events));
      expect(seen).toEqual(reversed);
      const fifth = (await readOn(store(), { after: before, limit: 100, filter: ours }))[4]?.position ?? START;
      const earlier = await store().readAll({ ...backwards, after: fifth, limit: 3 });
      expect(idsOf(earlier.events)).toEqual(ids.slice(1, 4).reverse());
      expect(await store().readAll({ direction: 'backwards', after: START, limit: 3 })).toMatchObject({ events: [], end: true });
    });
  });
}
