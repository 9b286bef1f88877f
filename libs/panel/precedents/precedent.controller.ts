import { About, After, Reader, Requires, Says, cursorOf, granted, mayDo, pageOf } from '@accord/shared/http';
import type { ReaderContext } from '@accord/shared/http';
import { Controller, Get, Query } from '@nestjs/common';
import { PrecedentsQuery, precedentQuestion } from './precedent-query';
import { PrecedentSearch } from './precedent-search';
import type { PrecedentEntry } from './precedent-search';

const isPlace = (value: unknown): value is number => typeof value === 'number' && Number.isSafeInteger(value);

/** How was it decided before? Nothing that is answered says whom a decision was about. */
@Controller('v1/precedents')
@About('Decisions')
export class PrecedentController {
  constructor(private readonly precedents: PrecedentSearch) {}

  @Get()
  @Says(
    'Finds how panels decided before, by need, provision, outcome, cost or words',
    'Everything that is given must hold of each decision found. Nothing that is answered says whom a decision was about.',
  )
  @Requires('precedent:search')
  @After('names')
  async search(
    @Query() query: PrecedentsQuery,
    @Reader() { role }: ReaderContext,
  ): Promise<{ readonly precedents: readonly PrecedentEntry[]; readonly next?: string }> {
    const asking = { page: pageOf(query, isPlace), withDecisions: mayDo(role, 'decision:read') };
    const { precedents, next } = granted(await this.precedents.page(precedentQuestion(query), asking));
    return { precedents, ...(next === undefined ? {} : { next: cursorOf(next) }) };
  }
}
