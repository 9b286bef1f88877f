import type { z } from 'zod';
import { idOf, instantField, londonDateField, penceField, periodField, sharesField, textField } from './index';

const agency = (n: number) => `01940000-0000-7000-8000-00000000000${n}`;
const takes = (schema: z.ZodType, value: unknown): boolean => schema.safeParse(value).success;

describe('The fields of events', () => {
  it.each(['2025-10-06', '2024-02-29'])('a London date is a day that exists: %s', (day) => {
    expect(takes(londonDateField(), day)).toBe(true);
  });
  it.each(['2025-02-30', '2025-02-29', '2025-13-01', '2025-10-6', '06/10/2025', '2025-10-06T00:00:00Z', '', null, 20251006])(
    'a London date is nothing else: %p',
    (day) => expect(takes(londonDateField(), day)).toBe(false),
  );

  it('an instant is UTC to the millisecond', () => {
    expect(takes(instantField(), '2025-10-06T08:30:00.000Z')).toBe(true);
  });
  it.each(['2025-10-06T08:30:00Z', '2025-10-06T08:30:00.000+01:00', '2025-10-06T08:30:00.000', '2025-02-30T08:30:00.000Z', '2025-10-06'])(
    'an instant is nothing else: %s',
    (instant) => expect(takes(instantField(), instant)).toBe(false),
  );

  it.each([0, 1, 184_735, Number.MAX_SAFE_INTEGER])('pence are whole and not negative: %d', (pence) => {
    expect(takes(penceField(), pence)).toBe(true);
  });
  it.each([0.5, 184_735.01, -1, NaN, Infinity, '100', 2 ** 60, null])('pence are nothing else: %p', (pence) => {
    expect(takes(penceField(), pence)).toBe(false);
  });

  it.each([agency(1), '01940000-0000-8000-a000-000000000001'])('an id is a UUID of version 7 or 8 in lower case: %s', (id) => {
    expect(takes(idOf('agency'), id)).toBe(true);
  });
  it.each(['01940000-0000-4000-8000-000000000001', '01940000-0000-7000-c000-000000000001', '01940000-0000-7000-8000-00000000000A', `${agency(1)}\n`, 'agency-1', ''])(
    'an id is nothing else: %j',
    (id) => expect(takes(idOf('agency'), id)).toBe(false),
  );
  it.each([
    ['agency', 'id of an agency'],
    ['child', 'id of a child'],
  ])('an id of the kind %s is described as "%s"', (kind, words) => {
    expect(idOf(kind).description).toBe(words);
  });

  it('a period has a first day, and a day after its last or none', () => {
    expect(takes(periodField(), { from: '2025-10-06', to: '2025-11-17' })).toBe(true);
    expect(takes(periodField(), { from: '2025-10-06', to: null })).toBe(true);
    expect(takes(periodField(), { from: '2025-10-06' })).toBe(false);
    expect(takes(periodField(), { from: '2025-10-06', to: null, note: 'about' })).toBe(false);
  });

  it('a split names at least one agency, with whole weights that are not negative', () => {
    const split = (...parts: object[]) => ({ kind: 'ratio', parts });
    expect(takes(sharesField(), split({ agencyId: agency(1), weight: 2 }, { agencyId: agency(2), weight: 1 }))).toBe(true);
    expect(takes(sharesField(), { ...split({ agencyId: agency(1), weight: 10_000 }), kind: 'basis-points' })).toBe(true);
    expect(takes(sharesField(), split())).toBe(false);
    expect(takes(sharesField(), split({ agencyId: agency(1), weight: -1 }))).toBe(false);
    expect(takes(sharesField(), split({ agencyId: agency(1), weight: 33.33 }))).toBe(false);
    expect(takes(sharesField(), { ...split({ agencyId: agency(1), weight: 1 }), kind: 'per-cent' })).toBe(false);
  });

  it('a text holds something, and no more than its length', () => {
    expect(['', 'a', 'abc', 'abcd'].map((text) => takes(textField(3), text))).toEqual([false, true, true, false]);
    expect(takes(textField(), 'x'.repeat(4_000))).toBe(true);
    expect(takes(textField(), 'x'.repeat(4_001))).toBe(false);
  });
});
