import { refuseFunding } from '@accord/funding/domain';
import { About, After, IdParam, Reader, RefusalProblem, Requires, Says, mayDo, pageOf } from '@accord/shared/http';
import type { ReaderContext } from '@accord/shared/http';
import type { Id } from '@accord/shared/kernel';
import { Controller, Get, Query } from '@nestjs/common';
import { LineLifeQuery, RateVariationsQuery } from './line-bodies';
import { LineLives, isVariationCursor } from './line-lives';

/** What happened to a package line after its decision, and which rates await whose agreement. */
@Controller('v1')
@About('Package lines')
export class LineLifeController {
  constructor(private readonly lives: LineLives) {}

  @Get('decisions/:id/lines/:lineId/life')
  @Says(
    'Tells what happened to a package line after its decision, and what of it counts',
    "As at a day and as known at an instant. Words about the child are opened for those who may read children's records.",
  )
  @Requires('funding:read')
  @After('package-lines', 'child-timeline', 'names')
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
  @Says('Lists proposed rates of package lines that still await an agreement', 'The longest waiting first; of an agency, also what awaits one whose functions it has.')
  @Requires('funding:read')
  @After('package-lines', 'names')
  variations(@Query() query: RateVariationsQuery, @Reader() { today }: ReaderContext) {
    return this.lives.variationsOpen({ agency: query.agency, today, page: pageOf(query, isVariationCursor) });
  }
}
