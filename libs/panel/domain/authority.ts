import type { Commitment, DelegationLimit, PackageLine, TermsOfReference } from '@accord/panel/contracts';
import { formatLondonDate, succeed } from '@accord/shared/kernel';
import type { Id, LondonDate, Result } from '@accord/shared/kernel';
import { highestWeek, measuredOn, paysIn, wholeCost } from './commitment-measures';
import { isDelegatedTo, isInForceOn, refuseEnded } from './delegation';
import type { Delegation, Holder, SchemeState } from './delegation';
import { refusePanel } from './refusals';

/** A voting member who is present and not recused, with the posts that the person has that day, the seat's among them. */
export interface MemberInRoom extends Holder {
  readonly agencyId: Id<'agency'>;
}

export interface ToCommit {
  /** The lines that would be decided. */
  readonly lines: readonly PackageLine[];
  /** The child's other lines in force, without those that the decision replaces or ends: for limits per case. */
  readonly alsoInForce: readonly PackageLine[];
  /**
   * The lines of the child's other decisions of the same day, those that await ratification among them: for limits
   * per week, which nobody gets round by bringing two matters.
   */
  readonly decidedSameDay: readonly PackageLine[];
  /** London date of deciding. */
  readonly on: LondonDate;
}
export interface CommitmentsAsked extends ToCommit {
  readonly terms: Pick<TermsOfReference, 'commitment'>;
  readonly members: readonly MemberInRoom[];
  /** The schemes of delegation by agency; an agency without one has delegated nothing. */
  readonly schemes: ReadonlyMap<string, SchemeState>;
}

/**
 * What the lines commit of each agency that pays in one, in the order in which the lines name them, and on whose
 * authority (worked example 8). Of each member: the panel may commit such things at all, and a delegation of the
 * agency to one of its members in the room covers it. Of the panel: either of the two is enough. A delegation
 * counts if it holds on the day, covers every category that the agency pays in, and no limit of it that touches
 * these lines is passed; of several the most generous counts, the one that leaves most room. Towards a limit per
 * week what was decided about the child on the same day counts as well.
 *
 * Weekly figures are pence in the highest week, over the lines in which the agency pays: its own share, rounded
 * up per line, and the whole.
 */
export function commitmentsOf(asked: CommitmentsAsked): Commitment[] {
  const { lines, decidedSameDay, terms, members, schemes } = asked;
  const panelMay = panelMayCommit(lines, terms.commitment, decidedSameDay);
  return payersOf(lines).map((agencyId) => {
    const paid = lines.filter(paysIn(agencyId));
    const delegation = mostGenerous(
      schemes.get(agencyId)?.delegations ?? [],
      members.filter((member) => member.agencyId === agencyId),
      { ...asked, agencyId },
    );
    const ofThePanel = terms.commitment.authority === 'of-the-panel';
    return {
      agencyId,
      weeklyOwnPence: highestWeek(paid, measuredOn('own-share', agencyId)),
      weeklyGrossPence: highestWeek(paid, measuredOn('gross', agencyId)),
      delegationId: ofThePanel && panelMay ? null : (delegation?.delegationId ?? null),
      withinAuthority: ofThePanel ? panelMay || delegation !== undefined : panelMay && delegation !== undefined,
    };
  });
}

/** The agencies that pay something of some line, in the order in which the lines name them. */
export const payersOf = (lines: readonly PackageLine[]): readonly Id<'agency'>[] => [
  ...new Set(lines.flatMap(({ split }) => split.parts.filter(({ weight }) => weight > 0).map(({ agencyId }) => agencyId))),
];

/**
 * Whether the panel as a body may commit these lines: their categories, and their whole cost in the highest week,
 * together with that of the lines decided about the child on the same day.
 */
export function panelMayCommit(
  lines: readonly PackageLine[],
  { weeklyLimitPence, categories }: TermsOfReference['commitment'],
  decidedSameDay: readonly PackageLine[] = [],
): boolean {
  return (
    lines.every(({ category }) => categories.includes(category)) &&
    (weeklyLimitPence === null || highestWeek([...lines, ...decidedSameDay], (whole) => whole) <= weeklyLimitPence)
  );
}

