import { defineEvent, idOf, instantField, londonDateField, textField } from '@accord/shared/event-contracts';
import { z } from 'zod';
import { positionsTaken, voteKinds } from './terms';

/** What is said and voted about a matter in one meeting stands in the stream of the decision to which it leads. */
const consideration = {
  decisionId: idOf('decision'),
  matterId: idOf('matter'),
  childId: idOf('child'),
  meetingId: idOf('meeting'),
  panelId: idOf('panel'),
  on: londonDateField(),
  at: instantField(),
};
const member = { agencyId: idOf('agency'), seatId: idOf('seat'), practitionerId: idOf('practitioner') };

export const DiscussionNoted = defineEvent({
  type: 'DiscussionNoted',
  version: 1,
  stream: 'decision',
  meaning: 'What was said about a matter was noted for the minutes.',
  data: z.strictObject({ ...consideration, note: textField() }),
  personal: { note: 'clinical' },
  subject: 'childId',
  effective: 'on',
  sentence: ({ panelId }, words) => `${words.panel(panelId)} discussed the matter.`,
});

export const PositionTaken = defineEvent({
  type: 'PositionTaken',
  version: 1,
  stream: 'decision',
  meaning: 'An agency said through its member where it stands on a matter, and why; a later position takes the place of an earlier one.',
  data: z.strictObject({ ...consideration, ...member, position: z.enum(positionsTaken), reasons: textField().optional() }),
  personal: { reasons: 'clinical' },
  subject: 'childId',
  effective: 'on',
  sentence: ({ agencyId, position }, words) =>
    `${words.agency(agencyId)} ${position === 'abstains' ? 'abstains' : `${position} the request`}.`,
});

export const VoteCast = defineEvent({
  type: 'VoteCast',
  version: 1,
  stream: 'decision',
  meaning: 'A voting member cast a vote on a matter; a vote is never changed.',
  data: z.strictObject({ ...consideration, ...member, vote: z.enum(voteKinds) }),
  effective: 'on',
  sentence: ({ agencyId, vote }, words) =>
    vote === 'abstains'
      ? `A member of ${words.agency(agencyId)} abstained.`
      : `A member of ${words.agency(agencyId)} voted ${vote}.`,
});

export const CastingVoteGiven = defineEvent({
  type: 'CastingVoteGiven',
  version: 1,
  stream: 'decision',
  meaning: 'The chair settled a tie with a casting vote, and said why.',
  data: z.strictObject({ ...consideration, ...member, vote: z.enum(['for', 'against']), reasons: textField() }),
  personal: { reasons: 'clinical' },
  subject: 'childId',
  effective: 'on',
  sentence: ({ vote }) => `The votes being equal, the chair gave the casting vote ${vote}.`,
});

export const ContributionDeclined = defineEvent({
  type: 'ContributionDeclined',
  version: 1,
  stream: 'decision',
  meaning: 'An agency declined to contribute to what was asked for, with its reasons.',
  data: z.strictObject({ ...consideration, ...member, reasons: textField() }),
  personal: { reasons: 'clinical' },
  subject: 'childId',
  effective: 'on',
  sentence: ({ agencyId }, words) => `${words.agency(agencyId)} declined to contribute, and gave its reasons.`,
});
