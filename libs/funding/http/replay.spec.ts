import { Replay } from '@accord/funding/application';
import type { ReplayQuestion, StoredFactRow } from '@accord/funding/application';
import { figuresOf, fundingPicture } from '@accord/funding/domain';
import type { FundingFact, ReplaySubject } from '@accord/funding/domain';
import type { Instant } from '@accord/shared/kernel';
import { InMemoryEventStore, RecordInMemory, anEvent, sealedData } from '@accord/shared/testing';
import fc from 'fast-check';
import { ReplayReports, replayAsTable, replayInWords } from './index';
import { StoredFundsInMemory, StoredInMemory, agreed, care, catalogue, day, days, decided, found, fundEnded, fundSetUp, health, id, inForce, opened, operated, words } from './sample-record';
import type { Happened } from './sample-record';

/** Noon of 1 December 2025 and so many minutes. */
const minute = (n: number): Instant => new Date(Date.UTC(2025, 11, 1, 12, n)).toISOString();
const [robin, alex] = [id<'child'>(800), id<'child'>(801)];
const ofChild = (child = robin): ReplaySubject => ({ about: 'child', id: child });
const ofAgreement: ReplaySubject = { about: 'agreement', id: id(1_000) };
const ofDecision: ReplaySubject = { about: 'decision', id: id(7_000) };
const autumn = days('2025-09-01', '2025-12-01');

/** A record of these events, a minute after one another, and the read model that it gives. */
async function recorded(...happened: readonly Happened[]) {
  let now = minute(0);
  const record = new RecordInMemory(() => now);
  const events = new InMemoryEventStore(record);
  for (const [place, { stream, type, data }] of happened.entries()) {
    now = minute(place);
    const definition = catalogue.check(type, data);
    const revision = record.streams.get(stream)?.length ?? 0;
    // The same ids in every run, so that two answers can be held against each other.
    const event = anEvent({ id: id(100_000 + place), type, schemaVersion: definition.version, data: sealedData(definition, data) });
    await events.append(stream, revision === 0 ? 'no-stream' : revision - 1, [event]);
  }
  const stored = StoredInMemory.of(record.all);
  const storedFunds = StoredFundsInMemory.of(record.all);
  const replay = new Replay({ events, catalogue, stored, storedFunds, onProgress: () => undefined, pause: () => Promise.resolve() });
  const reports = new ReplayReports(replay, { words: () => Promise.resolve(words) });
  const report = async (subject: ReplaySubject, question: Partial<ReplayQuestion> = {}) => {
    const found = await reports.report({ subject, window: autumn, ...question });
    if (!found) throw new Error('Nothing of the kind is on record.');
    return found;
  };
  return { record, stored, storedFunds, replay, report };
}

const afterSurgery = [opened(robin), agreed(), inForce(), found(robin), decided(robin), operated(robin)];
const otherChild = [opened(alex), decided(alex, { number: 1, weeklyPence: 70_000 })];

const changedText = (from: string, to: string) => (row: StoredFactRow): StoredFactRow => {
  expect(row.data).toContain(from);
  return { ...row, data: row.data.replace(from, to) };
};