interface OfAgency extends ToCommit {
  readonly agencyId: Id<'agency'>;
}

function mostGenerous(delegations: readonly Delegation[], holders: readonly Holder[], asked: OfAgency): Delegation | undefined {
  let best: { readonly delegation: Delegation; readonly room: number } | undefined;
  for (const delegation of delegations) {
    if (!isInForceOn(delegation, asked.on) || !holders.some((holder) => isDelegatedTo(delegation, holder))) continue;
    const room = roomLeft(delegation, asked);
    if (room >= 0 && (best === undefined || room > best.room)) best = { delegation, room };
  }
  return best?.delegation;
}

/**
 * How many pence a delegation leaves under the tightest of its limits that touch what the agency pays in; below
 * nothing where one is passed, or a category is not delegated at all.
 */
function roomLeft({ limits }: Delegation, { agencyId, lines, alsoInForce, decidedSameDay }: OfAgency): number {
  const paid = lines.filter(paysIn(agencyId));
  const isCovered = ({ category }: PackageLine) => limits.some(({ categories }) => categories.includes(category));
  if (!paid.every(isCovered)) return -Infinity;
  const [other = [], sameDay = []] = [alsoInForce, decidedSameDay].map((each) => each.filter(paysIn(agencyId)));
  const touching = limits.filter(({ categories }) => paid.some(({ category }) => categories.includes(category)));
  return Math.min(...touching.map((limit) => limit.amountPence - committed(limit, { agencyId, paid, other, sameDay })));
}

interface Paid {
  readonly agencyId: Id<'agency'>;
  readonly paid: readonly PackageLine[];
  readonly other: readonly PackageLine[];
  readonly sameDay: readonly PackageLine[];
}

/** What counts towards a limit, of the lines in its categories. */
function committed({ per, measuredOn: measure, categories }: DelegationLimit, { agencyId, paid, other, sameDay }: Paid): number {
  const part = measuredOn(measure, agencyId);
  const inside = (lines: readonly PackageLine[]) => lines.filter(({ category }) => categories.includes(category));
  switch (per) {
    case 'week':
      return highestWeek(inside([...paid, ...sameDay]), part);
    case 'decision':
      return wholeCost(inside(paid), part);
    case 'case':
      return wholeCost(inside([...paid, ...other]), part);
  }
}

export interface AuthorityAsked extends ToCommit {
  /** Whose money it is. */
  readonly agencyId: Id<'agency'>;
  readonly holder: Holder;
  readonly scheme: SchemeState;
}

/**
 * The delegation by which one person may commit an agency's part of these lines. Refuses `authority-exceeded` where
 * what the person holds does not reach so far, `delegation-ended`, naming the day, where it holds no longer, and
 * else `authority-not-delegated`. For whoever ratifies, or decides between meetings, alone for the agency.
 */
export function delegatedAuthority({ holder, scheme, ...asked }: AuthorityAsked): Result<Delegation> {
  const best = mostGenerous(scheme.delegations, [holder], asked);
  if (best) return succeed(best);
  const theirs = scheme.delegations.filter((delegation) => isDelegatedTo(delegation, holder));
  if (theirs.some((delegation) => isInForceOn(delegation, asked.on))) {
    return refusePanel(
      'authority-exceeded',
      "It is more than the person's delegation allows, or of another kind: the agency's named post ratifies it.",
    );
  }
  const last = theirs.toSorted((one, other) => ((one.until ?? '') < (other.until ?? '') ? -1 : 1)).at(-1);
  const ended = last && refuseEnded(last, asked.on);
  if (ended) return ended;
  const [later] = theirs.filter(({ from }) => from > asked.on).sort((one, other) => (one.from < other.from ? -1 : 1));
  return refusePanel(
    'authority-not-delegated',
    later
      ? `The person's delegation holds only from ${formatLondonDate(later.from)}: name somebody whose delegation is in force.`
      : "The agency's scheme of delegation gives this person no authority: name somebody who has it, or record the delegation.",
  );
}
