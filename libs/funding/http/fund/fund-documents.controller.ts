import { editionOf, preferredEdition } from '@accord/shared/documents';
import type { EditionKind, WrittenDocument } from '@accord/shared/documents';
import { About, After, IdParam, IsInstantText, IsLondonDate, OneOf, Optional, Reader, Requires, Says, fault, field } from '@accord/shared/http';
import type { BytesOf, ReaderContext, Reply } from '@accord/shared/http';
import type { Id, Instant, LondonDate } from '@accord/shared/kernel';
import { Controller, Get, Headers, Query, Res } from '@nestjs/common';
import { found } from './fund.controller';
import { FundDocuments } from './fund-documents';
import type { FundReportAsked } from './fund-documents';

const POSITION = /^(0|[1-9]\d{0,14})$/;

export class AnnualReturnQuery {
  @IsLondonDate('A day of the financial year.')
  readonly year!: LondonDate;
  @Optional()
  @IsInstantText('Only what was recorded by then counts; left out, all does.')
  readonly knownAt?: Instant;
  @Optional()
  @field((value) => (typeof value === 'string' && POSITION.test(value) ? undefined : fault('position-malformed', 'Give upTo as the whole number that the earlier answer gave.')), {
    type: 'integer',
    minimum: 0,
    description: 'Only what is in the record up to this position, to have an earlier document again; left out, all does.',
  })
  readonly upTo?: string;
}

export class QuarterlyReportQuery extends AnnualReturnQuery {
  @OneOf(['1', '2', '3', '4'], 'Which quarter: 1 begins on 1 April.')
  readonly quarter!: '1' | '2' | '3' | '4';
}

const quarterOf = { '1': 1, '2': 2, '3': 3, '4': 4 } as const;

const EDITIONS = 'Once its days are over, as HTML, PDF or JSON, as `Accept` asks. With `knownAt` or `upTo` an earlier document is given again, byte for byte.';

/** What the manager of a pool gives the partners, as a page, as PDF, or as data. */
@Controller('v1/funds')
@About('Pooled funds')
export class FundDocumentsController {
  constructor(private readonly documents: FundDocuments) {}

  @Get(':id/quarterly-report')
  @Says("Writes the manager's quarterly report of a pooled fund to its partners", EDITIONS)
  @Requires('funding:read')
  @After('pooled-funds', 'funding-facts', 'names')
  quarterly(
    @IdParam('fund') id: Id<'fund'>,
    @Query() { year, quarter, knownAt, upTo }: QuarterlyReportQuery,
    @Reader() { today }: ReaderContext,
    @Headers('accept') accept: string | undefined,
    @Res({ passthrough: true }) reply: Reply,
  ): Promise<WrittenEdition> {
    return this.sent(id, { year, quarter: quarterOf[quarter], today, knownAt, ...numbered(upTo) }, { accept, reply });
  }

  @Get(':id/annual-return')
  @Says("Writes the manager's annual return of a pooled fund to its partners", EDITIONS)
  @Requires('funding:read')
  @After('pooled-funds', 'funding-facts', 'names')
  annual(
    @IdParam('fund') id: Id<'fund'>,
    @Query() { year, knownAt, upTo }: AnnualReturnQuery,
    @Reader() { today }: ReaderContext,
    @Headers('accept') accept: string | undefined,
    @Res({ passthrough: true }) reply: Reply,
  ): Promise<WrittenEdition> {
    return this.sent(id, { year, quarter: undefined, today, knownAt, ...numbered(upTo) }, { accept, reply });
  }

  private async sent(id: Id<'fund'>, asked: FundReportAsked, { accept, reply }: Asked): Promise<Buffer> {
    const { document, upTo, file } = found(await this.documents.report(id, asked));
    const { bytes, headers } = await editionOf(document, { kind: preferredEdition(accept), file, upTo });
    reply.headers({ ...headers });
    return bytes;
  }
}

interface Asked {
  readonly accept: string | undefined;
  readonly reply: Reply;
}

const numbered = (upTo: string | undefined) => (upTo === undefined ? {} : { upTo: Number(upTo) });

/** A document in the edition that the reader prefers. */
type WrittenEdition = BytesOf<WrittenDocument, Exclude<EditionKind, 'application/json'>>;
