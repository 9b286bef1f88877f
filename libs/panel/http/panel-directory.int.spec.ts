import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { panelEvents } from '@accord/panel/contracts';
import { directory } from '@accord/panel/projections';
import { catalogueOf } from '@accord/shared/event-contracts';
import { idFrom, londonDate } from '@accord/shared/kernel';
import type { Id, LondonDate } from '@accord/shared/kernel';
import { openReadStore, projectionProgress, runProjections } from '@accord/shared/read-store';
import type { ReadStore } from '@accord/shared/read-store';
import { InMemoryEventStore, RecordInMemory, anEvent, appended, sealedData } from '@accord/shared/testing';
import type { ClearEvent } from '@accord/shared/testing';
import { PanelDirectory } from './panel-directory';

const id = (number: number): string => `01940000-0000-7000-8000-${String(number).padStart(12, '0')}`;
function draftNumbered(number: number): Id<'terms-draft'> {
  const made = idFrom<'terms-draft'>(id(number));
  if (made === undefined) throw new Error('The spec made an id that is none.');
  return made;
}
function day(text: string): LondonDate {
  const date = londonDate(text);
  if (!date.ok) throw new Error(date.because);
  return date.value;
}

const catalogue = catalogueOf(panelEvents);
const [panelId, laterPanel, agencyId] = [id(301), id(302), id(101)];
const terms = (members: number) => ({
  seats: [{ seatId: id(201), agencyId, post: 'Chair', standing: 'voting', deputies: 'none', deputyPosts: [] }],
  quorum: { members, agencies: [] },
  ...{ decisionMode: 'consensus', decisionMakerSeatId: null, chairs: [id(201)], ratifiers: [], papersNotice: 0, urgent: null },
  commitment: { authority: 'of-the-panel', weeklyLimitPence: null, categories: ['nursing'] },
});
const constituted = (of: string, name: string, from: string): ClearEvent => ({
  type: 'PanelConstituted',
  data: { panelId: of, name, kind: 'continuing-care', from, termsOfReference: terms(1), draftId: null },
});
const revised: ClearEvent = {
  type: 'TermsOfReferenceRevised',
  data: { panelId, version: 2, from: '2026-01-01', termsOfReference: terms(2), because: 'Yearly review' },
};

const draftId = draftNumbered(350);
const asked = (row: number, about: string) => ({ row, about, asks: `What of row ${row}?` });
const read = (of: string): ClearEvent => ({
  type: 'TermsOfReferenceRead',
  data: {
    ...{ draftId: of, on: '2025-03-01', title: 'Composition', sha256: 'ab'.repeat(32), notes: ['As printed'] },
    rows: [
      { row: 2, role: 'Director', number: '2', voting: 'Voting' },
      { row: 3, role: 'Others', number: 'See next slide', voting: 'Non-Voting' },
    ],
    questions: [asked(2, 'seat-agency'), asked(3, 'seat-count'), asked(3, 'seat-agency')],
  },
});
const answered = (row: number, answer: object): ClearEvent => ({
  type: 'TermsQuestionAnswered',
  data: { draftId, on: '2025-03-02', row, answer, because: 'The next slide' },
});

const folder = mkdtempSync(join(tmpdir(), 'accord-panel-directory-'));
let store: ReadStore;
let panels: PanelDirectory;
let stopProjecting: () => Promise<void>;
beforeAll(async () => {
  store = await openReadStore({ engine: 'sqlite', file: join(folder, 'read.sqlite') });
  panels = new PanelDirectory(store);
  let minute = 0;
  const events = new InMemoryEventStore(new RecordInMemory(() => `2025-10-01T12:0${minute}:00.000Z`));
  const runner = runProjections({ store, events, catalogue, projections: [directory] });
  stopProjecting = () => runner.stop();
  await runner.ready;
  const recorded = [
    ...[constituted(panelId, 'Continuing care panel', '2025-04-01'), constituted(laterPanel, 'A later panel', '2025-09-01'), revised],
    ...[read(draftId), answered(2, { about: 'seat-agency', agencyId }), answered(3, { about: 'seat-count', count: 0 }), read(id(351))],
  ];
  for (const { type, data } of recorded) {
    const definition = catalogue.check(type, data);
    const event = anEvent({ type, schemaVersion: definition.version, data: sealedData(definition, data) });
    await appended(events, `${definition.stream}-${event.id}`, [event]);
    minute += 1;
  }
  await projectionProgress(store).waitFor(['directory'], await events.head(), 10_000);
});
afterAll(async () => {
  await stopProjecting();
  await store.close();
  rmSync(folder, { recursive: true });
});

