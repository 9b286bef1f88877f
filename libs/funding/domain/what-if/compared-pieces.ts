import type { ClosedPeriod, Id, LondonDate } from '@accord/shared/kernel';
import type { FundingPicture } from '../funding-picture';
import { liabilitiesUnder } from '../liability';
import type { Liability } from '../liability';
import { cutsOf } from '../window-cuts';
import type { SupposedPicture } from './supposing';

/** The same days of the same line as they are paid for, and as they would be; within one month. */
export interface ComparedPiece {
  readonly now: Liability;
  readonly then: Liability;
}

export interface ComparisonAsked {
  readonly window: ClosedPeriod;
  /** Only the days on which a clause of this agreement rules, now or then. */
  readonly agreementId?: Id<'agreement'> | undefined;
}

/** Compares a picture with what is supposed of it, for many pictures with one question. */
export function comparing({ window, agreementId }: ComparisonAsked): (now: FundingPicture, then: SupposedPicture) => ComparedPiece[] {
  const months = cutsOf(window, 'month');
  const ruled = ({ now, then }: ComparedPiece): boolean => isRuledBy(now, agreementId) || isRuledBy(then, agreementId);
  return (picture, { picture: supposed, affects }) => {
    const [nowOf, thenOf] = [liabilitiesUnder(picture), liabilitiesUnder(supposed)];
    const pieces = picture.lines.flatMap((line, place): ComparedPiece[] => {
      const now = nowOf(line, window, months);
      const then = supposed.lines[place];
      if (then === undefined || !affects(place)) return now.map((piece) => ({ now: piece, then: piece }));
      const [ofNow, ofThen] = [(cuts: readonly LondonDate[]) => nowOf(line, window, cuts), (cuts: readonly LondonDate[]) => thenOf(then, window, cuts)];
      return paired(now, ofThen(months), { ofNow, ofThen, months });
    });
    return agreementId === undefined ? pieces : pieces.filter(ruled);
  };
}

const isRuledBy = ({ source }: Liability, agreementId: string | undefined): boolean =>
  source.kind === 'standing-agreement' && source.agreement.agreementId === agreementId;

interface Recut {
  readonly ofNow: (cuts: readonly LondonDate[]) => Liability[];
  readonly ofThen: (cuts: readonly LondonDate[]) => Liability[];
  readonly months: readonly LondonDate[];
}

/** Both sides have the same days, and cutting changes no total: where one is cut, the other is cut too. */
function paired(now: readonly Liability[], then: readonly Liability[], { ofNow, ofThen, months }: Recut): ComparedPiece[] {
  const alike = now.length === then.length && now.every(({ period }, place) => period.from === then[place]?.period.from);
  if (alike) return zipped(now, then);
  const cuts = [...months, ...now.map(({ period }) => period.from), ...then.map(({ period }) => period.from)];
  return zipped(ofNow(cuts), ofThen(cuts));
}

const zipped = (now: readonly Liability[], then: readonly Liability[]): ComparedPiece[] =>
  now.flatMap((piece, place): ComparedPiece[] => {
    const other = then[place];
    return other ? [{ now: piece, then: other }] : [];
  });

