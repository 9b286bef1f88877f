import { inWords, type Verified } from './verify';

const differs = (difference: Extract<Verified, { agrees: false }>['difference']): Verified => ({
  ...{ projection: 'child-timeline', position: 41, agrees: false as const, difference },
});
const at = { table: 'child_timeline', key: { position: 7 } };

describe('What verify says of a read model', () => {
  it('that agrees: how much was compared, and up to where', () => {
    expect(inWords({ projection: 'names', agrees: true, rows: 12, position: 41 })).toBe('names: agrees, 12 rows up to position 41');
  });

  it('that differs in a value: table, key and column, and neither value', () => {
    const said = inWords(differs({ ...at, kind: 'value', column: 'data', stored: 'Robin Ashdown', replayed: 'Alex Birch' }));
    expect(said).toBe('child-timeline: DIFFERS: holds another value at child_timeline {"position":7}, column data');
    expect(said).not.toMatch(/Robin|Alex/);
  });

  it('that lacks a row, or has one too many: which', () => {
    expect(inWords(differs({ ...at, kind: 'missing' }))).toBe('child-timeline: DIFFERS: lacks the row at child_timeline {"position":7}');
    expect(inWords(differs({ ...at, kind: 'extra' }))).toContain('holds a row that the record does not give at child_timeline');
  });
});
