import { defineEvent, londonDateField, textField, type New } from '@accord/shared/event-contracts';
import type { LondonDate, Refusal } from '@accord/shared/kernel';
import { z } from 'zod';

export const AttemptRefused = defineEvent({
  type: 'AttemptRefused',
  version: 1,
  stream: 'refused-attempt',
  meaning: 'Somebody tried what a rule of governance forbids, and was refused.',
  data: z.strictObject({
    command: z.string().regex(/^[A-Z][A-Za-z]+$/).describe('type of the command'),
    target: z.string().regex(/^[a-z][a-z-]*-[0-9a-f-]{36}$/).describe('stream at which it was aimed'),
    refusal: z.string().regex(/^[a-z][a-z0-9-]+$/).describe('code of the refusal'),
    because: textField(),
    source: textField().optional(),
    on: londonDateField(),
  }),
  effective: 'on',
  sentence: ({ command, because }) => `An attempt (${inWords(command)}) was refused: ${because}`,
});

/** `RecordDecision` as a person would say it: "record decision". */
const inWords = (type: string): string => type.replaceAll(/(?<=[a-z])(?=[A-Z])/g, ' ').toLowerCase();

/** A refusal that is to be kept, and what it answered. */
export interface Attempt {
  /** Type of the command. */
  readonly command: string;
  readonly stream: string;
  readonly refusal: Refusal;
  readonly context: { readonly today: LondonDate };
}

/** The event that keeps an attempt. Refusals hold no personal data, and nothing of the command is taken. */
export function attemptRefused({ command, stream, refusal, context }: Attempt): New<typeof AttemptRefused> {
  const { refusal: code, because, source } = refusal;
  return {
    type: 'AttemptRefused',
    data: { command, target: stream, refusal: code, because, ...(source ? { source } : {}), on: context.today },
  };
}

export const refusalEvents = [AttemptRefused] as const;
