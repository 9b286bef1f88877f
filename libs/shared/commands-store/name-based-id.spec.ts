import { isId } from '@accord/shared/kernel';
import fc from 'fast-check';
import { nameBasedId } from './name-based-id';

const names = fc.array(fc.string({ unit: 'binary', maxLength: 5 }), { maxLength: 4 });

describe('An id made from names', () => {
  it('is the same for ever', () => {
    // SHA-256 of ["command","issuer","person","key"], with version and variant set.
    expect(nameBasedId('command', 'issuer', 'person', 'key')).toBe('6aecddc2-ef75-840f-a647-2d7797712d17');
  });

  it('is a lower-case UUID of version 8, and another for other names', () => {
    fc.assert(
      fc.property(names, names, (one, two) => {
        expect(isId(nameBasedId(...one))).toBe(true);
        expect(nameBasedId(...one).charAt(14)).toBe('8');
        expect(nameBasedId(...one) === nameBasedId(...two)).toBe(JSON.stringify(one) === JSON.stringify(two));
      }),
    );
  });

  it('tells apart names that would read the same when joined', () => {
    expect(nameBasedId('ab', 'c')).not.toBe(nameBasedId('a', 'bc'));
    expect(nameBasedId('a')).not.toBe(nameBasedId('a', ''));
  });
});
