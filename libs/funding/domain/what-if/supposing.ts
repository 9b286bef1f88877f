import type { Clause } from '@accord/funding/contracts';
import type { LineCategory } from '@accord/panel/contracts';
import { intersect } from '@accord/shared/kernel';
import type { Id } from '@accord/shared/kernel';
import { WITHOUT_END } from '../clause-rulings';
import type { AgreementFact, DisputedSplitFact, FundingPicture, LineFact } from '../funding-picture';
import type { Change, ClauseChanged, ClauseLeftOut, LineMeant, LinesOfCategories, RatesChanged, RatesRaised, SettlementSupposed, SplitChanged } from './change';
import { stretchesOf } from './days';
import { raisedRate, ratesOn, ratesWithin } from './supposed-rates';

/** A picture as it would be, and which of its lines may be paid for otherwise. */
export interface SupposedPicture {
  readonly picture: FundingPicture;
  /** Whether anything that is supposed could bear on the line at this place. */
  affects(place: number): boolean;
}

/**
 * The picture as it would be under these changes, one after the other; the one given stays as it is. Lines keep their
 * places, and their days: nothing that is supposed begins or ends a line. The changes must have been checked
 * (`checkedChanges`).
 */
export const supposing = (picture: FundingPicture, changes: readonly Change[]): FundingPicture => supposition(changes)(picture).picture;

/** The same for many pictures: what they share, the agreements of an area, is changed once. */
export function supposition(changes: readonly Change[]): (picture: FundingPicture) => SupposedPicture {
  const ofClauses = changes.filter((change) => change.kind === 'clause-changed' || change.kind === 'clause-left-out');
  const changed = new WeakMap<readonly AgreementFact[], SupposedAgreements>();
  return (picture) => {
    const agreements = changed.get(picture.agreements) ?? supposedAgreements(picture.agreements, ofClauses);
    changed.set(picture.agreements, agreements);
    const lines = picture.lines.map((line) => changes.reduce(supposedLine, line));
    const settled = changes.filter((change) => change.kind === 'settlement').reduce((all, change) => supposedSettlement(all, picture.lines, change), picture.disputedSplits);
    return {
      picture: { ...picture, agreements: agreements.texts, lines, disputedSplits: settled },
      affects: (place) => {
        const [now, then] = [picture.lines[place], lines[place]];
        return now !== then || settled !== picture.disputedSplits || (now !== undefined && agreements.categories.has(now.line.category));
      },
    };
  };
}

interface SupposedAgreements {
  readonly texts: readonly AgreementFact[];
  /** Of the lines that a changed clause rules, now or then. */
  readonly categories: ReadonlySet<LineCategory>;
}
type ChangeOfClause = ClauseChanged | ClauseLeftOut;

function supposedAgreements(texts: readonly AgreementFact[], changes: readonly ChangeOfClause[]): SupposedAgreements {
  const named = texts.flatMap(({ agreementId, clauses }) => clauses.filter(({ clauseId }) => changes.some((change) => change.agreementId === agreementId && change.clauseId === clauseId)));
  const supposed = changes.flatMap((change) => (change.kind === 'clause-changed' ? (change.terms.categories ?? []) : []));
  return {
    texts: changes.reduce((all, change) => all.flatMap((text) => supposedTexts(text, change)), texts),
    categories: new Set([...named.flatMap(({ categories }) => categories), ...supposed]),
  };
}

/** One text taken apart at the days of the change, as if it were varied on the first of them and again after the last. */
function supposedTexts(text: AgreementFact, change: ChangeOfClause): AgreementFact[] {
  if (text.agreementId !== change.agreementId || !text.clauses.some(({ clauseId }) => clauseId === change.clauseId)) return [text];
  return stretchesOf(text.days, change.days).map(({ days, inside }) => ({ ...text, days, clauses: inside ? supposedClauses(text.clauses, change) : text.clauses }));
}

const supposedClauses = (clauses: readonly Clause[], change: ChangeOfClause): readonly Clause[] =>
  clauses.flatMap((clause): Clause[] => {
    if (clause.clauseId !== change.clauseId) return [clause];
    return change.kind === 'clause-left-out' ? [] : [{ ...clause, ...change.terms }];
  });

/** Whether the line is one of those meant. */
export const isMeant = ({ decisionId, panelId, line }: LineFact, meant: LineMeant | LinesOfCategories): boolean =>
  'lineId' in meant
    ? meant.lineId === line.lineId && meant.decisionId === decisionId
    : meant.categories.includes(line.category) && (meant.panelId === null || meant.panelId === panelId);

function supposedLine(line: LineFact, change: Change): LineFact {
  switch (change.kind) {
    case 'split-changed':
      return isMeant(line, change.of) ? withSplit(line, change) : line;
    case 'rates-changed':
      return isMeant(line, change) ? withRates(line, change) : line;
    case 'rates-raised':
      return isMeant(line, change.of) ? withRaisedRates(line, change) : line;
    case 'clause-changed':
    case 'clause-left-out':
    case 'settlement':
      return line;
  }
}

function withSplit(line: LineFact, { days, split }: SplitChanged): LineFact {
  const before = (line.supposedSplits ?? []).flatMap((each) => stretchesOf(each.days, days).filter(({ inside }) => !inside).map((left) => ({ ...each, days: left.days })));
  return { ...line, supposedSplits: [...before, { days, split }].sort((one, two) => (one.days.from < two.days.from ? -1 : 1)) };
}

const withRates = (line: LineFact, { days, rates }: RatesChanged): LineFact => ({ ...line, rates: ratesWithin(line.rates, days, rates) });

const withRaisedRates = (line: LineFact, { days, basisPoints }: RatesRaised): LineFact => ({
  ...line,
  rates: ratesWithin(line.rates, days, ratesOn(line.rates, days).map((rate) => raisedRate(rate, basisPoints))),
});

// The cast is the brand: the id of no dispute, for a settlement that nobody has made.
const NO_DISPUTE = '00000000-0000-7000-8000-000000000000' as Id<'dispute'>;

/** As if made after every other; a later supposition about the same days takes the place of an earlier one. */
function supposedSettlement(all: readonly DisputedSplitFact[], lines: readonly LineFact[], change: SettlementSupposed): readonly DisputedSplitFact[] {
  const line = lines.find((each) => isMeant(each, change));
  if (line === undefined) return all;
  const { decisionId, lineId, days, split } = change;
  const others = all.flatMap((fact) => {
    if (fact.supposed !== true || fact.lineId !== lineId || fact.decisionId !== decisionId || !intersect(fact.days, days)) return [fact];
    return stretchesOf(fact.days, days).filter(({ inside }) => !inside).map((left) => ({ ...fact, days: left.days }));
  });
  return [...others, { kind: 'settled', disputeId: NO_DISPUTE, decisionId, lineId, days, split, on: WITHOUT_END, origin: line.origin, supposed: true }];
}
