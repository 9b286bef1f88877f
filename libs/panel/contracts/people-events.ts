import { defineEvent, idOf, londonDateField, penceField, textField } from '@accord/shared/event-contracts';
import { z } from 'zod';
import { limitMeasures, limitPeriods, lineCategories, practitionerRoles } from './terms';

export const PractitionerRegistered = defineEvent({
  type: 'PractitionerRegistered',
  version: 1,
  stream: 'practitioner',
  meaning: 'A person who works with children or sits on panels was registered in this area.',
  data: z.strictObject({
    practitionerId: idOf('practitioner'),
    on: londonDateField(),
    name: textField(200),
    /** The person's own sign-in, as events name who acted; absent for somebody who does not sign in. */
    actorId: textField(100).optional(),
  }),
  personal: { name: 'identity' },
  subject: 'practitionerId',
  effective: 'on',
  sentence: ({ name }, words) => `${words.personal(name)} was registered as a practitioner.`,
});

export const PractitionerSignInLinked = defineEvent({
  type: 'PractitionerSignInLinked',
  version: 1,
  stream: 'practitioner',
  meaning: 'A practitioner was said to sign in as somebody; from then on that sign-in, and no other, is the practitioner’s own.',
  data: z.strictObject({
    practitionerId: idOf('practitioner'),
    /** The person's own sign-in, as events name who acted; it says nothing to anybody else. */
    actorId: textField(100),
    on: londonDateField(),
  }),
  effective: 'on',
  sentence: ({ on }, words) => `The practitioner's own sign-in was linked on ${words.date(on)}.`,
});

export const PractitionerEmployed = defineEvent({
  type: 'PractitionerEmployed',
  version: 1,
  stream: 'practitioner',
  meaning: 'A practitioner took up a post at an agency.',
  data: z.strictObject({
    practitionerId: idOf('practitioner'),
    employmentId: idOf('employment'),
    agencyId: idOf('agency'),
    post: textField(200),
    roles: z.array(z.enum(practitionerRoles)).min(1),
    from: londonDateField(),
  }),
  effective: 'from',
  sentence: ({ agencyId, post, from }, words) => `Post of ${post} at ${words.agency(agencyId)} from ${words.date(from)}.`,
});

export const EmploymentEnded = defineEvent({
  type: 'EmploymentEnded',
  version: 1,
  stream: 'practitioner',
  meaning: 'A practitioner left a post.',
  data: z.strictObject({
    practitionerId: idOf('practitioner'),
    employmentId: idOf('employment'),
    agencyId: idOf('agency'),
    post: textField(200),
    /** First day on which the practitioner no longer has the post. */
    to: londonDateField(),
  }),
  effective: 'to',
  sentence: ({ agencyId, post, to }, words) => `No longer ${post} at ${words.agency(agencyId)} from ${words.date(to)}.`,
});

const limit = z.strictObject({
  per: z.enum(limitPeriods),
  amountPence: penceField(),
  measuredOn: z.enum(limitMeasures),
  /** The categories of line that it covers; what no limit covers is not delegated. */
  categories: z.array(z.enum(lineCategories)).min(1),
});
export type DelegationLimit = z.infer<typeof limit>;

export const AuthorityDelegated = defineEvent({
  type: 'AuthorityDelegated',
  version: 1,
  stream: 'delegation',
  meaning: "An agency's scheme of delegation gave a person or the holder of a post authority to commit its money, within limits.",
  data: z.strictObject({
    delegationId: idOf('delegation'),
    agencyId: idOf('agency'),
    to: z.discriminatedUnion('kind', [
      z.strictObject({ kind: z.literal('person'), practitionerId: idOf('practitioner') }),
      z.strictObject({ kind: z.literal('post'), post: textField(200) }),
    ]),
    limits: z.array(limit).min(1),
    from: londonDateField(),
    /** First day on which it no longer holds; `null` until revoked. */
    until: londonDateField().nullable(),
    /** Where it stands: "Scheme of delegation 2025/26, section 4.2". */
    reference: textField(500),
  }),
  effective: 'from',
  sentence: ({ agencyId, to, from }, words) =>
    `${words.agency(agencyId)} delegated authority ${to.kind === 'post' ? `to its ${to.post}` : 'to a named person'} from ${words.date(from)}.`,
});

export const DelegationRevoked = defineEvent({
  type: 'DelegationRevoked',
  version: 1,
  stream: 'delegation',
  meaning: 'A delegation of authority was revoked from a day.',
  data: z.strictObject({
    delegationId: idOf('delegation'),
    agencyId: idOf('agency'),
    /** First day on which it no longer holds. */
    on: londonDateField(),
    because: textField(500),
  }),
  effective: 'on',
  sentence: ({ agencyId, on }, words) => `A delegation of authority by ${words.agency(agencyId)} ended on ${words.date(on)}.`,
});
