import { attemptRefused } from '@accord/assurance/contracts';
import { AuditTrail, EventEntries, LineNames, RecordedVocabulary, Timeline } from '@accord/assurance/http';
import { ChildRecords } from '@accord/child/application';
import type { KnownChildren } from '@accord/funding/http';
import { commandRunner, refusedAttemptKeeper } from '@accord/shared/commands';
import { commandAnswers, nameBasedId, pauseWithJitter } from '@accord/shared/commands-store';
import { START } from '@accord/shared/event-store';
import type { EventStore } from '@accord/shared/event-store';
import { DEMONSTRATION_MASTER_KEY, masterKey, openPersonalData } from '@accord/shared/personal-data';
import { eventCatalogue } from './catalogue';
import { Misconfigured } from './configuration';
import type { Configuration } from './configuration';
import { fundingParts } from './funding-parts';
import { moneyParts } from './money-parts';
import { lineParts } from './line-parts';
import { ledgerParts } from './ledger-parts';
import { panelParts } from './panel-parts';
import { precedentParts } from './precedent-parts';
import { replayParts } from './replay-parts';
import { caughtUpWith } from './caught-up';
import { systemClock } from './system-clock';
import type { Stores } from './stores';
import { projectionProgress } from '@accord/shared/read-store';

/** How long a reaction waits for the facts that it rests on before it tries again. */
const PATIENCE_MS = 10_000;

/** How long a text waits for those recorded just before it; after that it is held against those that can be seen. */
const SEEING_OTHERS_MS = 2_000;

/** Everything that answers commands and questions of one area, on the stores given. */
export type Area = Awaited<ReturnType<typeof openArea>>;

/** @throws Misconfigured where the master key is missing, wrong, or the demonstration one in production, or keys are lost */
export async function openArea(configuration: Configuration, stores: Stores) {
  const { personalData, lookup, keyedHash } = await openKeys(configuration, stores);
  const { events, read, operations } = stores;
  const answers = await commandAnswers(operations);
  const keepRefused = refusedAttemptKeeper({
    ...{ events, catalogue: eventCatalogue, nameBasedId, pause: pauseWithJitter },
    describe: attemptRefused,
  });
  const runner = commandRunner({
    ...{ events, catalogue: eventCatalogue, personalData, answers, keepRefused, nameBasedId, pause: pauseWithJitter },
    keyedHash: (text) => keyedHash('command fingerprint', text),
  });
  const progress = projectionProgress(read);
  const vocabulary = new RecordedVocabulary(read);
  const entries = new EventEntries(eventCatalogue, personalData, vocabulary, new LineNames(read, eventCatalogue));
  const auditTrail = new AuditTrail(read, entries);
  const { awaitFacts, awaitSeen } = waitingFor(progress, events);
  const knownChildren = knownChildrenOf(events);
  const funding = fundingParts({ runner, read, vocabulary, awaitFacts, awaitSeen, caughtUp: caughtUpWith(events, progress) });
  const { agreementsSeen, picturesSeen, fundingFacts } = funding;
  return {
    ...{ clock: systemClock, runner, answers, progress, vocabulary },
    ...panelParts({ runner, read, personalData, vocabulary, sentences: entries, caughtUp: caughtUpWith(events, progress) }),
    ...(await precedentParts({ stores, personalData, keyedHash, vocabulary })),
    childRecords: new ChildRecords(runner, lookup),
    ...funding,
    ...lineParts({ runner, events, read, vocabulary, sentences: entries, agreementsSeen, picturesSeen }),
    ...moneyParts({ runner, stores, vocabulary, auditTrail, fundingFacts, picturesSeen, awaitSeen }),
    ...replayParts({ stores, vocabulary, fundingFacts }),
    ...ledgerParts({ runner, stores, vocabulary, progress }),
    ...{ knownChildren, nameBasedId },
    timeline: new Timeline(read, entries),
    auditTrail,
  };
}

/** Waiting for read models: for what an answer rests on, and for what should be seen where it can be. */
const waitingFor = (progress: ReturnType<typeof projectionProgress>, events: EventStore) => ({
  awaitFacts: async (position: number) => {
    if (!(await progress.waitFor(['funding-facts'], position, PATIENCE_MS))) throw new FactsBehind();
  },
  awaitSeen: async (...projections: readonly string[]) => {
    await progress.waitFor(projections, await events.head(), SEEING_OTHERS_MS);
  },
});

/** The facts are not there yet; what rests on them is tried again. */
class FactsBehind extends Error {
  override readonly name = 'FactsBehind';
}

/** A child is known from the opening of the record on. */
const knownChildrenOf = (events: EventStore): KnownChildren => ({
  isKnown: async (childId, knownAt) => {
    const [opening] = (await events.readStream(`child-${childId}`, { limit: 1 })) ?? [];
    return opening !== undefined && (knownAt === undefined || opening.recordedAt <= knownAt);
  },
});

async function openKeys({ masterKey: text, demonstration, production }: Configuration, { keys, events }: Stores) {
  const key = masterKey(text ?? (demonstration ? DEMONSTRATION_MASTER_KEY : undefined), { production });
  if (!key.ok) throw new Misconfigured(`ACCORD_MASTER_KEY: ${key.because}`);
  const recordIsEmpty = async () => (await events.head()) === START;
  const reservations = { clock: systemClock, isOpened: knownChildrenOf(events).isKnown };
  const opened = await openPersonalData({ store: keys, masterKey: key.value, recordIsEmpty, reservations });
  if (!opened.ok) {
    throw new Misconfigured(opened.refusal === 'keys-lost' ? opened.because : `ACCORD_MASTER_KEY: ${opened.because}`);
  }
  return opened.value;
}
