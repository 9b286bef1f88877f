import type { LineCategory } from '@accord/panel/contracts';
import { catalogueOf, UnreadableEvent } from '@accord/shared/event-contracts';
import type { Recorded, Words } from '@accord/shared/event-contracts';
import {
  agreementEndings,
  agreementEvents,
  fundingEvents,
  StandingAgreementApplied,
  StandingAgreementCameIntoForce,
  StandingAgreementDrafted,
  StandingAgreementEnded,
  StandingAgreementEndingAgreed,
  StandingAgreementNoticeGiven,
  StandingAgreementNoticeWithdrawn,
  StandingAgreementRecorded,
  StandingAgreementReviewed,
  StandingAgreementSigned,
  StandingAgreementTextWithdrawn,
  StandingAgreementVariationCameIntoForce,
  StandingAgreementVaried,
} from './index';

const words: Words = {
  agency: () => 'Somerset ICB',
  panel: () => 'The continuing care panel',
  line: () => 'package line',
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
  ...{ split, duration: { unit: 'weeks', count: 6 }, dayOne: 'day-of-event', cost: 'regardless-of-cost', atEnd: 'falls-back' },
};
const terms = {
  ...{ aims: null, functions: null, clientGroup: null, clauses: [clause], precedences: [] },
  ...{ period: { from: '2025-04-01', to: null }, noticeMonths: 3, reviewBy: null },
};
const head = { agreementId, title: 'Personal care after surgery', kind: 'local-memorandum', parties: [health, socialCare] };
const agreement = { ...head, ...terms, on: '2025-03-03' };
const applied = {
  ...{ childId: id(800), agreementId, version: 1, clauseId, trigger: { event: 'surgery', eventId: id(900) } },
  ...{ from: '2025-10-06', to: '2025-11-17', categories: ['personal-care'], split, cost: 'regardless-of-cost', atEnd: 'falls-back' },
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
    const signed = { agreementId, version: 1, agencyId: health, post: 'Director of Commissioning', on: '2025-03-10' };
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
    const always = { ...stored, from: stored.from, to: null, cost: { upToWeeklyPence: 150_000 as never } };
    expect(StandingAgreementApplied.sentence(always, words)).toBe(
      'Under “Personal care after surgery”, personal care is shared 50 % and 50 % from <2025-10-06>, for a line of up to 150000p a week.',
    );
    const said = (categories: readonly LineCategory[]) => StandingAgreementApplied.sentence({ ...stored, categories: [...categories] }, words);
    expect(said(['personal-care', 'nursing'])).toContain('personal care and nursing are shared');
    expect(said(['personal-care', 'nursing', 'short-breaks'])).toContain('personal care, nursing and short breaks are shared');
  });
});

describe('An agreement on the record', () => {
  it('holds nothing personal', () => {
    expect([...agreementEvents, ...agreementEndings].filter(({ personal }) => Object.keys(personal).length > 0)).toEqual([]);
  });

  it.each<[string, object]>([
    ['a single party', { parties: [health] }],
    ['no clause', { clauses: [] }],
    ['a clause for no lines', { clauses: [{ ...clause, categories: [] }] }],
    ['a clause of half a week', { clauses: [{ ...clause, duration: { unit: 'weeks', count: 0.5 } }] }],
    ['a clause of no days', { clauses: [{ ...clause, duration: { unit: 'days', count: 0 } }] }],
    ['a clause with a cap of part of a penny', { clauses: [{ ...clause, cost: { upToWeeklyPence: 0.5 } }] }],
    ['notice of part of a month', { noticeMonths: 1.5 }],
    ['a clause that does not say which day is day 1', { clauses: [{ ...clause, dayOne: undefined }] }],
    ['an unknown field', { mood: 'good' }],
  ])('never has %s', (_case, changes) => {
    expect(() => catalogue.check('StandingAgreementRecorded', { ...agreement, ...changes })).toThrow(UnreadableEvent);
  });
});

