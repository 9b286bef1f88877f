import { childEvents } from '@accord/child/contracts';
import { AreaPictures, ReplayedPictures, type FactsAsOf } from '@accord/funding/application';
import { fundingEvents } from '@accord/funding/contracts';
import { fundingFacts } from '@accord/funding/projections';
import { panelEvents } from '@accord/panel/contracts';
import { catalogueOf } from '@accord/shared/event-contracts';
import { START, type Position } from '@accord/shared/event-store';
import type { Id, LondonDate } from '@accord/shared/kernel';
import { openReadStore, projectionProgress, runProjections, type ReadStore } from '@accord/shared/read-store';
import { anEvent, appended, InMemoryEventStore, onBothEngines, RecordInMemory, sealedData, type ClearEvent } from '@accord/shared/testing';
import fc from 'fast-check';
import { AreaFactsReader, FundingFacts } from './index';

const id = <Kind extends string>(n: number): Id<Kind> => `01940000-0000-7000-8000-${String(n).padStart(12, '0')}` as Id<Kind>;
/** The nth day of October 2025. */
const october = (n: number): LondonDate => `2025-10-${String(n).padStart(2, '0')}` as LondonDate;
/** Noon of the nth day of October 2025. */
const noon = (n: number) => `${october(n)}T12:00:00.000Z`;
const catalogue = catalogueOf(panelEvents, childEvents, fundingEvents);
const [health, care] = [id(101), id(102)];
const split = { kind: 'ratio', parts: [{ agencyId: health, weight: 2 }, { agencyId: care, weight: 1 }] };

const decided = (childId: string, on: LondonDate, n = 1): ClearEvent => ({
  type: 'DecisionRecorded',
  data: {
    ...{ decisionId: id(7_000 + n), panelId: id(300), meetingId: id(400), childId, on, outcome: 'approved', reasons: 'Nights', positions: [] },
    ...{ matterId: null, at: null, effect: 'at-once', withoutPrejudice: false, needs: [], returnsOn: null, referredTo: null },
    ...{ urgent: null, sitting: null, contributionsDeclined: [], papers: [], ends: [], commitments: [], conditions: [] },
    ...{ provisions: [{ lineId: id(6_000 + n), words: 'Waking nights' }] },
    lines: [
      { lineId: id(6_000 + n), category: 'personal-care', period: { from: on, to: null }, rates: [{ from: on, weeklyPence: 100 }], split, replaces: null, needs: [], budget: null },
    ],
  },
});
const operated = (childId: string, on: LondonDate, n = 1): ClearEvent => ({
  type: 'OperationRecorded',
  data: { childId, operationId: id(9_000 + n), on, procedure: 'Spinal fusion' },
});
const found = (childId: string, from: LondonDate): ClearEvent => ({
  type: 'CriterionMet',
  data: { childId, criterion: 'complex-healthcare', from, evidence: 'Assessment' },
});
const agreed = (on: LondonDate, n = 1): ClearEvent => ({
  type: 'StandingAgreementRecorded',
  data: {
    ...{ agreementId: id(1_000 + n), title: `Agreement ${n}`, kind: 'section-256', parties: [health, care], period: { from: on, to: null }, on },
    ...{ aims: null, functions: null, clientGroup: null, precedences: [], noticeMonths: null, reviewBy: null },
    clauses: [
      {
        ...{ clauseId: id(2_000 + n), trigger: { event: 'surgery', criterion: 'complex-healthcare' }, categories: ['personal-care'], split },
        ...{ duration: { unit: 'weeks', count: 6 }, dayOne: 'day-of-event', cost: 'regardless-of-cost', atEnd: 'falls-back' },
      },
    ],
  },
});
const inForce = (from: LondonDate, n = 1): ClearEvent => ({
  type: 'StandingAgreementCameIntoForce',
  data: { agreementId: id(1_000 + n), from },
});
const unrelated: ClearEvent = { type: 'StandingAgreementSigned', data: { agreementId: id(1_001), version: 1, agencyId: health, post: 'Director', on: october(1) } };

