import { accept, formatLondonDate, londonDate } from '@accord/shared/kernel';
import type { Decision, LondonDate, Refusal, Result } from '@accord/shared/kernel';
import { actedFor } from './acting';
import type { Acting } from './acting';
import { newestText } from './agreement-state';
import type { AgreedAgreement, AgreementState, NewAgreementEvent, TextVersion } from './agreement-state';
import { refuseFunding } from './refusals';

/** Withdraws a text that has not come into force: one recorded by mistake, or one that the party will not sign. */
export interface WithdrawText {
  readonly type: 'WithdrawText';
  /** The agency for which the person acts: any party may, as none has to sign. */
  readonly agencyId: string;
  /** The version that is withdrawn; left out: the newest. */
  readonly version?: number;
  readonly reason: string;
  readonly on: string;
  readonly today: LondonDate;
}

/** What has come into force is left by notice, ended by all or varied: it is never withdrawn. */
export function withdrawText(command: WithdrawText, state: AgreementState, { inherited }: Pick<Acting, 'inherited'>): Decision<NewAgreementEvent> {
  if (state.status === 'unknown') return refuseFunding('agreement-unknown', 'There is no agreement with this id.');
  const [agencyId] = actedFor(state.parties, { agencyId: command.agencyId, inherited });
  if (agencyId === undefined) return refuseFunding('act-by-stranger', 'Your agency is no party to this agreement, so its text is not for it to withdraw.');
  if (state.status === 'drafted') return refuseFunding('agreement-not-agreed', 'This is a draft, to which nobody has agreed: it stands in the way of no text, and is drafted again where it is wrong.');
  const text = textToWithdraw(command, state);
  if (!text.ok) return text;
  const on = withdrawnOn(command, text.value.agreedOn);
  if (!on.ok) return on;
  const { agreementId } = state;
  return accept({ type: 'StandingAgreementTextWithdrawn', data: { agreementId, version: text.value.version, agencyId, reason: command.reason, on: on.value } });
}

function textToWithdraw({ version }: WithdrawText, state: AgreedAgreement): Result<TextVersion> {
  const text = version === undefined ? newestText(state) : state.versions.find((each) => each.version === version);
  if (text === undefined) return refuseFunding('text-unknown', `The agreement has no version ${version}; its newest text is version ${newestText(state).version}.`);
  if (text.inForceFrom !== null) {
    return refuseFunding('text-in-force', `Every party has signed version ${text.version}, so it is not withdrawn: leave the agreement by notice, agree with the others on its end, or vary it.`);
  }
  return refuseWithdrawn(text) ?? { ok: true, value: text };
}

/** Refuses what is asked of a text that was withdrawn; nothing where it was not. */
export function refuseWithdrawn({ version, withdrawn }: TextVersion): Refusal | undefined {
  if (withdrawn === null) return undefined;
  const day = formatLondonDate(withdrawn.on);
  return version === 1
    ? refuseFunding('text-withdrawn', `The text was withdrawn on ${day}, before it came into force. Record the agreement anew.`)
    : refuseFunding('text-withdrawn', `Version ${version} was withdrawn on ${day}, before it came into force. Record another variation.`);
}

/** The same of an agreement of which the only text was withdrawn. */
export const refuseWithdrawnAgreement = (state: AgreementState): Refusal | undefined =>
  state.status === 'withdrawn' ? refuseWithdrawn(newestText(state)) : undefined;

function withdrawnOn({ on: text, today }: WithdrawText, agreedOn: LondonDate): Result<LondonDate> {
  const on = londonDate(text);
  if (!on.ok) return on;
  if (on.value > today) return refuseFunding('agreement-act-in-future', `What has happened is recorded, not what will; today is ${formatLondonDate(today)}.`);
  return on.value >= agreedOn
    ? on
    : refuseFunding('withdrawal-before-text', `The text was agreed on ${formatLondonDate(agreedOn)}; it is withdrawn on that day or later. Check the day.`);
}
