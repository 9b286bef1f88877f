import type { TermsOfReference } from '@accord/panel/contracts';
import { mostSeats, openQuestions, seatsFromDraft } from '@accord/panel/domain';
import type { PrintedRow, TermsAnswer, TermsDraft, TermsQuestion } from '@accord/panel/domain';
import { nameBasedId } from '@accord/shared/http';
import type { Id, Instant, LondonDate } from '@accord/shared/kernel';
import type { ReadStore } from '@accord/shared/read-store';

interface PanelTables {
  panels: { panel_id: string; name: string; kind: string; valid_from: string; draft_id: string | null; recorded_at: string };
  panel_terms: { panel_id: string; version: number; valid_from: string; terms: string; because: string | null; recorded_at: string };
  terms_drafts: { draft_id: string; title: string; read_on: string; sha256: string; notes: string; printed_rows: string; questions: string };
  terms_answers: { draft_id: string; row_number: number; about: string; answer: string; because: string; answered_on: string };
}

/** As at a day, as known at an instant; what is left out leaves nothing out. */
export interface AsOf {
  readonly asAt?: LondonDate;
  readonly knownAt?: Instant;
}

export interface PanelEntry {
  readonly panelId: string;
  readonly name: string;
  readonly kind: string;
  /** First day of the panel. */
  readonly from: string;
  /** Version of the terms of reference that are given: those in force on the day asked for, or else the latest. */
  readonly version: number;
  readonly termsOfReference: TermsOfReference;
}

export interface PanelInDetail extends PanelEntry {
  /** The printed composition from which its first seats came. */
  readonly draftId?: string;
  /** Every version until then, the first first. */
  readonly versions: readonly { readonly version: number; readonly from: string; readonly because?: string }[];
}

export interface TermsDraftEntry {
  readonly draftId: string;
  readonly title: string;
  readonly on: string;
  readonly sha256: string;
  readonly notes: readonly string[];
  readonly rows: readonly PrintedRow[];
  /** What was asked, and the answer that stands. */
  readonly questions: readonly (TermsQuestion & { readonly answer?: TermsAnswer; readonly because?: string; readonly answeredOn?: string })[];
  /** How many questions are still open. */
  readonly open: number;
  /** The seats, numbered as terms of reference name them; none while a question is open. */
  readonly seats: readonly { readonly number: number; readonly post: string; readonly standing: string; readonly agencyId: string }[];
}

/** Answers which panels the area has, under which terms of reference, and which compositions were read. */
export class PanelDirectory {
  constructor(private readonly store: ReadStore) {}

  /** The panels that there are by the day and were known by the instant. */
  async panels(asOf: AsOf = {}): Promise<{ readonly panels: readonly PanelEntry[] }> {
    const rows = await this.panelRows();
    const versions = await this.versionRows(asOf);
    return { panels: rows.flatMap((row) => entryOf(row, versions)) };
  }

  /** One panel; `undefined` where there is none, or was none by then. */
  async panel(panelId: string, asOf: AsOf = {}): Promise<PanelInDetail | undefined> {
    const [row] = await this.panelRows(panelId);
    if (row === undefined) return undefined;
    const versions = await this.versionRows(asOf, panelId);
    const [entry] = entryOf(row, versions);
    if (entry === undefined) return undefined;
    return {
      ...entry,
      ...(row.draft_id === null ? {} : { draftId: row.draft_id }),
      versions: versions.map(({ version, valid_from: from, because }) => ({ version, from, ...(because === null ? {} : { because }) })),
    };
  }

  /** A printed composition as it was read, with its questions; `undefined` where none was read under the id. */
  async termsDraft(draftId: Id<'terms-draft'>): Promise<TermsDraftEntry | undefined> {
    const tables = this.store.withTables<PanelTables>();
    const row = await tables
      .selectFrom('terms_drafts')
      .select(['title', 'read_on', 'sha256', 'notes', 'printed_rows', 'questions'])
      .where('draft_id', '=', draftId)
      .executeTakeFirst();
    if (row === undefined) return undefined;
    const answers = await tables
      .selectFrom('terms_answers')
      .select(['row_number', 'about', 'answer', 'because', 'answered_on'])
      .where('draft_id', '=', draftId)
      .execute();
    return draftEntry(draftId, row, answers);
  }

