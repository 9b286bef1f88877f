import { EventEmitter } from 'node:events';
import type { AccountsAsRecorded, Closing } from '@accord/funding/application';
import { nothingClosed } from '@accord/funding/domain';
import type { StatementAdjustment } from '@accord/funding/domain';
import type { Words } from '@accord/shared/event-contracts';
import type { ReaderContext } from '@accord/shared/http';
import { formatLondonDate, formatPounds, noPence } from '@accord/shared/kernel';
import { care, day, health, id } from '../sample-record';
import { SweepTurn } from '../sweep-turn';
import { AgencyStatements } from './agency-statements';
import { StatementDocuments } from './statement-document';
import { StatementController } from './statement.controller';

const CHILDREN = 40;
const words: Words = { agency: String, panel: String, line: () => 'package line', agreement: String, personal: String, shares: () => '', date: formatLondonDate, money: formatPounds };
const vocabulary = { words: () => Promise.resolve(words) };
const row: StatementAdjustment = {
  ...{ kind: 'adjustment-of-own-share', agencyId: health, counterpartyId: null, fundId: null, decisionId: id(700), lineId: id(600), category: 'nursing', vat: 'exempt' },
  ...{ pence: noPence, events: [], month: day('2025-08-01'), stated: noPence, now: noPence },
};
const closing: Closing = {
  event: { type: 'AccountingMonthClosed', data: { month: day('2025-09-01'), ledgerFrom: day('2025-09-01'), upTo: 7, previousUpTo: null, agencies: [], on: day('2025-10-06') } },
  ...{ actor: 'one', agency: health, role: 'finance-officer', recordedAt: '2025-10-06T09:00:00.000Z', position: 8 },
};
const reader: ReaderContext = { actor: 'one', agency: health, role: 'finance-officer', lawfulBasis: 'public-task', correlationId: 'one', now: '2025-11-29T09:00:00.000Z', today: day('2025-11-29') };

/** An area of forty children, each with a row in the statement of health. */
function area() {
  const swept = { children: 0, pauses: 0, closings: [] as Closing[], onPause: (): void => undefined };
  const accounts = { read: (): Promise<AccountsAsRecorded> => Promise.resolve({ state: nothingClosed, closings: swept.closings, revision: undefined }) };
  const statements = new AgencyStatements({
    area: {
      position: () => Promise.resolve(7),
      async *children(_basis, from) {
        for (let n = 1; n <= CHILDREN; n += 1) {
          const childId = id<'child'>(n);
          if (from !== undefined && childId < from) continue;
          swept.children += 1;
          yield { childId, rows: [row] };
        }
      },
    },
    ...{ accounts, vocabulary, named: { holds: () => Promise.resolve(true) }, own: { mayRead: ([agencyId]) => Promise.resolve(agencyId === health) } },
    pause: () => {
      swept.pauses += 1;
      swept.onPause();
      return Promise.resolve();
    },
  });
  const turn = new SweepTurn(0);
  const raw = Object.assign(new EventEmitter(), { writableFinished: false });
  const controller = new StatementController(statements, new StatementDocuments(statements, vocabulary, { facts: () => Promise.resolve([]) }), turn);
  const reply = { headers: () => undefined, raw };
  const ask = (accept: string, query: object = {}, agencyId = health) => controller.statement(agencyId, '2025-10', query, reader, accept, reply);
  return { swept, turn, raw, ask, document: () => controller.document(health, '2025-10', reader, 'text/html', reply) };
}
type Page = { readonly rows: readonly { readonly childId: string }[]; readonly next: string | null };
// What a client reads of the JSON.
const pageIn = (bytes: Buffer): Page => JSON.parse(bytes.toString('utf8')) as Page;

describe('A statement goes through the area', () => {
  it('in its turn, as page, as table and as document; who may not read it is told so all the same', async () => {
    const { turn, ask, document } = area();
    let finish = (): void => undefined;
    const another = turn.take(() => new Promise<void>((resolve) => (finish = resolve)));
    const all = [() => ask('application/json'), () => ask('text/csv'), () => document()];
    for (const asked of all) await expect(asked()).rejects.toMatchObject({ code: 'sweep-running' });
    await expect(ask('application/json', {}, care)).rejects.toMatchObject({ code: 'statement-of-another' });
    finish();
    await another;
    for (const asked of all) expect((await asked()).length).toBeGreaterThan(0);
  });

  it('while others are served, and no further once nobody waits for it', async () => {
    const { swept, raw, ask } = area();
    await ask('text/csv');
    expect([swept.children, swept.pauses]).toEqual([CHILDREN, CHILDREN / 8]);
    swept.onPause = () => void raw.emit('close');
    expect(await ask('text/csv')).toHaveLength(0);
    expect(swept.children).toBe(CHILDREN + 8);
  });
});

describe('A page of a statement that is provisional', () => {
  it('goes on where the one before ended, as long as nothing was closed', async () => {
    const { swept, ask } = area();
    const first = pageIn(await ask('application/json', { limit: '30' }));
    const second = pageIn(await ask('application/json', { limit: '30', cursor: first.next ?? '' }));
    expect([...first.rows, ...second.rows].map(({ childId }) => childId)).toEqual(Array.from({ length: CHILDREN }, (_each, n) => id(n + 1)));
    expect([second.next, swept.children]).toEqual([null, CHILDREN + 10]);
  });

  it('is refused once a month was closed since: its rows would come from two texts', async () => {
    const { swept, ask } = area();
    const { next } = pageIn(await ask('application/json', { limit: '30' }));
    swept.closings.push(closing);
    await expect(ask('application/json', { limit: '30', cursor: next ?? '' })).rejects.toMatchObject({ code: 'statement-cursor-stale' });
    const begunAgain = pageIn(await ask('application/json', { limit: '30' }));
    expect(pageIn(await ask('application/json', { limit: '30', cursor: begunAgain.next ?? '' })).rows).toHaveLength(10);
  });
});
