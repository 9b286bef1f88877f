import { EventEmitter } from 'node:events';
import { SweepAbandoned } from '@accord/funding/application';
import { Problem } from '@accord/shared/http';
import { SweepTurn, signalOf } from './sweep-turn';

describe('Questions about a whole area', () => {
  it('are answered one at a time: another is told when to ask again, and the next may ask', async () => {
    const turn = new SweepTurn();
    let finish = (): void => undefined;
    const first = turn.take(() => new Promise<string>((resolve) => (finish = () => resolve('answered'))));
    const refused: unknown = await turn.take(async () => 'never').catch((error: unknown) => error);
    expect(refused).toBeInstanceOf(Problem);
    expect(refused).toMatchObject({ code: 'sweep-running', status: 503, headers: { 'Retry-After': '10' } });
    finish();
    expect(await first).toBe('answered');
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
