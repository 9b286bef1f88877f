import { EventEmitter } from 'node:events';
import { SweepAbandoned } from '@accord/funding/application';
import { Problem } from '@accord/shared/http';
import { SweepTurn, signalOf } from './sweep-turn';

describe('Questions about a whole area', () => {
  /** A question that takes the turn until it is told to finish. */
  function longQuestion(turn: SweepTurn) {
    let finish = (): void => undefined;
    const answered = turn.take(() => new Promise<string>((resolve) => (finish = () => resolve('answered'))));
    return { answered, finish: () => finish() };
  }

  it('are answered one at a time, in the order of asking', async () => {
    const turn = new SweepTurn();
    const order: string[] = [];
    const first = longQuestion(turn);
    const others = ['second', 'third'].map((name) => turn.take(async () => void order.push(`${name} begins`, `${name} ends`)));
    expect(order).toEqual([]);
    first.finish();
    expect(await first.answered).toBe('answered');
    const late = turn.take(async () => void order.push('asked last'));
    await Promise.all([...others, late]);
    expect(order).toEqual(['second begins', 'second ends', 'third begins', 'third ends', 'asked last']);
    expect(await turn.take(async () => 'next')).toBe('next');
  });

  it('wait no longer than is reasonable: then they are told when to ask again, and hold nobody up', async () => {
    const turn = new SweepTurn(0);
    const first = longQuestion(turn);
    const refused: unknown = await turn.take(async () => 'never').catch((error: unknown) => error);
    expect(refused).toBeInstanceOf(Problem);
    expect(refused).toMatchObject({ code: 'sweep-running', status: 503, headers: { 'Retry-After': '10' } });
    first.finish();
    expect(await first.answered).toBe('answered');
    expect(await turn.take(async () => 'next')).toBe('next');
  });

  it('leave the turn also where they fail', async () => {
    const turn = new SweepTurn();
    await expect(turn.take(async () => Promise.reject(new Error('away')))).rejects.toThrow('away');
    expect(await turn.take(async () => 'next')).toBe('next');
  });

  it('are answered with nothing where nobody waited any more, and fail as they fail where somebody did', async () => {
    const [turn, raw] = [new SweepTurn(), Object.assign(new EventEmitter(), { writableFinished: false })];
    const reply = { headers: () => undefined, raw };
    expect(await turn.takeFor(reply, async () => 'answered')).toBe('answered');
    const abandoned = turn.takeFor(reply, async ({ signal }) => {
      raw.emit('close');
      if (signal?.aborted === true) throw new SweepAbandoned();
      return 'answered';
    });
    expect(await abandoned).toBeUndefined();
    await expect(turn.takeFor(reply, async () => Promise.reject(new Error('away')))).rejects.toThrow('away');
  });

  it('are given up once the client goes away before the answer has left, and not after', () => {
    for (const writableFinished of [false, true]) {
      const raw = Object.assign(new EventEmitter(), { writableFinished });
      const signal = signalOf({ headers: () => undefined, raw });
      expect(signal.aborted).toBe(false);
      raw.emit('close');
      expect(signal.aborted).toBe(!writableFinished);
    }
  });
});
