import { demonstration } from '@accord/composition';
import { DatabaseSync } from 'node:sqlite';
import { join } from 'node:path';
import { startArea } from './area-under-test';
import type { AreaUnderTest } from './area-under-test';
import { done, problemIn } from './person';
import type { Answer, Person } from './person';
import { operationBody, positionIn } from './story';

const { childId, decisionId, agreementId } = demonstration;
const autumn = 'from=2025-09-01&to=2025-12-01';
const NOBODY = '01940000-0000-7000-8000-00000000dead';

let area: AreaUnderTest;
let auditor: Person;
let position: number;

beforeAll(async () => {
  area = await startArea();
  auditor = await area.person('auditor');
  const keyWorker = await area.person('key-worker');
  position = positionIn(done(await keyWorker.post(`/v1/children/${childId}/operations`, operationBody)));
});
afterAll(() => area.stop());

const replay = async (path: string, more = ''): Promise<Answer> => done(await auditor.get(`/v1/${path}/replay?${autumn}&after=${position}${more}`));
const table = (path: string, accept: string): Promise<Answer> => auditor.send(`/v1/${path}/replay?${autumn}`, { headers: { Accept: accept } });
interface Segment {
  readonly childId: string;
  readonly from: string;
  readonly to: string;
  readonly why: { readonly kind: string; readonly agreementId?: string };
  readonly agreementVersion: number | null;
  readonly amounts: readonly { readonly agencyId: string; readonly pence: number }[];
}
const segmentsIn = ({ body }: Answer) => body['segments'] as readonly Segment[];
interface Totals {
  readonly costPence: number;
  readonly agencies: readonly { readonly agencyId: string; readonly agency: string; readonly pence: number }[];
}
const totalsIn = ({ body }: Answer) => body['totals'] as Totals;

describe('An auditor who replays who pays', () => {
  it('for a child reads that the record and the read models agree, to the totals that who pays gives', async () => {
    const answer = await replay(`children/${childId}`);
    expect(answer.body).toMatchObject({ verdict: 'agrees', event: null, figure: null, storedTotals: null, question: { about: 'child', id: childId } });
    expect(answer.body['says']).toMatch(/^Agrees: the record, replayed, and what is stored are the same: in all £/);
    const asked = done(await auditor.get(`/v1/children/${childId}/who-pays?${autumn}`));
    expect(totalsIn(answer)).toEqual(asked.body['totals']);
    expect(segmentsIn(answer)).toHaveLength((asked.body['liabilities'] as readonly unknown[]).length);
  });

  it('for a decision and for an agreement reads their own days alone', async () => {
    const [ofChild, ofDecision, ofAgreement] = [await replay(`children/${childId}`), await replay(`decisions/${decisionId}`), await replay(`agreements/${agreementId}`)];
    expect([ofDecision, ofAgreement].map(({ body }) => body['verdict'])).toEqual(['agrees', 'agrees']);
    expect(segmentsIn(ofDecision).length).toBeGreaterThan(0);
    expect(segmentsIn(ofAgreement)).toEqual(
      segmentsIn(ofChild).filter(({ why }) => why.kind === 'standing-agreement' && why.agreementId === agreementId),
    );
    expect(segmentsIn(ofAgreement)).toMatchObject([{ childId, from: '2025-10-06', to: '2025-11-17', agreementVersion: 1 }]);
  });

  it('reads the same bytes again, as JSON and as CSV', async () => {
    const path = `agreements/${agreementId}`;
    expect((await replay(path)).text).toBe((await replay(path)).text);
    const [one, two] = [done(await table(path, 'text/csv')), done(await table(path, 'text/csv, application/json;q=0.5'))];
    expect(one.headers.get('content-type')).toBe('text/csv; charset=utf-8; header=present');
    expect(one.text).toBe(two.text);
    expect(one.text.split('\r\n')[0]).toMatch(/^row,child_id,decision_id,line_id,/);
    const { costPence } = totalsIn(await replay(path));
    expect(one.text).toContain(`\r\ntotal,,,,,,,,,${costPence},${costPence},,,,,,,,\r\n`);
  });

  it('reads JSON where CSV is not preferred', async () => {
    for (const accept of ['*/*', 'application/json', 'text/csv;q=0.5, application/json']) {
      expect(done(await table(`children/${childId}`, accept)).headers.get('content-type')).toMatch(/^application\/json/);
    }
  });

  it('is told what is wrong with a question that has no answer', async () => {
    const code = async (path: string) => problemIn(await auditor.get(`/v1/${path}`)).code;
    expect(await code(`children/${NOBODY}/replay?${autumn}`)).toBe('not-found');
    expect(await code(`decisions/${NOBODY}/replay?${autumn}`)).toBe('not-found');
    expect(await code(`agreements/${NOBODY}/replay?${autumn}`)).toBe('not-found');
    expect(await code(`agreements/after-surgery/replay?${autumn}`)).toBe('not-an-id');
    expect(await code(`children/${childId}/replay?${autumn}&knownAt=2025-01-01T09:00:00Z`)).toBe('not-found');
    expect(await code(`children/${childId}/replay?from=2000-01-01&to=2031-01-01`)).toBe('window-too-long');
    expect(await code(`children/${childId}/replay?from=2025-12-01&to=2025-09-01`)).toBe('period-ends-before-it-begins');
    expect(await code(`children/${childId}/replay?${autumn}&upTo=soon`)).toBe('position-malformed');
    expect(await code(`children/${childId}/replay?${autumn}&format=xls`)).toBe('unknown-parameter');
  });
});

