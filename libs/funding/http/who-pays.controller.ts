import { About, After, IdParam, Requires, Says, granted, problem } from '@accord/shared/http';
import type { Id } from '@accord/shared/kernel';
import { Controller, Get, Query } from '@nestjs/common';
import { askedWindow } from './asked-window';
import { WhoPaysQuery } from './bodies';
import { KnownChildren } from './known-children';
import { WhoPays } from './who-pays';

/** Who pays what for a child. */
@Controller('v1/children')
@About('Who pays')
export class WhoPaysController {
  constructor(
    private readonly whoPays: WhoPays,
    private readonly children: KnownChildren,
  ) {}

  @Get(':id/who-pays')
  @Says(
    'Tells who pays what for a child between two days, and why',
    'To the penny, each amount with the decision, or the clause and the events, behind it; cut into weeks or months where `step` asks. Where a pooled fund pays, it says so. ' +
      'As at a day and as known at an instant.',
  )
  @Requires('funding:read')
  @After('funding-facts', 'pooled-funds', 'names')
  async ask(@IdParam('child') childId: Id<'child'>, @Query() query: WhoPaysQuery) {
    const window = granted(askedWindow(query));
    const { asAt, knownAt, step = 'none' } = query;
    const answer = await this.whoPays.answer({ childId, window, step, asAt, knownAt });
    // To say that nobody pays anything for a child who does not exist would be a wrong answer to a slip.
    if (answer.liabilities.length === 0 && !(await this.children.isKnown(childId, knownAt))) {
      throw problem('not-found', 'There is no record of a child with this id.');
    }
    return answer;
  }
}
