import { standingAgreementReaction, standingAgreementTriggers } from '@accord/funding/application';
import type { Log } from '@accord/shared/observability';
import { runReactions } from '@accord/shared/reactions';
import type { RunningReactions } from '@accord/shared/reactions';
import type { Area } from './area';
import type { Stores } from './stores';

/** Carries out what follows from events: standing agreements are applied to what happens to a child. */
export function startReacting(area: Area, { events, operations }: Stores, log: Log): Promise<RunningReactions> {
  const { agreements, fundingFacts: facts, nameBasedId, clock } = area;
  return runReactions({
    store: operations,
    events,
    reactions: [
      {
        name: 'apply-standing-agreements',
        types: standingAgreementTriggers,
        react: standingAgreementReaction({ agreements, facts, nameBasedId, clock }),
      },
    ],
    log: ({ code, reaction, problem }) => log.warn('a reaction will be tried again', { component: 'worker', job: reaction, code: `${code}: ${problem}` }),
  });
}
