import { fundingEvents } from '@accord/funding/contracts';
import { packageLines } from '@accord/funding/projections';
import { catalogueOf } from '@accord/shared/event-contracts';
import type { Words } from '@accord/shared/event-contracts';
import { formatLondonDate, formatPounds, idFrom, londonDate } from '@accord/shared/kernel';
import type { Id } from '@accord/shared/kernel';
import type { EventRow } from '@accord/shared/projections';
import { openReadStore, projectionProgress, runProjections } from '@accord/shared/read-store';
import type { ReadStore } from '@accord/shared/read-store';
import { InMemoryEventStore, RecordInMemory, anEvent, appended, onBothEngines, sealedData } from '@accord/shared/testing';
import type { ClearEvent } from '@accord/shared/testing';
import { LineLives, isProviderCursor, isVariationCursor } from './line-lives';

function numbered<Kind extends string>(number: number): Id<Kind> {
  const made = idFrom<Kind>(`01940000-0000-7000-8000-${String(number).padStart(12, '0')}`);
  if (made === undefined) throw new Error('The spec made an id that is none.');
  return made;
}
const [health, council] = [numbered<'agency'>(101), numbered<'agency'>(102)];
/** The functions of the council have passed to it. */
const successor = numbered<'agency'>(103);
const decisionId = numbered<'decision'>(700);
const [lineId, otherLine] = [numbered<'package-line'>(601), numbered<'package-line'>(602)];
const of = (line: string) => ({ lineId: line, decisionId, childId: numbered(800), agencyId: health });
const suspended: ClearEvent = { type: 'PackageLineSuspended', data: { ...of(lineId), entryId: numbered(1), from: '2025-10-06', retainedBasisPoints: 5_000, reason: 'hospital-stay' } };
const resumed: ClearEvent = { type: 'PackageLineResumed', data: { ...of(lineId), entryId: numbered(2), from: '2025-10-13' } };
const proposed = (number: number, line: string, on: string): ClearEvent => ({
  type: 'LineRatesVariationProposed',
  data: { ...of(line), variationId: numbered(number), on, rates: [{ from: '2025-11-03', weeklyPence: 84_000 }], stillAwaited: [council], because: 'A third carer' },
});
const provider = (number: number, name: string): ClearEvent => ({ type: 'ProviderRegistered', data: { providerId: numbered(number), name, kind: 'care-agency', on: '2025-04-01' } });
const happened = [
  ...[suspended, resumed, proposed(11, lineId, '2025-10-20'), proposed(12, otherLine, '2025-10-15'), proposed(13, otherLine, '2025-10-20')],
  ...[provider(43, 'Ashton Care'), provider(41, 'Burnley Nursing'), provider(42, 'Ashton Care'), provider(44, 'ashton care'), provider(45, 'Éire Care')],
];

