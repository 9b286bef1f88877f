import { childOpened, cursorIn, day, empty, health, history, id, lineOfSam, recordAsRead, robin } from './sample-history';
import type { RecordAsRead } from './sample-history';

let timeline: RecordAsRead['timeline'];
let vocabulary: RecordAsRead['vocabulary'];
let personalData: RecordAsRead['personalData'];
let happened: RecordAsRead['happened'];
let stop: RecordAsRead['stop'];

beforeAll(async () => {
  ({ timeline, vocabulary, personalData, happened, stop } = await recordAsRead());
  await history(happened);
});
afterAll(() => stop());

describe("A child's timeline", () => {
  const page = (limit: number, asOf: object = {}, next?: string) =>
    timeline.page({ childId: robin, ...asOf, page: { limit, cursor: next === undefined ? undefined : cursorIn(next) } });
  const said = (found: Awaited<ReturnType<typeof page>>) => found?.entries.map(({ effectiveOn, says }) => `${effectiveOn}: ${says}`);
  const whole = [
    '2025-06-02: The record of Robin Ashdown was opened.',
    '2025-09-01: Operation on 1 September 2025: Operation 901.',
    '2025-10-06: Operation on 6 October 2025: Operation 903.',
    '2025-10-06: Operation on 6 October 2025: Operation 902.',
    '2025-10-07: Operation on 7 October 2025: Operation 904.',
  ];

  it('goes by the days on which things became true; on one day by the order of the record', async () => {
    expect(said(await page(50))).toEqual(whole);
  });

  it.each([1, 2, 3, 4])('gives the same in pages of %d, each once, also within one day', async (limit) => {
    const pages: string[][] = [];
    let found = await page(limit);
    pages.push(said(found) ?? []);
    while (found?.next !== undefined) {
      found = await page(limit, {}, found.next);
      pages.push(said(found) ?? []);
    }
    expect(pages.flat()).toEqual(whole);
    expect(pages).toHaveLength(Math.ceil(whole.length / limit));
  });

  it('says nothing of a next page at the end, also where the last page is full', async () => {
    expect(await page(5)).not.toHaveProperty('next');
    expect(await page(6)).not.toHaveProperty('next');
    expect(await page(4)).toHaveProperty('next');
  });

  it('as at a day leaves out what was not true yet', async () => {
    expect(said(await page(50, { asAt: day('2025-10-06') }))).toEqual(whole.slice(0, 4));
    expect(said(await page(50, { asAt: day('2025-06-01') }))).toEqual([]);
  });

  it('as known at an instant leaves out what was recorded later, also where it was true before', async () => {
    expect(said(await page(50, { knownAt: '2025-10-08T09:01:00.000Z' }))).toEqual([whole[0], whole[2], whole[3]]);
  });

  it('has the details, and who recorded them', async () => {
    const found = await page(2);
    expect(found?.entries[1]).toMatchObject({
      ...{ type: 'OperationRecorded', stream: `child-${robin}`, revision: 3, recordedAt: '2025-10-09T09:00:00.000Z' },
      by: { actor: 'person-1', agencyId: health, agency: 'Somerset ICB', role: 'key-worker' },
      details: { childId: robin, operationId: id(901), on: '2025-09-01', procedure: 'Operation 901' },
    });
  });

  it('of a child of whom there is no record is none', async () => {
    expect(await timeline.page({ childId: empty, page: { limit: 5, cursor: undefined } })).toBeUndefined();
  });

  it('of a child whose record was opened later is none, as known before', async () => {
    expect(await page(5, { knownAt: '2025-10-01T09:00:59.999Z' })).toBeUndefined();
    expect(await page(5, { knownAt: '2025-10-01T09:01:00.000Z', asAt: day('2025-06-01') })).toEqual({ entries: [] });
  });

  it('of a child who was erased keeps what happened and when, without a word about the child', async () => {
    await happened(id(802), { on: '2025-10-13T09:00:00.000Z', ...childOpened(id(802), 'Sam Cole') });
    personalData.erase(id(802));
    const found = await timeline.page({ childId: id(802), page: { limit: 5, cursor: undefined } });
    expect(found?.entries).toMatchObject([
      {
        says: 'The record of [erased] was opened.',
        details: { childId: id(802), openedOn: '2025-06-02', name: null, dateOfBirth: null },
      },
    ]);
    expect(JSON.stringify(found)).not.toMatch(/Sam|2016/);
  });

  it('calls an agency by its name as soon as it is registered', async () => {
    expect((await vocabulary.words()).agency(id(109))).toBe(`agency ${id(109)}`);
    await happened(id(109), {
      ...{ on: '2025-10-13T09:01:00.000Z', type: 'AgencyRegistered' },
      data: { agencyId: id(109), name: 'Somerset Council', kind: 'council-social-care', validFrom: '2022-07-01' },
    });
    expect((await vocabulary.words()).agency(id(109))).toBe('Somerset Council');
  });
});

describe('What happened to a package line', () => {
  beforeAll(() => lineOfSam(happened));

  it('is told of the line by its category, also where the decision stands on no page; where no decision is known, of a line', async () => {
    const found = await timeline.page({ childId: id<'child'>(802), page: { limit: 50, cursor: undefined } });
    const said = found?.entries.map(({ says }) => says) ?? [];
    expect(said).toContain('The nursing line goes on from 13 October 2025.');
    expect(said).toContain('The package line pauses from 10 October 2025 (a stay in hospital); all of what it costs stays payable.');
    const last = await timeline.page({ childId: id<'child'>(802), page: { limit: 1, cursor: ['2025-10-12', 0] } });
    expect(last?.entries.map(({ says }) => says)).toEqual(['The nursing line goes on from 13 October 2025.']);
  });
});
