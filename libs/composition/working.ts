import { recordAgreementEndings, tellCommittedFunds, standingAgreementReaction, standingAgreementSubject, standingAgreementTriggers } from '@accord/funding/application';
import { lapseUrgentDecisions } from '@accord/panel/application';
import { precedentReaction } from '@accord/panel/precedents';
import { defineJobs, openBullQueue, openTimerQueue } from '@accord/shared/jobs';
import type { JobQueue } from '@accord/shared/jobs';
import type { Log } from '@accord/shared/observability';
import { runReactions } from '@accord/shared/reactions';
import type { ReactionHealth, RunningReactions } from '@accord/shared/reactions';
import type { Area } from './area';
import type { Configuration } from './configuration';
import type { Stores } from './stores';
import { systemClock } from './system-clock';

/** Every job of a deployment. Payloads hold ids and dates, never personal data. */
type Jobs = {
  'discard-old-answers': Record<string, never>;
  'record-lapses': Record<string, never>;
  'record-agreement-endings': Record<string, never>;
  'tell-committed-funds': Record<string, never>;
};

const jobs = defineJobs<Jobs>({
  'discard-old-answers': 'Forgets the answers kept under idempotency keys that are older than thirty days.',
  'record-lapses': 'Writes down which urgent decisions no panel ratified in time; who pays does not wait for it.',
  'tell-committed-funds': 'Writes down which pooled funds are nearly or over committed for this year, once for each threshold.',
  'record-agreement-endings': 'Writes down which standing agreements ended: notice, term or no review; who pays does not wait for it.',
});

/** How long a key gives its first answer; what it did stays on the record for ever. */
const ANSWERS_KEPT_MS = 30 * 24 * 60 * 60 * 1_000;

export interface Working {
  /** Where each reaction stands. */
  reactions(): readonly ReactionHealth[];
  /** Ends after the event and the jobs in hand. */
  stop(): Promise<void>;
}

/** Carries out what follows from events, and jobs when they are due. */
export async function startWorking(configuration: Configuration, area: Area, parts: WorkingParts): Promise<Working> {
  const queue = await openQueue(configuration, parts);
  await queue.every({ name: 'discard-old-answers', rhythm: { dailyAt: '03:15' }, payload: {} });
  await queue.every({ name: 'record-lapses', rhythm: { dailyAt: '00:10' }, payload: {} });
  await queue.every({ name: 'record-agreement-endings', rhythm: { dailyAt: '00:20' }, payload: {} });
  await queue.every({ name: 'tell-committed-funds', rhythm: { dailyAt: '00:40' }, payload: {} });
  await queue.work({
    'discard-old-answers': async () => {
      const now = Date.parse(systemClock.now());
      const count = await area.answers.forgetBefore(new Date(now - ANSWERS_KEPT_MS).toISOString());
      parts.log.info('old answers discarded', { component: 'worker', job: 'discard-old-answers', count });
    },
    'record-lapses': async () => {
      const { runner, decisionRecords: due, nameBasedId, clock } = area;
      const count = await lapseUrgentDecisions({ runner, due, nameBasedId, clock });
      parts.log.info('lapsed urgent decisions recorded', { component: 'worker', job: 'record-lapses', count });
    },
    'record-agreement-endings': async () => {
      const { runner, agreementList: onRecord, nameBasedId, clock } = area;
      const count = await recordAgreementEndings({ runner, onRecord, nameBasedId, clock });
      parts.log.info('ended agreements recorded', { component: 'worker', job: 'record-agreement-endings', count });
    },
    'tell-committed-funds': async () => {
      const { runner, fundReader: onRecord, fundSweep: sweep, nameBasedId, clock } = area;
      const count = await tellCommittedFunds({ runner, onRecord, sweep, nameBasedId, clock });
      parts.log.info('committed funds told', { component: 'worker', job: 'tell-committed-funds', count });
    },
  });
  const reactions = await startReacting(area, parts.stores, parts.log);
  return {
    reactions: () => reactions.health(),
    stop: async () => {
      await reactions.stop();
      await queue.stop();
    },
  };
}

interface WorkingParts {
  readonly stores: Stores;
  readonly log: Log;
}

function openQueue({ stores }: Configuration, { stores: { operations }, log }: WorkingParts): Promise<JobQueue<Jobs>> {
  return stores.profile === 'clustered'
    ? openBullQueue({ redisUrl: stores.redisUrl, jobs, clock: systemClock, log })
    : openTimerQueue({ store: operations, jobs, clock: systemClock, log });
}

/** Standing agreements are applied to what happens to a child; the index of precedents follows the decisions. */
function startReacting(area: Area, { events, operations }: Stores, log: Log): Promise<RunningReactions> {
  const { agreements, fundingFacts: facts, nameBasedId, clock } = area;
  return runReactions({
    store: operations,
    events,
    reactions: [
      {
        name: 'apply-standing-agreements',
        types: standingAgreementTriggers,
        subject: standingAgreementSubject,
        react: standingAgreementReaction({ agreements, facts, nameBasedId, clock }),
      },
      precedentReaction(area.precedentIndexing),
    ],
    log: ({ code, reaction, problem }) =>
      log.warn('a reaction will be tried again', { component: 'worker', job: reaction, code: `${code}: ${problem}` }),
  });
}
