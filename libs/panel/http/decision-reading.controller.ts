import { About, After, AsAtPagedQuery, AsAtQuery, IdParam, Reader, Requires, Says, mayDo, pageOf, problem } from '@accord/shared/http';
import type { ReaderContext } from '@accord/shared/http';
import type { Id } from '@accord/shared/kernel';
import { Controller, Get, Query } from '@nestjs/common';
import { Dossiers } from './decision-dossier';
import { DecisionHistory } from './decision-history';
import { DecisionList, isDecisionCursor } from './decision-list';
import { DecisionsQuery } from './decision-queries';
import { DecisionReader } from './decision-reader';
import type { Personal } from './recorded-events';

const isPosition = (value: unknown): value is number => typeof value === 'number' && Number.isSafeInteger(value);

/** What was decided: lists, one decision as it reads, its history, and what was before the panel. */
@Controller('v1/decisions')
@About('Decisions')
export class DecisionReadingController {
  constructor(
    private readonly list: DecisionList,
    private readonly reader: DecisionReader,
    private readonly histories: DecisionHistory,
    private readonly dossiers: Dossiers,
  ) {}

  @Get()
  @Says('Lists decisions by child, panel, agency, outcome or day', 'Of an agency, also those of agencies whose functions it has.')
  @Requires('decision:read')
  @After('decisions', 'directory', 'names')
  async decisions(@Query() query: DecisionsQuery, @Reader() { today }: ReaderContext) {
    const { child, panel, agency, outcome, from, to, asAt, knownAt } = query;
    const asked = { child, panel, agency, outcome, from, to, asAt, knownAt };
    const page = await this.list.page({ ...asked, today, page: pageOf(query, isDecisionCursor) });
    return { ...page, asAt, knownAt };
  }

  @Get(':id')
  @Says(
    'Tells one decision as it reads, how it came about, and what became of it',
    "What is written about the child is opened for those who may read children's records.",
  )
  @Requires('decision:read')
  @After('decisions', 'directory', 'names')
  async decision(@IdParam('decision') decisionId: Id<'decision'>, @Query() { asAt, knownAt }: AsAtQuery, @Reader() reader: ReaderContext) {
    const found = await this.reader.decision(decisionId, { asAt, knownAt, personal: personalFor(reader), today: reader.today });
    if (!found) throw problem('not-found', 'No decision with this id was known at that time.');
    return { ...found, asAt, knownAt };
  }

  @Get(':id/history')
  @Says('Tells what happened to a decision, step by step in sentences', "What is written about the child is opened for those who may read children's records.")
  @Requires('decision:read')
  @After('decisions', 'matters', 'names')
  async history(@IdParam('decision') decisionId: Id<'decision'>, @Query() query: AsAtPagedQuery, @Reader() reader: ReaderContext) {
    const { asAt, knownAt } = query;
    const asked = { asAt, knownAt, personal: personalFor(reader), page: pageOf(query, isPosition) };
    const page = await this.histories.page(decisionId, asked);
    if (!page) throw problem('not-found', 'No decision with this id was known at that time.');
    return { decisionId, asAt, knownAt, ...page };
  }

  @Get(':id/before-the-panel')
  @Says(
    'Tells everything that a panel knew at the minute of a decision',
    'What was asked, whose views it had, the papers in their versions, the terms of reference, who was in the room, and the lines in force. ' +
      "What is written about the child is opened for those who may read children's records.",
  )
  @Requires('decision:read')
  @After('decisions', 'matters', 'directory', 'names')
  async beforeThePanel(@IdParam('decision') decisionId: Id<'decision'>, @Reader() reader: ReaderContext) {
    const found = await this.dossiers.before(decisionId, personalFor(reader));
    if (!found) throw problem('not-found', 'There is no decision with this id.');
    return found;
  }
}

/** What is written about a child is opened for those who may read children's records. */
const personalFor = ({ role }: ReaderContext): Personal => (mayDo(role, 'child:read') ? 'opened' : 'withheld');
