import { SweepAbandoned } from '@accord/funding/application';
import type { WhatIfQuestion, WhatIfSubject } from '@accord/funding/application';
import { After, Requires, granted, problem } from '@accord/shared/http';
import { Body, Controller, Headers, HttpCode, Post, Res } from '@nestjs/common';
import { askedWindow } from '../asked-window';
import { prefersTable } from '../table-asked';
import { changesOf } from './changes-of-body';
import { SweepTurn, signalOf } from './sweep-turn';
import type { WatchedReply } from './sweep-turn';
import { WhatIfBody } from './what-if-bodies';
import { WhatIfReports } from './what-if-report';
import type { WhatIfReport } from './what-if-report';
import { whatIfAsTable } from './what-if-table';

/** The same history under other clauses, shares, durations or rates: a question in a body, which writes nothing. */
@Controller('v1')
export class WhatIfController {
  constructor(
    private readonly reports: WhatIfReports,
    private readonly turn: SweepTurn,
  ) {}

  /** JSON, or CSV where `Accept` asks. About a whole area or an agreement, one question at a time. */
  @Post('what-if')
  @HttpCode(200)
  @Requires('funding:suppose')
  @After('funding-facts', 'names')
  async ask(@Body() body: WhatIfBody, @Headers('accept') accept: string | undefined, @Res({ passthrough: true }) reply: WatchedReply): Promise<Buffer> {
    const question = questionOf(body);
    const report = await this.reportOf(question, reply);
    if (report === undefined) return Buffer.alloc(0);
    const table = prefersTable(accept);
    reply.headers({
      'content-type': table ? 'text/csv; charset=utf-8; header=present' : 'application/json; charset=utf-8',
      'vary': 'Accept, Authorization',
      'accord-position': String(report.question.upTo),
      ...(table ? { 'content-disposition': `attachment; filename="what-if-${question.subject.about}.csv"` } : {}),
    });
    return Buffer.from(table ? whatIfAsTable(report) : JSON.stringify(report), 'utf8');
  }

  /** `undefined` where nobody waits any more. */
  private async reportOf(question: WhatIfQuestion, reply: WatchedReply): Promise<WhatIfReport | undefined> {
    const { about } = question.subject;
    const signal = signalOf(reply);
    const ask = () => this.reports.report(question, { signal });
    try {
      const report = await (about === 'child' ? ask() : this.turn.take(ask));
      if (report === undefined) throw problem('not-found', `No ${about} with this id was on record at that time.`);
      return granted(report);
    } catch (error) {
      if (error instanceof SweepAbandoned) return undefined;
      throw error;
    }
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
