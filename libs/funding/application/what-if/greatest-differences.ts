import type { LineDifference } from '@accord/funding/domain';
import type { Id } from '@accord/shared/kernel';

export interface LineDifferenceOfChild extends LineDifference {
  readonly childId: Id<'child'>;
}

/** Counts what differs, and keeps those by which most money moves, so that a whole area needs no more memory than they. */
export class GreatestDifferences {
  children = 0;
  lines = 0;
  private kept: LineDifferenceOfChild[] = [];

  constructor(private readonly most: number) {}

  add(childId: Id<'child'>, differing: readonly LineDifference[]): void {
    if (differing.length === 0) return;
    this.children += 1;
    this.lines += new Set(differing.map(({ line: { decisionId, line } }) => `${decisionId} ${line.lineId}`)).size;
    for (const each of differing) this.kept.push({ ...each, childId });
    if (this.kept.length > this.most * 2) this.kept = this.greatest();
  }

  /** In order of child, line and day. */
  told(): readonly LineDifferenceOfChild[] {
    return this.greatest().sort((one, two) => (placeOf(one) < placeOf(two) ? -1 : 1));
  }

  private greatest(): LineDifferenceOfChild[] {
    if (this.kept.length <= this.most) return this.kept;
    return this.kept.sort((one, two) => sizeOf(two) - sizeOf(one) || (placeOf(one) < placeOf(two) ? -1 : 1)).slice(0, this.most);
  }
}

const sizeOf = ({ agencies }: LineDifference): number => agencies.reduce((sum, { difference }) => sum + Math.abs(difference), 0);
const placeOf = ({ childId, line, period }: LineDifferenceOfChild): string => `${childId} ${line.decisionId} ${line.line.lineId} ${period.from}`;
