import type { Block, RunningText, WrittenDocument } from './document';
import type { Strip } from './pagination';
import type { Paper } from './paper';
import { between } from './sheet';
import { tableStrips } from './strips-of-table';
import { headingStrips, listStrips, pairStrips, paragraphStrips, signatureStrips, togetherStrips } from './strips-of-text';

/** The whole document as strips, in the order in which it is read. */
export function stripsOfDocument({ title, letterhead = [], address = [], blocks }: WrittenDocument, paper: Paper): readonly Strip[] {
  const [organisation = '', ...rest] = letterhead;
  const sender: RunningText = [{ text: organisation, as: 'strong' }, { text: ['', ...rest].join('\n') }];
  return [
    ...togetherStrips(sender, 0, paper),
    ...togetherStrips(address.join('\n'), between * 2, paper),
    ...headingStrips({ level: 0, text: title }, paper),
    ...stripsOfBlocks(blocks, paper),
  ];
}

function stripsOfBlocks(blocks: readonly Block[], paper: Paper): readonly Strip[] {
  let turns = false;
  return blocks.flatMap((block) => {
    if (block.kind === 'page-break') {
      turns = true;
      return [];
    }
    const strips = stripsOf(block, paper);
    const turned = turns ? strips.map((strip, index) => (index === 0 ? { ...strip, onNewPage: true } : strip)) : strips;
    if (strips.length > 0) turns = false;
    return turned;
  });
}

function stripsOf(block: Exclude<Block, { kind: 'page-break' }>, paper: Paper): readonly Strip[] {
  switch (block.kind) {
    case 'heading':
      return headingStrips(block, paper);
    case 'paragraph':
      return paragraphStrips(block.text, paper);
    case 'pairs':
      return pairStrips(block, paper);
    case 'list':
      return listStrips(block, paper);
    case 'table':
      return tableStrips(block, paper);
    case 'signature':
      return signatureStrips(block, paper);
  }
}
