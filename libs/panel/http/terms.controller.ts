import type { Seat } from '@accord/panel/contracts';
import { refusePanel } from '@accord/panel/domain';
import type { RequestContext } from '@accord/shared/commands';
import { About, After, Caller, IdParam, RefusalProblem, Requires, Says, answer, granted, idMadeBy, nameBasedId } from '@accord/shared/http';
import type { CommandAnswer } from '@accord/shared/http';
import type { Id } from '@accord/shared/kernel';
import { Body, Controller, Get, Post, Query } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { PanelDirectory } from './panel-directory';
import type { PanelEntry, PanelInDetail, TermsDraftEntry } from './panel-directory';
import { printedComposition } from './printed-composition';
import { AnswerTermsBody, ConstitutePanelBody, ReadTermsBody, ReviseTermsBody, TermsQuery } from './terms-bodies';
import { answerOfBody, seatsOfBody, seatsWanted, termsOfBody } from './terms-of-body';
import { PanelRequest, TermsDraftRequest } from './terms-requests';

/** Panels, their terms of reference, and the printed compositions from which their seats may come. */
@Controller('v1')
@About('Panels and meetings')
export class TermsController {
  constructor(
    private readonly bus: CommandBus,
    private readonly directory: PanelDirectory,
  ) {}

  @Post('panels')
  @Says(
    'Constitutes a panel under its terms of reference',
    'Its seats are given, or come from a printed composition all of whose questions are answered. Refused where no meeting could be quorate, no seat may chair, or nothing could be committed.',
  )
  @Requires('panel:constitute')
  async constitute(@Body() body: ConstitutePanelBody, @Caller() caller: RequestContext): Promise<CommandAnswer<{ readonly seats?: readonly Seat[] }>> {
    const panelId = idMadeBy('panel', caller);
    const { name, kind, from } = body;
    const seats = granted(seatsWanted(body, seatIds(caller)));
    const seatIdAt = 'draftId' in seats ? seatIds(caller) : idAt(seats, caller);
    const terms = granted(termsOfBody(body, seatIdAt));
    const command = { type: 'ConstitutePanel' as const, panelId, name, kind, from, seats, terms };
    const outcome = await this.bus.execute(new PanelRequest(panelId, command, caller));
    return answer(outcome, { location: `/v1/panels/${panelId}`, also: 'draftId' in seats ? {} : { seats } });
  }

  @Get('panels')
  @Says('Lists the panels of the area with their terms of reference', 'Those in force on the day asked for, or else the latest.')
  @Requires('directory:read')
  @After('directory')
  panels(@Query() query: TermsQuery): Promise<{ readonly panels: readonly PanelEntry[] }> {
    return this.directory.panels(query);
  }

  @Get('panels/:id')
  @Says('Tells one panel with every version of its terms of reference')
  @Requires('directory:read')
  @After('directory')
  async panel(@IdParam('panel') panelId: Id<'panel'>, @Query() query: TermsQuery): Promise<PanelInDetail> {
    const found = await this.directory.panel(panelId, query);
    if (found) return found;
    throw new RefusalProblem(refusePanel('panel-unknown', 'There is no panel with this id, or was none by then.'));
  }

  @Post('panels/:id/terms-of-reference')
  @Says(
    'Gives a panel new terms of reference from a day on',
    'A seat that goes on keeps its id. Refused where the panel met on that day or later: what was decided there stays under the terms that held then.',
  )
  @Requires('panel:constitute')
  async revise(
    @IdParam('panel') panelId: Id<'panel'>,
    @Body() body: ReviseTermsBody,
    @Caller() caller: RequestContext,
  ): Promise<CommandAnswer<{ readonly seats: readonly Seat[] }>> {
    const seats = seatsOfBody(body.seats, seatIds(caller));
    const terms = { ...granted(termsOfBody(body, idAt(seats, caller))), seats };
    const command = { type: 'ReviseTermsOfReference' as const, from: body.from, terms, because: body.because };
    const outcome = await this.bus.execute(new PanelRequest(panelId, command, caller));
    return answer(outcome, { location: `/v1/panels/${panelId}`, also: { seats } });
  }

  @Post('terms-drafts')
  @Says('Reads a printed composition of a panel, word for word', 'What the print does not say is asked. The very same file is read once: answer its questions instead.')
  @Requires('panel:constitute')
  async read(@Body() { title, table }: ReadTermsBody, @Caller() caller: RequestContext): Promise<CommandAnswer> {
    const composition = granted(printedComposition(table));
    // The brand: a name-based id is one by its form. The same file has the same draft, whoever hands it in.
    const draftId = nameBasedId('terms-draft', composition.sha256) as Id<'terms-draft'>;
    const command = { type: 'ReadTermsOfReference' as const, draftId, on: caller.today, title, ...composition };
    const outcome = await this.bus.execute(new TermsDraftRequest(draftId, command, caller));
    return answer(outcome, { location: `/v1/terms-drafts/${draftId}` });
  }

  @Get('terms-drafts/:id')
  @Says('Tells a printed composition as it was read, with what is still asked about it', 'Its seats are told once no question is open.')
  @Requires('directory:read')
  @After('directory')
  async draft(@IdParam('terms-draft') draftId: Id<'terms-draft'>): Promise<TermsDraftEntry> {
    const found = await this.directory.termsDraft(draftId);
    if (found) return found;
    throw new RefusalProblem(refusePanel('terms-draft-unknown', 'No composition was read under this id.'));
  }

  @Post('terms-drafts/:id/answers')
  @Says('Answers what a printed composition of a panel leaves open', 'Only what was asked is answered; of two answers to one question the later one stands.')
  @Requires('panel:constitute')
  async answerQuestion(
    @IdParam('terms-draft') draftId: Id<'terms-draft'>,
    @Body() body: AnswerTermsBody,
    @Caller() caller: RequestContext,
  ): Promise<CommandAnswer> {
    const given = granted(answerOfBody(body));
    const { row, because } = body;
    const command = { type: 'AnswerTermsQuestion' as const, on: caller.today, row, answer: given, because };
    return answer(await this.bus.execute(new TermsDraftRequest(draftId, command, caller)), { location: `/v1/terms-drafts/${draftId}` });
  }
}

const seatIds =
  (caller: RequestContext) =>
  (place: number): Id<'seat'> =>
    idMadeBy('seat', caller, place);

/** The id of the seat at a place of the list; beyond its end one that no seat has, which the rules refuse. */
const idAt =
  (seats: readonly { readonly seatId: Id<'seat'> }[], caller: RequestContext) =>
  (place: number): Id<'seat'> =>
    seats[place]?.seatId ?? idMadeBy('seat', caller, place);
