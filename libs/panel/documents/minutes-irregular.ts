import { BreachRecorded } from '@accord/panel/contracts';
import { panelRefusals } from '@accord/panel/domain';
import type { Block } from '@accord/shared/documents';
import { heading } from './blocks';
import type { Scene } from './meeting-on-record';
import { ERASED_WORDS, asSentence, capitalised, day } from './plain-words';
import { told } from './told';
import type { Opened } from './told';

export const IRREGULAR = 'Put on record as irregular';

/** A breach as a sentence, with the place of its event in the record. */
export interface IrregularEntry {
  readonly position: number;
  readonly says: string;
}

/** What was put on record as irregular about the meeting, its matters or their decisions, in the order of the record. */
export const irregular = (scene: Scene): readonly IrregularEntry[] =>
  told(scene.breaches, BreachRecorded).map(({ position, data }) => ({ position, says: sentenceOf(data, scene) }));

/** The section of the minutes for what was on record by their approval; nothing where nothing was. */
export function irregularities(scene: Scene, approvedUpTo: number | undefined): readonly Block[] {
  const items = irregular(scene).filter(({ position }) => approvedUpTo === undefined || position <= approvedUpTo);
  return items.length === 0 ? [] : [heading(IRREGULAR), { kind: 'list', numbered: false, items: items.map(({ says }) => says) }];
}

function sentenceOf(data: Opened<typeof BreachRecorded>, scene: Scene): string {
  const { rule, on, account, saidBy } = data;
  const happened = account === undefined ? '' : ` What happened: ${account === null ? ERASED_WORDS : asSentence(account)}`;
  const by = saidBy === undefined ? '' : saidBy === null ? ' Who said this has been erased.' : ` This was said by ${asSentence(saidBy)}`;
  return `${about(data, scene)}, on ${day(on)}. The rule: ${asSentence(inWordsOf(rule))}${happened}${by}`;
}

/** The item, by its matter or its decision; else the meeting as a whole. */
function about({ matterId, decisionId }: Opened<typeof BreachRecorded>, { items }: Scene): string {
  const item = items.find(({ matter, own, urgent }) => matter.matterId === matterId || (decisionId !== null && [...own, ...urgent].some(({ data }) => data['decisionId'] === decisionId)));
  return item === undefined ? 'The meeting' : `Item ${item.place}`;
}

/** The rule by the title of the refusal that would have stopped it; a code without one is said in words. */
function inWordsOf(rule: string): string {
  const titled = Object.entries(panelRefusals).find(([code]) => code === rule);
  return titled === undefined ? capitalised(rule.replaceAll('-', ' ')) : titled[1].title;
}