describe('The panels of an area', () => {
  it('are listed by name, each under its latest terms of reference', async () => {
    const found = await panels.panels();
    expect(found.panels.map(({ name, version }) => [name, version])).toEqual([
      ['A later panel', 1],
      ['Continuing care panel', 2],
    ]);
  });

  it('are those that there were by a day, under the terms that held then', async () => {
    const inJune = await panels.panels({ asAt: day('2025-06-01') });
    expect(inJune.panels).toEqual([
      {
        ...{ panelId, name: 'Continuing care panel', kind: 'continuing-care', from: '2025-04-01' },
        ...{ version: 1, termsOfReference: terms(1) },
      },
    ]);
    expect((await panels.panels({ asAt: day('2025-03-31') })).panels).toEqual([]);
  });

  it('are those that were known by a moment', async () => {
    expect((await panels.panels({ knownAt: '2025-10-01T12:00:00.000Z' })).panels.map(({ name }) => name)).toEqual(['Continuing care panel']);
  });
});

describe('One panel', () => {
  it('shows every version of its terms of reference and why it was made', async () => {
    expect(await panels.panel(panelId)).toEqual({
      ...{ panelId, name: 'Continuing care panel', kind: 'continuing-care', from: '2025-04-01', version: 2, termsOfReference: terms(2) },
      versions: [
        { version: 1, from: '2025-04-01' },
        { version: 2, from: '2026-01-01', because: 'Yearly review' },
      ],
    });
  });

  it('shows on an earlier day, or as known earlier, the terms that held', async () => {
    expect(await panels.panel(panelId, { asAt: day('2025-12-31') })).toMatchObject({ version: 1, termsOfReference: terms(1) });
    expect(await panels.panel(panelId, { knownAt: '2025-10-01T12:01:30.000Z' })).toMatchObject({ version: 1 });
  });

  it('is none before its first day, and none that nobody constituted', async () => {
    expect(await panels.panel(panelId, { asAt: day('2025-03-31') })).toBeUndefined();
    expect(await panels.panel(id(399))).toBeUndefined();
  });
});

describe('A printed composition that was read', () => {
  it('shows what is printed, what is asked, and the answer that stands', async () => {
    const found = await panels.termsDraft(draftId);
    expect(found).toMatchObject({ draftId, title: 'Composition', on: '2025-03-01', notes: ['As printed'] });
    expect(found?.rows.map(({ number }) => number)).toEqual(['2', 'See next slide']);
    expect(found?.questions).toEqual([
      { ...asked(2, 'seat-agency'), answer: { about: 'seat-agency', agencyId }, because: 'The next slide', answeredOn: '2025-03-02' },
      { ...asked(3, 'seat-count'), answer: { about: 'seat-count', count: 0 }, because: 'The next slide', answeredOn: '2025-03-02' },
      asked(3, 'seat-agency'),
    ]);
  });

  it('numbers its seats once nothing is open: of a row without seats nothing more is asked', async () => {
    const found = await panels.termsDraft(draftId);
    expect([found?.open, found?.seats]).toEqual([
      0,
      [1, 2].map((number) => ({ number, post: 'Director', standing: 'voting', agencyId })),
    ]);
    expect(await panels.termsDraft(draftNumbered(351))).toMatchObject({ open: 3, seats: [] });
  });

  it('is none under an id under which none was read', async () => {
    expect(await panels.termsDraft(draftNumbered(399))).toBeUndefined();
  });
});
