import { matterEvents } from '@accord/panel/contracts';
import { instantOf } from '@accord/shared/kernel';
import { specification, stateAfter } from '@accord/shared/testing';
import { matterRecordDecider } from './matter-record';
import type { CirculatePaper } from './matter-record';
import { isLate, papersBefore } from './papers';
import { circulatePaper, hash, matterRaised, matterWithdrawn, paperCirculated } from './sample-matter';
import { day, granted, moment, numbered } from './sample-panel';

const stream = { decider: matterRecordDecider, definitions: matterEvents };
const matter = specification(stream);
const second = { version: 2, sha256: hash('b'), circulatedAt: moment('2025-09-26T08:00:00.000Z') };
const secondCirculated = paperCirculated({ ...second, on: day('2025-09-26') });

describe('A paper', () => {
  it('is sealed to a matter by its hash, as it was circulated, on the London day of that moment', () => {
    matter.given(matterRaised()).when(circulatePaper()).then(paperCirculated());
    const late = { circulatedAt: '2025-09-24T23:30:00.000Z' };
    matter.given(matterRaised()).when(circulatePaper(late)).then(paperCirculated({ ...late, on: day('2025-09-25') }));
  });

  it('may say where it is kept', () => {
    const location = 'Document store, folder 12';
    matter.given(matterRaised()).when(circulatePaper({ location })).then(paperCirculated({ location }));
  });

  it('is followed by its next version, which leaves the older one on record', () => {
    matter.given(matterRaised(), paperCirculated()).when(circulatePaper(second)).then(secondCirculated);
  });

  it('circulated again with the same hash changes nothing', () => {
    matter.given(matterRaised(), paperCirculated()).when(circulatePaper()).thenNothing();
    matter.given(matterRaised(), paperCirculated(), secondCirculated).when(circulatePaper()).thenNothing();
  });

  it('never has one version with two contents: the attempt is kept', () => {
    const other = circulatePaper({ sha256: hash('c') });
    matter.given(matterRaised(), paperCirculated()).when(other).thenRefused('paper-version-differs', 'as version 2 or later');
    expect(matterRecordDecider.decide(other, stateAfter(stream, matterRaised(), paperCirculated()), undefined)).toMatchObject({ kept: true });
  });

  it.each<[string, Partial<CirculatePaper>, string]>([
    ['without its first version', { version: 2 }, 'paper-version-skipped'],
    ['with a hash in capitals', { sha256: hash('A') }, 'paper-hash-malformed'],
    ['with half a hash', { sha256: 'a'.repeat(32) }, 'paper-hash-malformed'],
    ['at a moment to come', { circulatedAt: '2025-10-06T09:00:00.001Z' }, 'paper-circulated-in-future'],
    ['at a moment that is none', { circulatedAt: 'yesterday' }, 'not-an-instant'],
  ])('is not recorded %s', (_case, changes, refusal) => {
    matter.given(matterRaised()).when(circulatePaper(changes)).thenRefused(refusal);
  });

  it('has versions in the order in which they were circulated', () => {
    const before = circulatePaper({ ...second, circulatedAt: '2025-09-24T11:59:00.000Z' });
    matter.given(matterRaised(), paperCirculated()).when(before).thenRefused('paper-circulated-out-of-order', 'Version 1');
    matter.given(matterRaised(), paperCirculated()).when(circulatePaper({ version: 3 })).thenRefused('paper-version-skipped', 'version 2');
  });

  it('belongs to a matter that was brought and not withdrawn', () => {
    matter.when(circulatePaper()).thenRefused('matter-unknown');
    matter.given(matterRaised(), matterWithdrawn).when(circulatePaper()).thenRefused('matter-withdrawn');
  });
});

describe('The papers before a panel', () => {
  const costing = numbered<'paper'>(951);
  const laterCosting = paperCirculated({ paperId: costing, kind: 'costing', circulatedAt: moment('2025-09-25T08:00:00.000Z'), on: day('2025-09-25') });
  const state = stateAfter(stream, matterRaised(), paperCirculated(), laterCosting, secondCirculated);
  const before = (at: string) => (state.status === 'unknown' ? [] : papersBefore(state, granted(instantOf(at))));

  it('are the newest versions that were circulated by then, that very moment included', () => {
    expect(before('2025-09-24T11:59:59.999Z')).toEqual([]);
    expect(before('2025-09-24T12:00:00.000Z')).toMatchObject([{ version: 1, sha256: hash('a') }]);
    expect(before('2025-09-25T12:00:00.000Z')).toMatchObject([{ version: 1 }, { paperId: costing, kind: 'costing' }]);
    expect(before('2025-10-01T09:00:00.000Z')).toMatchObject([{ version: 2, sha256: hash('b') }, { paperId: costing }]);
  });
});

describe('A paper is late', () => {
  const late = (circulatedAt: string, meetingOn: string, notice: number) =>
    isLate({ circulatedAt: granted(instantOf(circulatedAt)) }, day(meetingOn), notice);

  it('where fewer working days than the terms of reference require lie before the day of the meeting', () => {
    expect(late('2025-12-03T23:59:00Z', '2025-12-10', 5)).toBe(false);
    expect(late('2025-12-04T00:00:00Z', '2025-12-10', 5)).toBe(true);
  });

  it('reckoned in London: half past midnight of the next day there is a day later', () => {
    expect(late('2025-09-24T22:59:00Z', '2025-10-01', 5)).toBe(false);
    expect(late('2025-09-24T23:00:00Z', '2025-10-01', 5)).toBe(true);
  });

  it('reckoned without weekends and bank holidays: of the week before Tuesday 30 December, Christmas leaves three', () => {
    expect(late('2025-12-19T12:00:00Z', '2025-12-30', 5)).toBe(false);
    expect(late('2025-12-22T12:00:00Z', '2025-12-30', 5)).toBe(true);
    expect(late('2025-12-20T12:00:00Z', '2025-12-30', 5)).toBe(false);
  });

  it('where no notice is required, only after the day of the meeting', () => {
    expect(late('2025-10-01T15:00:00Z', '2025-10-01', 0)).toBe(false);
    expect(late('2025-10-02T08:00:00Z', '2025-10-01', 0)).toBe(true);
  });

  it('in years whose bank holidays are not known, only where it is late whatever they are', () => {
    expect(late('2039-12-21T12:00:00Z', '2039-12-28', 5)).toBe(false);
    expect(late('2039-12-22T12:00:00Z', '2039-12-28', 5)).toBe(true);
  });
});
