import { defineEvent, idOf, instantField, londonDateField, penceField, textField } from '@accord/shared/event-contracts';
import { z } from 'zod';
import { endedLine, packageLine, provision, withLinesBeforeNeeds } from './package-line';
import { decisionEffects, decisionModes, needCategories, outcomes, positionsTaken } from './terms';

export const officer = z.strictObject({ agencyId: idOf('agency'), practitionerId: idOf('practitioner'), post: textField(200) });

/** Who was in the room for the matter at the minute of deciding, and what carried it. */
export const sitting = z.strictObject({
  /** Version of the terms of reference that held on the day. */
  termsVersion: z.int().min(1),
  decisionMode: z.enum(decisionModes),
  /** `null` where nobody chaired: then the matter was put off, referred or let go. */
  chairSeatId: idOf('seat').nullable(),
  /** Everybody present in a seat and not withdrawn from the matter. */
  present: z.array(
    z.strictObject({
      seatId: idOf('seat'),
      agencyId: idOf('agency'),
      practitionerId: idOf('practitioner'),
      as: z.enum(['member', 'deputy']),
      voting: z.boolean(),
    }),
  ),
  /** Seats whose members had withdrawn from the matter. */
  recused: z.array(idOf('seat')),
  quorate: z.boolean(),
  /** Counts of the votes of voting members present; they add up to those members. `null` where nothing was voted on. */
  votes: z
    .strictObject({
      for: z.int().min(0),
      against: z.int().min(0),
      abstained: z.int().min(0),
      casting: z.enum(['for', 'against']).nullable(),
    })
    .nullable(),
});
export type Sitting = z.infer<typeof sitting>;

/** What one payer's share commits, and on whose authority. */
export const commitment = z.strictObject({
  agencyId: idOf('agency'),
  /** The highest week that the decision commits of the agency's own share, and of the whole cost. */
  weeklyOwnPence: penceField(),
  weeklyGrossPence: penceField(),
  /** The delegation that covers it; `null` where the panel's own authority does, or none. */
  delegationId: idOf('delegation').nullable(),
  /** Whether it could be committed in the room; otherwise the agency's named post ratifies it. */
  withinAuthority: z.boolean(),
});
export type Commitment = z.infer<typeof commitment>;

export const position = z.strictObject({ agencyId: idOf('agency'), position: z.enum(positionsTaken) });
export const condition = z.strictObject({
  conditionId: idOf('condition'),
  /** Whose condition it is to meet. */
  owner: z.strictObject({ agencyId: idOf('agency'), post: textField(200) }),
  dueOn: londonDateField(),
});
export type Condition = z.infer<typeof condition>;
export const conditionWords = z.strictObject({ conditionId: idOf('condition'), words: textField(1000) });

export const DecisionRecorded = defineEvent({
  type: 'DecisionRecorded',
  version: 3,
  stream: 'decision',
  meaning: 'A panel, or named officers between its meetings, decided a matter about a child: outcome, reasons, lines with their split, conditions.',
  data: z.strictObject({
    decisionId: idOf('decision'),
    panelId: idOf('panel'),
    /** `null` in decisions recorded before matters were. */
    matterId: idOf('matter').nullable(),
    /** `null` for an urgent decision between meetings. */
    meetingId: idOf('meeting').nullable(),
    childId: idOf('child'),
    on: londonDateField(),
    /** The minute of deciding; `null` in decisions recorded before it was kept. */
    at: instantField().nullable(),
    outcome: z.enum(outcomes),
    effect: z.enum(decisionEffects),
    /** Without prejudice: neither a precedent nor an admission. */
    withoutPrejudice: z.boolean(),
    needs: z.array(z.enum(needCategories)),
    /** What was decided, in plain words to the family. */
    decided: textField().optional(),
    /** Why. */
    reasons: textField(),
    /** On what evidence. */
    evidence: textField().optional(),
    /** The point that could guide a later decision, in words that name nobody. */
    principle: textField(1000).optional(),
    /** What was asked for and not approved, and why. */
    notApproved: textField().optional(),
    /** What is missing before a deferred matter can be decided. */
    missing: textField().optional(),
    returnsOn: londonDateField().nullable(),
    referredTo: idOf('panel').nullable(),
    /** Why it could not wait for a meeting. */
    urgency: textField().optional(),
    urgent: z
      .strictObject({
        officers: z.array(officer).min(1),
        /** Last day on which the panel can ratify it; from the next day on it lapses. */
        ratifyBy: londonDateField(),
      })
      .nullable(),
    sitting: sitting.nullable(),
    positions: z.array(position),
    contributionsDeclined: z.array(idOf('agency')),
    /** The papers that were before the panel, as circulated by then. */
    papers: z.array(
      z.strictObject({
        paperId: idOf('paper'),
        version: z.int().min(1),
        sha256: z.string().regex(/^[0-9a-f]{64}$/),
        late: z.boolean(),
        /** Whether the outcome names it as evidence. */
        cited: z.boolean(),
      }),
    ),
    lines: z.array(packageLine),
    /** What is provided, in words, per line, and the outcomes that it serves. */
    provisions: z.array(provision),
    /** Lines of earlier decisions that end without another in their place. */
    ends: z.array(endedLine),
    commitments: z.array(commitment),
    conditions: z.array(condition),
    /** What each condition asks, in words. */
    conditionWords: z.array(conditionWords).optional(),
  }),
  personal: {
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
  sentence: ({ panelId, outcome, lines, urgent, effect, returnsOn, referredTo, contributionsDeclined }, words) => {
    const who = urgent === null ? words.panel(panelId) : `Between meetings, officers for ${words.panel(panelId)}`;
    const lined = lines.map(
      (line) => `${line.category.replaceAll('-', ' ')} from ${words.date(line.period.from)}, ${words.shares(line.split)}`,
    );
    const what = {
      'approved': 'approved the request',
      'approved-with-conditions': 'approved the request with conditions',
      'part-approved': 'approved part of the request',
      'deferred': `deferred the matter${returnsOn === null ? '' : ` until ${words.date(returnsOn)}`}`,
      'declined': 'declined the request',
      'contribution-declined': `recorded that ${contributionsDeclined.map((agency) => words.agency(agency)).join(' and ')} declined to contribute`,
      'referred': `referred the matter to ${referredTo === null ? 'another panel' : words.panel(referredTo)}`,
      'withdrawn': 'recorded that the matter was withdrawn',
    }[outcome];
    const waits = effect === 'awaiting-ratification' ? ' It awaits ratification.' : '';
    return `${who} ${what}${lined.length > 0 ? `: ${lined.join('; ')}` : ''}.${waits}`;
  },
  upcasts: { 1: fromVersion1, 2: withLinesBeforeNeeds },
});

/** Version 1 knew neither matters nor authority: what was approved had effect at once. */
function fromVersion1(data: Record<string, unknown>): Record<string, unknown> {
  // Version 1 held lines without `replaces`; the catalogue validates what comes of it.
  const lines = data['lines'] as readonly Record<string, unknown>[];
  return {
    ...data,
    ...{ matterId: null, at: null, effect: data['outcome'] === 'approved' ? 'at-once' : 'none', withoutPrejudice: false, needs: [] },
    ...{ returnsOn: null, referredTo: null, urgent: null, sitting: null, contributionsDeclined: [], papers: [], ends: [] },
    lines: lines.map((line) => ({ ...line, replaces: null })),
    ...{ commitments: [], conditions: [] },
  };
}
