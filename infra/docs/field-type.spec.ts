import { typeInWords } from './field-type';

describe('The type of a field in the catalogue of events', () => {
  it('is the words of the contract where it has any', () => {
    expect(typeInWords({ type: 'string', format: 'date', description: 'London date' })).toBe('London date');
  });

  it('names the choices of a closed list', () => {
    expect(typeInWords({ type: 'string', enum: ['approved', 'declined'] })).toBe('one of approved, declined');
  });

  it('shows what stands in a list of things, and what may be absent', () => {
    const properties = { post: { type: 'string', maxLength: 200 }, weeks: { type: 'integer', minimum: 1 } };
    expect(typeInWords({ type: 'array', items: { type: 'object', properties, required: ['post'] } })).toBe(
      'list of { post: text up to 200 characters; weeks?: whole number from 1 }',
    );
  });

  it('shows both sides of an either-or', () => {
    expect(typeInWords({ anyOf: [{ description: 'London date' }, { type: 'null' }] })).toBe('London date or null');
  });
});
