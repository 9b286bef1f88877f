import { PaperCirculated, ViewsNotObtained, ViewsRecorded } from '@accord/panel/contracts';
import type { ViewHolder } from '@accord/panel/contracts';
import { isLate, papersBefore } from '@accord/panel/domain';
import type { CirculatedPaper } from '@accord/panel/domain';
import type { Block } from '@accord/shared/documents';
import { londonDateOf } from '@accord/shared/kernel';
import { list, paragraph } from './blocks';
import type { InHand } from './item-in-hand';
import { howGiven, need, papers as paperKinds, requests } from './kinds-in-words';
import { lineInWords } from './lines-in-words';
import type { Scene } from './meeting-on-record';
import { ERASED_WORDS, asSentence, capitalised, day, listed, quoted } from './plain-words';
import { told } from './told';

/** What was asked of the panel, on which papers, and with whose views before it. */
export function asked(hand: InHand, scene: Scene): readonly Block[] {
  return [...request(hand, scene), ...papersBeforePanel(hand, scene), ...viewsHeard(hand)];
}

function request({ item: { raised } }: InHand, { names }: Scene): readonly Block[] {
  const { agencyId, childId, kind, needs, asks, outcomesWanted, lines, provisions } = raised.data;
  const wish = asks === undefined ? '' : ` ${asSentence(asks)}`;
  const blocks: Block[] = [
    paragraph('What was asked', `${names.agency(agencyId)} asked the panel for ${requests[kind]} for ${names.childAndReference(childId)}.${wish} The ${needs.length === 1 ? 'need in question is' : 'needs in question are'} ${listed(needs.map(need))}.`),
  ];
  if (outcomesWanted) blocks.push(...list('What it is to achieve', outcomesWanted.map(asSentence)));
  blocks.push(...list('What was proposed', lines.map((line) => lineInWords(line, { lines, provisions }, names))));
  return blocks;
}

function papersBeforePanel(hand: InHand, { state }: Scene): readonly Block[] {
  const { item, before } = hand;
  const circulated = told(item.events, PaperCirculated).filter(({ position }) => position < before);
  const onRecord = papersBefore({ papers: circulated.map(({ data }) => data) }, hand.at ?? state.lastAt);
  if (onRecord.length === 0) return [paragraph('Papers', 'No paper was before the panel.')];
  const items = onRecord.map((paper) => {
    const title = circulated.find(({ data }) => data.paperId === paper.paperId && data.version === paper.version)?.data.title;
    const kind = paperKinds[paper.kind];
    const called = title === undefined ? capitalised(kind) : `${quoted(title)}, ${kind}`;
    const late = isLatePaper(paper, hand) ? ' Late: it came after the time that the terms of reference allow.' : '';
    return `${called}, version ${paper.version}, circulated on ${day(londonDateOf(paper.circulatedAt))}.${late}`;
  });
  return list('Papers before the panel', items);
}

/** As the decision says, or by the notice of the terms of reference. */
function isLatePaper(paper: CirculatedPaper, { decided, terms, item, at }: InHand): boolean {
  const cited = decided?.data.papers.find(({ paperId, version }) => paperId === paper.paperId && version === paper.version);
  if (cited !== undefined) return cited.late;
  const on = at === undefined ? undefined : londonDateOf(at);
  return terms !== undefined && on !== undefined && item.matter.status === 'raised' && isLate(paper, on, terms.papersNotice);
}

const viewsHeard = (hand: InHand): readonly Block[] => [viewsOf('child', hand), viewsOf('family', hand)];

const whose: Readonly<Record<ViewHolder, string>> = { child: 'The child’s views', family: 'The family’s views' };

function viewsOf(holder: ViewHolder, { item, before }: InHand): Block {
  const known = item.events.filter(({ position, data }) => position < before && data['of'] === holder);
  const given = told(known, ViewsRecorded).at(-1);
  const missing = told(known, ViewsNotObtained).at(-1);
  if (given !== undefined && (missing === undefined || missing.position < given.position)) {
    const { how, on, views } = given.data;
    const words = views === undefined ? '' : ` ${views === null ? ERASED_WORDS : quoted(asSentence(views))}`;
    return paragraph(whose[holder], `${capitalised(howGiven[how])}, on ${day(on)}.${words}`);
  }
  if (missing === undefined) return paragraph(whose[holder], 'They were not on record, nor why they could not be obtained.');
  const { because } = missing.data;
  return paragraph(whose[holder], `They could not be obtained.${because === undefined ? '' : ` ${asSentence(because)}`}`);
}
