import type { DecisionRecorded, Outcome } from '@accord/panel/contracts';
import type { New } from '@accord/shared/event-contracts';
import { formatLondonDate, londonDate, succeed } from '@accord/shared/kernel';
import type { Id, Instant, LondonDate, Refusal, Result } from '@accord/shared/kernel';
import { isApproval, isSubstantive } from './outcome-basis';
import type { Matter } from './matter-state';
import { isLate, papersBefore } from './papers';
import type { PanelState } from './panel';
import { refuseNamingPrinciple } from './principle';
import { refuseStranger } from './agencies-on-day';
import type { AgenciesOnDay } from './agencies-on-day';
import { refusePanel } from './refusals';
import { isSaid } from './said-in-words';

type DecisionData = New<typeof DecisionRecorded>['data'];

/** A condition as it is proposed; one without an owner or a due date is refused. */
export interface ProposedCondition {
  readonly conditionId: Id<'condition'>;
  /** What is to be met, in words; personal. */
  readonly words: string;
  /** Whose condition it is to meet: the agency and the post. */
  readonly owner?: { readonly agencyId: Id<'agency'>; readonly post: string } | undefined;
  readonly dueOn?: string | undefined;
}
/** A paper on which the decision rests, as whoever cites it has it. */
export interface CitedPaper {
  readonly paperId: Id<'paper'>;
  readonly version: number;
  /** SHA-256, hexadecimal. */
  readonly sha256: string;
}

/** What an outcome says in words, and what belongs to some outcomes only. */
export interface OutcomeContent {
  readonly outcome: Outcome;
  /** What was decided, in plain words to the family; personal. */
  readonly decided?: string | undefined;
  /** Why; personal. */
  readonly reasons?: string | undefined;
  /** On what evidence; personal. Only an outcome that puts the matter off can do without. */
  readonly evidence?: string | undefined;
  /** The point that could guide a later decision, in words that name nobody; personal until somebody reads it. */
  readonly principle?: string | undefined;
  /** What was asked for and not approved, and why; personal. */
  readonly notApproved?: string | undefined;
  /** What is missing before a deferred matter can be decided; personal. */
  readonly missing?: string | undefined;
  /** London day on which a deferred matter returns. */
  readonly returnsOn?: string | undefined;
  /** The panel to which the matter is referred. */
  readonly referredTo?: Id<'panel'> | undefined;
  readonly conditions: readonly ProposedCondition[];
}

type Words = Pick<DecisionData, 'decided' | 'reasons' | 'evidence' | 'principle' | 'notApproved' | 'missing'>;

/** The reasons in their three parts, and the other words of the outcome. Refuses `reasons-missing` and words that do not belong. */
export function wordsOf(content: OutcomeContent): Result<Words> {
  const { outcome, decided, reasons, evidence, principle, notApproved, missing } = content;
  if (!isSaid(decided) || !isSaid(reasons) || (isSubstantive(outcome) && !isSaid(evidence))) {
    return refusePanel('reasons-missing', 'Say what was decided, why, and on what evidence, in words that the family can read.');
  }
  const refusal =
    refuseWords({ is: outcome === 'part-approved', text: notApproved, what: 'what was not approved' }, () =>
      refusePanel('not-approved-missing', 'An approval in part says what was not approved, and why.'),
    ) ??
    refuseWords({ is: outcome === 'deferred', text: missing, what: 'what is missing' }, () =>
      refusePanel('missing-information-unnamed', 'Say what is missing before the matter can be decided.'),
    ) ??
    refuseNamingPrinciple(principle ?? '');
  if (refusal) return refusal;
  const further = Object.entries({ evidence, principle, notApproved, missing }).filter(([, text]) => isSaid(text));
  return succeed({ decided, reasons, ...Object.fromEntries(further) });
}

interface Belonging {
  readonly is: boolean;
  readonly text: string | undefined;
  readonly what: string;
}
/** What belongs to one outcome is said by it, and by no other. */
function refuseWords({ is, text, what }: Belonging, refuseMissing: () => Refusal): Refusal | undefined {
  if (is) return isSaid(text) ? undefined : refuseMissing();
  return isSaid(text) ? notOfThisOutcome(what) : undefined;
}

const notOfThisOutcome = (what: string): Refusal =>
  refusePanel('not-of-this-outcome', `This outcome does not say ${what}: leave that out, or choose the outcome that does.`);

