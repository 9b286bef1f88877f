import { showChildren } from './output';

describe('The bar over the children of an area', () => {
  const terminal = process.stderr.isTTY;
  afterEach(() => {
    process.stderr.isTTY = terminal;
    jest.restoreAllMocks();
  });

  /** How often it was drawn, told of every so many children and of the last. */
  function drawn(of: number, every: number, watched = true): number {
    process.stderr.isTTY = watched;
    const write = jest.spyOn(process.stderr, 'write').mockReturnValue(true);
    for (let done = every; done < of; done += every) showChildren({ done, of });
    showChildren({ done: of, of });
    return write.mock.calls.length;
  }

  it.each([1_000, 10_000, 10_050])('moves each time that a sweep of %i tells of 256 more', (of) => {
    expect(drawn(of, 256)).toBe(Math.ceil(of / 256));
  });

  it('is drawn a hundred times or so where every child is told of', () => {
    const times = drawn(10_000, 1);
    expect(times).toBeLessThanOrEqual(101);
    expect(times).toBeGreaterThan(90);
  });

  it('is not drawn where nobody watches', () => {
    expect(drawn(1_000, 256, false)).toBe(0);
  });
});
