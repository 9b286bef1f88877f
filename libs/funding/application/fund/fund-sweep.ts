import { paidByFunds, recoveredByFunds } from '@accord/funding/domain';
import type { FundFact, Liability, Recovery } from '@accord/funding/domain';
import type { Position } from '@accord/shared/event-store';
import type { ClosedPeriod, Id, Instant, LondonDate } from '@accord/shared/kernel';
import { AreaPictures } from '../area-facts';
import type { AreaFacts, FactsOfChild, PlacedFact } from '../area-facts';
import type { FundsAsOf, FundsOnRecord } from './funds-on-record';

export interface FundSweepAsked extends FundsAsOf {
  readonly funds: readonly FundFact[];
  readonly window: ClosedPeriod;
  readonly cuts?: readonly LondonDate[];
}
/** What a fund pays for the lines of one child in the window, and what came back into it of them on days of the window. */
export type PaidVisitor = (fundId: Id<'fund'>, paid: readonly Liability[], cameBack: readonly Recovery[]) => void;

export interface Swept {
  /** Up to where in the record the facts count. */
  readonly upTo: Position;
  /** When the last of the facts on which the sums rest was recorded; `undefined` where there is none. */
  readonly lastRecordedAt: Instant | undefined;
}

/** Sweeps an area for what funds pay for and get back, child by child in constant memory. */
export class FundSweep {
  constructor(private readonly area: AreaFacts) {}

  /** Up to where both the funds and what their lines cost can be counted, and no further than asked: an answer rests on one place of the record. */
  async upTo(funds: FundsOnRecord, { upTo = Infinity }: Pick<FundsAsOf, 'upTo'> = {}): Promise<Position> {
    return Math.min(upTo, await funds.position(), await this.area.position());
  }

  async sweep({ funds, window, cuts, asAt, knownAt, ...asked }: FundSweepAsked, visit: PaidVisitor): Promise<Swept> {
    const upTo = asked.upTo ?? (await this.area.position());
    if (funds.length === 0) return { upTo, lastRecordedAt: undefined };
    const ids = new Set<string>(funds.map(({ agreementId }) => agreementId));
    const agreements = await this.area.agreements(upTo, { asAt, knownAt });
    let last = lastOf(agreements.filter(({ fact: { body } }) => 'agreementId' in body.data && ids.has(body.data.agreementId)));
    const pictures = new AreaPictures(agreements);
    for await (const child of this.area.children(upTo, { asAt, knownAt })) {
      // Nothing is paid for a child of whom nothing was decided.
      if (!hasLines(child)) continue;
      const picture = pictures.of(child, upTo);
      const paid = paidByFunds(picture, { funds, window, ...(cuts ? { cuts } : {}) });
      const cameBack = recoveredByFunds(picture, { funds, window });
      if (paid.length === 0 && cameBack.length === 0) continue;
      last = later(last, lastOf(child.facts));
      for (const { fundId } of funds) {
        const ofFund = paid.flatMap(({ fund, liability }) => (fund.fundId === fundId ? [liability] : []));
        visit(fundId, ofFund, cameBack.flatMap(({ fund, recovery }) => (fund.fundId === fundId ? [recovery] : [])));
      }
    }
    return { upTo, lastRecordedAt: last };
  }
}

const hasLines = ({ facts }: FactsOfChild): boolean => facts.some(({ fact: { body } }) => body.type === 'DecisionRecorded');

const lastOf = (facts: readonly PlacedFact[]): Instant | undefined => facts.reduce<Instant | undefined>((last, { fact }) => later(last, fact.origin.recordedAt), undefined);

/** The later of two instants, either of which there may not be. */
export function later(one: Instant | undefined, two: Instant | undefined): Instant | undefined {
  if (one === undefined) return two;
  return two === undefined || two < one ? one : two;
}
