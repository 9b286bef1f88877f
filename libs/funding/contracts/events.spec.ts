import type { LineCategory } from '@accord/panel/contracts';
import { catalogueOf, UnreadableEvent } from '@accord/shared/event-contracts';
import type { Recorded, Words } from '@accord/shared/event-contracts';
import {
  fundingEvents,
  StandingAgreementApplied,
  StandingAgreementCameIntoForce,
  StandingAgreementRecorded,
  StandingAgreementSigned,
} from './events';

const words: Words = {
  agency: () => 'Somerset ICB',
  panel: () => 'The continuing care panel',
  agreement: () => 'Personal care after surgery',
  date: (date) => `<${date}>`,
  money: (pence) => `${pence}p`,
  shares: ({ parts }) => parts.map(({ weight }) => `${weight / 100} %`).join(' and '),
  personal: () => '[withheld]',
};
const catalogue = catalogueOf(fundingEvents);
const id = (number: number) => `00000000-0000-7000-8000-${String(number).padStart(12, '0')}`;
const [agreementId, clauseId, health, socialCare] = [1000, 1001, 101, 102].map(id);
const split = { kind: 'basis-points', parts: [health, socialCare].map((agencyId) => ({ agencyId, weight: 5_000 })) };
const clause = {
  ...{ clauseId, trigger: { event: 'surgery', criterion: 'complex-healthcare' }, categories: ['personal-care'] },
  ...{ split, weeks: 6, dayOne: 'day-of-event', cost: 'regardless-of-cost' },
};
const agreement = {
  ...{ agreementId, title: 'Personal care after surgery', kind: 'local-memorandum', parties: [health, socialCare] },
  ...{ clauses: [clause], period: { from: '2025-04-01', to: null }, on: '2025-03-03' },
};
const applied = {
  ...{ childId: id(800), agreementId, clauseId, operationId: id(900), from: '2025-10-06', to: '2025-11-17' },
  ...{ categories: ['personal-care'], split },
};

/** The event as it is stored and read back. */
const read = (type: string, data: Record<string, unknown>) => {
  const { version } = catalogue.check(type, data);
  return catalogue.read({ type, schemaVersion: version, data });
};

describe('The timeline says', () => {
  it('that an agreement was recorded', () => {
    const stored = read('StandingAgreementRecorded', agreement) as Recorded<typeof StandingAgreementRecorded>['data'];
    expect(StandingAgreementRecorded.sentence(stored, words)).toBe('The agreement “Personal care after surgery” was recorded.');
  });

  it('who signed it through which post', () => {
    const signed = { agreementId, agencyId: health, post: 'Director of Commissioning', on: '2025-03-10' };
    const stored = read('StandingAgreementSigned', signed) as Recorded<typeof StandingAgreementSigned>['data'];
    expect(StandingAgreementSigned.sentence(stored, words)).toBe(
      'Somerset ICB signed “Personal care after surgery” through its Director of Commissioning.',
    );
  });

  it('when it came into force', () => {
    const stored = read('StandingAgreementCameIntoForce', { agreementId, from: '2025-04-01' }) as Recorded<
      typeof StandingAgreementCameIntoForce
    >['data'];
    expect(StandingAgreementCameIntoForce.sentence(stored, words)).toBe('“Personal care after surgery” came into force on <2025-04-01>.');
  });

  it('which lines a clause took over, how they are shared and for how long', () => {
    const stored = read('StandingAgreementApplied', applied) as Recorded<typeof StandingAgreementApplied>['data'];
    expect(StandingAgreementApplied.sentence(stored, words)).toBe(
      'Under “Personal care after surgery”, personal care is shared 50 % and 50 % from <2025-10-06> to <2025-11-16>, whatever the cost.',
    );
    const said = (categories: readonly LineCategory[]) => StandingAgreementApplied.sentence({ ...stored, categories: [...categories] }, words);
    expect(said(['personal-care', 'nursing'])).toContain('personal care and nursing are shared');
    expect(said(['personal-care', 'nursing', 'short-breaks'])).toContain('personal care, nursing and short breaks are shared');
  });
});

describe('An agreement on the record', () => {
  it('holds nothing personal', () => {
    expect(fundingEvents.filter(({ personal }) => Object.keys(personal).length > 0)).toEqual([]);
  });

  it.each<[string, object]>([
    ['a single party', { parties: [health] }],
    ['no clause', { clauses: [] }],
    ['a clause for no lines', { clauses: [{ ...clause, categories: [] }] }],
    ['a clause of half a week', { clauses: [{ ...clause, weeks: 0.5 }] }],
    ['a clause with a cap on its cost', { clauses: [{ ...clause, cost: 100_000 }] }],
    ['a clause that does not say which day is day 1', { clauses: [{ ...clause, dayOne: undefined }] }],
    ['an unknown field', { mood: 'good' }],
  ])('never has %s', (_case, changes) => {
    expect(() => catalogue.check('StandingAgreementRecorded', { ...agreement, ...changes })).toThrow(UnreadableEvent);
  });
});
