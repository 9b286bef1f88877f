import { fundEvents } from '@accord/funding/contracts';
import type { RecordedFundEvent } from '@accord/funding/domain';
import { commandRunner } from '@accord/shared/commands';
import { catalogueOf } from '@accord/shared/event-contracts';
import { idFrom } from '@accord/shared/kernel';
import type { Id } from '@accord/shared/kernel';
import { FakeCommandAnswers, FakePersonalData, InMemoryEventStore, RecordInMemory } from '@accord/shared/testing';
import { tellCommittedFunds } from './committed-funds';
import { FundSweep } from './fund-sweep';
import { FundsOnRecord, fundsAfter } from './funds-on-record';
import type { FundAsKnown, FundsAsOf } from './funds-on-record';

function id<Kind extends string>(number: number): Id<Kind> {
  const made = idFrom<Kind>(`01940000-0000-7000-8000-${String(number).padStart(12, '0')}`);
  if (made === undefined) throw new Error('The spec made an id that is none.');
  return made;
}
const [fundId, health, council] = [id<'fund'>(1300), id<'agency'>(101), id<'agency'>(102)];
const names = new Map<string, string>();
const nameBasedId = (...parts: readonly string[]): string => {
  const name = JSON.stringify(parts);
  const known = names.get(name) ?? id(5_000 + names.size);
  names.set(name, known);
  return known;
};

/** The funds as the record has them: the read model of this spec is never behind. */
class FundsOfRecord extends FundsOnRecord {
  constructor(private readonly events: InMemoryEventStore) {
    super();
  }
  position() {
    return this.events.head();
  }
  async all({ upTo = Infinity }: FundsAsOf = {}): Promise<readonly FundAsKnown[]> {
    const stream = ((await this.events.readStream(`fund-${fundId}`)) ?? []).filter(({ position }) => position <= upTo);
    // The events of this spec are of funds, and none has a personal field.
    return fundsAfter(stream.map(({ id: eventId, stream: of, revision, recordedAt, type, data }) => ({ fundId, origin: { eventId, stream: of, revision, recordedAt }, event: { type, data } as unknown as RecordedFundEvent })));
  }
  async one() {
    return (await this.all())[0];
  }
}

/** A fund with a budget of £100,000 for 2025/26, told at 90 %; it has spent so much beside lines, and there are no lines. */
async function anArea(spentPence: number) {
  const catalogue = catalogueOf(fundEvents);
  let now = '2025-10-01T09:00:00.000Z';
  const events = new InMemoryEventStore(new RecordInMemory(() => now));
  const runner = commandRunner({
    ...{ events, catalogue, personalData: new FakePersonalData(), answers: new FakeCommandAnswers(), keyedHash: (text: string) => text },
    ...{ nameBasedId, keepRefused: () => Promise.resolve(0) },
  });
  const metadata = { actor: 'a', agency: 'a', role: 'r', lawfulBasis: 'l', correlationId: 'c', causationId: 'c', commandId: 'c' };
  const riskShare = { overspend: { kind: 'pro-rata-to-contribution', caps: [] }, order: ['partners'], underspend: 'retained' };
  const contributions = [{ agencyId: health, pence: 10_000_000, instalments: [{ dueOn: '2025-04-01', pence: 10_000_000 }] }];
  const about = { fundId, year: '2025-04-01', version: 1, post: 'Director', on: '2025-03-20' };
  let revision = -1;
  const happened = async (type: string, data: Record<string, unknown>) => {
    const definition = catalogue.check(type, data);
    const event = { id: id(3_000 + revision), type, schemaVersion: definition.version, data: data as never, metadata };
    await events.append(`fund-${fundId}`, revision < 0 ? 'no-stream' : revision, [event]);
    revision += 1;
  };
  await happened('PooledFundEstablished', {
    ...{ fundId, agreementId: id(1000), name: 'Care at home', hostAgencyId: health, managerPost: 'Head', partners: [health, council], clauses: [] },
    ...{ from: '2025-04-01', alertAtBasisPoints: 9_000, on: '2025-03-20' },
  });
  await happened('FundContributionsAgreed', { ...about, agencyId: health, contributions, riskShare, reservePence: 0 });
  await happened('FundContributionsConsented', { ...about, agencyId: council });
  await happened('FundSpendingRecorded', { fundId, spendingId: id(1400), agencyId: health, pence: spentPence, on: '2025-05-06', for: 'other', because: 'Beds.' });
  let factsUpTo = Infinity;
  const sweep = new FundSweep({
    ...{ position: async () => Math.min(factsUpTo, await events.head()), count: () => Promise.resolve(0), agreements: () => Promise.resolve([]) },
    // An area without children.
    async *children() {
      await Promise.resolve();
    },
  });
  const run = async (at: string, upTo = Infinity) => {
    [now, factsUpTo] = [at, upTo];
    return tellCommittedFunds({ runner, onRecord: new FundsOfRecord(events), sweep, nameBasedId, clock: { now: () => now } });
  };
  return { run, told: async () => ((await events.readStream(`fund-${fundId}`)) ?? []).slice(4) };
}

describe('The nightly job that tells which funds are nearly or over committed', () => {
  it('tells nobody where no threshold is reached', async () => {
    const { run, told } = await anArea(8_999_999);
    expect(await run('2025-10-02T00:40:00.000Z')).toBe(0);
    expect(await told()).toEqual([]);
  });

  it('tells each threshold once, in the name of nobody', async () => {
    const { run, told } = await anArea(9_000_000);
    expect(await run('2025-10-02T00:40:00.000Z')).toBe(1);
    expect(await run('2025-10-03T00:40:00.000Z')).toBe(0);
    expect(await told()).toMatchObject([
      { type: 'FundNearlyCommitted', data: { threshold: 'alert', committedPence: 9_000_000, budgetPence: 10_000_000, on: '2025-10-02' }, metadata: { role: 'tell-committed-funds' } },
    ]);
  });

  it('rests on one place of the record: what was recorded after the facts of the area counts the next night', async () => {
    const { run, told } = await anArea(9_000_000);
    // The facts have come as far as the consent to the contributions.
    expect(await run('2025-10-02T00:40:00.000Z', 2)).toBe(0);
    expect(await told()).toEqual([]);
    expect(await run('2025-10-03T00:40:00.000Z')).toBe(1);
  });

  it('tells both where both are reached at once', async () => {
    const { run, told } = await anArea(10_000_001);
    expect(await run('2025-10-02T00:40:00.000Z')).toBe(1);
    expect((await told()).map(({ data }) => data['threshold'])).toEqual(['alert', 'overcommitted']);
  });
});
