import { decisionFactEvents } from '@accord/funding/contracts';
import { isOneOf } from '@accord/shared/event-contracts';
import type { Id } from '@accord/shared/kernel';
import { fundedLiabilities } from '../fund/funds-paying';
import type { FundFact, FundedLiability } from '../fund/funds-paying';
import { fundingPicture } from '../funding-picture';
import type { FundingFact, FundingPicture } from '../funding-picture';
import { liabilities } from '../liability';
import type { Liability } from '../liability';
import { liabilityOrigins } from '../liability-origins';
import { arrangementOn } from '../line/lived-lines';
import type { Asked } from './billed-entries';
import type { FigureEntry } from './figure-entry';
import { owedShares } from './owed-shares';

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

/** What is known of a child, and of the pooled funds that pay for lines. */
export interface PictureWithFunds {
  readonly picture: FundingPicture;
  readonly funds: readonly FundFact[];
}

/** What each agency is committed to for the child, and bound to pay out, on the days asked about. */
export function committedEntries(childId: Id<'child'>, { picture, funds }: PictureWithFunds, { window, cuts }: Asked): FigureEntry[] {
  const arranged = picture.lines.flatMap(({ arrangements }) => arrangements.map(({ from }) => from));
  return fundedLiabilities(picture, { funds, window, cuts: [...cuts, ...arranged] }).flatMap((funded) => [
    ...sharesIn(funded.liability).map((share) => entry('committed', childId, { ...share, liability: funded.liability })),
    ...boundIn(funded).map((share) => entry('bound', childId, { ...share, ...funded })),
  ]);
}

type Share = Pick<FigureEntry, 'agencyId' | 'pence'>;

const sharesIn = ({ amounts }: Pick<Liability, 'amounts'>): Share[] => amounts.filter(({ pence }) => pence !== 0).map(({ agencyId, pence }) => ({ agencyId, pence }));

/** Whoever commissions the line pays the provider the whole; the others owe their shares, or the host of the fund that pays the whole. */
function boundIn(funded: FundedLiability): Share[] {
  const { line, period, cost } = funded.liability;
  const commissioner = arrangementOn(line, period.from)?.commissionedBy;
  const owed = sharesIn({ amounts: owedShares(funded) });
  if (commissioner === undefined) return owed;
  const whole: Share[] = cost === 0 ? [] : [{ agencyId: commissioner, pence: cost }];
  return [...whole, ...owed.filter(({ agencyId }) => agencyId !== commissioner)];
}

function entry(figure: 'approved' | 'committed' | 'bound', childId: Id<'child'>, { liability, fund, ...share }: Share & Partial<FundedLiability> & Pick<FundedLiability, 'liability'>): FigureEntry {
  const { line, period: days } = liability;
  const { lineId, category } = line.line;
  const arrangement = figure === 'approved' ? undefined : arrangementOn(line, days.from);
  const origins = liabilityOrigins(liability, { arrangement, fund });
  return { figure, ...share, childId, decisionId: line.decisionId, lineId, category, providerId: arrangement?.providerId ?? null, days, origins };
}
