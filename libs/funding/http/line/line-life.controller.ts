import { refuseFunding } from '@accord/funding/domain';
import { After, IdParam, Reader, RefusalProblem, Requires, mayDo, pageOf } from '@accord/shared/http';
import type { ReaderContext } from '@accord/shared/http';
import type { Id } from '@accord/shared/kernel';
import { Controller, Get, Query } from '@nestjs/common';
import { LineLifeQuery, RateVariationsQuery } from './line-bodies';
import { LineLives, isVariationCursor } from './line-lives';

/** What happened to a package line after its decision, and which rates await whose agreement. */
@Controller('v1')
export class LineLifeController {
  constructor(private readonly lives: LineLives) {}

  /** Personal words are opened for those who may read a child's record. */
  @Get('decisions/:id/lines/:lineId/life')
  @Requires('funding:read')
  @After('package-lines', 'names')
  async life(
    @IdParam('decision') decisionId: Id<'decision'>,
    @IdParam('package-line', 'lineId') lineId: Id<'package-line'>,
    @Query() { asAt, knownAt }: LineLifeQuery,
    @Reader() { role }: ReaderContext,
  ) {
    const personal = mayDo(role, 'child:read') ? 'opened' : 'withheld';
    const life = await this.lives.life({ decisionId, lineId, personal, asAt, knownAt });
    if (life !== undefined) return life;
    throw new RefusalProblem(refuseFunding('line-outside-decision', 'The decision has no package line with this id: look both ids up.'));
  }

  @Get('worklists/rate-variations')
  @Requires('funding:read')
  @After('package-lines', 'names')
  variations(@Query() query: RateVariationsQuery, @Reader() { today }: ReaderContext) {
    return this.lives.variationsOpen({ agency: query.agency, today, page: pageOf(query, isVariationCursor) });
  }
}
