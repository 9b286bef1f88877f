import type { AgreementKind } from '@accord/funding/contracts';
import { endingOf, newestText, reviewDueBy, rulingTexts, standingNotices, standingOn } from '@accord/funding/domain';
import type { AgreedAgreement, AgreementStanding, AgreementTerms, DraftedAgreement, Ending, Notice, TextVersion } from '@accord/funding/domain';
import { contains } from '@accord/shared/kernel';
import type { LondonDate, Period } from '@accord/shared/kernel';
import type { AgreementRead } from './agreement-list';

/** One version of the text, who signed it and when, and the days on which it rules. */
export interface VersionEntry extends AgreementTerms {
  readonly version: number;
  readonly agreedOn: LondonDate;
  /** Day from which it is meant to rule. */
  readonly from: LondonDate;
  readonly signatures: readonly { readonly agencyId: string; readonly post: string; readonly on: LondonDate }[];
  /** As far as is known; left out while not every party has signed it, or where it never rules. */
  readonly rules?: Period;
  /** By which party, why and when it was withdrawn; left out where it was not. */
  readonly withdrawn?: NonNullable<TextVersion['withdrawn']>;
}

/** An agreement as it stands on a day. The terms are those of the text that rules then, or of the newest. */
export interface AgreementEntry extends AgreementTerms {
  readonly agreementId: string;
  readonly title: string;
  readonly kind: AgreementKind;
  readonly parties: readonly string[];
  /** On the day asked about. */
  readonly status: AgreementStanding;
  /** Of the terms shown; 0 for a draft. */
  readonly version: number;
  readonly signatures: VersionEntry['signatures'];
  /** Day from which its first text rules. */
  readonly inForceFrom?: LondonDate;
  /** Notices that stand: given, and not withdrawn in time. */
  readonly notices: readonly Notice[];
  readonly reviews: readonly { readonly on: LondonDate; readonly nextReviewBy: LondonDate | null }[];
  /** First day on which it rules nothing, and why, as far as is known. */
  readonly ending?: Ending;
  /** Every version, in order. */
  readonly versions: readonly VersionEntry[];
  /** For `If-Match`. */
  readonly revision: number;
}

/** The agreement as a person reads it on that day. */
export function agreementEntry({ state, revision }: AgreementRead, day: LondonDate): AgreementEntry {
  return state.status === 'drafted' ? draftEntry(state, revision) : agreedEntry(state, { day, revision });
}

function draftEntry({ agreementId, title, kind, parties, terms }: DraftedAgreement, revision: number): AgreementEntry {
  const nothingYet = { version: 0, signatures: [], notices: [], reviews: [], versions: [] };
  return { ...{ agreementId, title, kind, parties }, ...terms, status: 'drafted', ...nothingYet, revision };
}

function agreedEntry(state: AgreedAgreement, { day, revision }: { readonly day: LondonDate; readonly revision: number }): AgreementEntry {
  const { agreementId, title, kind, parties, versions, life } = state;
  const ruling = rulingTexts(life);
  const onDay = ruling.find(({ days }) => contains(days, day));
  const shown = versions.find(({ version }) => version === onDay?.version) ?? newestText(state);
  const ending = endingOf(life);
  const [{ inForceFrom }] = versions;
  return {
    ...{ agreementId, title, kind, parties },
    ...termsOf(shown),
    // A variation may leave the day for the review as it was.
    reviewBy: inForceFrom === null ? shown.reviewBy : reviewDueBy(life),
    status: standingOn(state, day),
    version: shown.version,
    signatures: inOrder(shown),
    ...(inForceFrom === null ? {} : { inForceFrom }),
    notices: standingNotices(life).map(({ agencyId, on, lastDay }) => ({ agencyId, on, lastDay })),
    reviews: life.reviews.map(({ on, nextReviewBy }) => ({ on, nextReviewBy })),
    ...(ending === undefined ? {} : { ending }),
    versions: versions.map((text) => versionEntry(text, ruling.find(({ version }) => version === text.version)?.days)),
    revision,
  };
}

const termsOf = ({ aims, functions, clientGroup, clauses, precedences, period, noticeMonths, reviewBy }: TextVersion): AgreementTerms => ({
  ...{ aims, functions, clientGroup, clauses, precedences, period, noticeMonths, reviewBy },
});

const inOrder = ({ signatures }: TextVersion): VersionEntry['signatures'] =>
  signatures.toSorted((one, two) => (`${one.on} ${one.agencyId}` < `${two.on} ${two.agencyId}` ? -1 : 1));

const versionEntry = (text: TextVersion, rules: Period | undefined): VersionEntry => ({
  ...{ version: text.version, agreedOn: text.agreedOn, from: text.from },
  ...termsOf(text),
  signatures: inOrder(text),
  ...(rules ? { rules } : {}),
  ...(text.withdrawn === null ? {} : { withdrawn: text.withdrawn }),
});
