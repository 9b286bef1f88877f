import type { Replay, Replayed, ReplayQuestion, Totals } from '@accord/funding/application';
import type { FundedLiability } from '@accord/funding/domain';
import type { Words } from '@accord/shared/event-contracts';
import type { Vocabulary } from '@accord/shared/http';
import type { Id } from '@accord/shared/kernel';
import { recoveredInWords, recoveryInWords } from './line/recoveries-in-words';
import { verdictInWords } from './replay-in-words';
import { amountsInWords, fundedInWords } from './who-pays';

/** Replays in words: the same question up to the same position of the record is answered with the same bytes. */
export class ReplayReports {
  constructor(
    private readonly replay: Replay,
    private readonly vocabulary: Vocabulary,
  ) {}

  /** `undefined` where the record, as known then, holds no such child, decision or agreement. */
  async report(question: ReplayQuestion): Promise<ReplayReport | undefined> {
    const replayed = await this.replay.answer(question);
    return replayed && reportOf(question, replayed, await this.vocabulary.words());
  }
}

/** A replay with its verdict, as it is given over HTTP and on the command line. Amounts are pence. */
export type ReplayReport = ReturnType<typeof reportOf>;

export function reportOf({ subject, window, step = 'none', asAt, knownAt }: ReplayQuestion, replayed: Replayed, words: Words) {
  const { upTo, children, totals, verdict } = replayed;
  return {
    question: { ...subject, ...window, step, ...(asAt === undefined ? {} : { asAt }), ...(knownAt === undefined ? {} : { knownAt }), upTo },
    verdict: verdict.agrees ? ('agrees' as const) : ('disagrees' as const),
    says: verdictInWords(replayed, words),
    event: verdict.agrees ? null : verdict.event,
    figure: verdict.agrees || verdict.figure === undefined ? null : { ...verdict.figure, agency: words.agency(verdict.figure.agencyId) },
    totals: totalsInWords(totals, words),
    storedTotals: verdict.agrees ? null : totalsInWords(verdict.stored, words),
    segments: children.flatMap(({ childId, liabilities }) => liabilities.map((funded) => segmentInWords(childId, funded, words))),
    recoveries: children.flatMap(({ childId, recoveries }) => recoveries.map((recovery) => ({ childId, ...recoveryInWords(recovery, words) }))),
  };
}

const totalsInWords = (totals: Totals, words: Words) => ({
  costPence: totals.cost,
  agencies: amountsInWords(totals.agencies, words),
  ...recoveredInWords(totals, words),
});

const segmentInWords = (childId: Id<'child'>, funded: FundedLiability, words: Words) => ({
  childId,
  ...fundedInWords(funded, words),
  agreementVersion: funded.liability.source.kind === 'standing-agreement' ? funded.liability.source.agreement.version : null,
});
