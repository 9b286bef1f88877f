import type { Block } from '@accord/shared/documents';

export const heading = (text: string, level: 1 | 2 = 1): Block => ({ kind: 'heading', level, text });

export const plain = (text: string): Block => ({ kind: 'paragraph', text });

/** A paragraph that says first what it is about. */
export const paragraph = (about: string, text: string): Block => ({
  kind: 'paragraph',
  text: [{ text: `${about}. `, as: 'strong' }, { text }],
});

/** A list under what it is about; nothing where it is empty. */
export const list = (about: string, items: readonly string[]): readonly Block[] =>
  items.length === 0
    ? []
    : [
        { kind: 'paragraph', text: [{ text: `${about}:`, as: 'strong' }] },
        { kind: 'list', numbered: false, items },
      ];
