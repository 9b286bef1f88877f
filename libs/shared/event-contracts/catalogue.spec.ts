import { sealedData, sealedForTests } from '@accord/shared/testing';
import fc from 'fast-check';
import { z } from 'zod';
import { catalogueOf, defineEvent, idOf, isSealed, londonDateField, penceField, storedSchema, textField, UnreadableEvent } from './index';

const childId = '01940000-0000-7000-8000-0000000000c1';
const on = '2025-10-06';

/** A made-up event in its third version: it began without a place, then had pounds. */
const VisitMade = defineEvent({
  type: 'VisitMade',
  version: 3,
  stream: 'visit',
  meaning: 'A practitioner visited a child.',
  data: z.strictObject({
    childId: idOf('child'),
    on: londonDateField(),
    name: textField(),
    phone: textField().optional(),
    place: z.strictObject({ town: textField(), rooms: z.array(z.int()) }),
    mileage: penceField(),
  }),
  personal: { name: 'identity', phone: 'third-party' },
  subject: 'childId',
  effective: 'on',
  sentence: ({ place }) => `A visit at ${place.town}.`,
  upcasts: {
    1: (data) => ({ ...data, place: { town: 'Unknown', rooms: [] } }),
    2: ({ pounds, ...data }) => ({ ...data, mileage: Number(pounds) * 100 }),
  },
});
const VisitMissed = defineEvent({
  type: 'VisitMissed',
  version: 1,
  stream: 'visit',
  meaning: 'A planned visit did not take place.',
  data: z.strictObject({ on: londonDateField() }),
  effective: 'on',
  sentence: () => 'A visit was missed.',
});
const catalogue = catalogueOf([VisitMade], [VisitMissed]);

const visit = { childId, on, name: 'Robin', place: { town: 'Taunton', rooms: [1, 2] }, mileage: 450 };
const stored = sealedData(VisitMade, visit);
const storedVisit = (change: object = {}, schemaVersion = 3) => ({ type: 'VisitMade', schemaVersion, data: { ...stored, ...change } });

function unreadable(act: () => unknown): Pick<UnreadableEvent, 'reason' | 'fields' | 'schemaVersion' | 'message'> | undefined {
  try {
    act();
  } catch (error) {
    if (error instanceof UnreadableEvent) return error;
    throw error;
  }
  return undefined;
}

describe('The catalogue of events', () => {
  it('lists what it was given, in order, and finds each by name', () => {
    expect(catalogue.definitions.map(({ type }) => type)).toEqual(['VisitMade', 'VisitMissed']);
    expect(catalogue.definition('VisitMissed')).toBe(VisitMissed);
    expect(catalogue.definition('VisitPlanned')).toBeUndefined();
  });

  it('refuses two events of one name', () => {
    expect(() => catalogueOf([VisitMade], [{ ...VisitMissed, type: 'VisitMade' }])).toThrow('Two events are called VisitMade');
  });
});

