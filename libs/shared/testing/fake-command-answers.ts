import type { ClaimedKey, CommandAnswers, CommandOutcome } from '@accord/shared/commands';

/** Idempotency keys in memory, for unit specifications. Several runners may share them, as processes do. */
export class FakeCommandAnswers implements CommandAnswers {
  readonly keys = new Map<string, { readonly fingerprint: string; readonly outcome?: CommandOutcome }>();

  claim: CommandAnswers['claim'] = async (commandId, fingerprint): Promise<ClaimedKey> => {
    await Promise.resolve();
    const held = this.keys.get(commandId);
    if (!held) this.keys.set(commandId, { fingerprint });
    if (held && held.fingerprint !== fingerprint) return { claim: 'differs' };
    return held?.outcome ? { claim: 'answered', outcome: held.outcome } : { claim: 'new' };
  };

  record: CommandAnswers['record'] = async (commandId, outcome) => {
    await Promise.resolve();
    const held = this.keys.get(commandId);
    if (!held) throw new Error('An answer was recorded for a key that nobody claimed.');
    const stands = held.outcome && (held.outcome.ok || !outcome.ok) ? held.outcome : outcome;
    this.keys.set(commandId, { ...held, outcome: stands });
    return stands;
  };
}