describe('A replay', () => {
  it('of a child agrees with what is stored, and gives the totals of each agency', async () => {
    const { report } = await recorded(...afterSurgery, ...otherChild);
    const { verdict, event, figure, totals, segments } = await report(ofChild());
    expect({ verdict, event, figure }).toEqual({ verdict: 'agrees', event: null, figure: null });
    expect(segments.map(({ from, to, why }) => [from, to, why.kind])).toEqual([
      ['2025-09-01', '2025-10-06', 'panel-decision'],
      ['2025-10-06', '2025-11-17', 'standing-agreement'],
      ['2025-11-17', '2025-12-01', 'panel-decision'],
    ]);
    // 13 weeks at £1,847.35: seven at 70 %, six at 50 %.
    expect(totals).toMatchObject({ costPence: 2_401_555, agencies: [{ pence: 905_202 + 554_205 }, { pence: 387_943 + 554_205 }] });
  });

  it('of an agreement gives the days of every child whom one of its clauses rules, with clause and version, and no others', async () => {
    const { report } = await recorded(...afterSurgery, ...otherChild, found(alex), operated(alex, '2025-11-03', 1));
    const { verdict, segments, totals } = await report(ofAgreement);
    expect(verdict).toBe('agrees');
    expect(segments.map(({ childId, from, to, agreementVersion, why }) => [childId, from, to, agreementVersion, 'clauseId' in why && why.clauseId])).toEqual([
      [robin, '2025-10-06', '2025-11-17', 1, id(2_000)],
      [alex, '2025-11-03', '2025-12-01', 1, id(2_000)],
    ]);
    expect(totals.agencies.map(({ pence }) => pence)).toEqual([554_205 + 140_000, 554_205 + 140_000]);
  });

  it('of a child, a decision or an agreement says for which days a pooled fund pays, and on which event that rests', async () => {
    const { report } = await recorded(...afterSurgery, fundSetUp(), fundEnded('2025-11-03'));
    for (const subject of [ofChild(), ofDecision, ofAgreement]) {
      const told = await report(subject);
      expect(told.verdict).toBe('agrees');
      const clause = told.segments.filter(({ why }) => why.kind === 'standing-agreement');
      expect(clause.map(({ from, to, paidBy }) => [from, to, paidBy?.fund])).toEqual([['2025-10-06', '2025-11-03', 'Care at home'], ['2025-11-03', '2025-11-17', undefined]]);
      expect(clause[0]?.paidBy).toMatchObject({ fundId: id(3_000), host: 'Somerset ICB', events: [{ stream: `fund-${id(3_000)}`, revision: 0 }] });
      expect(told.segments.filter(({ why, paidBy }) => why.kind === 'panel-decision' && paidBy !== undefined)).toEqual([]);
      expect(replayInWords(told)).toContain('The pooled fund “Care at home”, hosted by Somerset ICB, pays for these days; the amounts are what each partner bears of them in name.');
      expect(replayAsTable(told)).toMatch(new RegExp(`,2025-10-06,2025-11-03,.*,${id(3_000)},Care at home\r`));
    }
    expect((await report(ofChild())).totals.costPence).toBe(2_401_555);
  });

  it('of a decision gives its own lines alone', async () => {
    const { report } = await recorded(...afterSurgery, decided(robin, { number: 1, weeklyPence: 70_000 }));
    const { segments, verdict } = await report(ofDecision);
    expect(verdict).toBe('agrees');
    expect(new Set(segments.map(({ lineId }) => lineId))).toEqual(new Set([id(6_000)]));
    expect((await report(ofChild())).segments.length).toBeGreaterThan(segments.length);
  });

  it('of what is not on record, or was not known then, is none', async () => {
    const { replay } = await recorded(...afterSurgery);
    const asked = { window: autumn };
    expect(await replay.answer({ ...asked, subject: ofChild(alex) })).toBeUndefined();
    expect(await replay.answer({ ...asked, subject: { about: 'decision', id: id(7_009) } })).toBeUndefined();
    expect(await replay.answer({ ...asked, subject: { about: 'agreement', id: id(1_009) } })).toBeUndefined();
    expect(await replay.answer({ ...asked, subject: ofAgreement, knownAt: minute(0) })).toBeUndefined();
    expect(await replay.answer({ ...asked, subject: ofDecision, knownAt: minute(3) })).toBeUndefined();
  });

  it('as at a day and as known at an instant leaves out what was not true or not recorded yet', async () => {
    const { report } = await recorded(...afterSurgery);
    const kinds = async (question: Partial<ReplayQuestion>) => (await report(ofChild(), question)).segments.map(({ why }) => why.kind);
    expect(await kinds({ asAt: day('2025-10-05') })).toEqual(['panel-decision']);
    expect(await kinds({ knownAt: minute(4) })).toEqual(['panel-decision']);
    expect(await kinds({ knownAt: minute(5) })).toHaveLength(3);
    expect(await kinds({ knownAt: minute(3) })).toEqual([]);
  });

  it('up to a position is the same, byte for byte, when the record has grown', async () => {
    const before = await recorded(...afterSurgery);
    const earlier = await before.report(ofAgreement);
    const after = await recorded(...afterSurgery, ...otherChild, found(alex), operated(alex, '2025-11-03', 1));
    const again = await after.report(ofAgreement, { upTo: earlier.question.upTo });
    expect(JSON.stringify(again)).toBe(JSON.stringify(earlier));
    expect(replayAsTable(again)).toBe(replayAsTable(earlier));
    expect(replayInWords(again)).toBe(replayInWords(earlier));
  });
});

