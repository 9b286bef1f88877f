import type { Words } from '@accord/shared/event-contracts';

/** Gives the words with which sentences name agencies, panels and agreements; provided by the composition. */
export abstract class Vocabulary {
  abstract words(): Promise<Words>;
}
