import { defineEvent, idOf, instantField, londonDateField, textField } from '@accord/shared/event-contracts';
import { z } from 'zod';
import { condition, conditionWords, officer, position, sitting } from './decision-events';
import { packageLine, provision, withLinesBeforeNeeds } from './package-line';

/** Every further event of a decision says which, and about whom. */
const decision = { decisionId: idOf('decision'), childId: idOf('child'), on: londonDateField() };

export const DecisionRatified = defineEvent({
  type: 'DecisionRatified',
  version: 1,
  stream: 'decision',
  meaning: "An agency's named post ratified what was beyond the authority in the room; with the last one the decision has effect.",
  data: z.strictObject({
    ...decision,
    ratifier: officer,
    /** Agencies whose ratification is still awaited. */
    stillAwaited: z.array(idOf('agency')),
    /** First day on which the decision's lines have effect; a line never before its own first day. */
    effectiveFrom: londonDateField(),
    reasons: textField(1000).optional(),
  }),
  personal: { reasons: 'clinical' },
  subject: 'childId',
  effective: 'on',
  sentence: ({ ratifier, stillAwaited, effectiveFrom }, words) =>
    `${words.agency(ratifier.agencyId)} ratified the decision${
      stillAwaited.length > 0 ? '; others have still to' : `; it has effect from ${words.date(effectiveFrom)}`
    }.`,
});

export const RatificationRefused = defineEvent({
  type: 'RatificationRefused',
  version: 1,
  stream: 'decision',
  meaning: "An agency's named post did not ratify the decision: it never has effect, and what was in force goes on.",
  data: z.strictObject({ ...decision, ratifier: officer, reasons: textField() }),
  personal: { reasons: 'clinical' },
  subject: 'childId',
  effective: 'on',
  sentence: ({ ratifier }, words) => `${words.agency(ratifier.agencyId)} did not ratify the decision.`,
});

const byThePanel = { ...decision, panelId: idOf('panel'), meetingId: idOf('meeting'), at: instantField(), sitting };

export const UrgentDecisionRatified = defineEvent({
  type: 'UrgentDecisionRatified',
  version: 1,
  stream: 'decision',
  meaning: 'A panel ratified in a meeting what officers had decided urgently: it goes on.',
  data: z.strictObject({ ...byThePanel, reasons: textField().optional() }),
  personal: { reasons: 'clinical' },
  subject: 'childId',
  effective: 'on',
  sentence: ({ panelId }, words) => `${words.panel(panelId)} ratified the urgent decision.`,
});

export const UrgentDecisionNotRatified = defineEvent({
  type: 'UrgentDecisionNotRatified',
  version: 1,
  stream: 'decision',
  meaning: 'A panel did not ratify an urgent decision: it lapses; what was committed before stays payable.',
  data: z.strictObject({
    ...byThePanel,
    /** First day on which it no longer has effect. */
    lapsesFrom: londonDateField(),
    reasons: textField(),
  }),
  personal: { reasons: 'clinical' },
  subject: 'childId',
  effective: 'on',
  sentence: ({ panelId, lapsesFrom }, words) =>
    `${words.panel(panelId)} did not ratify the urgent decision; it lapses from ${words.date(lapsesFrom)}.`,
});

export const UrgentDecisionLapsed = defineEvent({
  type: 'UrgentDecisionLapsed',
  version: 1,
  stream: 'decision',
  meaning: 'An urgent decision was not ratified in time and lapsed; what was committed before stays payable.',
  data: z.strictObject({ ...decision, ratifyBy: londonDateField() }),
  effective: 'on',
  sentence: ({ on, ratifyBy }, words) =>
    `The urgent decision was not ratified by ${words.date(ratifyBy)}; it lapsed from ${words.date(on)}.`,
});

/** How a part of a decision should read; what is absent stays as it is. */
const reading = {
  lines: z.array(packageLine).optional(),
  positions: z.array(position).optional(),
  conditions: z.array(condition).optional(),
  /** Where the flag was forgotten, or set wrongly. */
  withoutPrejudice: z.boolean().optional(),
};

export const DecisionCorrectionRequested = defineEvent({
  type: 'DecisionCorrectionRequested',
  version: 2,
  stream: 'decision',
  meaning: 'Somebody asked to correct the record of a decision, and said how it should read and why.',
  data: z.strictObject({
    ...decision,
    correctionId: idOf('correction'),
    /** What reads wrong: the decision as first recorded (its id), or an earlier correction of it. */
    corrects: idOf('reading'),
    /** The sign-in of the person who asks. */
    requestedBy: z.string().min(1).max(100),
    agencyId: idOf('agency'),
    because: textField(1000),
    ...reading,
    decided: textField().optional(),
    reasons: textField().optional(),
    evidence: textField().optional(),
    principle: textField(1000).optional(),
    notApproved: textField().optional(),
    missing: textField().optional(),
    urgency: textField().optional(),
    provisions: z.array(provision).optional(),
    conditionWords: z.array(conditionWords).optional(),
  }),
  personal: {
    because: 'clinical',
    decided: 'clinical',
    reasons: 'clinical',
    evidence: 'clinical',
    principle: 'clinical',
    notApproved: 'clinical',
    missing: 'clinical',
    urgency: 'clinical',
    provisions: 'clinical',
    conditionWords: 'clinical',
  },
  subject: 'childId',
  effective: 'on',
  sentence: ({ agencyId }, words) => `${words.agency(agencyId)} asked to correct the record of the decision.`,
  upcasts: { 1: withLinesBeforeNeeds },
});

export const DecisionCorrected = defineEvent({
  type: 'DecisionCorrected',
  version: 2,
  stream: 'decision',
  meaning: 'Another person approved a correction: from now on the decision reads as it asked; the first reading stays visible.',
  data: z.strictObject({
    ...decision,
    correctionId: idOf('correction'),
    corrects: idOf('reading'),
    requestedBy: z.string().min(1).max(100),
    approvedBy: z.string().min(1).max(100),
    agencyId: idOf('agency'),
    ...reading,
  }),
  effective: 'on',
  sentence: ({ agencyId }, words) => `${words.agency(agencyId)} approved a correction to the record of the decision.`,
  upcasts: { 1: withLinesBeforeNeeds },
});

export const DecisionCorrectionRefused = defineEvent({
  type: 'DecisionCorrectionRefused',
  version: 1,
  stream: 'decision',
  meaning: 'A correction was not approved: the decision reads as before.',
  data: z.strictObject({ ...decision, correctionId: idOf('correction'), agencyId: idOf('agency'), because: textField(1000) }),
  personal: { because: 'clinical' },
  subject: 'childId',
  effective: 'on',
  sentence: ({ agencyId }, words) => `${words.agency(agencyId)} did not approve the correction.`,
});
