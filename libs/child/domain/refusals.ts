import { defineRefusals, refuser } from '@accord/shared/kernel';

/** Every refusal about a child's record. Codes are stable for ever; sentences never name the child. */
export const childRefusals = defineRefusals({
  'child-record-already-open': { kind: 'conflict', title: "The child's record is already open" },
  'child-record-unknown': { kind: 'unknown', title: 'There is no record of that child' },
  'nhs-number-already-recorded': { kind: 'conflict', title: 'Another record has that NHS number' },
  'born-after-record-opened': { kind: 'invalid', title: 'The date of birth lies after the record was opened' },
  'record-opened-in-future': { kind: 'conflict', title: 'The record would be kept from a day that has not come' },
  'criterion-in-future': { kind: 'conflict', title: 'The finding does not hold yet' },
  'date-implausible': { kind: 'invalid', title: 'The day lies too long before the record was opened' },
  'criterion-already-met': { kind: 'conflict', title: 'The child is already found to meet that criterion' },
  'criterion-not-met': { kind: 'conflict', title: 'The child is not found to meet that criterion on that day' },
  'operation-in-future': { kind: 'conflict', title: 'The operation has not happened yet' },
  'operation-already-recorded': { kind: 'conflict', title: 'That operation is already recorded' },
  'discharge-in-future': { kind: 'conflict', title: 'The discharge has not happened yet' },
  'discharge-already-recorded': { kind: 'conflict', title: 'That discharge is already recorded' },
  'placement-in-future': { kind: 'conflict', title: 'The placement has not begun yet' },
  'placement-already-recorded': { kind: 'conflict', title: 'That placement is already recorded' },
});

export const refuseChild = refuser(childRefusals);
