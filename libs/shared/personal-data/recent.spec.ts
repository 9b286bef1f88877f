import { Recent } from './recent';

describe('What was loaded recently', () => {
  const loader = () => {
    const loads: string[] = [];
    return { loads, load: (name: string, value: string | undefined = name) => () => (loads.push(name), Promise.resolve(value)) };
  };

  it('is loaded once, also by callers at the same time', async () => {
    const { loads, load } = loader();
    const recent = new Recent<string>(2);
    await Promise.all([recent.get('a', load('a')), recent.get('a', load('a'))]);
    expect(await recent.get('a', load('a'))).toBe('a');
    expect(loads).toEqual(['a']);
  });

  it('makes room by what was used longest ago', async () => {
    const { loads, load } = loader();
    const recent = new Recent<string>(2);
    for (const name of ['a', 'b', 'a', 'c', 'a', 'b']) await recent.get(name, load(name));
    expect(loads).toEqual(['a', 'b', 'c', 'b']);
  });

  it('is not kept where it was absent or failed', async () => {
    const { loads, load } = loader();
    const recent = new Recent<string>(2);
    const absent = () => (loads.push('absent'), Promise.resolve(undefined));
    expect(await recent.get('a', absent)).toBeUndefined();
    await expect(recent.get('a', () => Promise.reject(new Error('away')))).rejects.toThrow('away');
    expect(await recent.get('a', load('a'))).toBe('a');
    expect(loads).toEqual(['absent', 'a']);
  });
});
