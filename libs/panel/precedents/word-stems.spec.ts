import { stopWords } from './stop-words';
import { wordStems } from './word-stems';

const stemsOf = (text: string): readonly string[] => [...wordStems(text)];

describe('The words of a text', () => {
  it('are found in whichever form they are written', () => {
    expect(stemsOf('Waking nights, and a night sitter')).toEqual(['wake', 'night', 'sitter']);
    expect(wordStems('agreed')).toEqual(wordStems('AGREES agreeing'));
    expect(wordStems('the child’s needs')).toEqual(wordStems("a CHILD's need"));
  });

  it('do not hold what nearly every sentence has', () => {
    expect(stemsOf('It was not only for them, but because of this')).toEqual([]);
    expect(stemsOf(['can', "don't", 'don’t', 'THE'].join(' '))).toEqual([]);
    for (const word of stopWords) expect(stemsOf(word)).toEqual([]);
  });

  it('do not hold dates, NHS numbers, postcodes or single letters, by which a child could be looked for', () => {
    expect(stemsOf('Born 1 June 2015, NHS 943 476 5919, lives at BS3 1AB; seen by J')).toEqual(['born', 'june', 'nhs', 'live', 'seen']);
  });

  it('are parted by hyphens, dashes and full stops', () => {
    expect(stemsOf('one-to-one support—overnight.Therapy/equipment')).toEqual(['support', 'overnight', 'therapi', 'equip']);
  });

  it('may be none', () => {
    expect(stemsOf('')).toEqual([]);
    expect(stemsOf('… 60/40 !')).toEqual([]);
  });
});
