import { childEvents } from '@accord/child/contracts';
import type { ChildCommand } from '@accord/child/domain';
import { commandRunner, type ChildLookup, type RequestContext } from '@accord/shared/commands';
import { catalogueOf } from '@accord/shared/event-contracts';
import { EventStoreUnavailable } from '@accord/shared/event-store';
import type { Id, LondonDate } from '@accord/shared/kernel';
import { FakeCommandAnswers, FakePersonalData, InMemoryEventStore, RecordInMemory } from '@accord/shared/testing';
import { ChildRecords } from './index';

const id = (n: number): Id<'child'> => `01940000-0000-7000-8000-${String(n).padStart(12, '0')}` as Id<'child'>;
const today = '2025-10-07' as LondonDate;
const [robin, alex] = [id(800), id(801)];
const number = '9990000018';

/** An area with one record and one list of numbers. */
function anArea() {
  const events = new InMemoryEventStore(new RecordInMemory(() => '2025-10-07T09:00:00.000Z'));
  const numbers = new Map<string, Id<'child'>>();
  const lookup: ChildLookup = {
    find: (_kind, text) => Promise.resolve(numbers.get(text)),
    claim: (_kind, text, child) => {
      const owner = numbers.get(text) ?? child;
      numbers.set(text, owner);
      return Promise.resolve(owner);
    },
  };
  let made = 0;
  const runner = commandRunner({
    ...{ events, catalogue: catalogueOf(childEvents), personalData: new FakePersonalData(), answers: new FakeCommandAnswers() },
    ...{ nameBasedId: (...parts: readonly string[]) => ids(parts.join(' ')), keyedHash: (text: string) => text },
    keepRefused: () => Promise.resolve(made++),
  });
  return { events, numbers, records: new ChildRecords(runner, lookup) };
}

const names = new Map<string, string>();
function ids(name: string): string {
  const known = names.get(name) ?? id(5_000 + names.size);
  names.set(name, known);
  return known;
}

const context = (key: string): RequestContext => ({
  ...{ commandId: key, fingerprint: `body of ${key}`, correlationId: key, now: '2025-10-07T09:00:00.000Z', today },
  ...{ actor: 'person-1', agency: 'agency-1', role: 'key-worker', lawfulBasis: 'public-task' },
});
const opening = (childId: Id<'child'>, change: object = {}): ChildCommand => ({
  ...{ type: 'OpenChildRecord', childId, openedOn: '2025-06-02', name: 'Robin Ashdown', dateOfBirth: '2016-05-09', nhsNumber: number, today },
  ...change,
});

describe('Opening the record of a child with an NHS number', () => {
  it('lets the child be found by the number, however it is written', async () => {
    const { records } = anArea();
    expect(await records.child(robin, opening(robin), context('first'))).toMatchObject({ ok: true, revision: 0 });
    expect(await records.findByNhsNumber('999 000 0018')).toBe(robin);
    expect(await records.findByNhsNumber('999-000-0018')).toBe(robin);
  });

  it('is refused where another child has the number; no second record is opened', async () => {
    const { records, events } = anArea();
    await records.child(robin, opening(robin), context('first'));
    const second = await records.child(alex, opening(alex, { nhsNumber: '999 000 0018' }), context('second'));
    expect(second).toMatchObject({ ok: false, refusal: 'nhs-number-already-recorded' });
    expect(JSON.stringify(second)).not.toMatch(/9990000018|Robin/);
    expect(await events.readStream(`child-${alex}`)).toBeUndefined();
  });

  it('of two requests at once succeeds for one alone', async () => {
    const { records } = anArea();
    const outcomes = await Promise.all([robin, alex].map((child) => records.child(child, opening(child), context(child))));
    expect(outcomes.filter(({ ok }) => ok)).toHaveLength(1);
  });

  it('without a number takes none', async () => {
    const { records, numbers } = anArea();
    expect(await records.child(robin, opening(robin, { nhsNumber: undefined }), context('first'))).toMatchObject({ ok: true });
    expect(numbers.size).toBe(0);
  });

  it.each([
    ['a number with a wrong check digit', { nhsNumber: '9990000019' }],
    ['a day that does not exist', { openedOn: '2025-02-30' }],
    ['a day of birth after the opening', { dateOfBirth: '2025-06-03' }],
  ])('refused for %s takes no number', async (_what, change) => {
    const { records, numbers } = anArea();
    expect(await records.child(robin, opening(robin, change), context('first'))).toMatchObject({ ok: false });
    expect(numbers.size).toBe(0);
  });

  it('refused because the record is open already takes no further number', async () => {
    const { records, numbers } = anArea();
    await records.child(robin, opening(robin, { nhsNumber: undefined }), context('first'));
    expect(await records.child(robin, opening(robin), context('second'))).toMatchObject({ refusal: 'child-record-already-open' });
    expect(numbers.size).toBe(0);
  });

  it('sent again is the same child and one record', async () => {
    const { records, events } = anArea();
    const first = await records.child(robin, opening(robin), context('first'));
    expect(await records.child(robin, opening(robin), context('first'))).toEqual(first);
    expect(await events.readStream(`child-${robin}`)).toHaveLength(1);
  });

  it('cut off after the number was taken succeeds when it is sent again', async () => {
    const { records, events, numbers } = anArea();
    const append = events.append.bind(events);
    events.append = () => Promise.reject(new EventStoreUnavailable('The store was away.'));
    await expect(records.child(robin, opening(robin), context('first'))).rejects.toThrow(EventStoreUnavailable);
    expect(numbers.get(number)).toBe(robin);
    events.append = append;
    expect(await records.child(robin, opening(robin), context('first'))).toMatchObject({ ok: true, revision: 0 });
  });
});

describe('What happens to a child whose record is open', () => {
  it('is recorded in the order in which it is told, and takes no number', async () => {
    const { records, events, numbers } = anArea();
    await records.child(robin, opening(robin, { nhsNumber: undefined }), context('first'));
    const operation = { type: 'RecordOperation' as const, operationId: id(900) as string as Id<'operation'>, on: '2025-10-06', procedure: 'Spinal fusion', today };
    expect(await records.child(robin, operation, context('second'))).toMatchObject({ ok: true, revision: 1 });
    expect((await events.readStream(`child-${robin}`))?.map(({ type }) => type)).toEqual(['ChildRecordOpened', 'OperationRecorded']);
    expect(numbers.size).toBe(0);
  });
});

describe('Looking for a child by NHS number', () => {
  it.each(['', '123', '9990000019', 'Robin Ashdown', '99900000180'])('finds nobody under what is no number: %j', async (text) => {
    const { records } = anArea();
    await records.child(robin, opening(robin), context('first'));
    expect(await records.findByNhsNumber(text)).toBeUndefined();
  });
});
