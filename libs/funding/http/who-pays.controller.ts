import { refuseFunding } from '@accord/funding/domain';
import { After, IdParam, RefusalProblem, Requires, problem } from '@accord/shared/http';
import { daysIn, period } from '@accord/shared/kernel';
import type { Id } from '@accord/shared/kernel';
import { Controller, Get, Query } from '@nestjs/common';
import { WhoPaysQuery } from './bodies';
import { KnownChildren } from './known-children';
import { WhoPays } from './who-pays';

/** The longest window that one question may ask about, in days: a childhood and a little more. */
const LONGEST_WINDOW = 366 * 26;

/** Who pays what for a child. */
@Controller('v1/children')
export class WhoPaysController {
  constructor(
    private readonly whoPays: WhoPays,
    private readonly children: KnownChildren,
  ) {}

  @Get(':id/who-pays')
  @Requires('funding:read')
  @After('funding-facts', 'names')
  async ask(@IdParam('child') childId: Id<'child'>, @Query() query: WhoPaysQuery) {
    const window = period(query.from, query.to);
    if (!window.ok) throw new RefusalProblem(window);
    if (daysIn(window.value) > LONGEST_WINDOW) {
      throw new RefusalProblem(refuseFunding('window-too-long', 'Ask about 26 years at most at a time.'));
    }
    const { asAt, knownAt, step = 'none' } = query;
    const answer = await this.whoPays.answer({ childId, window: window.value, step, asAt, knownAt });
    // To say that nobody pays anything for a child who does not exist would be a wrong answer to a slip.
    if (answer.liabilities.length === 0 && !(await this.children.isKnown(childId, knownAt))) {
      throw problem('not-found', 'There is no record of a child with this id.');
    }
    return answer;
  }
}