describe('Who pays over time', () => {
  const series = (more: string) => auditor.get(`/v1/children/${childId}/who-pays/series?${more}`);
  interface Series {
    readonly agencies: readonly { readonly agencyId: string; readonly agency: string; readonly series: readonly (readonly [string, number])[] }[];
    readonly cost: readonly (readonly [string, number])[];
  }

  it.each(['month', 'week'])('comes by %s, noughts included, and sums to what is paid', async (step) => {
    const { cost, agencies } = done(await series(`from=2025-08-01&to=2025-12-10&step=${step}`)).body as unknown as Series;
    const { agencies: totals } = done(await auditor.get(`/v1/children/${childId}/who-pays?from=2025-08-01&to=2025-12-10`)).body['totals'] as Totals;
    const sums = agencies.map(({ agencyId, agency, series: points }) => ({ agencyId, agency, pence: points.reduce((sum, [, pence]) => sum + pence, 0) }));
    expect(sums).toEqual(totals);
    const starts = cost.map(([start]) => start);
    expect(starts.slice(0, 2)).toEqual(step === 'month' ? ['2025-08-01', '2025-09-01'] : ['2025-08-01', '2025-08-08']);
    expect(starts).toHaveLength(step === 'month' ? 5 : 19);
    for (const { series: points } of agencies) expect(points.map(([start]) => start)).toEqual(starts);
    expect(cost[0]).toEqual(['2025-08-01', 0]);
  });

  it('of nobody, or without a step, is refused', async () => {
    expect(problemIn(await series(autumn)).status).toBe(422);
    expect(problemIn(await auditor.get(`/v1/children/${NOBODY}/who-pays/series?${autumn}&step=month`)).code).toBe('not-found');
  });
});

describe('A figure altered behind the system’s back', () => {
  beforeAll(() => {
    const database = new DatabaseSync(join(area.folder, 'read.sqlite'));
    const tables = database.prepare("select name from sqlite_master where type = 'table' and name like '%child_funding_facts%'").all();
    // The column is text.
    const [name] = tables.map((row) => row['name'] as string);
    const altered = database.prepare(`update "${name}" set data = replace(data, '"weeklyPence":184735', '"weeklyPence":184805') where data like '%184735%'`).run();
    database.close();
    expect(Number(altered.changes)).toBe(1);
  });

  it.each([
    ['child', `children/${childId}`, '2025-09-01'],
    ['decision', `decisions/${decisionId}`, '2025-09-01'],
    ['agreement', `agreements/${agreementId}`, '2025-10-06'],
  ])('makes the verdict on the %s disagree, naming the event and the figure', async (_about, path, day) => {
    const answer = await replay(path);
    expect(answer.body).toMatchObject({
      verdict: 'disagrees',
      event: {
        ...{ kind: 'altered', type: 'DecisionRecorded', stream: `decision-${decisionId}`, childId },
        ...{ at: expect.stringMatching(/^data\.lines\.\d\.rates\.0\.weeklyPence$/), recorded: 184_735, stored: 184_805 },
      },
      figure: { childId, decisionId, day },
    });
    const { figure, event, storedTotals, says } = answer.body as unknown as {
      readonly figure: { readonly recordedPence: number; readonly storedPence: number; readonly event: { readonly eventId: string } };
      readonly event: { readonly eventId: string };
      readonly storedTotals: Totals;
      readonly says: string;
    };
    expect(figure.storedPence).toBeGreaterThan(figure.recordedPence);
    expect(figure.event.eventId).toBe(event.eventId);
    expect(storedTotals.costPence).toBeGreaterThan(totalsIn(answer).costPence);
    expect(says).toContain(event.eventId);
    expect(done(await table(path, 'text/csv')).text).toContain(`\r\nfigure,${childId},${decisionId},`);
  });

  it('leaves the verdict on a time before it was known alone', async () => {
    const opening = (await area.stores.events.readStream(`child-${childId}`))?.[0]?.recordedAt ?? '';
    expect((await replay(`children/${childId}`, `&knownAt=${opening}`)).body['verdict']).toBe('agrees');
  });
});
