import type { AreaUnderTest } from './area-under-test';
import { problemIn } from './person';
import type { Answer, ToldProblem } from './person';

export type Ask = () => Promise<Answer>;
/** What is wrong, how it is answered, and how many attempts are kept among those refused. */
export type Case = [title: string, status: number, code: string, ask: Ask, kept?: number];

interface Expected extends ToldProblem {
  readonly kept?: number;
}

/** Asks, expects the problem, and that nothing was written but kept attempts. */
export const expectingProblems =
  (area: () => AreaUnderTest) =>
  async (ask: Ask, { status, code, kept = 0 }: Expected): Promise<void> => {
    const before = await area().stores.events.head();
    expect(problemIn(await ask())).toEqual({ status, code });
    expect(await area().stores.events.head()).toBe(before + kept);
  };
