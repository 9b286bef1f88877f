import type { FactsAsOf, FundsOnRecord } from '@accord/funding/application';
import { approvedEntries, approvedPicture, billedEntries, committedEntries, entriesBy, fundingPicture } from '@accord/funding/domain';
import type { FigureEntry, FundingFact } from '@accord/funding/domain';
import type { Words } from '@accord/shared/event-contracts';
import type { Vocabulary } from '@accord/shared/http';
import type { ClosedPeriod, Id } from '@accord/shared/kernel';
import { agencyFigures, eventsBehind } from './figure-words';
import type { MoneyAsOf, MoneyReader } from './money-reader';
import type { Recharges } from './recharges';

export interface ChildFiguresQuestion extends MoneyAsOf {
  readonly childId: Id<'child'>;
  readonly window: ClosedPeriod;
}

/** Gives the facts that decide who pays for a child. */
export interface FactsOfOneChild {
  factsAsOf(childId: Id<'child'>, asOf: FactsAsOf): Promise<readonly FundingFact[]>;
}

export interface ChildFiguresParts {
  readonly facts: FactsOfOneChild;
  readonly funds: Pick<FundsOnRecord, 'facts'>;
  readonly money: Pick<MoneyReader, 'bookOfChild'>;
  readonly recharges: Recharges;
  readonly vocabulary: Vocabulary;
}

/** Answers what was approved, committed, invoiced, recharged and paid for a child, side by side, with the events behind each figure. */
export class ChildFigures {
  constructor(private readonly parts: ChildFiguresParts) {}

  async answer({ childId, window, ...asOf }: ChildFiguresQuestion) {
    const [entries, words] = await Promise.all([this.entries({ childId, window, ...asOf }), this.parts.vocabulary.words()]);
    const lines = [...entriesBy(entries, ({ decisionId, lineId }) => `${decisionId} ${lineId}`).values()];
    return {
      ...{ childId, ...window, ...asOf },
      lines: lines.flatMap((ofLine) => lineInWords(ofLine, words)),
      agencies: [...entriesBy(entries, ({ agencyId }) => agencyId)].map(([agencyId, ofAgency]) => agencyFigures(agencyId, ofAgency, words)),
    };
  }

  private async entries({ childId, window, ...asOf }: ChildFiguresQuestion): Promise<FigureEntry[]> {
    const { facts: factsOf, money, recharges } = this.parts;
    const [facts, funds, book, closed] = await Promise.all([factsOf.factsAsOf(childId, asOf), this.parts.funds.facts(asOf), money.bookOfChild(childId, asOf), recharges.closed(asOf)]);
    const asked = { window, cuts: [] };
    const recharged = closed === undefined ? [] : recharges.of({ childId, closed, picture: fundingPicture(await factsOf.factsAsOf(childId, { upTo: closed.upTo })), ...asked });
    return [
      ...approvedEntries(childId, approvedPicture(facts), asked),
      ...committedEntries(childId, { picture: fundingPicture(facts), funds }, asked),
      ...billedEntries(book, asked).filter((entry) => entry.childId === childId),
      ...recharged,
    ];
  }
}

function lineInWords(entries: readonly FigureEntry[], words: Words) {
  const [first] = entries;
  if (first === undefined) return [];
  const agencies = [...entriesBy(entries, ({ agencyId }) => agencyId)];
  return [
    {
      ...{ decisionId: first.decisionId, lineId: first.lineId },
      category: entries.find(({ category }) => category !== null)?.category ?? null,
      agencies: agencies.map(([agencyId, ofAgency]) => ({ ...agencyFigures(agencyId, ofAgency, words), events: eventsBehind(ofAgency) })),
    },
  ];
}

/** The answer, as it is given as JSON and as CSV. */
export type ChildFiguresAnswer = Awaited<ReturnType<ChildFigures['answer']>>;
