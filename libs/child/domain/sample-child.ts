import type { ChildRecordOpened, CriterionMet, CriterionNoLongerMet, DischargeRecorded, OperationRecorded, PlacementBegun } from '@accord/child/contracts';
import type { New } from '@accord/shared/event-contracts';
import { idFrom, londonDate } from '@accord/shared/kernel';
import type { Id, LondonDate } from '@accord/shared/kernel';
import type { EndCriterion, OpenChildRecord, RecordCriterion } from './child-record';
import type { RecordDischarge, RecordOperation, RecordPlacement } from './life-events';

// A fictional child, for the specs of this folder; not exported by its index.

/** The thing of that kind with the given number. */
export function numbered<Kind extends string>(number: number): Id<Kind> {
  const id = idFrom<Kind>(`00000000-0000-7000-8000-${String(number).padStart(12, '0')}`);
  if (id === undefined) throw new Error('The spec made an id that is none.');
  return id;
}

export function day(text: string): LondonDate {
  const date = londonDate(text);
  if (!date.ok) throw new Error(`The spec took this for granted: ${date.because}`);
  return date.value;
}

export const childId = numbered<'child'>(800);
export const anotherChildId = numbered<'child'>(801);

const identity = { name: 'Robin Ashdown', dateOfBirth: '2016-05-09' };
export const openChildRecord = (changes: Partial<OpenChildRecord> = {}): OpenChildRecord => ({
  type: 'OpenChildRecord',
  childId,
  openedOn: '2025-06-02',
  ...identity,
  today: day('2025-06-03'),
  ...changes,
});
export const childRecordOpened = (nhsNumber?: string): New<typeof ChildRecordOpened> => ({
  type: 'ChildRecordOpened',
  data: {
    ...{ childId, openedOn: day('2025-06-02'), name: identity.name, dateOfBirth: day(identity.dateOfBirth) },
    ...(nhsNumber === undefined ? {} : { nhsNumber }),
  },
});

const evidence = 'Continuing care assessment, decision support tool';
export const recordCriterion = (from = '2025-07-14', today = '2025-09-02'): RecordCriterion => ({
  type: 'RecordCriterion',
  criterion: 'complex-healthcare',
  from,
  evidence,
  today: day(today),
});
export const criterionMet = (from = '2025-07-14'): New<typeof CriterionMet> => ({
  type: 'CriterionMet',
  data: { childId, criterion: 'complex-healthcare', from: day(from), evidence },
});

export const endCriterion = (from = '2025-09-01', today = '2025-09-02'): EndCriterion => ({
  ...{ type: 'EndCriterion', criterion: 'complex-healthcare', from, evidence, today: day(today) },
});
export const criterionNoLongerMet = (from = '2025-09-01'): New<typeof CriterionNoLongerMet> => ({
  type: 'CriterionNoLongerMet',
  data: { childId, criterion: 'complex-healthcare', from: day(from), evidence },
});

const operationId = numbered<'operation'>(900);
const procedure = 'Spinal fusion';
/** The operation of worked example 1, recorded on the day after it. */
export const recordOperation = (changes: Partial<RecordOperation> = {}): RecordOperation => ({
  type: 'RecordOperation',
  operationId,
  on: '2025-10-06',
  procedure,
  today: day('2025-10-07'),
  ...changes,
});
export const operationRecorded = (changes: Partial<New<typeof OperationRecorded>['data']> = {}): New<typeof OperationRecorded> => ({
  type: 'OperationRecorded',
  data: { childId, operationId, on: day('2025-10-06'), procedure, ...changes },
});

const dischargeId = numbered<'discharge'>(910);
const hospital = 'Northshire Children’s Hospital';
export const recordDischarge = (changes: Partial<RecordDischarge> = {}): RecordDischarge => ({
  ...{ type: 'RecordDischarge', dischargeId, on: '2025-10-20', hospital, today: day('2025-10-21') },
  ...changes,
});
export const dischargeRecorded = (): New<typeof DischargeRecorded> => ({
  type: 'DischargeRecorded',
  data: { childId, dischargeId, on: day('2025-10-20'), hospital },
});

const placementId = numbered<'placement'>(920);
const setting = 'Foster carers';
export const recordPlacement = (changes: Partial<RecordPlacement> = {}): RecordPlacement => ({
  ...{ type: 'RecordPlacement', placementId, on: '2025-11-03', setting, today: day('2025-11-04') },
  ...changes,
});
export const placementBegun = (): New<typeof PlacementBegun> => ({
  type: 'PlacementBegun',
  data: { childId, placementId, on: day('2025-11-03'), setting },
});
