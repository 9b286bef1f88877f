import { defineRefusals } from '@accord/shared/kernel';

const TERMS = 'Terms of reference';
const CONFLICTS = 'Terms of reference, conflicts of interest';

/** Refusals about meetings and those who sit in them. Codes are stable for ever. */
export const meetingRefusals = defineRefusals({
  'meeting-already-scheduled': { kind: 'conflict', title: 'The meeting is already scheduled' },
  'meeting-before-panel': { kind: 'conflict', title: 'The meeting is planned for a day before the panel existed' },
  'meeting-time-malformed': { kind: 'invalid', title: 'Not a time of day' },
  'meeting-unknown': { kind: 'unknown', title: 'There is no such meeting' },
  'meeting-cancelled': { kind: 'conflict', title: 'The meeting was cancelled' },
  'meeting-not-held': { kind: 'conflict', title: 'The meeting has not been opened', source: TERMS, kept: true },
  'meeting-in-future': { kind: 'conflict', title: 'The sitting has not happened yet', kept: true },
  'meeting-already-opened': { kind: 'conflict', title: 'The meeting was already opened' },
  'meeting-adjourned': { kind: 'conflict', title: 'The meeting is adjourned', source: TERMS, kept: true },
  'meeting-not-adjourned': { kind: 'conflict', title: 'The meeting is sitting' },
  'meeting-not-open': { kind: 'conflict', title: 'The meeting is closed', source: TERMS, kept: true },
  'meeting-not-on-that-day': { kind: 'invalid', title: 'The moment given does not lie on the day of the sitting' },
  'meeting-moment-out-of-order': {
    kind: 'conflict',
    title: 'The moment given lies before what the meeting already has on record',
    kept: true,
  },
  'resumption-before-adjournment': { kind: 'invalid', title: 'The meeting would go on before it was adjourned' },
  'seat-taken': { kind: 'conflict', title: 'The seat is filled' },
  'practitioner-repeated': { kind: 'conflict', title: 'One person fills two seats', source: 'Terms of reference, quorum', kept: true },
  'member-not-in-post': {
    kind: 'conflict',
    title: 'The person does not hold the post of the seat',
    source: 'Terms of reference, seats',
    kept: true,
  },
  'deputy-for-two-seats': {
    kind: 'conflict',
    title: 'A deputy fills two seats',
    source: 'Terms of reference, deputies',
    kept: true,
  },
  'deputy-not-allowed': {
    kind: 'conflict',
    title: 'The seat may not be filled by this deputy',
    source: 'Terms of reference, deputies',
    kept: true,
  },
  'member-not-present': { kind: 'conflict', title: 'Nobody fills the seat' },
  'chair-not-present': { kind: 'conflict', title: 'The chair is not in the room', source: TERMS },
  'chair-may-not-chair': { kind: 'conflict', title: 'The seat may not chair', source: TERMS, kept: true },
  'member-already-recused': { kind: 'conflict', title: 'The member is already withdrawn from the matter', source: CONFLICTS },
  'member-not-recused': { kind: 'conflict', title: 'The member is not withdrawn from the matter', source: CONFLICTS },
});