describe('The life of an agreement, as the timeline tells it', () => {
  const party = { agreementId, agencyId: health };
  const notice = { ...party, post: 'Director', reason: 'Costs', on: '2025-08-31', months: 6, lastDay: '2026-02-28' };
  it.each<[string, object, { sentence(data: never, words: Words): string }, string]>([
    ['StandingAgreementDrafted', { ...head, ...terms, draft: 1, on: '2025-02-03' }, StandingAgreementDrafted, 'The agreement “Personal care after surgery” was drafted.'],
    ['StandingAgreementDrafted', { ...head, ...terms, draft: 2, on: '2025-02-10' }, StandingAgreementDrafted, 'The agreement “Personal care after surgery” was drafted again (draft 2).'],
    ['StandingAgreementSigned', { ...party, version: 2, post: 'Director', on: '2025-03-10' }, StandingAgreementSigned, 'Somerset ICB signed version 2 of “Personal care after surgery” through its Director.'],
    ['StandingAgreementVaried', { agreementId, version: 2, ...terms, from: '2025-07-01', on: '2025-06-02' }, StandingAgreementVaried, 'A variation of “Personal care after surgery” from <2025-07-01> was agreed (version 2).'],
    ['StandingAgreementVariationCameIntoForce', { agreementId, version: 2, from: '2025-07-01' }, StandingAgreementVariationCameIntoForce, 'Version 2 of “Personal care after surgery” came into force on <2025-07-01>.'],
    ['StandingAgreementNoticeGiven', notice, StandingAgreementNoticeGiven, 'Somerset ICB gave 6 months of notice of “Personal care after surgery”, which then rules until <2026-02-28>.'],
    ['StandingAgreementNoticeGiven', { ...notice, months: 1 }, StandingAgreementNoticeGiven, 'Somerset ICB gave one month of notice of “Personal care after surgery”, which then rules until <2026-02-28>.'],
    ['StandingAgreementNoticeWithdrawn', { ...party, givenOn: '2025-08-31', reason: 'Settled', on: '2025-10-01' }, StandingAgreementNoticeWithdrawn, 'Somerset ICB withdrew its notice of <2025-08-31> of “Personal care after surgery”.'],
    ['StandingAgreementTextWithdrawn', { ...party, version: 1, reason: 'Recorded twice', on: '2025-03-10' }, StandingAgreementTextWithdrawn, 'Somerset ICB withdrew “Personal care after surgery”, which had not come into force.'],
    ['StandingAgreementTextWithdrawn', { ...party, version: 2, reason: 'The share is wrong', on: '2025-06-09' }, StandingAgreementTextWithdrawn, 'Somerset ICB withdrew version 2 of “Personal care after surgery”, which had not come into force.'],
    ['StandingAgreementReviewed', { agreementId, findings: 'It works', nextReviewBy: '2027-03-31', on: '2026-03-02' }, StandingAgreementReviewed, '“Personal care after surgery” was reviewed; the next review is due by <2027-03-31>.'],
    ['StandingAgreementReviewed', { agreementId, findings: 'It works', nextReviewBy: null, on: '2026-03-02' }, StandingAgreementReviewed, '“Personal care after surgery” was reviewed.'],
    ['StandingAgreementEndingAgreed', { ...party, post: 'Director', from: '2026-04-01', on: '2026-03-02' }, StandingAgreementEndingAgreed, 'Somerset ICB agreed through its Director that “Personal care after surgery” rules until <2026-03-31>.'],
    ['StandingAgreementEnded', { agreementId, reason: 'notice', from: '2026-03-01', on: '2026-03-01' }, StandingAgreementEnded, '“Personal care after surgery” ended, <2026-02-28> being its last day: notice was given and has run.'],
    ['StandingAgreementEnded', { agreementId, reason: 'not-reviewed', from: '2026-03-01', on: '2026-03-01' }, StandingAgreementEnded, '“Personal care after surgery” ended, <2026-02-28> being its last day: it was not reviewed in time.'],
  ])('%s %#', (type, data, definition, says) => {
    // The catalogue has checked the data against the contract of the definition.
    expect(definition.sentence(read(type, data as Record<string, unknown>) as never, words)).toBe(says);
  });
});

describe('What was recorded before agreements could be varied and ended', () => {
  const { duration: _, atEnd: __, ...clauseThen } = clause;
  const stored = (type: string, data: Record<string, unknown>) => catalogue.read({ type, schemaVersion: 1, data });

  it('is a text that did not say what it could not say, its clause as it was read then', () => {
    const text = { ...head, clauses: [{ ...clauseThen, weeks: 6 }], period: terms.period, on: '2025-03-03' };
    expect(stored('StandingAgreementRecorded', text)).toEqual({ ...agreement, noticeMonths: null });
  });

  it('was signed as the first text', () => {
    const signature = { agreementId, agencyId: health, post: 'Director', on: '2025-03-10' };
    expect(stored('StandingAgreementSigned', signature)).toEqual({ ...signature, version: 1 });
  });

  it('was applied after an operation', () => {
    const { version: _version, trigger: _trigger, cost: _cost, atEnd: _atEnd, ...kept } = applied;
    expect(stored('StandingAgreementApplied', { ...kept, operationId: id(900) })).toEqual(applied);
  });
});
