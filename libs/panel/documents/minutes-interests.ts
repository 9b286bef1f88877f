import { ConflictOfInterestDeclared } from '@accord/panel/contracts';
import type { Block } from '@accord/shared/documents';
import { interests as kinds } from './kinds-in-words';
import type { Item, Scene } from './meeting-on-record';
import { quoted, time } from './plain-words';
import { told } from './told';

/** Who declared an interest in which item, who withdrew from it, and when they came back. */
export function declarations(scene: Scene): readonly Block[] {
  const items = scene.items.flatMap((item) => ofItem(item, scene));
  const none = { kind: 'paragraph', text: 'Nobody declared an interest in an item, and nobody withdrew from one.' } as const;
  return [
    { kind: 'heading', level: 1, text: 'Declarations of interest' },
    items.length === 0 ? none : { kind: 'list', numbered: false, items },
  ];
}

function ofItem({ place, matter: { matterId } }: Item, scene: Scene): readonly string[] {
  const { state, names } = scene;
  const declared = told(scene.meeting, ConflictOfInterestDeclared).filter(({ data }) => data.matterId === matterId);
  const withdrawn = state.withdrawals.filter((each) => each.matterId === matterId);
  const people = new Map([...declared.map(({ data }) => data), ...withdrawn].map((each) => [each.practitionerId, each]));
  return [...people.values()].map((member) => {
    const sentences = [
      ...declared
        .filter(({ data }) => data.practitionerId === member.practitionerId)
        .map(({ data: { kind, at, interest } }) => `declared ${kinds[kind]} at ${time(at)}${interest === undefined ? '' : `: ${quoted(interest)}`}`),
      ...withdrawn
        .filter(({ practitionerId }) => practitionerId === member.practitionerId)
        .map(({ from, to }) => `withdrew at ${time(from)} and took no part in the item${to === undefined ? '' : `, coming back at ${time(to)}`}`),
    ];
    const stayed = withdrawn.some(({ practitionerId }) => practitionerId === member.practitionerId) ? '' : ' and stayed in the room';
    return `Item ${place}: ${names.member(member)} ${sentences.join('; and ')}${stayed}.`;
  });
}
