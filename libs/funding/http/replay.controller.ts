import type { ReplaySubject } from '@accord/funding/domain';
import { About, After, IdParam, Requires, Says, granted, problem } from '@accord/shared/http';
import type { Reply } from '@accord/shared/http';
import type { Id } from '@accord/shared/kernel';
import { Controller, Get, Headers, Query, Res } from '@nestjs/common';
import { askedWindow } from './asked-window';
import { ReplayQuery } from './replay-bodies';
import { ReplayReports } from './replay-report';
import type { ReplayReport } from './replay-report';
import { replayAsTable } from './replay-table';
import { tableOrJson } from './table-or-json';
import type { TableOrJson } from './table-or-json';

const VERDICT = 'The verdict is that what is stored agrees, or names the first event and the first amount where they part. JSON, or CSV where `Accept` asks. Up to the same position (`upTo`) it has the same bytes.';

/** Who pays, folded again from the record alone, with a verdict on what is stored; JSON, or CSV where `Accept` asks. */
@Controller('v1')
@About('What if and replay')
export class ReplayController {
  constructor(private readonly reports: ReplayReports) {}

  @Get('children/:id/replay')
  @Says('Replays who pays for a child from the record alone, with a verdict on what is stored', VERDICT)
  @Requires('audit:read')
  @After('funding-facts', 'pooled-funds', 'names')
  child(
    @IdParam('child') id: Id<'child'>,
    @Query() query: ReplayQuery,
    @Headers('accept') accept: string | undefined,
    @Res({ passthrough: true }) reply: Reply,
  ): Promise<TableOrJson<ReplayReport>> {
    return this.sent({ about: 'child', id }, { query, accept, reply });
  }

  @Get('decisions/:id/replay')
  @Says('Replays who pays for the lines of a decision from the record alone', VERDICT)
  @Requires('audit:read')
  @After('funding-facts', 'pooled-funds', 'names')
  decision(
    @IdParam('decision') id: Id<'decision'>,
    @Query() query: ReplayQuery,
    @Headers('accept') accept: string | undefined,
    @Res({ passthrough: true }) reply: Reply,
  ): Promise<TableOrJson<ReplayReport>> {
    return this.sent({ about: 'decision', id }, { query, accept, reply });
  }

  @Get('agreements/:id/replay')
  @Says('Replays who pays on the days that an agreement rules, from the record alone', VERDICT)
  @Requires('audit:read')
  @After('funding-facts', 'pooled-funds', 'names')
  agreement(
    @IdParam('agreement') id: Id<'agreement'>,
    @Query() query: ReplayQuery,
    @Headers('accept') accept: string | undefined,
    @Res({ passthrough: true }) reply: Reply,
  ): Promise<TableOrJson<ReplayReport>> {
    return this.sent({ about: 'agreement', id }, { query, accept, reply });
  }

  @Get('funds/:id/replay')
  @Says("Replays what a pooled fund pays for lines, with the partners' shares in name", VERDICT)
  @Requires('audit:read')
  @After('funding-facts', 'pooled-funds', 'names')
  fund(
    @IdParam('fund') id: Id<'fund'>,
    @Query() query: ReplayQuery,
    @Headers('accept') accept: string | undefined,
    @Res({ passthrough: true }) reply: Reply,
  ): Promise<TableOrJson<ReplayReport>> {
    return this.sent({ about: 'fund', id }, { query, accept, reply });
  }

  private async sent(subject: ReplaySubject, { query, accept, reply }: Asked): Promise<TableOrJson<ReplayReport>> {
    const window = granted(askedWindow(query));
    const { step, asAt, knownAt } = query;
    const upTo = query.upTo === undefined ? undefined : Number(query.upTo);
    const report = await this.reports.report({ subject, window, step, asAt, knownAt, upTo });
    if (report === undefined) throw problem('not-found', `No ${subject.about} with this id was on record at that time.`);
    return tableOrJson(accept, reply, { name: `replay-${subject.about}`, json: report, table: () => replayAsTable(report), upTo: report.question.upTo });
  }
}

interface Asked {
  readonly query: ReplayQuery;
  readonly accept: string | undefined;
  readonly reply: Reply;
}
