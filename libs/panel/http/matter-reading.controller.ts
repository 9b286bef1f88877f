import { About, After, AsAtQuery, IdParam, IsInstantText, Optional, Reader, Requires, Says, granted, mayDo, problem } from '@accord/shared/http';
import type { ReaderContext } from '@accord/shared/http';
import type { Id, Instant } from '@accord/shared/kernel';
import { Body, Controller, Get, HttpCode, Post, Query } from '@nestjs/common';
import { AgendaPacks } from './agenda-pack';
import { PaperCheckBody } from './matter-bodies';
import { MatterReader } from './matter-view';
import type { Personal } from './recorded-events';

/** An agenda moves with its meeting, so that it is read as known at an instant and never as at a day. */
export class KnownAtQuery {
  @Optional()
  @IsInstantText('Only what was recorded by then counts; left out, all does.')
  readonly knownAt?: Instant;
}

/** What members read before and during a meeting: a matter, its papers, and the agenda. */
@Controller('v1')
@About('Matters')
export class MatterReadingController {
  constructor(
    private readonly matters: MatterReader,
    private readonly agendas: AgendaPacks,
  ) {}

  @Get('matters/:id')
  @Says(
    'Tells one matter: what is asked, the views, the papers, and its way through meetings',
    "What is written about the child is opened for those who may read children's records.",
  )
  @Requires('decision:read')
  @After('matters', 'names')
  async matter(@IdParam('matter') matterId: Id<'matter'>, @Query() { asAt, knownAt }: AsAtQuery, @Reader() reader: ReaderContext) {
    const view = await this.matters.view(matterId, { asAt, knownAt, personal: personalFor(reader) });
    if (!view) throw problem('not-found', 'No matter with this id was known at that time.');
    return { ...view, asAt, knownAt };
  }

  @Post('matters/:id/papers/:paperId/check')
  @Says(
    'Checks whether a paper at hand is one that was circulated for a matter',
    'A question, though it is posted: nothing is recorded, and a refusal is not kept. Tells which version it is, whether it was circulated late, and whether a newer one took its place.',
  )
  @HttpCode(200)
  @Requires('decision:read')
  @After('matters')
  async check(@IdParam('matter') matterId: Id<'matter'>, @IdParam('paper', 'paperId') paperId: Id<'paper'>, @Body() { sha256 }: PaperCheckBody) {
    const { version, circulatedAt, late, superseded } = granted(await this.matters.check(matterId, paperId, sha256));
    return { matterId, paperId, sha256, version, circulatedAt, late, superseded };
  }

  @Get('meetings/:id/agenda')
  @Says(
    'Tells the agenda of a meeting with the views and papers of each matter',
    "It moves with its meeting, so that it is asked for as known at an instant and never as at a day. What is written about the child is opened for those who may read children's records.",
  )
  @Requires('decision:read')
  @After('matters', 'names')
  async agenda(@IdParam('meeting') meetingId: Id<'meeting'>, @Query() { knownAt }: KnownAtQuery, @Reader() reader: ReaderContext) {
    const pack = await this.agendas.pack(meetingId, { knownAt, personal: personalFor(reader) });
    if (!pack) throw problem('not-found', 'No meeting with this id was known at that time.');
    return { ...pack, knownAt };
  }
}

/** What is written about a child is opened for those who may read children's records. */
const personalFor = ({ role }: ReaderContext): Personal => (mayDo(role, 'child:read') ? 'opened' : 'withheld');
