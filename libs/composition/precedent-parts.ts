import { PrecedentIndex, PrecedentSearch } from '@accord/panel/precedents';
import type { KeyedHash, PrecedentReactionParts } from '@accord/panel/precedents';
import type { PersonalData } from '@accord/shared/commands';
import type { Vocabulary } from '@accord/shared/http';
import { eventCatalogue } from './catalogue';
import type { Stores } from './stores';

interface PrecedentGround {
  readonly stores: Pick<Stores, 'events' | 'operations'>;
  readonly personalData: PersonalData;
  readonly keyedHash: KeyedHash;
  readonly vocabulary: Vocabulary;
}

/** What answers how it was decided before, and what keeps its index: beside the checkpoint of the reaction that fills it. */
export async function precedentParts({ stores: { events, operations }, personalData, keyedHash, vocabulary }: PrecedentGround) {
  const index = await PrecedentIndex.in(operations, keyedHash);
  const precedentIndexing: PrecedentReactionParts = { events, catalogue: eventCatalogue, personalData, index };
  const words = () => vocabulary.words();
  return { precedentIndexing, precedents: new PrecedentSearch({ index, keyedHash, personalData, words }) };
}
