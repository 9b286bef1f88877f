import { IsText, PagedQuery } from '@accord/shared/http';

export class CloseMonthBody {
  @IsText(20, 'The month, as 2025-10.')
  readonly month!: string;
}

export class CloseYearBody {
  @IsText(20, 'The financial year, as 2025/26.')
  readonly year!: string;
}

/** Rows of a statement as JSON come in pages; as CSV and as a document it is whole. */
export class StatementQuery extends PagedQuery {}
