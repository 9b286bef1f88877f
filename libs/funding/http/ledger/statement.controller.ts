import { shortMonth } from '@accord/funding/domain';
import { About, After, IdParam, Reader, Requires, Says, granted, pageOf } from '@accord/shared/http';
import type { BytesOf, Page, ReaderContext } from '@accord/shared/http';
import { isId } from '@accord/shared/kernel';
import type { Id } from '@accord/shared/kernel';
import { editionOf, preferredEdition } from '@accord/shared/documents';
import type { EditionKind, WrittenDocument } from '@accord/shared/documents';
import { Controller, Get, Headers, Param, Query, Res } from '@nestjs/common';
import { prefersTable } from '../table-asked';
import { SweepTurn } from '../sweep-turn';
import type { WatchedReply } from '../sweep-turn';
import { StatementQuery } from './accounts-bodies';
import { AgencyStatements } from './agency-statements';
import type { RowCursor, StatementPage } from './agency-statements';
import type { StatementAsked } from './statement-asked';
import { StatementDocuments } from './statement-document';

/** The monthly statement of an agency: JSON in pages, CSV whole, and as a document to read and to print. */
@Controller('v1/agencies')
@About('Statements and accounts')
export class StatementController {
  constructor(
    private readonly statements: AgencyStatements,
    private readonly documents: StatementDocuments,
    private readonly turn: SweepTurn,
  ) {}

  @Get(':id/statements/:month')
  @Says(
    "Tells an agency's statement of a month: own shares, recharges and adjustments",
    'JSON in pages, or CSV whole where `Accept` asks. Of a closed month the same bytes for ever, held against the hash kept at its closing; of an open one it is provisional. ' +
      'For the agency itself, for those to which its functions have passed, and for those who audit.',
  )
  @Requires('statement:read')
  @After('funding-facts', 'pooled-funds', 'names')
  async statement(
    @IdParam('agency') agencyId: Id<'agency'>,
    @Param('month') month: string,
    @Query() query: StatementQuery,
    @Reader() reader: ReaderContext,
    @Headers('accept') accept: string | undefined,
    @Res({ passthrough: true }) reply: WatchedReply,
  ): Promise<BytesOf<StatementPage, 'text/csv'>> {
    const asked = granted(await this.statements.asked({ agencyId, month, reader }));
    return prefersTable(accept) ? this.table(asked, reply) : this.page(asked, pageOf(query, isRowCursor), reply);
  }

  private async page(found: StatementAsked, page: Page<RowCursor>, reply: WatchedReply): Promise<BytesOf<StatementPage, 'text/csv'>> {
    const answered = await this.turn.takeFor(reply, async (watch) => granted(await this.statements.page(found, page, watch)));
    if (answered === undefined) return Buffer.alloc(0);
    const { asked, body } = answered;
    reply.headers({ 'content-type': 'application/json; charset=utf-8', 'vary': 'Accept, Authorization', 'accord-position': String(asked.basis.upTo) });
    return Buffer.from(JSON.stringify(body), 'utf8');
  }

  private async table(asked: StatementAsked, reply: WatchedReply): Promise<Buffer> {
    const whole = await this.turn.takeFor(reply, (watch) => this.statements.table(asked, watch));
    if (whole === undefined) return Buffer.alloc(0);
    const { csv, check } = whole;
    const standing = asked.closed === undefined ? 'provisional' : 'closed';
    reply.headers({
      'content-type': 'text/csv; charset=utf-8; header=present',
      'content-disposition': `attachment; filename="statement-${shortMonth(asked.month)}-${standing}.csv"`,
      ...{ 'vary': 'Accept, Authorization', 'etag': `"${check.sha256}"`, 'accord-position': String(asked.basis.upTo), 'accord-statement': standing },
      ...(check.met === null ? {} : { 'accord-statement-as-closed': check.met ? 'yes' : 'no' }),
    });
    return Buffer.from(csv, 'utf8');
  }

  @Get(':id/statements/:month/document')
  @Says(
    "Writes an agency's statement of a month as a document to read and to print",
    'HTML, PDF or JSON, as `Accept` asks. It says what the statement comes to, and not each row. For the agency itself, for those to which its functions have passed, and for those who audit.',
  )
  @Requires('statement:read')
  @After('funding-facts', 'pooled-funds', 'names')
  async document(
    @IdParam('agency') agencyId: Id<'agency'>,
    @Param('month') month: string,
    @Reader() reader: ReaderContext,
    @Headers('accept') accept: string | undefined,
    @Res({ passthrough: true }) reply: WatchedReply,
  ): Promise<WrittenEdition> {
    const asked = granted(await this.statements.asked({ agencyId, month, reader }));
    const document = await this.turn.takeFor(reply, (watch) => this.documents.document(asked, reader.now, watch));
    if (document === undefined) return Buffer.alloc(0);
    const { bytes, headers } = await editionOf(document, { kind: preferredEdition(accept), file: `statement-${month}`, upTo: asked.basis.upTo });
    reply.headers({ ...headers });
    return bytes;
  }
}

function isRowCursor(value: unknown): value is RowCursor {
  if (typeof value !== 'object' || value === null || !('child' in value) || !('row' in value) || !('upTo' in value) || !('text' in value)) return false;
  return isId(value.child) && typeof value.text === 'string' && [value.row, value.upTo].every((count) => typeof count === 'number' && Number.isSafeInteger(count) && count >= 0);
}

/** A document in the edition that the reader prefers. */
type WrittenEdition = BytesOf<WrittenDocument, Exclude<EditionKind, 'application/json'>>;
