import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { statementKinds } from '@accord/funding/contracts';
import { beginStatement, statementColumns, statementHeader } from './statement-table';

const told = readFileSync(join(__dirname, '../../../../infra/docs/statements.md'), 'utf8');

describe('A statement as CSV', () => {
  it('has the columns that its documentation tells, in that order', () => {
    const [table = ''] = told.slice(told.indexOf('| column |')).split('\n\n');
    const rows = table.split('\n').slice(2).map((row) => row.split('|')[1] ?? '');
    expect(rows.flatMap((cell) => [...cell.matchAll(/`(\w+)`/g)].map(([, name]) => name))).toEqual(statementColumns);
    expect(statementHeader).toBe(`${statementColumns.join(',')}\r\n`);
  });

  it('has kinds of rows that its documentation tells', () => {
    for (const kind of statementKinds.filter((each) => !each.startsWith('adjustment-of-'))) expect(told).toContain(`| \`${kind}\` |`);
  });

  it('without a row is its header', () => {
    const begun = { agencyId: '01940000-0000-7000-8000-000000000101', month: '2025-10-01', yearsClosed: [] };
    // The casts of the brand: an id and a day.
    const table = beginStatement(begun as unknown as Parameters<typeof beginStatement>[0]);
    expect(table.sha256()).toBe(createHash('sha256').update(statementHeader).digest('hex'));
  });
});
