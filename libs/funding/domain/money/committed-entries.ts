import { decisionFactEvents } from '@accord/funding/contracts';
import { isOneOf } from '@accord/shared/event-contracts';
import type { Id } from '@accord/shared/kernel';
import { distinct, eventsBehind } from '../ledger/statement-figures';
import { fundingPicture } from '../funding-picture';
import type { FundingFact, FundingPicture } from '../funding-picture';
import { liabilities } from '../liability';
import type { Liability } from '../liability';
import { arrangementOn } from '../line/lived-lines';
import type { Asked } from './billed-entries';
import type { FigureEntry } from './figure-entry';

const isOfDecision = isOneOf(decisionFactEvents);

/**
 * What panels decided, and nothing else: their lines as decided, shared by the split of the decision, on the days that
 * the decisions themselves give; a line that a later decision replaces or ends gives way to it.
 */
export function approvedPicture(facts: Iterable<FundingFact>): FundingPicture {
  return fundingPicture([...facts].filter(({ body }) => isOfDecision(body)));
}

/** What was approved for the child on the days asked about. */
export const approvedEntries = (childId: Id<'child'>, approved: FundingPicture, asked: Asked): FigureEntry[] =>
  liabilities(approved, asked.window, asked.cuts).flatMap((liability) => sharesIn(liability).map((share) => entry('approved', childId, { ...share, liability })));

/** What each agency is committed to for the child, and bound to pay out, on the days asked about. */
export function committedEntries(childId: Id<'child'>, picture: FundingPicture, { window, cuts }: Asked): FigureEntry[] {
  const arranged = picture.lines.flatMap(({ arrangements }) => arrangements.map(({ from }) => from));
  return liabilities(picture, window, [...cuts, ...arranged]).flatMap((liability) => [
    ...sharesIn(liability).map((share) => entry('committed', childId, { ...share, liability })),
    ...boundIn(liability).map((share) => entry('bound', childId, { ...share, liability })),
  ]);
}

type Share = Pick<FigureEntry, 'agencyId' | 'pence'>;

const sharesIn = ({ amounts }: Liability): Share[] => amounts.filter(({ pence }) => pence !== 0).map(({ agencyId, pence }) => ({ agencyId, pence }));

/** Whoever commissions the line pays the provider the whole; the others owe their shares. */
function boundIn(liability: Liability): Share[] {
  const commissioner = arrangementOn(liability.line, liability.period.from)?.commissionedBy;
  if (commissioner === undefined) return sharesIn(liability);
  const whole: Share[] = liability.cost === 0 ? [] : [{ agencyId: commissioner, pence: liability.cost }];
  return [...whole, ...sharesIn(liability).filter(({ agencyId }) => agencyId !== commissioner)];
}

function entry(figure: 'approved' | 'committed' | 'bound', childId: Id<'child'>, { liability, ...share }: Share & { readonly liability: Liability }): FigureEntry {
  const { line, period: days } = liability;
  const { lineId, category } = line.line;
  const arrangement = figure === 'approved' ? undefined : arrangementOn(line, days.from);
  const origins = distinct(eventsBehind(liability, arrangement));
  return { figure, ...share, childId, decisionId: line.decisionId, lineId, category, providerId: arrangement?.providerId ?? null, days, origins };
}
