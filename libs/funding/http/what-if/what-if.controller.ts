import type { SweepWatch, WhatIfQuestion, WhatIfSubject } from '@accord/funding/application';
import { About, After, Requires, Says, granted, problem } from '@accord/shared/http';
import { Body, Controller, Headers, HttpCode, Post, Res } from '@nestjs/common';
import { askedWindow } from '../asked-window';
import { tableOrJson } from '../table-or-json';
import type { TableOrJson } from '../table-or-json';
import { changesOf } from './changes-of-body';
import { SweepTurn } from '../sweep-turn';
import type { WatchedReply } from '../sweep-turn';
import { WhatIfBody } from './what-if-bodies';
import { WhatIfReports } from './what-if-report';
import type { WhatIfReport } from './what-if-report';
import { whatIfAsTable } from './what-if-table';

/** The same history under other clauses, shares, durations or rates: a question in a body, which writes nothing. */
@Controller('v1')
@About('What if and replay')
export class WhatIfController {
  constructor(
    private readonly reports: WhatIfReports,
    private readonly turn: SweepTurn,
  ) {}

  @Post('what-if')
  @Says(
    'Tells what the same history would cost whom under other terms',
    'A question, though it is posted: it writes nothing. Other clauses, shares, durations or rates, or a dispute settled, for a child, the days of an agreement, or the whole area; ' +
      'by agency and month. JSON, or CSV where `Accept` asks. About an agreement or the area one question is answered at a time, and another is told when to ask again.',
  )
  @HttpCode(200)
  @Requires('funding:suppose')
  @After('funding-facts', 'names')
  async ask(@Body() body: WhatIfBody, @Headers('accept') accept: string | undefined, @Res({ passthrough: true }) reply: WatchedReply): Promise<TableOrJson<WhatIfReport>> {
    const question = questionOf(body);
    const { about } = question.subject;
    const report = about === 'child' ? await this.reportOf(question) : await this.turn.takeFor(reply, (watch) => this.reportOf(question, watch));
    if (report === undefined) return Buffer.alloc(0);
    return tableOrJson(accept, reply, { name: `what-if-${about}`, json: report, table: () => whatIfAsTable(report), upTo: report.question.upTo });
  }

  private async reportOf(question: WhatIfQuestion, watch: SweepWatch = {}): Promise<WhatIfReport> {
    const report = await this.reports.report(question, watch);
    if (report === undefined) throw problem('not-found', `No ${question.subject.about} with this id was on record at that time.`);
    return granted(report);
  }
}

/** @throws Problem where the days or the changes cannot be asked about */
function questionOf({ changes, from, to, asAt, knownAt, upTo, ...about }: WhatIfBody): WhatIfQuestion {
  const window = granted(askedWindow({ from, to }));
  return { subject: subjectOf(about), window, changes: changesOf(changes), asAt, knownAt, upTo };
}

function subjectOf({ childId, agreementId }: Pick<WhatIfBody, 'childId' | 'agreementId'>): WhatIfSubject {
  if (childId !== undefined && agreementId !== undefined) throw problem('not-exactly-one', 'Ask about a child or about an agreement, not about both.');
  if (childId !== undefined) return { about: 'child', id: childId };
  return agreementId === undefined ? { about: 'area' } : { about: 'agreement', id: agreementId };
}