/** The day on which a deferred matter returns, `null` for every other outcome. */
export function returnOf({ outcome, returnsOn }: OutcomeContent, on: LondonDate): Result<LondonDate | null> {
  if (outcome !== 'deferred') return returnsOn === undefined ? succeed(null) : notOfThisOutcome('when the matter returns');
  if (returnsOn === undefined) return refusePanel('return-date-missing', 'Say on which day the matter returns to the panel.');
  const day = londonDate(returnsOn);
  if (!day.ok || day.value > on) return day;
  return refusePanel('return-before-meeting', `The matter returns after the day of this sitting, ${formatLondonDate(on)}: give a later day.`);
}

/** The panel to which the matter is referred, `null` for every other outcome. */
export function referralOf(
  { outcome, referredTo }: OutcomeContent,
  from: Id<'panel'>,
  other: PanelState,
): Result<Id<'panel'> | null> {
  if (outcome !== 'referred') return referredTo === undefined ? succeed(null) : notOfThisOutcome('to which panel the matter goes');
  if (referredTo === undefined) return refusePanel('referral-without-panel', 'Name the panel to which the matter is referred.');
  if (referredTo === from) return refusePanel('referred-to-itself', 'Name another panel: a matter that stays with this one is deferred.');
  return other.status === 'unknown'
    ? refusePanel('panel-unknown', 'There is no panel with this id to which the matter could be referred.')
    : succeed(referredTo);
}

type Conditions = Pick<DecisionData, 'conditions' | 'conditionWords'>;

/** The conditions with their owners and due dates; their words apart, because they are personal. */
export function conditionsOf(
  { outcome, conditions }: OutcomeContent,
  { on, registered }: { readonly on: LondonDate; readonly registered: AgenciesOnDay },
): Result<Conditions> {
  if (conditions.length === 0) {
    return outcome === 'approved-with-conditions'
      ? refusePanel('conditions-missing', 'Name the conditions, each with its owner and due date, or approve without conditions.')
      : succeed({ conditions: [] });
  }
  if (!isApproval(outcome) || outcome === 'approved') return notOfThisOutcome('on which conditions');
  const checked: DecisionData['conditions'] = [];
  for (const { conditionId, owner, dueOn } of conditions) {
    if (owner === undefined || !isSaid(owner.post)) {
      return refusePanel('condition-without-owner', 'Say for each condition which post of which agency is to meet it.');
    }
    const ownerless = refuseStranger(owner.agencyId, registered);
    if (ownerless) return ownerless;
    const due = dueDate(dueOn, on);
    if (!due.ok) return due;
    checked.push({ conditionId, owner: { agencyId: owner.agencyId, post: owner.post }, dueOn: due.value });
  }
  return succeed({ conditions: checked, conditionWords: conditions.map(({ conditionId, words }) => ({ conditionId, words })) });
}

function dueDate(text: string | undefined, on: LondonDate): Result<LondonDate> {
  if (text === undefined) return refusePanel('condition-without-due-date', 'Say for each condition by which day it is to be met.');
  const day = londonDate(text);
  if (!day.ok || day.value >= on) return day;
  return refusePanel('condition-due-before-decision', `A condition is due on the day of deciding, ${formatLondonDate(on)}, or later.`);
}

/** When the papers were before the panel, and with what notice they were due. */
export interface PapersDue {
  readonly at: Instant;
  readonly on: LondonDate;
  readonly papersNotice: number;
}

/**
 * Every paper that was before the panel, sealed as it was circulated by then. Refuses a paper that is cited and was
 * not circulated (`paper-unknown`), is not the one that was (`paper-differs`), or had been replaced (`paper-superseded`).
 */
export function papersOf(matter: Matter, cited: readonly CitedPaper[], { at, on, papersNotice }: PapersDue): Result<DecisionData['papers']> {
  const before = papersBefore(matter, at);
  for (const { paperId, version, sha256 } of cited) {
    const circulated = matter.papers.find((each) => each.paperId === paperId && each.version === version && each.circulatedAt <= at);
    if (!circulated) return refusePanel('paper-unknown', 'A paper is cited that had not been circulated for this matter by then.');
    if (circulated.sha256 !== sha256.toLowerCase()) {
      return refusePanel('paper-differs', 'A paper is cited whose hash is not that of the paper circulated: the panel had another one before it.');
    }
    if (!before.includes(circulated)) {
      return refusePanel('paper-superseded', 'A newer version of a cited paper had been circulated by then: cite that one.');
    }
  }
  return succeed(
    before.map((paper) => {
      const { paperId, version, sha256 } = paper;
      const isCited = cited.some((each) => each.paperId === paperId && each.version === version);
      return { paperId, version, sha256, late: isLate(paper, on, papersNotice), cited: isCited };
    }),
  );
}
