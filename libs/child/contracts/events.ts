import { defineEvent, idOf, londonDateField, textField } from '@accord/shared/event-contracts';
import { z } from 'zod';
import { criteria, criterionInWords } from './criteria';

export const ChildRecordOpened = defineEvent({
  type: 'ChildRecordOpened',
  version: 1,
  stream: 'child',
  meaning: "A child's record was opened in this area.",
  data: z.strictObject({
    childId: idOf('child'),
    openedOn: londonDateField(),
    name: textField(200),
    dateOfBirth: londonDateField(),
    nhsNumber: z
      .string()
      .regex(/^\d{10}$/)
      .optional(),
  }),
  personal: { name: 'identity', dateOfBirth: 'identity', nhsNumber: 'identity' },
  subject: 'childId',
  effective: 'openedOn',
  sentence: ({ name }, words) => `The record of ${words.personal(name)} was opened.`,
});

export const CriterionMet = defineEvent({
  type: 'CriterionMet',
  version: 2,
  stream: 'child',
  meaning: 'A child was found to meet a criterion on which agreements rest, from a day.',
  data: z.strictObject({
    childId: idOf('child'),
    criterion: z.enum(criteria),
    from: londonDateField(),
    evidence: textField(),
  }),
  personal: { evidence: 'clinical' },
  subject: 'childId',
  effective: 'from',
  sentence: ({ criterion }) => `Found to have ${criterionInWords[criterion]}.`,
  // Version 1 knew complex healthcare needs alone.
  upcasts: { 1: (data) => data },
});

export const CriterionNoLongerMet = defineEvent({
  type: 'CriterionNoLongerMet',
  version: 1,
  stream: 'child',
  meaning: 'A child was found to meet a criterion no longer, from a day: a lower level of need at a review, say. What rested on it before stays.',
  data: z.strictObject({
    childId: idOf('child'),
    criterion: z.enum(criteria),
    /** First day on which it is no longer met. */
    from: londonDateField(),
    evidence: textField(),
  }),
  personal: { evidence: 'clinical' },
  subject: 'childId',
  effective: 'from',
  sentence: ({ criterion }) => `Found to have ${criterionInWords[criterion]} no longer.`,
});

export const OperationRecorded = defineEvent({
  type: 'OperationRecorded',
  version: 1,
  stream: 'child',
  meaning: 'A child had surgery on a day.',
  data: z.strictObject({
    childId: idOf('child'),
    operationId: idOf('operation'),
    on: londonDateField(),
    procedure: textField(500),
  }),
  personal: { procedure: 'clinical' },
  subject: 'childId',
  effective: 'on',
  sentence: ({ on, procedure }, words) => `Operation on ${words.date(on)}: ${words.personal(procedure)}.`,
});

export const DischargeRecorded = defineEvent({
  type: 'DischargeRecorded',
  version: 1,
  stream: 'child',
  meaning: 'A child was discharged from hospital on a day.',
  data: z.strictObject({
    childId: idOf('child'),
    dischargeId: idOf('discharge'),
    on: londonDateField(),
    hospital: textField(200),
  }),
  personal: { hospital: 'clinical' },
  subject: 'childId',
  effective: 'on',
  sentence: ({ on, hospital }, words) => `Discharged on ${words.date(on)} from ${words.personal(hospital)}.`,
});

export const PlacementBegun = defineEvent({
  type: 'PlacementBegun',
  version: 1,
  stream: 'child',
  meaning: 'A placement of a child began on a day: a home, a school, foster carers.',
  data: z.strictObject({
    childId: idOf('child'),
    placementId: idOf('placement'),
    on: londonDateField(),
    setting: textField(200),
  }),
  personal: { setting: 'identity' },
  subject: 'childId',
  effective: 'on',
  sentence: ({ on, setting }, words) => `Placement from ${words.date(on)}: ${words.personal(setting)}.`,
});

export const childEvents = [ChildRecordOpened, CriterionMet, CriterionNoLongerMet, OperationRecorded, DischargeRecorded, PlacementBegun] as const;
