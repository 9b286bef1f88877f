import { intersect } from '@accord/shared/kernel';
import type { ClosedPeriod, Id, LondonDate } from '@accord/shared/kernel';
import { recoveredByFunds } from './fund/fund-recoveries';
import { fundedLiabilities, paidByFunds } from './fund/funds-paying';
import type { FundFact, FundedLiability } from './fund/funds-paying';
import type { FactOrigin, FundingPicture, LineFact } from './funding-picture';
import type { Liability } from './liability';
import { recoveries } from './line/recoveries';
import type { Recovery } from './line/recoveries';
import { cutsOf, dailyCuts, firstOfNextMonth } from './window-cuts';

/** What a replay is asked about. */
export type ReplaySubject =
  | { readonly about: 'child'; readonly id: Id<'child'> }
  /** The decision's own lines only, whoever rules them on a day. */
  | { readonly about: 'decision'; readonly id: Id<'decision'> }
  /** The days of every child on which a clause of the agreement rules a line. */
  | { readonly about: 'agreement'; readonly id: Id<'agreement'> }
  /** The days of every child’s lines for which the pooled fund pays; the amounts are the partners’ shares in name. */
  | { readonly about: 'fund'; readonly id: Id<'fund'> };

/** The first amount, by day, line and agency, on which two pictures of one child part. */
export interface FigureApart {
  readonly lineId: string;
  readonly decisionId: string;
  readonly day: LondonDate;
  readonly agencyId: Id<'agency'>;
  /** Pence of that day; 0 where the line is not paid for on it. */
  readonly recordedPence: number;
  readonly storedPence: number;
  /** The decision of the line: the event to which the figure belongs. */
  readonly event: FactOrigin;
}

export interface FiguresAsked {
  readonly subject: ReplaySubject;
  readonly window: ClosedPeriod;
  /** Days at which the window is cut, as for {@link liabilities}. */
  readonly cuts?: readonly LondonDate[];
  /** The fund asked about, or else every fund. */
  readonly funds?: readonly FundFact[] | undefined;
}

/** Of one child: what the replay is asked about, with the fund that pays where one does, in order of line and day. */
export function figuresOf(picture: FundingPicture, { subject, window, cuts = [], funds = [] }: FiguresAsked): FundedLiability[] {
  const paid = subject.about === 'fund' ? paidByFunds(picture, { funds, window, cuts }) : undefined;
  return (paid ?? fundedLiabilities({ ...picture, lines: linesAsked(picture, subject) }, { funds, window, cuts }))
    .filter(({ liability: { source } }) => subject.about !== 'agreement' || (source.kind === 'standing-agreement' && source.agreement.agreementId === subject.id))
    .sort((one, two) => (keyOf(one.liability) < keyOf(two.liability) ? -1 : 1));
}

/** Of one child: what came back of the lines asked about, or into the fund asked about. It is of a line, and so of no agreement. */
export function recoveriesAsked(picture: FundingPicture, { subject, window, funds = [] }: FiguresAsked): Recovery[] {
  if (subject.about === 'agreement') return [];
  if (subject.about === 'fund') return recoveredByFunds(picture, { funds, window }).map(({ recovery }) => recovery);
  return recoveries({ ...picture, lines: linesAsked(picture, subject) }, window);
}

const keyOf = ({ line: { line, decisionId }, period: { from } }: Liability): string => `${line.lineId} ${from} ${decisionId}`;

/** No line's days or split rest on another line once the picture is folded: the others need not be computed. */
function linesAsked({ lines, agreements }: FundingPicture, { about, id }: ReplaySubject): readonly LineFact[] {
  switch (about) {
    case 'fund':
      // Which lines it pays for is for the fund to say: see figuresOf.
      return [];
    case 'child':
      return lines;
    case 'decision':
      return lines.filter(({ decisionId }) => decisionId === id);
    case 'agreement': {
      const clauses = agreements.filter(({ agreementId }) => agreementId === id).flatMap((agreement) => agreement.clauses);
      const ruled = new Set(clauses.flatMap(({ categories }) => categories));
      return lines.filter(({ line }) => ruled.has(line.category));
    }
  }
}

export interface BothPictures {
  readonly recorded: FundingPicture;
  readonly stored: FundingPicture;
  /** The fund asked about, or else every fund, as each side has it. */
  readonly funds?: { readonly recorded: readonly FundFact[]; readonly stored: readonly FundFact[] } | undefined;
}

/** Looks month by month, and day by day where a month differs. */
export function firstFigureApart(pictures: BothPictures, { subject, window }: FiguresAsked): FigureApart | undefined {
  const months = new Set(figuresApart(pictures, { subject, window, cuts: cutsOf(window, 'month') }).map(({ day }) => day.slice(0, 7)));
  const ends = [window.from, ...cutsOf(window, 'month')].map((from) => ({ from, to: firstOfNextMonth(from) }));
  for (const month of ends.filter(({ from }) => months.has(from.slice(0, 7)))) {
    const days = intersect(month, window);
    const [first] = days ? figuresApart(pictures, { subject, window: days, cuts: dailyCuts(days) }) : [];
    if (first) return first;
  }
  return undefined;
}

/** Every amount that differs, by its first day, line and agency. */
function figuresApart({ recorded, stored, funds }: BothPictures, asked: FiguresAsked): FigureApart[] {
  const figures = new Map<string, FigureApart>();
  const add = (picture: FundingPicture, side: 'recordedPence' | 'storedPence') => {
    const known = side === 'recordedPence' ? funds?.recorded : funds?.stored;
    for (const { liability: { line, period, amounts } } of figuresOf(picture, { ...asked, funds: known })) {
      const { line: { lineId }, decisionId, origin: event } = line;
      for (const { agencyId, pence } of amounts) {
        const key = `${period.from} ${lineId} ${agencyId}`;
        const before = figures.get(key) ?? { lineId, decisionId, day: period.from, agencyId, recordedPence: 0, storedPence: 0, event };
        figures.set(key, { ...before, [side]: before[side] + pence });
      }
    }
  };
  add(recorded, 'recordedPence');
  add(stored, 'storedPence');
  return [...figures].filter(([, { recordedPence, storedPence }]) => recordedPence !== storedPence).sort(([one], [two]) => (one < two ? -1 : 1)).map(([, figure]) => figure);
}