onBothEngines(openReadStore, (open) => {
  let now = noon(1);
  const events = new InMemoryEventStore(new RecordInMemory(() => now));
  let read: ReadStore;
  let stopProjecting: () => Promise<void>;
  beforeAll(async () => {
    read = await open();
    const runner = runProjections({ store: read, events, catalogue, projections: [fundingFacts] });
    stopProjecting = () => runner.stop();
    await runner.ready;
  }, 60_000);
  afterAll(async () => {
    await stopProjecting();
    await read.close();
  });

  const awaitFacts = async (position: Position) => {
    if (!(await projectionProgress(read).waitFor('funding-facts', position, 10_000))) throw new Error('The facts did not come.');
  };
  const facts = () => new FundingFacts(read, catalogue, awaitFacts);
  const replayed = new ReplayedPictures(events, catalogue);

  /** Records at that moment; gives the position. Each event goes into a stream of its own. */
  async function recordedAt(moment: string, ...happened: ClearEvent[]): Promise<Position> {
    now = moment;
    let position = START;
    for (const { type, data } of happened) {
      const definition = catalogue.check(type, data);
      const event = anEvent({ type, schemaVersion: definition.version, data: sealedData(definition, data) });
      ({ position } = await appended(events, `${definition.stream}-${event.id}`, [event]));
    }
    return position;
  }

  describe("A child's funding picture from the read model", () => {
    const robin = id<'child'>(801);
    const alex = id<'child'>(802);
    let last = START;
    beforeAll(async () => {
      await recordedAt(noon(2), agreed(october(1)), found(robin, october(1)), decided(robin, october(2)));
      await recordedAt(noon(10), operated(robin, october(8)), inForce(october(5)), unrelated);
      last = await recordedAt(noon(12), operated(alex, october(11), 2));
      await awaitFacts(last);
    });
    const counted = async (childId: Id<'child'>, asOf: FactsAsOf) => {
      const { lines, lifeEvents, criteria, agreements } = await facts().pictureAsOf(childId, asOf);
      return [lines.length, lifeEvents.length, criteria.length, agreements.length];
    };

    it('holds all that is on record of this child, and every agreement in force', async () => {
      expect(await counted(robin, {})).toEqual([1, 1, 1, 1]);
      expect(await counted(alex, {})).toEqual([0, 1, 0, 1]);
      expect(await counted(id(899), {})).toEqual([0, 0, 0, 1]);
    });

    it('as at a day leaves out what was not true yet, that day included', async () => {
      expect(await counted(robin, { asAt: october(7) })).toEqual([1, 0, 1, 1]);
      expect(await counted(robin, { asAt: october(8) })).toEqual([1, 1, 1, 1]);
      expect(await counted(robin, { asAt: october(4) })).toEqual([1, 0, 1, 0]);
    });

    it('as known at an instant leaves out what was not recorded yet, that instant included', async () => {
      expect(await counted(robin, { knownAt: '2025-10-10T11:59:59.999Z' })).toEqual([1, 0, 1, 0]);
      expect(await counted(robin, { knownAt: noon(10) })).toEqual([1, 1, 1, 1]);
      expect(await counted(robin, { knownAt: noon(1) })).toEqual([0, 0, 0, 0]);
    });

    it('as at a day and as known at an instant needs both', async () => {
      expect(await counted(robin, { asAt: october(8), knownAt: noon(9) })).toEqual([1, 0, 1, 0]);
      expect(await counted(robin, { asAt: october(7), knownAt: noon(10) })).toEqual([1, 0, 1, 1]);
    });

    it('leads back to the recorded events', async () => {
      const { lifeEvents } = await facts().pictureAsOf(robin, {});
      const [origin] = lifeEvents.map((event) => event.origin);
      const [event] = (await events.readStream(origin?.stream ?? '')) ?? [];
      expect(event).toMatchObject({ id: origin?.eventId, revision: origin?.revision, recordedAt: noon(10), type: 'OperationRecorded' });
    });

    it('waits for the position asked for', async () => {
      const asked: Position[] = [];
      const waiting = new FundingFacts(read, catalogue, (position) => {
        asked.push(position);
        return Promise.resolve();
      });
      await waiting.picture(robin, last);
      expect(asked).toEqual([last]);
    });

    it('an event about one child concerns that child; one about an agreement concerns all who had an operation', async () => {
      const all = (await events.readAll({ limit: 100 })).events;
      const concerned = async (type: string) => {
        const event = all.find((candidate) => candidate.type === type);
        return event && facts().childrenConcerned(event);
      };
      expect(await concerned('CriterionMet')).toEqual([robin]);
      expect(await concerned('StandingAgreementCameIntoForce')).toEqual([robin, alex]);
    });

    it('an agreement with a clause that always rules concerns all who have a line', async () => {
      const always = { trigger: { event: 'always', criterion: null }, duration: { unit: 'until-the-agreement-ends' }, dayOne: null };
      const { data } = agreed(october(1), 2);
      const text = data as { readonly clauses: readonly object[] };
      const stored = { ...text, clauses: text.clauses.map((clause) => ({ ...clause, ...always })) };
      now = noon(13);
      const written = [{ type: 'StandingAgreementRecorded', data: stored }, inForce(october(13), 2)].map(({ type, data: said }) => {
        const definition = catalogue.check(type, said);
        return anEvent({ type, schemaVersion: definition.version, data: sealedData(definition, said) });
      });
      const { position } = await appended(events, `agreement-${id(1_002)}`, written);
      const [event] = (await events.readAll({ after: position - 1, limit: 1 })).events;
      expect(event && (await facts().childrenConcerned(event))).toEqual([robin]);
    });
  });

  describe('The picture replayed from the record', () => {
    it('is the one that the read model gives, for whatever history, day and instant', async () => {
      const childId = fc.integer({ min: 810, max: 813 }).map((n) => id<'child'>(n));
      const day = fc.integer({ min: 1, max: 31 }).map(october);
      const n = fc.integer({ min: 1, max: 999 });
      const happening = fc.oneof(
        fc.tuple(childId, day, n).map((parts) => decided(...parts)),
        fc.tuple(childId, day, n).map((parts) => operated(...parts)),
        fc.tuple(childId, day).map((parts) => found(...parts)),
        fc.tuple(day, n).map((parts) => agreed(...parts)),
        fc.tuple(day, n).map((parts) => inForce(...parts)),
        fc.constant(unrelated),
      );
      const asOf = fc.record({ asAt: day, knownAt: fc.nat(90).map((m) => new Date(Date.UTC(2025, 10, 1, 12, m)).toISOString()) }, { requiredKeys: [] });
      let minute = 0;
      await fc.assert(
        fc.asyncProperty(fc.array(happening, { minLength: 1, maxLength: 12 }), childId, asOf, async (history, child, question) => {
          let position = START;
          for (const happened of history) position = await recordedAt(new Date(Date.UTC(2025, 10, 1, 12, minute++ / 4)).toISOString(), happened);
          await awaitFacts(position);
          expect(await replayed.pictureAsOf(child, question)).toEqual(await facts().pictureAsOf(child, question));
        }),
        { numRuns: 50 },
      );
    });

    it('is the one that a sweep of the whole area gives, as known at whatever position', async () => {
      const head = await events.head();
      const area = new AreaFactsReader(read, catalogue);
      expect(await area.position()).toBe(head);
      const seen: string[] = [];
      for (const upTo of [Math.floor(head / 2), head]) {
        const pictures = new AreaPictures(await area.agreements(head));
        for await (const child of area.children(head)) {
          seen.push(child.childId);
          const { agreements, lines, ...rest } = pictures.of(child, upTo);
          const picture = await facts().pictureAsOf(child.childId, { upTo });
          expect({ ...rest, lines: [...lines], agreements: [...agreements] }).toEqual(picture);
        }
      }
      expect(seen.length).toBe(2 * (await area.count()));
      expect(seen.slice(0, seen.length / 2)).toEqual([...new Set(seen)].sort());
    });

    it('tells how far it has come, after each page of the record, and ends at its end', async () => {
      const told: { read: number; position: Position; head: Position }[] = [];
      await new ReplayedPictures(events, catalogue, (progress) => told.push(progress)).pictureAsOf(id(801), {});
      expect(told.at(-1)).toMatchObject({ position: await events.head(), head: await events.head() });
      expect(told.at(-1)?.read).toBeGreaterThan(5);
    });
  });
});
