import { defineEvent, idOf, londonDateField, textField } from '@accord/shared/event-contracts';
import { z } from 'zod';
import { deliveryBarriers } from './terms';

const condition = {
  decisionId: idOf('decision'),
  childId: idOf('child'),
  conditionId: idOf('condition'),
  on: londonDateField(),
};

export const ConditionMet = defineEvent({
  type: 'ConditionMet',
  version: 1,
  stream: 'decision',
  meaning: 'A condition of an approval was met.',
  data: z.strictObject({ ...condition, evidence: textField(1000) }),
  personal: { evidence: 'clinical' },
  subject: 'childId',
  effective: 'on',
  sentence: ({ evidence }, words) => `A condition of the decision was met: ${words.personal(evidence)}`,
});

export const ConditionWaived = defineEvent({
  type: 'ConditionWaived',
  version: 1,
  stream: 'decision',
  meaning: 'A condition of an approval was waived, with the reason.',
  data: z.strictObject({ ...condition, because: textField(1000) }),
  personal: { because: 'clinical' },
  subject: 'childId',
  effective: 'on',
  sentence: ({ because }, words) => `A condition of the decision was waived: ${words.personal(because)}`,
});

const line = {
  decisionId: idOf('decision'),
  childId: idOf('child'),
  lineId: idOf('package-line'),
  on: londonDateField(),
};
const inWords = (text: string) => text.replaceAll('-', ' ');

export const ProvisionStarted = defineEvent({
  type: 'ProvisionStarted',
  version: 1,
  stream: 'decision',
  meaning: 'What was decided on a line is being provided from a day.',
  data: z.strictObject({ ...line, provider: textField(200) }),
  effective: 'on',
  sentence: ({ on, provider }, words) => `Provision by ${provider} started on ${words.date(on)}.`,
});

export const ProvisionDelayed = defineEvent({
  type: 'ProvisionDelayed',
  version: 1,
  stream: 'decision',
  meaning: 'What was decided on a line will start late.',
  data: z.strictObject({
    ...line,
    barrier: z.enum(deliveryBarriers),
    /** The day on which it is now expected; `null` where nobody can say. */
    expectedOn: londonDateField().nullable(),
    because: textField(1000),
  }),
  personal: { because: 'clinical' },
  subject: 'childId',
  effective: 'on',
  sentence: ({ barrier, expectedOn }, words) =>
    `Provision is late (${inWords(barrier)}); ${expectedOn === null ? 'no day can be given yet' : `now expected on ${words.date(expectedOn)}`}.`,
});

export const ProvisionNotAvailable = defineEvent({
  type: 'ProvisionNotAvailable',
  version: 1,
  stream: 'decision',
  meaning: 'What was decided on a line cannot be provided, or no longer.',
  data: z.strictObject({ ...line, barrier: z.enum(deliveryBarriers), because: textField(1000) }),
  personal: { because: 'clinical' },
  subject: 'childId',
  effective: 'on',
  sentence: ({ barrier, because }, words) => `Provision is not available (${inWords(barrier)}): ${words.personal(because)}`,
});

export const ProvisionEnded = defineEvent({
  type: 'ProvisionEnded',
  version: 1,
  stream: 'decision',
  meaning: 'What was provided on a line ended.',
  data: z.strictObject({ ...line, because: textField(1000) }),
  personal: { because: 'clinical' },
  subject: 'childId',
  effective: 'on',
  sentence: ({ on }, words) => `Provision ended on ${words.date(on)}.`,
});

export const BreachRecorded = defineEvent({
  type: 'BreachRecorded',
  version: 1,
  stream: 'breach',
  meaning: 'Somebody put on record that something irregular really happened, and against which rule.',
  data: z.strictObject({
    breachId: idOf('breach'),
    panelId: idOf('panel'),
    meetingId: idOf('meeting').nullable(),
    matterId: idOf('matter').nullable(),
    decisionId: idOf('decision').nullable(),
    childId: idOf('child').nullable(),
    /** Whose key seals the words: the child's, or that of the breach itself where it is about no child. */
    sealedFor: idOf('subject'),
    on: londonDateField(),
    /** Code of the refusal that would have stopped it, e.g. `meeting-inquorate`. */
    rule: textField(100),
    account: textField(),
    /** Who says so. */
    saidBy: textField(200),
  }),
  personal: { account: 'third-party', saidBy: 'third-party' },
  subject: 'sealedFor',
  effective: 'on',
  sentence: ({ panelId, rule, on }, words) =>
    `A breach by ${words.panel(panelId)} on ${words.date(on)} was put on record (${inWords(rule)}).`,
});
