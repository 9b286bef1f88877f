import { childEvents } from '@accord/child/contracts';
import { fundingEvents } from '@accord/funding/contracts';
import { panelEvents } from '@accord/panel/contracts';
import { commandRunner } from '@accord/shared/commands';
import { catalogueOf } from '@accord/shared/event-contracts';
import { idFrom } from '@accord/shared/kernel';
import type { Id } from '@accord/shared/kernel';
import { FakeCommandAnswers, FakePersonalData, InMemoryEventStore, RecordInMemory } from '@accord/shared/testing';
import { recordAgreementEndings } from './agreement-endings';

function id<Kind extends string>(number: number): Id<Kind> {
  const made = idFrom<Kind>(`01940000-0000-7000-8000-${String(number).padStart(12, '0')}`);
  if (made === undefined) throw new Error('The spec made an id that is none.');
  return made;
}
const agreementId = id<'agreement'>(1000);
const parties = [id<'agency'>(101), id<'agency'>(102)];
const names = new Map<string, string>();
const nameBasedId = (...parts: readonly string[]): string => {
  const name = JSON.stringify(parts);
  const known = names.get(name) ?? id(5_000 + names.size);
  names.set(name, known);
  return known;
};

/** An agreement in force from 1 April 2025 until 1 April 2026, and the job that runs at that moment. */
async function anArea() {
  const catalogue = catalogueOf(panelEvents, childEvents, fundingEvents);
  let now = '2026-03-31T09:00:00.000Z';
  const events = new InMemoryEventStore(new RecordInMemory(() => now));
  const runner = commandRunner({
    ...{ events, catalogue, personalData: new FakePersonalData(), answers: new FakeCommandAnswers(), keyedHash: (text: string) => text },
    ...{ nameBasedId, keepRefused: () => Promise.resolve(0) },
  });
  const split = { kind: 'ratio', parts: parties.map((agencyId) => ({ agencyId, weight: 1 })) };
  const clause = {
    ...{ clauseId: id(1001), trigger: { event: 'always', criterion: null }, categories: ['nursing'], split, dayOne: null },
    ...{ duration: { unit: 'until-the-agreement-ends' }, cost: 'regardless-of-cost', atEnd: 'falls-back' },
  };
  const text = {
    ...{ agreementId, title: 'Nursing', kind: 'local-memorandum', parties, clauses: [clause], precedences: [], on: '2025-03-03' },
    ...{ aims: null, functions: null, clientGroup: null, noticeMonths: null, reviewBy: null, period: { from: '2025-04-01', to: '2026-04-01' } },
  };
  const metadata = { actor: 'a', agency: 'a', role: 'r', lawfulBasis: 'l', correlationId: 'c', causationId: 'c', commandId: 'c' };
  const history: readonly (readonly [string, Record<string, unknown>])[] = [
    ['StandingAgreementRecorded', text],
    ...parties.map((agencyId) => ['StandingAgreementSigned', { agreementId, version: 1, agencyId, post: 'Director', on: '2025-03-10' }] as const),
    ['StandingAgreementCameIntoForce', { agreementId, from: '2025-04-01' }],
  ];
  // A round through JSON gives what a store holds.
  const stored = history.map(([type, data], place) => ({ id: id(900 + place), type, schemaVersion: catalogue.check(type, data).version, data: JSON.parse(JSON.stringify(data)) as never, metadata }));
  await events.append(`agreement-${agreementId}`, 'no-stream', stored);
  const run = (moment: string) => {
    now = moment;
    return recordAgreementEndings({ runner, onRecord: { endedBy: () => Promise.resolve([agreementId]) }, nameBasedId, clock: { now: () => now } });
  };
  return { run, recorded: async () => ((await events.readStream(`agreement-${agreementId}`)) ?? []).slice(history.length) };
}

describe('The daily job that writes down which agreements ended', () => {
  it('writes nothing before the day, and the end once from that day on, in the name of nobody', async () => {
    const { run, recorded } = await anArea();
    expect(await run('2026-03-31T00:20:00.000Z')).toBe(0);
    expect(await recorded()).toEqual([]);
    expect(await run('2026-04-01T00:20:00.000Z')).toBe(1);
    expect(await run('2026-04-01T00:25:00.000Z')).toBe(1);
    expect(await run('2026-04-02T00:20:00.000Z')).toBe(0);
    expect(await recorded()).toMatchObject([
      { type: 'StandingAgreementEnded', data: { agreementId, reason: 'term', from: '2026-04-01', on: '2026-04-01' }, metadata: { role: 'record-agreement-endings' } },
    ]);
  });
});
