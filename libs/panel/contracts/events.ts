import {
  defineEvent,
  idOf,
  instantField,
  londonDateField,
  penceField,
  periodField,
  sharesField,
  textField,
} from '@accord/shared/event-contracts';
import { z } from 'zod';
import { agencyKinds, decisionModes, lineCategories, panelKinds, seatStandings } from './terms';

export const AgencyRegistered = defineEvent({
  type: 'AgencyRegistered',
  version: 1,
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
});

export const PanelConstituted = defineEvent({
  type: 'PanelConstituted',
  version: 1,
  stream: 'panel',
  meaning: 'A multi-agency panel was constituted under its terms of reference.',
  data: z.strictObject({
    panelId: idOf('panel'),
    name: textField(200),
    kind: z.enum(panelKinds),
    from: londonDateField(),
    termsOfReference: z.strictObject({
      seats: z
        .array(
          z.strictObject({
            seatId: idOf('seat'),
            agencyId: idOf('agency'),
            post: textField(200),
            standing: z.enum(seatStandings),
          }),
        )
        .min(1),
      quorum: z.strictObject({ members: z.int().min(1), agencies: z.array(idOf('agency')) }),
      decisionMode: z.enum(decisionModes),
    }),
  }),
  effective: 'from',
  sentence: ({ name }) => `${name} was constituted.`,
});

export const MeetingScheduled = defineEvent({
  type: 'MeetingScheduled',
  version: 1,
  stream: 'meeting',
  meaning: 'A meeting of a panel was planned for a day.',
  data: z.strictObject({ meetingId: idOf('meeting'), panelId: idOf('panel'), on: londonDateField() }),
  effective: 'on',
  sentence: ({ panelId, on }, words) => `A meeting of ${words.panel(panelId)} was planned for ${words.date(on)}.`,
});

export const MeetingOpened = defineEvent({
  type: 'MeetingOpened',
  version: 1,
  stream: 'meeting',
  meaning: 'A planned meeting was opened, with these seats filled by these people.',
  data: z.strictObject({
    meetingId: idOf('meeting'),
    panelId: idOf('panel'),
    on: londonDateField(),
    openedAt: instantField(),
    chairSeatId: idOf('seat'),
    present: z.array(z.strictObject({ seatId: idOf('seat'), practitionerId: idOf('practitioner') })).min(1),
  }),
  effective: 'on',
  sentence: ({ panelId, present }, words) =>
    `${words.panel(panelId)} met, with ${present.length} ${present.length === 1 ? 'member' : 'members'} present.`,
});

export const MeetingClosed = defineEvent({
  type: 'MeetingClosed',
  version: 1,
  stream: 'meeting',
  meaning: 'A meeting was closed; nothing more can be decided in it.',
  data: z.strictObject({
    meetingId: idOf('meeting'),
    panelId: idOf('panel'),
    on: londonDateField(),
    closedAt: instantField(),
  }),
  effective: 'on',
  sentence: ({ panelId }, words) => `The meeting of ${words.panel(panelId)} was closed.`,
});

const packageLine = z.strictObject({
  lineId: idOf('package-line'),
  category: z.enum(lineCategories),
  period: periodField(),
  /** Effective-dated weekly rates, in order; the first from the line's first day. */
  rates: z.array(z.strictObject({ from: londonDateField(), weeklyPence: penceField() })).min(1),
  split: sharesField(),
});
/** A line of a package of support: what is provided in which period, at what weekly rate, and who pays. */
export type PackageLine = z.infer<typeof packageLine>;

export const DecisionRecorded = defineEvent({
  type: 'DecisionRecorded',
  version: 1,
  stream: 'decision',
  meaning: 'A panel decided a matter about a child in a meeting: the outcome, its reasons, and each package line with its split.',
  data: z.strictObject({
    decisionId: idOf('decision'),
    panelId: idOf('panel'),
    meetingId: idOf('meeting'),
    childId: idOf('child'),
    on: londonDateField(),
    outcome: z.enum(['approved', 'declined', 'deferred']),
    reasons: textField(),
    positions: z.array(
      z.strictObject({ agencyId: idOf('agency'), position: z.enum(['supports', 'opposes', 'abstains']) }),
    ),
    lines: z.array(packageLine),
    /** What is provided, in words, per line. */
    provisions: z.array(z.strictObject({ lineId: idOf('package-line'), words: textField(1000) })),
  }),
  personal: { reasons: 'clinical', provisions: 'clinical' },
  subject: 'childId',
  effective: 'on',
  sentence: ({ panelId, outcome, lines }, words) => {
    const decided = `${words.panel(panelId)} ${outcome === 'deferred' ? 'deferred the matter' : `${outcome} the request`}`;
    if (lines.length === 0) return `${decided}.`;
    const said = lines.map(
      (line) => `${line.category.replaceAll('-', ' ')} from ${words.date(line.period.from)}, ${words.shares(line.split)}`,
    );
    return `${decided}: ${said.join('; ')}.`;
  },
});

export const panelEvents = [
  AgencyRegistered,
  PanelConstituted,
  MeetingScheduled,
  MeetingOpened,
  MeetingClosed,
  DecisionRecorded,
] as const;
