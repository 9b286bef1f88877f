import { defineEvent, idOf, instantField, londonDateField, textField } from '@accord/shared/event-contracts';
import { z } from 'zod';
import { interestKinds } from './terms';

/** Time of day in London, 24 hours: `09:30`. */
const timeOfDay = () =>
  z
    .string()
    .regex(/^([01]\d|2[0-3]):[0-5]\d$/)
    .describe('time of day, London');

/** Every event of a meeting says which, of which panel, and the day on which it sat or was to sit. */
const meeting = { meetingId: idOf('meeting'), panelId: idOf('panel'), on: londonDateField() };

const attendance = {
  seatId: idOf('seat'),
  practitionerId: idOf('practitioner'),
  as: z.enum(['member', 'deputy']),
};

const asMembers = (data: Record<string, unknown>) =>
  // Version 1 named seat and person, and knew no deputies.
  (data['present'] as readonly Record<string, unknown>[]).map((each) => ({ ...each, as: 'member' }));

export const MeetingScheduled = defineEvent({
  type: 'MeetingScheduled',
  version: 2,
  stream: 'meeting',
  meaning: 'A meeting of a panel was planned for a day.',
  data: z.strictObject({ ...meeting, startsAt: timeOfDay().nullable(), place: textField(200).nullable() }),
  effective: 'on',
  sentence: ({ panelId, on }, words) => `A meeting of ${words.panel(panelId)} was planned for ${words.date(on)}.`,
  upcasts: { 1: (data) => ({ ...data, startsAt: null, place: null }) },
});

export const MeetingMoved = defineEvent({
  type: 'MeetingMoved',
  version: 1,
  stream: 'meeting',
  meaning: 'A planned meeting was moved to another day or time.',
  data: z.strictObject({
    ...meeting,
    movedFrom: londonDateField(),
    startsAt: timeOfDay().nullable(),
    place: textField(200).nullable(),
    because: textField(500),
  }),
  effective: 'on',
  sentence: ({ panelId, on, movedFrom }, words) =>
    on === movedFrom
      ? `The meeting of ${words.panel(panelId)} on ${words.date(on)} was given another time or place.`
      : `The meeting of ${words.panel(panelId)} on ${words.date(movedFrom)} was moved to ${words.date(on)}.`,
});

export const MeetingCancelled = defineEvent({
  type: 'MeetingCancelled',
  version: 1,
  stream: 'meeting',
  meaning: 'A planned meeting was cancelled before it sat.',
  data: z.strictObject({ ...meeting, because: textField(500) }),
  effective: 'on',
  sentence: ({ panelId, on }, words) => `The meeting of ${words.panel(panelId)} on ${words.date(on)} was cancelled.`,
});

export const MeetingOpened = defineEvent({
  type: 'MeetingOpened',
  version: 2,
  stream: 'meeting',
  meaning: 'A planned meeting was opened, with these seats filled by these people.',
  data: z.strictObject({
    ...meeting,
    openedAt: instantField(),
    chairSeatId: idOf('seat'),
    present: z.array(z.strictObject(attendance)).min(1),
  }),
  effective: 'on',
  sentence: ({ panelId, present }, words) =>
    `${words.panel(panelId)} met, with ${present.length} ${present.length === 1 ? 'member' : 'members'} present.`,
  upcasts: { 1: (data) => ({ ...data, present: asMembers(data) }) },
});

export const MemberArrived = defineEvent({
  type: 'MemberArrived',
  version: 1,
  stream: 'meeting',
  meaning: 'Somebody took a seat during a sitting, as its member or as a deputy.',
  data: z.strictObject({ ...meeting, ...attendance, at: instantField() }),
  effective: 'on',
  sentence: ({ panelId, as }, words) => `A ${as} joined the meeting of ${words.panel(panelId)}.`,
});

export const MemberLeft = defineEvent({
  type: 'MemberLeft',
  version: 1,
  stream: 'meeting',
  meaning: 'Somebody left a sitting before its end.',
  data: z.strictObject({ ...meeting, seatId: idOf('seat'), practitionerId: idOf('practitioner'), at: instantField() }),
  effective: 'on',
  sentence: ({ panelId }, words) => `A member left the meeting of ${words.panel(panelId)}.`,
});

export const ChairTaken = defineEvent({
  type: 'ChairTaken',
  version: 1,
  stream: 'meeting',
  meaning: 'Another member took the chair of a sitting.',
  data: z.strictObject({ ...meeting, seatId: idOf('seat'), practitionerId: idOf('practitioner'), at: instantField() }),
  effective: 'on',
  sentence: ({ panelId }, words) => `Another member took the chair of ${words.panel(panelId)}.`,
});

