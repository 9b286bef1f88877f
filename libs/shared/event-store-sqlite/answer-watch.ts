/** How long to look for an answer before leaving it to the event loop to wake up for it, in milliseconds. */
const PATIENCE_MS = 0.6;
/** After looking in vain, so many appends are left to the event loop; doubled each time, up to the most. */
const FIRST_REST = 8;
const LONGEST_REST = 4_096;

/**
 * Looks for the answer of a lone append in each turn of the event loop, which goes on with everything else
 * meanwhile. To be woken by another thread costs a fifth of a commit on a quick disk; a turn costs a
 * hundredth. Where the disk is slower than our patience, or every core is busy, looking is in vain and only
 * takes time from the writer: then it is left off, longer each time.
 */
export class AnswerWatch {
  private rest = 0;
  private nextRest = FIRST_REST;
  private watching = false;

  /** `now` in milliseconds; a spec sets it. */
  constructor(private readonly now: () => number = () => performance.now()) {}

  /** Whether to look for the answer of the append at hand. */
  mayBegin(): boolean {
    if (this.watching) return false;
    if (this.rest === 0) return true;
    this.rest -= 1;
    return false;
  }

  /** Begins to look. `look` takes the answer and says whether it was there; `giveUp` is called where it never was. */
  begin({ look, giveUp }: { readonly look: () => boolean; readonly giveUp: () => void }): void {
    this.watching = true;
    const until = this.now() + PATIENCE_MS;
    const turn = (): void => {
      if (look()) return this.end(FIRST_REST, 0);
      if (this.now() <= until) return void setImmediate(turn);
      this.end(Math.min(this.nextRest * 2, LONGEST_REST), this.nextRest);
      giveUp();
    };
    setImmediate(turn);
  }

  private end(nextRest: number, rest: number): void {
    this.watching = false;
    this.nextRest = nextRest;
    this.rest = rest;
  }
}
