import { prefersTable } from './table-asked';

describe('A reader is given a table', () => {
  it.each(['text/csv', 'TEXT/CSV', 'text/csv;q=0.9, application/json;q=0.8', 'application/json;q=0.5, text/*', 'text/csv, */*;q=0.1', 'text/csv; header=present'])(
    'where it prefers one: %s',
    (accept) => {
      expect(prefersTable(accept)).toBe(true);
    },
  );

  it.each([undefined, '', '*/*', 'application/json', 'text/csv, application/json', 'text/csv;q=0.5, */*', 'text/csv;q=0', 'text/csv;q=2', 'text/html'])(
    'and nowhere else: %s',
    (accept) => {
      expect(prefersTable(accept)).toBe(false);
    },
  );
});
