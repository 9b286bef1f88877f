import { defineRefusals } from '@accord/shared/kernel';

const SOURCE = 'Terms of reference, minutes';

/** Refusals about the minutes of a meeting. Codes are stable for ever. */
export const minutesRefusals = defineRefusals({
  'minutes-not-ready': { kind: 'conflict', title: 'The minutes do not yet hold the whole meeting', source: SOURCE },
  'minutes-differ': { kind: 'conflict', title: 'The minutes that were read are not those on record', source: SOURCE, kept: true },
  'minutes-approved-by-absent': { kind: 'conflict', title: 'Minutes are approved by somebody who did not sit', source: SOURCE, kept: true },
  'minutes-approved-by-observer': { kind: 'conflict', title: 'Minutes are approved by somebody who only observed', source: SOURCE, kept: true },
  'minutes-approved-for-another': { kind: 'forbidden', title: 'Minutes are approved in the name of another person', source: SOURCE, kept: true },
  'minutes-already-approved': { kind: 'conflict', title: 'The minutes were approved with later events', source: SOURCE },
  'minutes-approved-elsewhere': { kind: 'conflict', title: 'The meeting named could not approve these minutes', source: SOURCE },
});
