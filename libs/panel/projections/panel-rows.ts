import type {
  PanelConstituted,
  TermsOfReference,
  TermsOfReferenceRead,
  TermsOfReferenceRevised,
  TermsQuestionAnswered,
} from '@accord/panel/contracts';
import type { Recorded } from '@accord/shared/event-contracts';
import type { ProjectionTable, RowChange } from '@accord/shared/projections';

/** What is recorded of panels, their terms of reference and the printed compositions that were read. */
export type OfPanels =
  | Recorded<typeof PanelConstituted>
  | Recorded<typeof TermsOfReferenceRevised>
  | Recorded<typeof TermsOfReferenceRead>
  | Recorded<typeof TermsQuestionAnswered>;

/** Panels, each version of their terms, the compositions read, and the answer that stands to each question. */
export const panelTables = {
  panels: {
    columns: { panel_id: 'text', name: 'text', kind: 'text', valid_from: 'text', draft_id: 'text?', recorded_at: 'text' },
    key: ['panel_id'],
  },
  panel_terms: {
    columns: { panel_id: 'text', version: 'integer', valid_from: 'text', terms: 'json', because: 'text?', recorded_at: 'text' },
    key: ['panel_id', 'version'],
  },
  terms_drafts: {
    columns: {
      ...{ draft_id: 'text', title: 'text', read_on: 'text', sha256: 'text', notes: 'json', printed_rows: 'json' },
      ...{ questions: 'json', recorded_at: 'text' },
    },
    key: ['draft_id'],
  },
  terms_answers: {
    columns: {
      ...{ draft_id: 'text', row_number: 'integer', about: 'text', answer: 'json', because: 'text' },
      ...{ answered_on: 'text', recorded_at: 'text' },
    },
    key: ['draft_id', 'row_number', 'about'],
  },
} as const satisfies Readonly<Record<string, ProjectionTable>>;

/** The rows that an event about a panel or a printed composition changes. */
export function panelRows(body: OfPanels, recorded_at: string): readonly RowChange[] {
  switch (body.type) {
    case 'PanelConstituted': {
      const { panelId: panel_id, name, kind, from: valid_from, draftId: draft_id, termsOfReference } = body.data;
      return [
        { put: 'panels', row: { panel_id, name, kind, valid_from, draft_id, recorded_at } },
        versionRow({ panel_id, version: 1, valid_from, because: null, recorded_at }, termsOfReference),
      ];
    }
    case 'TermsOfReferenceRevised': {
      const { panelId: panel_id, version, from: valid_from, because, termsOfReference } = body.data;
      return [versionRow({ panel_id, version, valid_from, because, recorded_at }, termsOfReference)];
    }
    case 'TermsOfReferenceRead': {
      const { draftId: draft_id, title, on: read_on, sha256, notes, rows, questions } = body.data;
      const printed = { notes: JSON.stringify(notes), printed_rows: JSON.stringify(rows), questions: JSON.stringify(questions) };
      return [{ put: 'terms_drafts', row: { draft_id, title, read_on, sha256, ...printed, recorded_at } }];
    }
    case 'TermsQuestionAnswered': {
      const { draftId: draft_id, on: answered_on, row: row_number, answer, because } = body.data;
      const given = { about: answer.about, answer: JSON.stringify(answer), because };
      return [{ put: 'terms_answers', row: { draft_id, row_number, ...given, answered_on, recorded_at } }];
    }
  }
}

const versionRow = (row: Extract<RowChange, { put: string }>['row'], terms: TermsOfReference): RowChange => ({
  put: 'panel_terms',
  row: { ...row, terms: JSON.stringify(terms) },
});
