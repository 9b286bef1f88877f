import { AnswerWatch } from './answer-watch';

/** A watch on a clock that stands, or that moves on by a second at each look at it. */
const standing = () => new AnswerWatch(() => 0);
const running = () => {
  let now = 0;
  return new AnswerWatch(() => (now += 1_000));
};

/** Lets the watch look until it ends; counts its looks. */
function watched(watch: AnswerWatch, foundAt: number): Promise<{ looks: number; gaveUp: boolean }> {
  return new Promise((resolve) => {
    let looks = 0;
    const look = (): boolean => {
      looks += 1;
      if (looks < foundAt) return false;
      resolve({ looks, gaveUp: false });
      return true;
    };
    watch.begin({ look, giveUp: () => resolve({ looks, gaveUp: true }) });
  });
}

describe('Looking for the answer of a lone append', () => {
  it('ends when the answer is there, and may begin again at once', async () => {
    const watch = standing();
    expect(watch.mayBegin()).toBe(true);
    expect(await watched(watch, 2)).toEqual({ looks: 2, gaveUp: false });
    expect(watch.mayBegin()).toBe(true);
  });

  it('is not begun twice', () => {
    const watch = standing();
    watch.begin({ look: () => true, giveUp: () => undefined });
    expect(watch.mayBegin()).toBe(false);
  });

  it('gives up where the answer does not come, and then is left off, longer each time', async () => {
    const watch = running();
    const restsAfterGivingUp = async () => {
      expect((await watched(watch, Infinity)).gaveUp).toBe(true);
      for (let rests = 0; ; rests++) if (watch.mayBegin()) return rests;
    };
    const [first, second, third] = [await restsAfterGivingUp(), await restsAfterGivingUp(), await restsAfterGivingUp()];
    expect([first, second, third]).toEqual([8, 16, 32]);
  });
});