describe('The verdict disagrees, and names the first event and the first amount', () => {
  it('where a stored rate was altered', async () => {
    const { stored, report } = await recorded(...afterSurgery, ...otherChild);
    stored.tamper('DecisionRecorded', changedText('"weeklyPence":184735', '"weeklyPence":184805'));
    const told = await report(ofChild());
    expect(told.event).toMatchObject({
      ...{ kind: 'altered', type: 'DecisionRecorded', eventId: id(100_004), stream: `decision-${id(7_000)}`, revision: 0, position: 4, childId: robin },
      ...{ at: 'data.lines.0.rates.0.weeklyPence', recorded: 184_735, stored: 184_805 },
    });
    // A seventh of the week: £263.91 against £264.01, of which 70 % are the ICB's.
    expect(told.figure).toMatchObject({ lineId: id(6_000), day: '2025-09-01', agencyId: health, recordedPence: 18_474, storedPence: 18_481, event: { eventId: id(100_004) } });
    expect(told.says).toContain('on 1 September 2025: by the record Somerset ICB pays £184.74 that day, by what is stored £184.81');
    expect(told.storedTotals?.costPence).toBe(told.totals.costPence + 13 * 70);
    expect((await report(ofDecision)).verdict).toBe('disagrees');
    expect(await report(ofAgreement)).toMatchObject({ verdict: 'disagrees', figure: { day: '2025-10-06', agencyId: health } });
    expect((await report(ofChild(alex))).verdict).toBe('agrees');
  });

  it('where a stored event is missing', async () => {
    const { stored, report } = await recorded(...afterSurgery);
    stored.tamper('OperationRecorded', () => undefined);
    const { event, figure, segments } = await report(ofAgreement);
    expect(event).toMatchObject({ kind: 'missing', type: 'OperationRecorded', position: 5, at: null });
    expect(figure).toMatchObject({ childId: robin, day: '2025-10-06', storedPence: 0 });
    // What the record gives stands, whatever is stored.
    expect(segments).toHaveLength(1);
  });

  it('where an event is stored that was never recorded', async () => {
    const { stored, report } = await recorded(opened(robin), agreed(), inForce(), found(robin), decided(robin), ...otherChild);
    const [operation] = (await recorded(...afterSurgery)).stored.kept.filter(({ type }) => type === 'OperationRecorded');
    if (operation) stored.kept.push({ ...operation, position: 5.5 });
    const { event, figure } = await report(ofAgreement);
    expect(event).toMatchObject({ kind: 'additional', type: 'OperationRecorded', eventId: id(100_005), childId: robin });
    expect(figure).toMatchObject({ day: '2025-10-06', recordedPence: 0 });
  });

  it('where an event was moved to another child', async () => {
    const { stored, report } = await recorded(...afterSurgery, ...otherChild);
    stored.tamper('DecisionRecorded', (row) => ({ ...row, subject: alex }));
    expect(await report(ofChild())).toMatchObject({ event: { kind: 'missing' }, storedTotals: { costPence: 0 } });
    expect(await report(ofChild(alex))).toMatchObject({ event: { kind: 'additional' } });
    expect(await report(ofAgreement)).toMatchObject({ event: { kind: 'altered', at: 'subject', recorded: robin, stored: alex } });
  });

  it('where the clause of an agreement was altered, for every child whom it rules', async () => {
    const { stored, report } = await recorded(...afterSurgery, ...otherChild);
    stored.tamper('StandingAgreementRecorded', changedText('"count":6', '"count":8'));
    for (const subject of [ofChild(), ofAgreement]) {
      expect(await report(subject)).toMatchObject({
        event: { childId: null, at: 'data.clauses.0.duration.count', recorded: 6, stored: 8 },
        figure: { day: '2025-11-17' },
      });
    }
    // It never ruled this child: the fact is wrong all the same, and no amount with it.
    expect(await report(ofChild(alex))).toMatchObject({ verdict: 'disagrees', figure: null });
  });

  it('where it is stored otherwise for which days a fund pays, though the same agencies bear it', async () => {
    const { storedFunds, report } = await recorded(...afterSurgery, fundSetUp());
    storedFunds.tamper('PooledFundEstablished', changedText('"from":"2025-04-01"', '"from":"2025-12-01"'));
    for (const subject of [ofChild(), ofAgreement]) {
      const { verdict, event, figure, says } = await report(subject);
      expect({ verdict, figure }).toEqual({ verdict: 'disagrees', figure: null });
      expect(event).toMatchObject({ kind: 'altered', type: 'PooledFundEstablished', at: 'data.from', recorded: '2025-04-01', stored: '2025-12-01' });
      expect(says).toContain('No amount of this question changes by it.');
    }
  });

  it('at the first of several, in order of position', async () => {
    const { stored, report } = await recorded(...afterSurgery);
    stored.tamper('OperationRecorded', (row) => ({ ...row, effective_on: '2025-10-07' }));
    stored.tamper('CriterionMet', (row) => ({ ...row, recorded_at: minute(9) }));
    expect((await report(ofChild())).event).toMatchObject({ type: 'CriterionMet', at: 'recorded_at', recorded: minute(3), stored: minute(9) });
  });

  it('without an amount where none changes, and without repeating what is personal', async () => {
    const { stored, report } = await recorded(...afterSurgery);
    stored.tamper('DecisionRecorded', (row) => ({ ...row, data: JSON.stringify({ ...(JSON.parse(row.data) as object), reasons: 'sealed:1:other' }) }));
    const told = await report(ofChild());
    expect(told).toMatchObject({ verdict: 'disagrees', figure: null, event: { at: 'data.reasons', recorded: '[withheld]', stored: '[withheld]' } });
    expect(told.says).toContain('No amount of this question changes by it.');
  });

  it.each(['no JSON', 'null', '{}'])('where a row can no longer be read: %s', async (data) => {
    const { stored, report } = await recorded(...afterSurgery);
    stored.tamper('DecisionRecorded', (row) => ({ ...row, data }));
    expect(await report(ofChild())).toMatchObject({ event: { at: 'data', stored: '[unreadable]' }, figure: { storedPence: 0 }, storedTotals: { costPence: 0 } });
  });

  it('but not where what was altered was not known at the time asked about, or is told in another order', async () => {
    const { stored, report } = await recorded(...afterSurgery);
    stored.tamper('OperationRecorded', (row) => ({ ...row, effective_on: '2025-10-07' }));
    stored.tamper('CriterionMet', (row) => {
      const turned = Object.fromEntries(Object.entries(JSON.parse(row.data) as object).reverse());
      return { ...row, data: JSON.stringify(turned) };
    });
    expect((await report(ofChild(), { knownAt: minute(4) })).verdict).toBe('agrees');
    expect((await report(ofChild())).verdict).toBe('disagrees');
  });
});

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

describe('The table of a replay', () => {
  it('tells the verdict, the amount, the totals and each segment with its reason', async () => {
    const { stored, report } = await recorded(...afterSurgery);
    stored.tamper('OperationRecorded', () => undefined);
    const lines = replayAsTable(await report(ofAgreement)).split('\r\n');
    expect(lines[0]).toBe(
      'row,child_id,decision_id,line_id,category,from,to,agency_id,agency,pence,stored_pence,source,agreement_id,agreement_version,clause_id,events,says,fund_id,fund',
    );
    expect(lines.map((line) => line.split(',')[0])).toEqual(['row', 'verdict', 'figure', 'total', 'total', 'total', 'segment', 'segment', '']);
    expect(lines[4]).toBe(`total,,,,,,,${health},Somerset ICB,554205,0,,,,,,,,`);
    expect(lines[7]).toContain(`segment,${robin},${id(7_000)},${id(6_000)},personal-care,2025-10-06,2025-11-17,${care},Somerset Council,554205,,standing-agreement,${id(1_000)},1,${id(2_000)}`);
  });
});
