import { refusePanel } from '@accord/panel/domain';
import type { RequestContext } from '@accord/shared/commands';
import { editionOf, htmlHashOf, preferredEdition } from '@accord/shared/documents';
import type { Edition, EditionKind, WrittenDocument } from '@accord/shared/documents';
import { About, After, Caller, IdParam, Reader, RefusalProblem, Requires, Says, answer, mayDo, problem } from '@accord/shared/http';
import type { BytesOf, CommandAnswer, ReaderContext, Reply } from '@accord/shared/http';
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
@About('Minutes and letters')
export class DocumentsController {
  constructor(
    private readonly bus: CommandBus,
    private readonly documents: PanelDocuments,
  ) {}

  @Get('meetings/:id/minutes')
  @Says(
    'Writes the minutes of a meeting from what is on record',
    'HTML, PDF or JSON, as `Accept` asks. The same events give the same bytes (`knownAt`, `upTo`); with `approved=true` the text as it was approved. ' +
      "Refused before the meeting has sat. What is written about the child is opened for those who may read children's records.",
  )
  @Requires('decision:read')
  @After('matters', 'decisions', 'people', 'directory', 'names')
  async minutes(
    @IdParam('meeting') meetingId: Id<'meeting'>,
    @Query() { knownAt, upTo, approved }: MinutesQuery,
    @Reader() reader: ReaderContext,
    @Headers('accept') accept: string | undefined,
    @Res({ passthrough: true }) reply: Reply,
  ): Promise<WrittenEdition> {
    const asked = { knownAt, upTo: upTo === undefined ? undefined : Number(upTo), approved: approved === 'true', personal: personalFor(reader) };
    const { document, on, upTo: position } = writtenOr(await this.documents.minutes(meetingId, asked));
    return sent(await editionOf(document, { kind: preferredEdition(accept), file: `minutes-${on}`, upTo: position }), reply);
  }

  @Post('meetings/:id/minutes-approval')
  @Says(
    'Approves the minutes of a closed meeting as they were read',
    'By the hash and the position that came with the text. Whoever approves names themselves, and sat in the meeting other than as an observer.',
  )
  @Requires('minutes:approve')
  @After('matters', 'decisions', 'people', 'directory', 'names')
  async approve(@IdParam('meeting') meetingId: Id<'meeting'>, @Body() body: ApproveMinutesBody, @Caller() caller: RequestContext): Promise<CommandAnswer> {
    const written = await this.documents.minutes(meetingId, { upTo: body.upTo, personal: 'opened' });
    const command = { type: 'ApproveMinutes' as const, ...body, today: caller.today };
    return answer(await this.bus.execute(new MinutesRequest(meetingId, command, { context: caller, generated: generatedAt(written, body.upTo) })));
  }

  @Get('decisions/:id/letter')
  @Says(
    'Writes the letter about a decision to the young person or the family',
    'HTML, PDF or JSON, as `Accept` asks. It says what was decided and why, and nothing of votes, of where an agency stood, or of who pays which share. ' +
      "What is written about the child is opened for those who may read children's records.",
  )
  @Requires('decision:read')
  @After('matters', 'decisions', 'people', 'directory', 'names')
  async letter(
    @IdParam('decision') decisionId: Id<'decision'>,
    @Query() { knownAt, contact }: LetterQuery,
    @Reader() reader: ReaderContext,
    @Headers('accept') accept: string | undefined,
    @Res({ passthrough: true }) reply: Reply,
  ): Promise<WrittenEdition> {
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

/** A document in the edition that the reader prefers. */
type WrittenEdition = BytesOf<WrittenDocument, Exclude<EditionKind, 'application/json'>>;
