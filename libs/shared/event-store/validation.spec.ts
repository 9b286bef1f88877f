import { AppendTooLarge, categoryOf, LARGEST_APPEND_BYTES, MalformedEvent, serialiseAppend, type ExpectedRevision, type JsonObject, type NewEvent } from './index';

const stream = 'meeting-01940000-0000-7000-8000-000000000001';
const id = (n: number) => `01940000-0000-7000-8000-${String(n).padStart(12, '0')}`;
const metadata = {
  ...{ actor: 'person-1', agency: 'agency-1', role: 'chair', lawfulBasis: 'public-task' },
  ...{ correlationId: 'correlation-1', causationId: 'causation-1', commandId: 'command-1' },
};
const event = (change: Partial<NewEvent> = {}): NewEvent => ({ id: id(1), type: 'MeetingHeld', schemaVersion: 1, data: { pence: 12_345 }, metadata, ...change });
/** Data that the types forbid: some caller will get past them. */
const data = (value: unknown): NewEvent => event({ data: value as JsonObject });
const serialised = (...events: NewEvent[]) => serialiseAppend(stream, 'no-stream', events);

describe('Events on their way into the record', () => {
  it('are written as text, in their order, with their id, type and version', () => {
    expect(serialised(event(), event({ id: id(2), schemaVersion: 2 }))).toEqual([
      { id: id(1), type: 'MeetingHeld', schemaVersion: 1, data: '{"pence":12345}', metadata: JSON.stringify(metadata) },
      expect.objectContaining({ id: id(2), schemaVersion: 2 }),
    ]);
    expect(serialised()).toEqual([]);
  });

  it.each<[string, unknown]>([
    ['nested lists and objects', { lines: [{ rates: [] }, [{}], null] }],
    ['every kind of value', { text: '', yes: true, none: null, cents: -0.5, most: Number.MAX_VALUE }],
    ['an object without a prototype', Object.assign(Object.create(null) as object, { pence: 1 })],
    ['a field called __proto__', JSON.parse('{"__proto__":{"pence":1}}')],
    ['the same list twice', ((list) => ({ one: list, other: list }))([1])],
  ])('may hold %s', (_what, value) => {
    expect(JSON.parse(serialised(data(value))[0]?.data ?? '')).toEqual(value);
  });

  it.each<[string, unknown]>([
    ['an absent value, which text would drop', { pence: 1, reasons: undefined }],
    ['an absent value deep inside', { lines: [{ to: undefined }] }],
    ['a gap in a list, which text would fill with null', { lines: [1, undefined] }],
    ['a hole in a list', { lines: [1, , 2] }],
    ['a figure that is none, which text would turn into null', { pence: NaN }],
    ['an infinite figure', { rates: [{ weeklyPence: Infinity }] }],
    ['a BigInt', { pence: 1n }],
    ['a function', { pence: () => 1 }],
    ['a symbol', { pence: Symbol('pence') }],
    ['a date, which text would turn into another kind of value', { on: new Date('2025-10-06') }],
    ['a map, which text would empty', { shares: new Map([['health', 1]]) }],
    ['bytes', { paper: Buffer.from('paper') }],
    ['a list instead of an object', [1]],
    ['a text instead of an object', 'text'],
    ['nothing', undefined],
    ['null', null],
    ['itself', ((circle: Record<string, unknown>) => Object.assign(circle, { circle }))({})],
  ])('never hold %s', (_what, value) => {
    expect(() => serialised(data(value))).toThrow(MalformedEvent);
  });

  it('are refused without repeating what they hold', () => {
    const told = () => serialised(data({ name: 'Robin', age: NaN }));
    expect(told).toThrow('The data of MeetingHeld cannot be written as JSON.');
  });

  it('have metadata that is held to the same rule', () => {
    expect(() => serialised(event({ metadata: { ...metadata, restsOn: [{ stream, revision: NaN }] } }))).toThrow(MalformedEvent);
    expect(() => serialised(event({ metadata: { ...metadata, role: undefined } as unknown as NewEvent['metadata'] }))).toThrow(MalformedEvent);
  });

  it.each<[string, NewEvent[]]>([
    ['an id that is no UUID', [event({ id: 'event-1' })]],
    ['an id in upper case, which a server would change', [event({ id: id(1).replace('a', 'A').toUpperCase().replaceAll('0', 'A') })]],
    ['an id of another version', [event({ id: '01940000-0000-4000-8000-000000000001' })]],
    ['one id twice', [event(), event()]],
    ['no type', [event({ type: '' })]],
    ["a system's type", [event({ type: '$>' })]],
    ['a version of nought', [event({ schemaVersion: 0 })]],
    ['a version and a half', [event({ schemaVersion: 1.5 })]],
  ])('are refused with %s', (_what, events) => {
    expect(() => serialised(...events)).toThrow(MalformedEvent);
  });

  it.each([
    ...['', 'meeting', '$all', '$meeting-01940000-0000-7000-8000-000000000001', `${stream}\n`, `${stream}-1`, `Meeting${stream.slice(7)}`],
    `-${stream.slice(8)}`,
  ])('go to a stream named <category>-<uuid>, not to %j', (name) => {
    expect(() => serialiseAppend(name, 'no-stream', [event()])).toThrow(MalformedEvent);
  });

  it.each<ExpectedRevision>(['no-stream', 0, 7])('are appended after a revision: %s', (expected) => {
    expect(serialiseAppend(stream, expected, [event()])).toHaveLength(1);
  });
  it.each([-1, 0.5, NaN, Infinity, 2 ** 60])('are appended after nothing else: %s', (expected) => {
    expect(() => serialiseAppend(stream, expected, [event()])).toThrow(MalformedEvent);
  });

  it('are refused where together they are larger than every adapter can store, counted in bytes', () => {
    const half = (n: number) => event({ id: id(n), data: { text: 'ü'.repeat(LARGEST_APPEND_BYTES / 4 - 200) } });
    expect(serialised(half(1))).toHaveLength(1);
    expect(() => serialised(half(1), half(2), event({ id: id(3) }))).toThrow(AppendTooLarge);
  });
});

describe('The category of a stream', () => {
  it('is what stands before the id, hyphens included', () => {
    expect(categoryOf(stream)).toBe('meeting');
    expect(categoryOf('clause-application-01940000-0000-8000-8000-000000000001')).toBe('clause-application');
  });
});
