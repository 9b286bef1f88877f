import { refuseFunding } from '@accord/funding/domain';
import { After, IdParam, RefusalProblem, Requires } from '@accord/shared/http';
import { daysIn, period } from '@accord/shared/kernel';
import type { Id } from '@accord/shared/kernel';
import { Controller, Get, Query } from '@nestjs/common';
import { WhoPaysQuery } from './bodies';
import { WhoPays } from './who-pays';

/** The longest window that one question may ask about, in days: a childhood and a little more. */
const LONGEST_WINDOW = 366 * 26;

/** Who pays what for a child. */
@Controller('v1/children')
export class WhoPaysController {
  constructor(private readonly whoPays: WhoPays) {}

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
    return this.whoPays.answer({ childId, window: window.value, step, asAt, knownAt });
  }
}
