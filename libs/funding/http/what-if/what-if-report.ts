import type { LineDifferenceOfChild, WhatIf, WhatIfAnswer, WhatIfQuestion } from '@accord/funding/application';
import type { SweepWatch } from '@accord/funding/application';
import type { AgencyDifference, Change, ClauseMeant, LineMeant, NowAndThen } from '@accord/funding/domain';
import type { Words } from '@accord/shared/event-contracts';
import type { Vocabulary } from '@accord/shared/http';
import { formatPounds, succeed } from '@accord/shared/kernel';
import type { Result } from '@accord/shared/kernel';
import { whyInWords } from '../who-pays';
import { changeInWords } from './change-in-words';

/** Answers "what if" in words. Amounts are pence; a difference is what would be, less what is. */
export class WhatIfReports {
  constructor(
    private readonly whatIf: WhatIf,
    private readonly vocabulary: Vocabulary,
  ) {}

  /** `undefined` where no such child or agreement was on record then. @throws SweepAbandoned */
  async report(question: WhatIfQuestion, watch: SweepWatch = {}): Promise<Result<WhatIfReport> | undefined> {
    const [answer, words] = [await this.whatIf.answer(question, watch), await this.vocabulary.words()];
    if (!answer?.ok) return answer;
    return succeed(reportOf(question, answer.value, words));
  }
}

export type WhatIfReport = ReturnType<typeof reportOf>;

function reportOf({ subject, window, asAt, knownAt }: WhatIfQuestion, { upTo, changes, things, differences, differing, lines }: WhatIfAnswer, words: Words) {
  const { cost, agencies, months } = differences;
  return {
    question: { ...subject, ...window, ...(asAt === undefined ? {} : { asAt }), ...(knownAt === undefined ? {} : { knownAt }), upTo },
    says: inAllInWords(agencies, words),
    changes: changes.map((change, place) => ({ number: place + 1, says: changeInWords(change, words, things), ...idsIn(change) })),
    totals: { cost: inPence(cost), agencies: ofAgencies(agencies, words) },
    months: months.map((month) => ({ from: month.from, cost: inPence(month.cost), agencies: ofAgencies(month.agencies, words) })),
    differing: { ...differing, told: lines.length },
    lines: lines.map((line) => lineInWords(line, words)),
  };
}

/** Of what a change is about, where it names one thing. */
function idsIn(change: Change): Partial<ClauseMeant & LineMeant> {
  if ('clauseId' in change) return { agreementId: change.agreementId, clauseId: change.clauseId };
  const meant = 'of' in change ? change.of : change;
  return 'lineId' in meant ? { decisionId: meant.decisionId, lineId: meant.lineId } : {};
}

const inPence = ({ now, then, difference }: NowAndThen) => ({ nowPence: now, thenPence: then, differencePence: difference });

const ofAgencies = (agencies: readonly AgencyDifference[], words: Words) => agencies.map(({ agencyId, ...figures }) => ({ agencyId, agency: words.agency(agencyId), ...inPence(figures) }));

function inAllInWords(agencies: readonly AgencyDifference[], words: Words): string {
  const said = agencies.flatMap(({ agencyId, difference }) => {
    if (difference === 0) return [];
    // The digits alone: the word says which way.
    const amount = formatPounds(difference).replace(/^-/, '');
    return [`${words.agency(agencyId)} would pay ${amount} ${difference > 0 ? 'more' : 'less'}`];
  });
  return said.length === 0 ? 'Nobody would pay more or less.' : `${said.join(', ')}.`;
}

function lineInWords({ childId, line: { decisionId, line }, period, because, rounding, agencies, ...sides }: LineDifferenceOfChild, words: Words) {
  return {
    ...{ childId, decisionId, lineId: line.lineId, category: line.category, ...period },
    cost: { nowPence: sides.nowCost, thenPence: sides.thenCost, differencePence: sides.thenCost - sides.nowCost },
    agencies: ofAgencies(agencies, words),
    /** Numbers of the changes that make the difference. */
    because: because.map((place) => place + 1),
    says: rounding ? 'Cost and shares are cumulative: what is supposed of other days moves an odd penny.' : `Because of ${because.length === 1 ? 'change' : 'changes'} ${because.map((place) => place + 1).join(', ')}.`,
    now: whyInWords(sides.nowSource, words),
    then: whyInWords(sides.thenSource, words),
  };
}
