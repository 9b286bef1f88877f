import { accept, contains, formatLondonDate, londonDate } from '@accord/shared/kernel';
import type { Decision, LondonDate, Refusal, Result } from '@accord/shared/kernel';
import { actedFor } from './acting';
import type { Acting } from './acting';
import { endingOf } from './agreement-life';
import { newestText } from './agreement-state';
import type { AgreedAgreement, AgreementState, NewAgreementEvent, TextVersion } from './agreement-state';
import { refuseWithdrawn } from './agreement-withdrawal';
import { refuseOverlapsAtSignature } from './clause-overlaps';
import type { TextOnRecord } from './clause-overlaps';
import { refuseFunding } from './refusals';

/** Signs the newest text for the agency of the person who asks. */
export interface SignAgreement {
  readonly type: 'SignAgreement';
  /** The agency for which the person acts, whichever it is: a party signs, and nobody else. */
  readonly agencyId: string;
  /** The version that was read and is signed; left out: the newest. */
  readonly version?: number;
  readonly post: string;
  readonly on: string;
  readonly today: LondonDate;
}

/** What a signature rests on: the parties whose functions the agency has, and the other texts of the area. */
interface SigningFacts extends Pick<Acting, 'inherited'> {
  readonly others: readonly TextOnRecord[];
}

/** For each party for which the agency signs: itself, and one whose functions have come to it. With the last one the text comes into force. */
export function signAgreement(command: SignAgreement, state: AgreementState, { inherited, others }: SigningFacts): Decision<NewAgreementEvent> {
  if (state.status === 'unknown') return refuseFunding('agreement-unknown', 'Record the agreement before signing it.');
  if (state.status === 'drafted') return refuseFunding('agreement-not-agreed', 'This is a draft; a text is signed once it is agreed.');
  const { agreementId, parties } = state;
  const signing = actedFor(parties, { agencyId: command.agencyId, inherited });
  if (signing.length === 0) {
    return refuseFunding('signature-by-stranger', 'Your agency is no party to this agreement, so it cannot sign it.');
  }
  const text = newestText(state);
  const refusal = refuseWithdrawn(text) ?? refuseVersion(command, { newest: text, versions: state.versions });
  if (refusal) return refusal;
  const missing = signing.filter((party) => text.signatures.every(({ agencyId }) => agencyId !== party));
  if (missing.length === 0) {
    return refuseFunding('agreement-already-signed', 'Your agency has already signed this text of the agreement.');
  }
  const on = signedOn(command, text.agreedOn);
  if (!on.ok) return on;
  const { version } = text;
  const signed = missing.map((agencyId): NewAgreementEvent => ({ type: 'StandingAgreementSigned', data: { agreementId, version, agencyId, post: command.post, on: on.value } }));
  if (text.signatures.length + missing.length < parties.length) return accept(...signed);
  const from = text.signatures.reduce((latest, signature) => (signature.on > latest ? signature.on : latest), on.value > text.from ? on.value : text.from);
  if (!mayRuleFrom(state, text, from)) return accept(...signed);
  const { clauses, precedences, period } = text;
  const overlap = refuseOverlapsAtSignature({ title: state.title, signedByAll: false, days: { from, to: period.to }, clauses, precedences }, others);
  return overlap ?? accept(...signed, inForce(agreementId, version, from));
}

const inForce = (agreementId: AgreedAgreement['agreementId'], version: number, from: LondonDate): NewAgreementEvent =>
  version === 1
    ? { type: 'StandingAgreementCameIntoForce', data: { agreementId, from } }
    : { type: 'StandingAgreementVariationCameIntoForce', data: { agreementId, version, from } };

/** Signed by all only after its end: a fact to keep, but there is no day on which it could rule. */
function mayRuleFrom({ life }: AgreedAgreement, { period, reviewBy }: TextVersion, from: LondonDate): boolean {
  const ending = endingOf(life);
  return contains(period, from) && (reviewBy === null || from <= reviewBy) && (ending === undefined || from < ending.from);
}

function refuseVersion({ version }: SignAgreement, { newest, versions }: { readonly newest: TextVersion; readonly versions: readonly TextVersion[] }): Refusal | undefined {
  if (version === undefined || version === newest.version) return undefined;
  const meant = versions.find((text) => text.version === version);
  const withdrawn = meant && refuseWithdrawn(meant);
  if (withdrawn) return withdrawn;
  return refuseFunding('text-not-to-sign', `The text to sign is version ${newest.version}; read it, and sign that one.`);
}

/** The day of the signature: not before the text was agreed, and not in the future. */
function signedOn(command: SignAgreement, agreedOn: LondonDate): Result<LondonDate> {
  const on = londonDate(command.on);
  if (!on.ok) return on;
  if (on.value > command.today) {
    return refuseFunding('signature-in-future', `A signature is recorded once given; today is ${formatLondonDate(command.today)}.`);
  }
  return on.value >= agreedOn
    ? on
    : refuseFunding(
        'signature-before-text',
        `The text was agreed on ${formatLondonDate(agreedOn)}; a signature is given on that day or later. Check the day.`,
      );
}
