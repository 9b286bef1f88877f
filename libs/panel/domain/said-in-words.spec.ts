import { isSaid } from './said-in-words';

describe('What says something', () => {
  it.each(['No', '7', 'Ę', ' . see the letter '])('is “%s”, which holds a letter or a digit', (text) => expect(isSaid(text)).toBe(true));

  it.each([undefined, '', ' ', ' . ', '—', '…', '?!'])('is not “%s”', (text) => expect(isSaid(text)).toBe(false));
});
