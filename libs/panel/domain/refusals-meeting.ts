import { defineRefusals } from '@accord/shared/kernel';

/** Refusals about meetings and those who sit in them. Codes are stable for ever. */
export const meetingRefusals = defineRefusals({
  'meeting-already-scheduled': { kind: 'conflict', title: 'The meeting is already scheduled' },
  'meeting-before-panel': { kind: 'conflict', title: 'The meeting is planned for a day before the panel existed' },
  'meeting-unknown': { kind: 'unknown', title: 'There is no such meeting' },
  'meeting-not-held': {
    kind: 'conflict',
    title: 'The meeting was never held',
    source: 'Terms of reference',
    kept: true,
  },
  'meeting-in-future': { kind: 'conflict', title: 'The sitting has not happened yet', kept: true },
  'practitioner-repeated': {
    kind: 'conflict',
    title: 'One person fills two seats',
    source: 'Terms of reference, quorum',
    kept: true,
  },
  'meeting-already-opened': { kind: 'conflict', title: 'The meeting was already opened' },
  'meeting-not-open': { kind: 'conflict', title: 'The meeting is not open' },
  'meeting-not-on-that-day': { kind: 'invalid', title: 'The moment given does not lie on the day of the meeting' },
  'meeting-closed-before-opened': { kind: 'invalid', title: 'The meeting would close before it opened' },
  'chair-not-present': { kind: 'conflict', title: 'The chair is not among those present', source: 'Terms of reference' },
  'chair-may-not-chair': {
    kind: 'conflict',
    title: 'An observer may not chair',
    source: 'Terms of reference',
    kept: true,
  },
});
