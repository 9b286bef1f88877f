import { defineEvent, idOf, londonDateField, textField } from '@accord/shared/event-contracts';
import { z } from 'zod';
import { agencyKinds } from './terms';

export const AgencyRegistered = defineEvent({
  type: 'AgencyRegistered',
  version: 2,
  stream: 'agency',
  meaning: 'An organisation that takes part in panels was registered for this area.',
  data: z.strictObject({
    agencyId: idOf('agency'),
    name: textField(200),
    kind: z.enum(agencyKinds),
    /** ODS, GSS or DfE code, where the organisation has one. */
    code: textField(20).optional(),
    validFrom: londonDateField(),
  }),
  effective: 'validFrom',
  sentence: ({ name }) => `${name} was registered.`,
  // Version 2 knows one kind more: the clinical commissioning groups, which ended in 2022.
  upcasts: { 1: (data) => data },
});

export const AgencySucceeded = defineEvent({
  type: 'AgencySucceeded',
  version: 1,
  stream: 'agency',
  meaning: 'An organisation ended and its functions passed to others; what was recorded before keeps its name.',
  data: z.strictObject({
    agencyId: idOf('agency'),
    /** First day on which the successors have the functions. */
    on: londonDateField(),
    successors: z.array(z.strictObject({ agencyId: idOf('agency'), functions: textField(500) })).min(1),
    /** The instrument, e.g. "Health and Care Act 2022 s.14". */
    basis: textField(500),
  }),
  effective: 'on',
  sentence: ({ agencyId, on, successors }, words) =>
    `From ${words.date(on)} the functions of ${words.agency(agencyId)} passed to ` +
    `${successors.map((successor) => words.agency(successor.agencyId)).join(' and ')}.`,
});

export const AgencyClosed = defineEvent({
  type: 'AgencyClosed',
  version: 1,
  stream: 'agency',
  meaning: 'An organisation ended without a successor.',
  data: z.strictObject({ agencyId: idOf('agency'), on: londonDateField(), because: textField(500) }),
  effective: 'on',
  sentence: ({ agencyId, on }, words) => `${words.agency(agencyId)} ended on ${words.date(on)} without a successor.`,
});
