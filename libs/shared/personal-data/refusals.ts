import { defineRefusals, refuser } from '@accord/shared/kernel';

/** Why the process does not start: each sentence says what to change. */
export const masterKeyRefusals = defineRefusals({
  'master-key-missing': { kind: 'invalid', title: 'There is no master key' },
  'master-key-malformed': { kind: 'invalid', title: 'The master key is not 32 bytes in base64' },
  'master-key-demonstration': { kind: 'forbidden', title: 'The master key is the one for demonstrations' },
  'master-key-wrong': { kind: 'conflict', title: 'The master key is not the one of these keys' },
  'keys-lost': { kind: 'conflict', title: 'The keys of this record are lost' },
});

export const refuseMasterKey = refuser(masterKeyRefusals);