/** A member and the matter about a child with which the member has to do. */
const memberAndMatter = {
  ...meeting,
  matterId: idOf('matter'),
  childId: idOf('child'),
  seatId: idOf('seat'),
  practitionerId: idOf('practitioner'),
  at: instantField(),
};

export const ConflictOfInterestDeclared = defineEvent({
  type: 'ConflictOfInterestDeclared',
  version: 1,
  stream: 'meeting',
  meaning: 'A member declared an interest in a matter.',
  data: z.strictObject({ ...memberAndMatter, kind: z.enum(interestKinds), interest: textField(1000) }),
  personal: { interest: 'third-party' },
  subject: 'childId',
  effective: 'on',
  sentence: ({ panelId }, words) => `A member of ${words.panel(panelId)} declared an interest in the matter.`,
});

export const MemberRecused = defineEvent({
  type: 'MemberRecused',
  version: 1,
  stream: 'meeting',
  meaning: 'A member withdrew from a matter: for it, the member neither counts nor votes.',
  data: z.strictObject(memberAndMatter),
  effective: 'on',
  sentence: ({ panelId }, words) => `A member of ${words.panel(panelId)} withdrew while the matter was considered.`,
});

export const MemberReturned = defineEvent({
  type: 'MemberReturned',
  version: 1,
  stream: 'meeting',
  meaning: 'A member who had withdrawn from a matter came back for the other business.',
  data: z.strictObject(memberAndMatter),
  effective: 'on',
  sentence: ({ panelId }, words) => `A member of ${words.panel(panelId)} came back after the matter.`,
});

export const MeetingAdjourned = defineEvent({
  type: 'MeetingAdjourned',
  version: 1,
  stream: 'meeting',
  meaning: 'A sitting was broken off, to go on later.',
  data: z.strictObject({
    ...meeting,
    at: instantField(),
    /** The day on which it is to go on, where one is set. */
    resumesOn: londonDateField().nullable(),
    because: textField(500),
  }),
  effective: 'on',
  sentence: ({ panelId }, words) => `The meeting of ${words.panel(panelId)} was adjourned.`,
});

export const MeetingResumed = defineEvent({
  type: 'MeetingResumed',
  version: 1,
  stream: 'meeting',
  meaning: 'An adjourned meeting went on, with these seats filled by these people.',
  data: z.strictObject({
    ...meeting,
    at: instantField(),
    chairSeatId: idOf('seat'),
    present: z.array(z.strictObject(attendance)).min(1),
  }),
  effective: 'on',
  sentence: ({ panelId }, words) => `The meeting of ${words.panel(panelId)} went on.`,
});

export const MeetingClosed = defineEvent({
  type: 'MeetingClosed',
  version: 1,
  stream: 'meeting',
  meaning: 'A meeting was closed; nothing more can be decided in it.',
  data: z.strictObject({ ...meeting, closedAt: instantField() }),
  effective: 'on',
  sentence: ({ panelId }, words) => `The meeting of ${words.panel(panelId)} was closed.`,
});

export const MinutesApproved = defineEvent({
  type: 'MinutesApproved',
  version: 1,
  stream: 'meeting',
  meaning: 'The minutes of a meeting were approved as they were generated up to an event; a later event corrects them, never an edit.',
  data: z.strictObject({
    meetingId: idOf('meeting'),
    panelId: idOf('panel'),
    /** The day on which they were approved. */
    on: londonDateField(),
    /** The meeting that approved them; `null` where the chair did between meetings. */
    atMeetingId: idOf('meeting').nullable(),
    /** Position of the last event that they take in. */
    upTo: z.int().min(0),
    /** SHA-256 of the HTML that was approved, hexadecimal. */
    sha256: z.string().regex(/^[0-9a-f]{64}$/),
    practitionerId: idOf('practitioner'),
  }),
  effective: 'on',
  sentence: ({ panelId, on }, words) => `The minutes of a meeting of ${words.panel(panelId)} were approved on ${words.date(on)}.`,
});

/** Every event in the stream of a meeting. */
export const meetingEvents = [
  MeetingScheduled,
  MeetingMoved,
  MeetingCancelled,
  MeetingOpened,
  MemberArrived,
  MemberLeft,
  ChairTaken,
  ConflictOfInterestDeclared,
  MemberRecused,
  MemberReturned,
  MeetingAdjourned,
  MeetingResumed,
  MeetingClosed,
  MinutesApproved,
] as const;
