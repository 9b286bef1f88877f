import { refusalOf } from './refusal';

describe('An app', () => {
  it.each(['20.20.2', '22.11.0', '23.9.0', '8.17.0'])('ends with one sentence under Node %s', (version) => {
    expect(refusalOf(version)).toBe('Accord needs Node 24 or newer; run it through npm, which brings its own.');
  });

  it.each(['24.0.0', '24.21.0', '26.1.0', '100.0.0'])('starts under Node %s', (version) => {
    expect(refusalOf(version)).toBeUndefined();
  });
});