describe('Reading a stored event', () => {
  it('gives its data, personal fields still sealed', () => {
    expect(catalogue.read(storedVisit())).toEqual(stored);
    expect(isSealed(catalogue.read(storedVisit())['name'])).toBe(true);
  });

  it('is as strict with an event that is read often, and names the same fields', () => {
    const often = catalogueOf([VisitMade]);
    for (let read = 0; read < 250; read++) expect(often.read(storedVisit())).toEqual(stored);
    expect(unreadable(() => often.read(storedVisit({ extra: 1 })))?.fields).toEqual(['(the event itself)']);
    expect(unreadable(() => often.read(storedVisit({ name: 'Robin' })))?.fields).toEqual(['name']);
    expect(unreadable(() => often.read(storedVisit({ on: '2025-02-30' })))?.fields).toEqual(['on']);
    expect(unreadable(() => often.read(storedVisit({ childId: `${childId} ` })))?.fields).toEqual(['childId']);
    expect(unreadable(() => often.read(storedVisit({ place: { town: 'Taunton', rooms: [1, 2.5] } })))?.fields).toEqual(['place.rooms.1']);
  });

  it('an event of a name that this build does not know is never passed', () => {
    expect(unreadable(() => catalogue.read({ type: 'VisitPlanned', schemaVersion: 1, data: {} }))).toMatchObject({ reason: 'unknown-type' });
  });

  it.each([4, 0, -1, 1.5, Number.NaN])('a version that this build does not know is never passed: %d', (version) => {
    expect(unreadable(() => catalogue.read(storedVisit({}, version)))).toMatchObject({ reason: 'unknown-version', schemaVersion: version });
  });

  it.each<[string, object, string[]]>([
    ['a day that does not exist', { on: '2025-02-30' }, ['on']],
    ['a missing day', { on: undefined }, ['on']],
    ['an id that is none', { childId: 'child-1' }, ['childId']],
    ['a fraction of a penny', { mileage: 1.5 }, ['mileage']],
    ['a slip deep inside', { place: { town: 'Taunton', rooms: [1, 'two'] } }, ['place.rooms.1']],
    ['two slips', { on: 'soon', mileage: -1 }, ['on', 'mileage']],
    ['a field that the contract does not have', { shoeSize: 41 }, ['(the event itself)']],
    ['a personal field in the clear', { name: 'Robin' }, ['name']],
    ['an optional personal field in the clear', { phone: '0117 496 0000' }, ['phone']],
    ['a personal field that is empty', { name: null }, ['name']],
  ])('names the place of %s, and repeats nothing of it', (_what, change, fields) => {
    const told = unreadable(() => catalogue.read(storedVisit(change)));
    expect(told).toMatchObject({ reason: 'malformed', fields });
    expect(told?.message).toBe(`VisitMade version 3 is malformed at ${fields.join(', ')}`);
  });

  it('takes an optional personal field that is absent or sealed', () => {
    expect(catalogue.read(storedVisit())).not.toHaveProperty('phone');
    const phone = sealedForTests('0117 496 0000');
    expect(catalogue.read(storedVisit({ phone }))).toEqual({ ...stored, phone });
  });

  it('brings the first version over the second to the third, and leaves sealed fields as they are', () => {
    const first = { childId, on, name: sealedForTests('Robin'), pounds: 4 };
    const { pounds: _, ...kept } = first;
    expect(catalogue.read({ type: 'VisitMade', schemaVersion: 1, data: first })).toEqual({
      ...kept,
      place: { town: 'Unknown', rooms: [] },
      mileage: 400,
    });
    const second = { ...first, place: { town: 'Wells', rooms: [3] } };
    expect(catalogue.read({ type: 'VisitMade', schemaVersion: 2, data: second })).toMatchObject({ place: { town: 'Wells', rooms: [3] } });
    expect(second).toHaveProperty('pounds', 4);
  });

  it('an older version is held to the newest contract once it is there', () => {
    const first = { childId, on, name: 'Robin', pounds: 4.125 };
    expect(unreadable(() => catalogue.read({ type: 'VisitMade', schemaVersion: 1, data: first }))).toMatchObject({ fields: ['name', 'mileage'] });
  });

  it('an older version so broken that its upcaster fails is malformed, by name', () => {
    const broken = defineEvent({
      ...{ type: 'VisitRated', version: 2, stream: 'visit', meaning: 'A visit was rated.', effective: 'on' as const },
      data: z.strictObject({ on: londonDateField(), stars: z.int() }),
      sentence: () => 'A visit was rated.',
      // The cast is the upcaster's belief in the shape of the first version.
      upcasts: { 1: (data) => ({ on: data['on'], stars: (data['rating'] as { stars: number }).stars }) },
    });
    const read = () => catalogueOf([broken]).read({ type: 'VisitRated', schemaVersion: 1, data: { on } });
    expect(unreadable(read)).toMatchObject({ reason: 'malformed', schemaVersion: 1 });
  });
});

describe('Checking what was decided', () => {
  it('gives the definition', () => {
    expect(catalogue.check('VisitMade', visit)).toBe(VisitMade);
    expect(catalogue.check('VisitMade', { ...visit, phone: undefined })).toBe(VisitMade);
  });

  it('an event that no contract describes is a bug, by name', () => {
    expect(unreadable(() => catalogue.check('VisitPlanned', {}))).toMatchObject({ reason: 'unknown-type' });
    expect(unreadable(() => catalogue.check('VisitMade', { ...visit, name: '', mileage: -1 }))).toMatchObject({
      reason: 'malformed',
      fields: ['name', 'mileage'],
      schemaVersion: 3,
    });
    expect(unreadable(() => catalogue.check('VisitMade', null))).toMatchObject({ fields: ['(the event itself)'] });
  });

  it('accepts exactly what can be read again once it is sealed', () => {
    const known = { name: fc.constant('Robin'), phone: fc.option(fc.constant('0117'), { nil: undefined }) };
    const anything = fc.oneof({ weight: 3, arbitrary: fc.constant(undefined) }, fc.jsonValue());
    const slips = fc.record({
      childId: fc.constantFrom(childId, childId.toUpperCase(), 'child'),
      on: fc.constantFrom(on, '2024-02-29', '2025-02-29', ''),
      mileage: fc.constantFrom(0, 450, -1, 0.5),
      place: fc.oneof(fc.constant(visit.place), fc.jsonValue()),
      ...known,
    });
    let accepted = 0;
    fc.assert(
      fc.property(slips, anything, (data, extra) => {
        const decided = extra === undefined ? data : { ...data, extra };
        const checked = unreadable(() => catalogue.check('VisitMade', decided));
        const read = unreadable(() => catalogue.read({ type: 'VisitMade', schemaVersion: 3, data: sealedData(VisitMade, decided) }));
        accepted += checked === undefined ? 1 : 0;
        expect(read?.fields).toEqual(checked?.fields);
      }),
      { numRuns: 500 },
    );
    expect(accepted).toBeGreaterThan(0);
  });
});

describe('The stored form', () => {
  it('asks for a sealed text where the event asks for a personal field, and allows none where it allows none', () => {
    const schema = storedSchema(VisitMade);
    expect(schema.safeParse(stored).success).toBe(true);
    const { name: _, ...nameless } = stored;
    expect(schema.safeParse(nameless).success).toBe(false);
  });

  it.each([[undefined], [null], [''], ['Robin'], [' sealed:'], [['sealed:']]])('takes %j for no sealed text', (value) => {
    expect(isSealed(value)).toBe(false);
  });
});
