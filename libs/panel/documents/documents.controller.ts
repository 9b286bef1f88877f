import { refusePanel } from '@accord/panel/domain';
import type { RequestContext } from '@accord/shared/commands';
import { editionOf, htmlHashOf, preferredEdition } from '@accord/shared/documents';
import type { Edition } from '@accord/shared/documents';
import { After, Caller, IdParam, Reader, RefusalProblem, Requires, answer, mayDo, problem } from '@accord/shared/http';
import type { CommandAnswer, ReaderContext, Reply } from '@accord/shared/http';
import type { Id } from '@accord/shared/kernel';
import { Body, Controller, Get, Headers, Post, Query, Res } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { ApproveMinutesBody, LetterQuery, MinutesQuery } from './document-bodies';
import type { WrittenMinutes } from './minutes';
import { MinutesRequest } from './minutes-requests';
import { PanelDocuments } from './panel-documents';
import type { Personal } from './told';

/** Minutes and letters, as a page, as PDF, or as data; and the approval of minutes. */
@Controller('v1')
export class DocumentsController {
  constructor(
    private readonly bus: CommandBus,
    private readonly documents: PanelDocuments,
  ) {}

  @Get('meetings/:id/minutes')
  @Requires('decision:read')
  @After('matters', 'decisions', 'people', 'directory', 'names')
  async minutes(
    @IdParam('meeting') meetingId: Id<'meeting'>,
    @Query() { knownAt, upTo, approved }: MinutesQuery,
    @Reader() reader: ReaderContext,
    @Headers('accept') accept: string | undefined,
    @Res({ passthrough: true }) reply: Reply,
  ): Promise<Buffer> {
    const asked = { knownAt, upTo: upTo === undefined ? undefined : Number(upTo), approved: approved === 'true', personal: personalFor(reader) };
    const { document, on, upTo: position } = writtenOr(await this.documents.minutes(meetingId, asked));
    return sent(await editionOf(document, { kind: preferredEdition(accept), file: `minutes-${on}`, upTo: position }), reply);
  }

  @Post('meetings/:id/minutes-approval')
  @Requires('minutes:approve')
  @After('matters', 'decisions', 'people', 'directory', 'names')
  async approve(@IdParam('meeting') meetingId: Id<'meeting'>, @Body() body: ApproveMinutesBody, @Caller() caller: RequestContext): Promise<CommandAnswer> {
    const written = await this.documents.minutes(meetingId, { upTo: body.upTo, personal: 'opened' });
    const command = { type: 'ApproveMinutes' as const, ...body, today: caller.today };
    return answer(await this.bus.execute(new MinutesRequest(meetingId, command, { context: caller, generated: generatedAt(written, body.upTo) })));
  }

  @Get('decisions/:id/letter')
  @Requires('decision:read')
  @After('matters', 'decisions', 'people', 'directory', 'names')
  async letter(
    @IdParam('decision') decisionId: Id<'decision'>,
    @Query() { knownAt, contact }: LetterQuery,
    @Reader() reader: ReaderContext,
    @Headers('accept') accept: string | undefined,
    @Res({ passthrough: true }) reply: Reply,
  ): Promise<Buffer> {
    const lines = contact === undefined ? [] : contact.split('\n');
    const written = await this.documents.letter(decisionId, { knownAt, personal: personalFor(reader), contact: lines });
    if (written === undefined) throw problem('not-found', 'No decision with this id was known at that time.');
    const { document, upTo, on } = written;
    return sent(await editionOf(document, { kind: preferredEdition(accept), file: `decision-letter-${on}`, upTo }), reply);
  }
}

type Written = Awaited<ReturnType<PanelDocuments['minutes']>>;

function writtenOr(found: Written): WrittenMinutes {
  switch (found) {
    case 'unknown':
      throw problem('not-found', 'No meeting with this id was known at that time.');
    case 'not-approved':
      throw problem('not-found', 'No approval of these minutes was known at that time; leave out approved to read the draft.');
    case 'not-sat':
      throw new RefusalProblem(refusePanel('minutes-not-ready', 'This meeting has not sat: there is nothing to take minutes of yet.'));
    default:
      return found;
  }
}

/** The hash of what is on record at that position; of a text that ends at another event, none that could be meant. */
function generatedAt(written: Written, upTo: number): string | undefined {
  if (typeof written === 'string' || !written.closed) return undefined;
  return written.upTo === upTo ? htmlHashOf(written.document) : '';
}

function sent({ bytes, headers }: Edition, reply: Reply): Buffer {
  reply.headers({ ...headers });
  return bytes;
}

/** What is written about a child is opened for those who may read children's records. */
const personalFor = ({ role }: ReaderContext): Personal => (mayDo(role, 'child:read') ? 'opened' : 'withheld');
