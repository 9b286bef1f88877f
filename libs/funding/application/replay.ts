import { creditsByAgency, cutsOf, figuresOf, firstFigureApart, fundingPicture, recoveredPence, recoveriesAsked, totalsByAgency } from '@accord/funding/domain';
import type { AgencyAmount, EventApart, FigureApart, FundedLiability, FundingPicture, Recovery, ReplaySubject, Step } from '@accord/funding/domain';
import type { Position } from '@accord/shared/event-store';
import { sumPence } from '@accord/shared/kernel';
import type { ClosedPeriod, Id, LondonDate, Pence, SignedPence } from '@accord/shared/kernel';
import type { BothSides, Sides } from './both-sides';
import { fundSides } from './fund/fund-sides';
import type { FundSides, StoredFunds } from './fund/fund-sides';
import { GatheredFacts } from './gathered-facts';
import type { GatheredFrom } from './gathered-facts';
import type { FactsAsOf } from './replayed-pictures';

/** What is to be replayed. `upTo` is for asking again what was answered before the record grew. */
export interface ReplayQuestion extends FactsAsOf {
  readonly subject: ReplaySubject;
  readonly window: ClosedPeriod;
  /** Cuts each answer for display; changes no verdict and no total. */
  readonly step?: Step | undefined;
}

export interface Totals {
  readonly cost: SignedPence;
  readonly agencies: readonly AgencyAmount[];
  /** Unspent sums that came back, and what of them is credited to whom: nothing or less. */
  readonly recovered: Pence;
  readonly credits: readonly AgencyAmount[];
}

export interface ChildFigures {
  readonly childId: Id<'child'>;
  readonly liabilities: readonly FundedLiability[];
  readonly recoveries: readonly Recovery[];
}

/** Whether the read models say what the record says, and if not, where they part first. */
export type Verdict =
  | { readonly agrees: true }
  | {
      readonly agrees: false;
      readonly event: EventApart;
      /** `undefined` where what was changed changes no amount of the question. */
      readonly figure: (FigureApart & { readonly childId: Id<'child'> }) | undefined;
      readonly stored: Totals;
    };

/** Everything that the record alone gives, and the verdict on what is stored. */
export interface Replayed {
  /** Position of the last event that both were asked about. */
  readonly upTo: Position;
  readonly children: readonly ChildFigures[];
  readonly totals: Totals;
  readonly verdict: Verdict;
}

export interface ReplayParts extends GatheredFrom {
  /** The read model of pooled funds: of the one asked about, and of those that pay. */
  readonly storedFunds: StoredFunds;
  /** Lets others be served between two children. */
  readonly pause: () => Promise<void>;
}

/** So many children are folded at a time. */
const AT_A_TIME = 64;

/**
 * Answers who pays from the record alone, and tells whether the read models say the same: first by every fact that
 * the answer rests on (those of its children, those of every agreement, and which funds pay), then by its amounts. The same question
 * up to the same position of the record has the same answer.
 */
export class Replay {
  constructor(private readonly parts: ReplayParts) {}

  /** `undefined` where the record, as known then, holds no such child, decision or agreement. */
  async answer(question: ReplayQuestion): Promise<Replayed | undefined> {
    const { subject, asAt, knownAt } = question;
    const found = await this.find(subject, knownAt);
    if (found === undefined) return undefined;
    // Both sides up to where the read model stands: a busy server must not look like a difference.
    const upTo = Math.min(await this.parts.stored.position(), await this.parts.storedFunds.position(), question.upTo ?? Infinity);
    const { childId } = found;
    const { sides, funds: recorded } = await new GatheredFacts(this.parts, { childId, asAt, knownAt, upTo }).gather();
    // A child of whom nothing is known that decides money is still a child.
    const children = childId === undefined ? [...sides.children.keys()].sort() : [childId];
    const id = subject.about === 'fund' ? subject.id : undefined;
    const funds = await fundSides(this.parts, { recorded, id, asAt, knownAt, upTo });
    return { upTo, ...(await this.judged({ sides, funds }, children, question)) };
  }

  /** Whether there is such a thing, and which one child it is about. */
  private async find({ about, id }: ReplaySubject, knownAt: string | undefined): Promise<{ readonly childId?: string } | undefined> {
    const all = (await this.parts.events.readStream(`${about}-${id}`, about === 'decision' ? {} : { limit: 1 })) ?? [];
    const known = all.filter(({ recordedAt }) => knownAt === undefined || recordedAt <= knownAt);
    switch (about) {
      case 'child':
        return known.length > 0 ? { childId: id } : undefined;
      case 'decision': {
        const decision = known.find(({ type }) => type === 'DecisionRecorded');
        const childId = decision?.data['childId'];
        return typeof childId === 'string' ? { childId } : undefined;
      }
      case 'agreement':
      case 'fund':
        return known.length > 0 ? {} : undefined;
    }
  }

