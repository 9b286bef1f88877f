/** Lets one loop wait for whatever comes first. A wake-up between two waits is not lost. */
export class Sleeper {
  private woken = false;
  private rouse: (() => void) | undefined;

  wake(): void {
    this.woken = true;
    this.rouse?.();
  }

  /** Until woken, or so many milliseconds. */
  async sleep(milliseconds?: number): Promise<void> {
    if (!this.woken) {
      await new Promise<void>((resolve) => {
        const timer = milliseconds === undefined ? undefined : setTimeout(resolve, milliseconds);
        this.rouse = () => {
          clearTimeout(timer);
          resolve();
        };
      });
    }
    this.rouse = undefined;
    this.woken = false;
  }
}