  private panelRows(panelId?: string) {
    const rows = this.store.withTables<PanelTables>().selectFrom('panels').select(['panel_id', 'name', 'kind', 'valid_from', 'draft_id']);
    const wanted = panelId === undefined ? rows : rows.where('panel_id', '=', panelId);
    return wanted.orderBy('name').orderBy('panel_id').execute();
  }

  private versionRows({ asAt, knownAt }: AsOf, panelId?: string) {
    let rows = this.store
      .withTables<PanelTables>()
      .selectFrom('panel_terms')
      .select(['panel_id', 'version', 'valid_from', 'terms', 'because']);
    if (panelId !== undefined) rows = rows.where('panel_id', '=', panelId);
    if (asAt !== undefined) rows = rows.where('valid_from', '<=', asAt);
    if (knownAt !== undefined) rows = rows.where('recorded_at', '<=', knownAt);
    return rows.orderBy('version').execute();
  }
}

type PanelRow = Pick<PanelTables['panels'], 'panel_id' | 'name' | 'kind' | 'valid_from'>;
type VersionRow = Pick<PanelTables['panel_terms'], 'panel_id' | 'version' | 'terms'>;

/** The panel under the last of its versions; nothing where none had begun. */
function entryOf({ panel_id: panelId, name, kind, valid_from: from }: PanelRow, versions: readonly VersionRow[]): PanelEntry[] {
  const latest = versions.findLast((each) => each.panel_id === panelId);
  if (latest === undefined) return [];
  // The projection wrote this text from the validated event.
  const termsOfReference = JSON.parse(latest.terms) as TermsOfReference;
  return [{ ...{ panelId, name, kind, from }, version: latest.version, termsOfReference }];
}

function draftEntry(
  draftId: Id<'terms-draft'>,
  row: Omit<PanelTables['terms_drafts'], 'draft_id'>,
  answerRows: readonly Omit<PanelTables['terms_answers'], 'draft_id'>[],
): TermsDraftEntry {
  // These casts are true: the projection wrote the texts from the validated events, each as the event's field is.
  const printed = { notes: JSON.parse(row.notes) as string[], rows: JSON.parse(row.printed_rows) as PrintedRow[] };
  // So is this one: the questions of the same event.
  const questions = JSON.parse(row.questions) as TermsQuestion[];
  // And this: the answer of a validated event.
  const answers = answerRows.map((each) => ({ ...each, answer: JSON.parse(each.answer) as TermsAnswer }));
  const draft: TermsDraft = {
    ...{ status: 'read', draftId, rows: printed.rows, questions },
    answers: answers.map(({ row_number, answer }) => ({ row: row_number, answer })),
  };
  return {
    ...{ draftId, title: row.title, on: row.read_on, sha256: row.sha256, ...printed },
    questions: questions.map((question) => {
      const given = answers.find((each) => each.row_number === question.row && each.about === question.about);
      return given === undefined ? question : { ...question, answer: given.answer, because: given.because, answeredOn: given.answered_on };
    }),
    open: openQuestions(draft).length,
    seats: numberedSeats(draft),
  };
}

/** The seats without ids: those are made when a panel is constituted. */
function numberedSeats(draft: TermsDraft): TermsDraftEntry['seats'] {
  // The brand: any ids serve to count the seats; none of them leaves this function.
  const ids = Array.from({ length: mostSeats }, (_, place) => nameBasedId('seat', draft.draftId, String(place)) as Id<'seat'>);
  const seats = seatsFromDraft(draft, ids);
  return seats.ok ? seats.value.map(({ post, standing, agencyId }, place) => ({ number: place + 1, post, standing, agencyId })) : [];
}