  private async judged({ sides, funds }: BothKinds, children: readonly string[], question: ReplayQuestion): Promise<Omit<Replayed, 'upTo'>> {
    const judgement = new Judgement(sides, question, funds);
    for (const [place, childId] of children.entries()) {
      if (place % AT_A_TIME === AT_A_TIME - 1) await this.parts.pause();
      judgement.child(childId);
    }
    return judgement.given();
  }
}

interface BothKinds {
  readonly sides: BothSides;
  readonly funds: FundSides;
}

/** Folds one child after the other and lets its facts go. */
class Judgement {
  private readonly children: ChildFigures[] = [];
  private readonly stored: Money[] = [];
  private readonly events: EventApart[] = [];
  private readonly figures: (FigureApart & { readonly childId: Id<'child'> })[] = [];
  private readonly cuts: readonly LondonDate[];
  private readonly agreements: { readonly recorded: FundingPicture; readonly stored: FundingPicture };

  constructor(
    private readonly sides: BothSides,
    private readonly question: ReplayQuestion,
    private readonly funds: FundSides,
  ) {
    this.cuts = cutsOf(question.window, question.step ?? 'none');
    const recorded = fundingPicture(sides.agreements.recorded);
    this.agreements = { recorded, stored: sides.agreements.stored ? fundingPicture(sides.agreements.stored) : recorded };
    for (const apart of [sides.agreements.apart, funds.apart]) if (apart) this.events.push(apart);
  }

  child(id: string): void {
    const { subject, window } = this.question;
    const asked = { subject, window, cuts: this.cuts, funds: this.funds.recorded };
    const sameFunds = this.funds.stored === this.funds.recorded;
    const sides = this.sides.children.get(id);
    this.sides.children.delete(id);
    const pictures = this.picturesOf(sides);
    const askedOfStored = { ...asked, funds: this.funds.stored };
    const recorded = figuresOf(pictures.recorded, asked);
    const stored = pictures.stored === pictures.recorded && sameFunds ? recorded : figuresOf(pictures.stored, askedOfStored);
    const cameBack = recoveriesAsked(pictures.recorded, asked);
    const storedCameBack = stored === recorded ? cameBack : recoveriesAsked(pictures.stored, askedOfStored);
    // Of an agreement's or a fund's question, a child whom it never concerns is no part.
    if ((subject.about === 'agreement' || subject.about === 'fund') && [recorded, stored, cameBack, storedCameBack].every(({ length }) => length === 0)) return;
    // The keys are subjects of the children's facts, or the child asked about.
    const childId = id as Id<'child'>;
    this.children.push({ childId, liabilities: recorded, recoveries: cameBack });
    this.stored.push({ liabilities: stored, recoveries: storedCameBack });
    if (sides?.apart) this.events.push(sides.apart);
    const figure = stored === recorded ? undefined : firstFigureApart({ ...pictures, funds: this.funds }, asked);
    if (figure) this.figures.push({ ...figure, childId });
  }

  given(): Omit<Replayed, 'upTo'> {
    const totals = totalsOf(this.children);
    const [event] = this.events.toSorted((one, two) => one.position - two.position);
    const [figure] = this.figures.toSorted((one, two) => (one.day < two.day ? -1 : one.day > two.day ? 1 : 0));
    const verdict: Verdict = event ? { agrees: false, event, figure, stored: totalsOf(this.stored) } : { agrees: true };
    return { children: this.children.filter(({ liabilities, recoveries }) => liabilities.length > 0 || recoveries.length > 0), totals, verdict };
  }

  /** The agreements, which are the same for every child, are folded once. */
  private picturesOf(sides: Sides | undefined) {
    const recorded = { ...fundingPicture(sides?.recorded ?? []), agreements: this.agreements.recorded.agreements };
    if (sides?.stored === undefined && this.agreements.stored === this.agreements.recorded) return { recorded, stored: recorded };
    const own = sides?.stored ? fundingPicture(sides.stored) : recorded;
    return { recorded, stored: { ...own, agreements: this.agreements.stored.agreements } };
  }
}

type Money = Pick<ChildFigures, 'liabilities' | 'recoveries'>;

function totalsOf(children: readonly Money[]): Totals {
  const [all, cameBack] = [children.flatMap(({ liabilities }) => liabilities.map(({ liability }) => liability)), children.flatMap(({ recoveries }) => recoveries)];
  return { cost: sumPence(all.map(({ cost }) => cost)), agencies: totalsByAgency(all), recovered: recoveredPence(cameBack), credits: creditsByAgency(cameBack) };
}
