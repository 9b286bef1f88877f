import { defineRefusals, refuser } from '@accord/shared/kernel';

/** Why a command is refused before its rules are asked. None of these is kept as a key's answer. */
export const commandRefusals = defineRefusals({
  'idempotency-key-reused': { kind: 'conflict', title: 'The idempotency key was used for another request' },
  'revision-stale': { kind: 'stale', title: 'The record has moved on' },
  'stream-busy': { kind: 'conflict', title: 'Too many people are changing this record at once' },
});

export const refuseCommand = refuser(commandRefusals);
