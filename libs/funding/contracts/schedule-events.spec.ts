import { catalogueOf, UnreadableEvent } from '@accord/shared/event-contracts';
import type { Words } from '@accord/shared/event-contracts';
import { scheduleEvents } from './schedule-events';

const catalogue = catalogueOf(scheduleEvents);
const id = (number: number) => `00000000-0000-7000-8000-${String(number).padStart(12, '0')}`;
const [scheduleId, agencyId] = [1200, 101].map(id);
const difference = { row: 9, column: 'public_health', statedPence: 3_541_200, summedPence: 3_539_400 };
const unstated = { row: null, column: 'ccg', statedPence: null, summedPence: -100 };
const question = { row: 4, column: 'ccg', asks: 'Which counts?' };
const cell = { column: 'ccg', printed: '£76,604 (64,493)', pence: 7_660_400, bracketed: { printed: '(64,493)', pence: 6_449_300 } };
const read = {
  ...{ scheduleId, on: '2014-09-11', title: 'The team', source: 'The board', sha256: 'ab'.repeat(32), rowsSha256: 'cd'.repeat(32), notes: [] },
  ...{ period: { from: '2014-04-01', to: '2015-04-01' }, payers: [{ column: 'ccg', agencyId }], totalColumn: null, stated: null },
  ...{ rows: [{ row: 4, role: 'Senior Manager', resource: '', cells: [cell] }], differences: [], questions: [] },
};
const examples: Readonly<Record<string, object>> = {
  FundingScheduleRead: read,
  FundingScheduleQuestionAnswered: { scheduleId, on: '2014-10-01', row: 4, column: 'ccg', ruling: 'printed-counts', answer: 'It is the full year.' },
  FundingScheduleReleased: { scheduleId, on: '2014-10-06', agencyId, because: 'Agreed.', differences: [] },
  FundingScheduleWithdrawn: { scheduleId, on: '2015-01-12', because: 'Taken over.' },
};

const words: Words = {
  ...{ agency: () => 'Northshire ICB', panel: String, line: () => 'package line', agreement: String, personal: String, shares: String, date: (date) => `<${date}>`, money: (pence) => `${pence}p` },
};

/** What the timeline says of the example, with the changes given, as it is stored and read back. */
function sentenceOf(type: string, changes: object = {}): string {
  const definition = catalogue.check(type, { ...examples[type], ...changes });
  const stored = catalogue.read({ type, schemaVersion: definition.version, data: { ...examples[type], ...changes } });
  // The catalogue has just validated the data against the contract whose sentence it is.
  return definition.sentence(stored as never, words);
}

describe('The timeline says of a funding schedule', () => {
  it.each<[string, object, string]>([
    ['FundingScheduleRead', {}, 'The funding schedule “The team” was read: its totals agree.'],
    ['FundingScheduleRead', { questions: [question] }, 'The funding schedule “The team” was read: its totals agree; 1 question is open.'],
    ['FundingScheduleRead', { questions: [question, question] }, 'The funding schedule “The team” was read: its totals agree; 2 questions are open.'],
    [
      'FundingScheduleRead',
      { differences: [difference] },
      'The funding schedule “The team” was read and is held back: in row 9, column public_health £35,412.00 is stated and the figures make £35,394.00.',
    ],
    [
      'FundingScheduleRead',
      { differences: [unstated, difference], questions: [question] },
      'The funding schedule “The team” was read and is held back: in column ccg no total is stated and the figures make -£1.00, and 1 more differs; 1 question is open.',
    ],
    [
      'FundingScheduleQuestionAnswered',
      {},
      'Of the two figures in row 4, column ccg of the funding schedule, the first counts: It is the full year.',
    ],
    [
      'FundingScheduleQuestionAnswered',
      { ruling: 'bracketed-counts' },
      'Of the two figures in row 4, column ccg of the funding schedule, the one in brackets counts: It is the full year.',
    ],
    [
      'FundingScheduleQuestionAnswered',
      { ruling: 'set-aside', answer: 'Nobody is left who knows.' },
      'Of the two figures in row 4, column ccg of the funding schedule, the question is set aside: Nobody is left who knows.',
    ],
    ['FundingScheduleReleased', {}, 'Northshire ICB released the funding schedule, whose rows count as printed: Agreed.'],
    [
      'FundingScheduleReleased',
      { differences: [difference] },
      'Northshire ICB released the funding schedule, whose rows count as printed, although in row 9, column public_health £35,412.00 is stated and the figures make £35,394.00: Agreed.',
    ],
    ['FundingScheduleWithdrawn', {}, 'The funding schedule was withdrawn: Taken over.'],
  ])('%s %j', (type, changes, sentence) => {
    expect(sentenceOf(type, changes)).toBe(sentence);
  });

  it('something for every event', () => {
    expect(Object.keys(examples).toSorted()).toEqual(scheduleEvents.map(({ type }) => type as string).toSorted());
  });
});

describe('A funding schedule on record', () => {
  it.each<[string, object]>([
    ['no rows', { rows: [] }],
    ['nobody who pays', { payers: [] }],
    ['a figure of part of a penny', { rows: [{ ...read.rows[0], cells: [{ ...cell, pence: 0.5 }] }] }],
    ['a cell without its print', { rows: [{ ...read.rows[0], cells: [{ ...cell, printed: undefined }] }] }],
    ['an end that nobody knows', { period: { from: '2014-04-01', to: null } }],
    ['an unknown field', { mood: 'good' }],
  ])('never has %s', (_case, changes) => {
    expect(() => catalogue.check('FundingScheduleRead', { ...read, ...changes })).toThrow(UnreadableEvent);
  });
});
