import { figuresOf, fundingPicture } from '@accord/funding/domain';
import type { FundingFact, ReplaySubject } from '@accord/funding/domain';
import fc from 'fast-check';
import { agreed, catalogue, day, days, decided, found, id, inForce, opened, operated } from './sample-record';
import type { Happened } from './sample-record';

import { changedText, minute, ofAgreement, ofChild, alex, recorded, robin } from './sample-replay';

describe('Whatever is on record', () => {
  const dayOf = fc.integer({ min: 0, max: 400 }).map((n) => new Date(Date.UTC(2025, 0, 1 + n)).toISOString().slice(0, 10));
  const child = fc.constantFrom(robin, alex);
  const pence = fc.integer({ min: 0, max: 300_000 });
  const weight = fc.integer({ min: 0, max: 10_000 });
  const kinds = fc.oneof(
    fc.record({ child, from: dayOf, weeklyPence: pence, weight }).map(({ child: whose, ...line }) => (n: number) => decided(whose, { ...line, number: n })),
    fc.tuple(child, dayOf).map(([whose, on]) => (n: number) => operated(whose, on, n)),
    fc.tuple(child, dayOf).map(([whose, from]) => () => found(whose, from)),
    fc.record({ from: dayOf, weeks: fc.integer({ min: 1, max: 30 }), weight }).map((text) => (n: number) => agreed({ ...text, number: n % 3 })),
    fc.tuple(dayOf, fc.nat(2)).map(([from, number]) => () => inForce(from, number)),
  );
  const both = [opened(robin), opened(alex), agreed(), inForce(), found(robin, '2025-01-01'), operated(robin, '2025-03-03', 999)];
  /** Each agreement has one text and comes into force once, as the rules see to it. */
  const onceEach = (all: readonly Happened[]): Happened[] => {
    const seen = new Set(both.map(({ stream, type }) => `${stream} ${type}`));
    return all.filter(({ stream, type }) => {
      if (!stream.startsWith('agreement-')) return true;
      const first = !seen.has(`${stream} ${type}`);
      seen.add(`${stream} ${type}`);
      return first;
    });
  };
  const histories = fc.array(kinds, { maxLength: 12 }).map((all) => [...both, ...onceEach(all.map((make, n) => make(n + 1)))]);
  const subjects = fc.constantFrom<ReplaySubject>(ofChild(robin), ofChild(alex), ofAgreement);
  const windows = fc.tuple(dayOf, fc.integer({ min: 1, max: 700 })).map(([from, length]) => {
    const to = new Date(Date.parse(from) + length * 86_400_000).toISOString().slice(0, 10);
    return days(from, to);
  });
  const questions = fc.record({ asAt: dayOf.map(day), knownAt: fc.nat(20).map(minute) }, { requiredKeys: [] });

  it('the replay agrees, and gives the figures that the facts of each child give', async () => {
    await fc.assert(
      fc.asyncProperty(histories, subjects, windows, async (history, subject, window) => {
        const { record, replay } = await recorded(...history);
        const replayed = await replay.answer({ subject, window });
        expect(replayed?.verdict).toEqual({ agrees: true });
        const facts = record.all.map(({ id: eventId, stream, revision, recordedAt, ...event }) => ({
          origin: { eventId, stream, revision, recordedAt },
          body: { type: event.type, data: catalogue.read(event) },
        }));
        for (const childId of [robin, alex]) {
          const own = facts.filter(({ body: { type, data } }) => type !== 'ChildRecordOpened' && (data['childId'] ?? childId) === childId);
          const expected = figuresOf(fundingPicture(own as unknown as FundingFact[]), { subject, window });
          const concerned = subject.about === 'agreement' || subject.id === childId;
          const figures = replayed?.children.find((each) => each.childId === childId)?.liabilities ?? [];
          if (concerned) expect(figures).toEqual(expected);
          else expect(figures).toEqual([]);
        }
      }),
      { numRuns: 60 },
    );
  });

  it('the order in which it was recorded changes no answer as at a day', async () => {
    // Figures without the events behind them, whose places in the record differ.
    const figures = ({ totals, segments }: Awaited<ReturnType<Awaited<ReturnType<typeof recorded>>['report']>>) => ({
      totals,
      segments: segments.map(({ childId, lineId, from, to, amounts, agreementVersion }) => ({ childId, lineId, from, to, amounts, agreementVersion })),
    });
    await fc.assert(
      fc.asyncProperty(
        histories.chain((history) => fc.tuple(fc.constant(history), fc.shuffledSubarray(history, { minLength: history.length }))),
        ...[subjects, windows, dayOf.map(day)] as const,
        async ([history, shuffled], subject, window, asAt) => {
          const [one, other] = [await recorded(...history), await recorded(...shuffled)];
          expect(figures(await other.report(subject, { window, asAt }))).toEqual(figures(await one.report(subject, { window, asAt })));
        },
      ),
      { numRuns: 60 },
    );
  });

  it('as known at an instant it is what it was then, whatever was recorded or altered after', async () => {
    await fc.assert(
      fc.asyncProperty(histories, subjects, windows, fc.nat(14), async (history, subject, window, after) => {
        const then = await recorded(...history.slice(0, both.length + after));
        const now = await recorded(...history);
        const knownAt = minute(both.length + after - 1);
        const { question: _asked, ...answer } = await now.report(subject, { window, knownAt });
        const { question: _first, ...first } = await then.report(subject, { window });
        expect(answer).toEqual(first);
      }),
      { numRuns: 60 },
    );
  });

  it('a rate that was altered is found, and the event that holds it named', async () => {
    await fc.assert(
      fc.asyncProperty(histories, questions, async (history, question) => {
        const { record, stored, replay } = await recorded(...history, decided(robin, { number: 500, from: '2025-02-03', weeklyPence: 70_000 }));
        const last = record.all.at(-1);
        const place = stored.kept.findIndex(({ event_id }) => event_id === last?.id);
        const row = stored.kept[place];
        if (row) stored.kept[place] = changedText('"weeklyPence":70000', '"weeklyPence":77000')(row);
        const replayed = await replay.answer({ subject: ofChild(robin), window: days('2025-02-03', '2026-02-03'), ...question });
        const counts = (question.asAt ?? '9') >= '2025-08-27' && (question.knownAt ?? '9') >= (last?.recordedAt ?? '');
        const verdict = replayed?.verdict;
        expect(verdict).toMatchObject(counts ? { agrees: false, event: { eventId: last?.id }, figure: { lineId: id(6_500), day: '2025-02-03' } } : { agrees: true });
      }),
      { numRuns: 60 },
    );
  });
});