const words: Words = {
  ...{ agency: (id) => (id === health ? 'The board' : 'The council'), panel: String, line: () => 'package line', agreement: String, personal: String, shares: () => '', date: formatLondonDate, money: formatPounds },
};
const catalogue = catalogueOf(fundingEvents);
onBothEngines(openReadStore, (open) => {
  let store: ReadStore;
  let lives: LineLives;
  let stopProjecting: () => Promise<void>;

  beforeAll(async () => {
    store = await open();
    const by = { actor: '', agencyId: '', agency: '', role: '' };
    const sentences = {
      entries: (rows: readonly EventRow[], personal: string) =>
        Promise.resolve(rows.map(({ position, event_id: eventId, type, stream, revision, effective_on: effectiveOn, recorded_at: recordedAt }) => ({ position, eventId, type, stream, revision, effectiveOn, recordedAt, says: '', by, details: { personal } }))),
    };
    lives = new LineLives({ store, catalogue, sentences, vocabulary: { words: () => Promise.resolve(words) }, agencies: { predecessorsOf: (of) => Promise.resolve(of === successor ? [council] : []) }, isKnown: (_decision, line) => Promise.resolve(line !== numbered(699)) });
    let minute = 0;
    const events = new InMemoryEventStore(new RecordInMemory(() => `2025-11-01T12:0${minute}:00.000Z`));
    const runner = runProjections({ store, events, catalogue, projections: [packageLines] });
    stopProjecting = () => runner.stop();
    await runner.ready;
    for (const { type, data } of happened) {
      const definition = catalogue.check(type, data);
      const event = anEvent({ type, schemaVersion: definition.version, data: sealedData(definition, data) });
      // Each names the line, or the provider, whose stream it belongs to.
      const { lineId: line, providerId } = data as { readonly lineId?: string; readonly providerId?: string };
      await appended(events, `${definition.stream}-${line ?? providerId ?? ''}`, [event]);
      minute += 1;
    }
    await projectionProgress(store).waitFor(['package-lines'], await events.head(), 10_000);
  }, 60_000);
  afterAll(async () => {
    await stopProjecting();
    await store.close();
  });

  const day = (text: string) => {
    const date = londonDate(text);
    if (!date.ok) throw new Error(date.because);
    return date.value;
  };
  const asked = (more: object = {}) => lives.life({ decisionId, lineId, personal: 'withheld', ...more });

  describe('The life of a line', () => {
    it('tells what counts and what happened', async () => {
      expect(await asked()).toMatchObject({
        ...{ decisionId, lineId, endsFrom: null, arrangements: [], recoveries: [] },
        suspensions: [{ from: '2025-10-06', to: '2025-10-13', retainedBasisPoints: 5_000 }],
        rateVariations: [{ variationId: numbered(11), standing: 'open', agreedBy: [{ agency: 'The board' }], stillAwaited: [{ agencyId: council, agency: 'The council' }] }],
        happened: [{ type: 'PackageLineSuspended', details: { personal: 'withheld' } }, { type: 'PackageLineResumed' }, { type: 'LineRatesVariationProposed' }],
      });
    });

    it('is told as at a day, and as known at an instant', async () => {
      expect(await asked({ asAt: day('2025-10-12') })).toMatchObject({ suspensions: [{ to: null }], rateVariations: [] });
      expect(await asked({ knownAt: '2025-11-01T12:00:30.000Z' })).toMatchObject({ suspensions: [{ to: null }], happened: [{ type: 'PackageLineSuspended' }] });
    });

    it('is nobody’s where the decision has no such line', async () => {
      expect(await asked({ lineId: numbered(699) })).toBeUndefined();
      expect(await asked({ lineId: numbered(603) })).toMatchObject({ suspensions: [], happened: [] });
    });
  });

  const today = day('2025-11-02');
  describe('Rates that await an agreement', () => {
    it('are listed page by page, the longest waiting first', async () => {
      const first = await lives.variationsOpen({ today, page: { limit: 2, cursor: undefined } });
      expect(first.entries.map(({ variationId, proposedOn }) => [variationId, proposedOn])).toEqual([[numbered(12), '2025-10-15'], [numbered(11), '2025-10-20']]);
      const cursor: unknown = JSON.parse(Buffer.from(first.next ?? '', 'base64url').toString());
      if (!isVariationCursor(cursor)) throw new Error('The page gave no cursor of its own.');
      const second = await lives.variationsOpen({ today, page: { limit: 2, cursor } });
      expect(second.entries.map(({ variationId }) => variationId)).toEqual([numbered(13)]);
      expect(second.next).toBeUndefined();
    });

    it('are those that await one agency, or one whose functions have come to it, where it is asked for', async () => {
      const of = async (agency: Id<'agency'>) => (await lives.variationsOpen({ agency, today, page: { limit: 9, cursor: undefined } })).entries.length;
      expect([await of(council), await of(health)]).toEqual([3, 0]);
      expect(await of(successor)).toBe(3);
    });
  });

  it('Providers are listed by name, page by page, two of one name apart', async () => {
    const first = await lives.providers({ limit: 2, cursor: undefined });
    expect(first.providers.map(({ providerId, name }) => [providerId, name])).toEqual([[numbered(42), 'Ashton Care'], [numbered(43), 'Ashton Care']]);
    const cursor: unknown = JSON.parse(Buffer.from(first.next ?? '', 'base64url').toString());
    if (!isProviderCursor(cursor)) throw new Error('The page gave no cursor of its own.');
    expect((await lives.providers({ limit: 2, cursor })).providers.map(({ name }) => name)).toEqual(['Burnley Nursing', 'ashton care']);
    // By code point on both engines, so that pages are the same wherever the area runs.
    expect((await lives.providers({ limit: 9, cursor })).providers.map(({ name }) => name)).toEqual(['Burnley Nursing', 'ashton care', 'Éire Care']);
  });
});
