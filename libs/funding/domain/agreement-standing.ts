import type { LondonDate } from '@accord/shared/kernel';
import { endingOf } from './agreement-life';
import type { AgreedAgreement, DraftedAgreement } from './agreement-state';

/**
 * Where an agreement stands on a day. `recorded`: not every party has signed its first text, or that was not known;
 * `signed`: all have, and it rules nothing yet, or never, where the last signature came after its days were over;
 * `withdrawn`: its first text was, before all had signed; `ended`: it rules nothing any more.
 */
export type AgreementStanding = 'drafted' | 'recorded' | 'withdrawn' | 'signed' | 'in-force' | 'ended';

/** Where it stands on `day`, as far as the events folded tell. */
export function standingOn(state: DraftedAgreement | AgreedAgreement, day: LondonDate): AgreementStanding {
  if (state.status === 'drafted' || state.status === 'withdrawn') return state.status;
  const ending = endingOf(state.life);
  if (ending !== undefined && ending.from <= day) return 'ended';
  const [{ inForceFrom, signatures }] = state.versions;
  if (inForceFrom !== null && inForceFrom <= day) return 'in-force';
  return signatures.length < state.parties.length ? 'recorded' : 'signed';
}
