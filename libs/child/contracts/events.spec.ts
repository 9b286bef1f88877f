import { catalogueOf, UnreadableEvent } from '@accord/shared/event-contracts';
import type { Recorded, Words } from '@accord/shared/event-contracts';
import { openedForTests, sealedData } from '@accord/shared/testing';
import { childEvents, ChildRecordOpened, CriterionMet, DischargeRecorded, OperationRecorded, PlacementBegun } from './events';

const words: Words = {
  agency: () => 'Somerset ICB',
  panel: () => 'The continuing care panel',
  line: () => 'package line',
  agreement: () => 'Personal care after surgery',
  date: (date) => `<${date}>`,
  money: (pence) => `${pence}p`,
  shares: () => '50 % and 50 %',
  personal: (field) => String(openedForTests(field)),
};
const catalogue = catalogueOf(childEvents);
const childId = '00000000-0000-7000-8000-000000000800';
const operationId = '00000000-0000-7000-8000-000000000900';
const opened = { childId, openedOn: '2025-06-02', name: 'Robin Ashdown', dateOfBirth: '2016-05-09' };
const found = { childId, criterion: 'complex-healthcare', from: '2025-07-14', evidence: 'Decision support tool' };
const discharged = { childId, dischargeId: '00000000-0000-7000-8000-000000000910', on: '2025-10-20', hospital: 'Northshire Hospital' };
const placed = { childId, placementId: '00000000-0000-7000-8000-000000000920', on: '2025-11-03', setting: 'Foster carers' };
const operated = { childId, operationId, on: '2025-10-06', procedure: 'Spinal fusion' };

/** The event as it is stored and read back, personal fields sealed. */
const read = (type: string, data: object) => {
  const definition = catalogue.check(type, data);
  return catalogue.read({ type, schemaVersion: definition.version, data: sealedData(definition, data) });
};
const sealed: unknown = expect.stringMatching(/^sealed:/);

describe("A child's record", () => {
  it('keeps who the child is sealed', () => {
    const stored = read('ChildRecordOpened', { ...opened, nhsNumber: '9434765919' });
    expect(stored).toEqual({ childId, openedOn: '2025-06-02', name: sealed, dateOfBirth: sealed, nhsNumber: sealed });
  });

  it('needs no NHS number', () => {
    expect(read('ChildRecordOpened', opened)).not.toHaveProperty('nhsNumber');
  });

  it('keeps evidence and procedure sealed, and the days and findings that decide money open', () => {
    expect(read('CriterionMet', found)).toEqual({ ...found, evidence: sealed });
    expect(read('OperationRecorded', operated)).toEqual({ ...operated, procedure: sealed });
    expect(read('DischargeRecorded', discharged)).toEqual({ ...discharged, hospital: sealed });
    expect(read('PlacementBegun', placed)).toEqual({ ...placed, setting: sealed });
  });

  it.each<[string, object]>([
    ['ChildRecordOpened', { ...opened, nhsNumber: '943 476 5919' }],
    ['ChildRecordOpened', { ...opened, dateOfBirth: '09/05/2016' }],
    ['ChildRecordOpened', { ...opened, favouriteColour: 'green' }],
    ['CriterionMet', { ...found, criterion: 'fortitude' }],
    ['OperationRecorded', { ...operated, procedure: '' }],
  ])('never holds what its contract does not say: %s', (type, data) => {
    expect(() => catalogue.check(type, data)).toThrow(UnreadableEvent);
  });
});

describe('The timeline says, to those entitled', () => {
  it('that the record was opened', () => {
    const stored = read('ChildRecordOpened', opened) as Recorded<typeof ChildRecordOpened>['data'];
    expect(ChildRecordOpened.sentence(stored, words)).toBe('The record of Robin Ashdown was opened.');
  });

  it('what the child was found to need', () => {
    const stored = read('CriterionMet', found) as Recorded<typeof CriterionMet>['data'];
    expect(CriterionMet.sentence(stored, words)).toBe('Found to have complex healthcare needs.');
    expect(CriterionMet.sentence({ ...stored, criterion: 'need-level-severe' }, words)).toBe('Found to have a severe level of need.');
  });

  it('which operation the child had on which day', () => {
    const stored = read('OperationRecorded', operated) as Recorded<typeof OperationRecorded>['data'];
    expect(OperationRecorded.sentence(stored, words)).toBe('Operation on <2025-10-06>: Spinal fusion.');
  });

  it('when the child left hospital, and which placement began when', () => {
    const left = read('DischargeRecorded', discharged) as Recorded<typeof DischargeRecorded>['data'];
    expect(DischargeRecorded.sentence(left, words)).toBe('Discharged on <2025-10-20> from Northshire Hospital.');
    const begun = read('PlacementBegun', placed) as Recorded<typeof PlacementBegun>['data'];
    expect(PlacementBegun.sentence(begun, words)).toBe('Placement from <2025-11-03>: Foster carers.');
  });
});
