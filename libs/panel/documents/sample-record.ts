import type { TermsOfReference } from '@accord/panel/contracts';
import { idFrom, instantOf, londonDate, pence } from '@accord/shared/kernel';
import type { Id, Instant, LondonDate, Pence, Result, Shares } from '@accord/shared/kernel';
import type { Block, RunningText, WrittenDocument } from '@accord/shared/documents';
import type { NamesOnRecord } from './names';
import type { Opened, ToldEvent } from './told';

// What the specs of this folder are written with; not exported by its index.

export function granted<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(`The spec took this for granted: ${result.because}`);
  return result.value;
}
export function numbered<Kind extends string>(number: number): Id<Kind> {
  const id = idFrom<Kind>(`00000000-0000-7000-8000-${String(number).padStart(12, '0')}`);
  if (id === undefined) throw new Error('The spec made an id that is none.');
  return id;
}
export const on = (text: string): LondonDate => granted(londonDate(text));
/** A moment of 1 October 2025, London summer time. */
export const at = (time: string): Instant => granted(instantOf(`2025-10-01T${time}+01:00`));
export const moment = (text: string): Instant => granted(instantOf(text));
export const pounds = (amount: number): Pence => granted(pence(Math.round(amount * 100)));

/** Writes events down one after the other: a minute apart, so that each is recorded at a moment of its own. */
export class Recorder {
  private position = 0;
  private readonly began = Date.parse('2025-09-01T08:00:00.000Z');

  record<D extends { readonly type: string }>({ type }: D, data: Opened<D>): ToldEvent {
    this.position += 1;
    const recordedAt = granted(instantOf(new Date(this.began + this.position * 60_000).toISOString()));
    return { position: this.position, type, recordedAt, data };
  }
}

export const icb = numbered<'agency'>(101);
export const care = numbered<'agency'>(102);
export const schools = numbered<'agency'>(103);
export const forum = numbered<'agency'>(104);
const agencies = new Map<string, string>([
  [icb, 'Northshire Integrated Care Board'],
  [care, 'Northshire Council Social Care'],
  [schools, 'Northshire Council Education'],
  [forum, 'Northshire Parent Carer Forum'],
]);

export const panelId = numbered<'panel'>(300);
export const meetingId = numbered<'meeting'>(400);

export const people = {
  asha: numbered<'practitioner'>(501),
  ben: numbered<'practitioner'>(502),
  carys: numbered<'practitioner'>(503),
  dev: numbered<'practitioner'>(504),
  ewa: numbered<'practitioner'>(505),
  farah: numbered<'practitioner'>(506),
  grace: numbered<'practitioner'>(507),
  hugo: numbered<'practitioner'>(508),
} as const;
const names = new Map<string, string | null>([
  [people.asha, 'Asha Okafor'],
  [people.ben, 'Ben Whitlock'],
  [people.carys, 'Carys Morgan'],
  [people.dev, 'Dev Anand'],
  [people.ewa, 'Ewa Nowak'],
  [people.farah, 'Farah Aziz'],
  [people.grace, 'Grace Obi'],
  [people.hugo, 'Hugo Lund'],
]);

const seat = (number: number, agencyId: Id<'agency'>, post: string) => ({
  ...{ seatId: numbered<'seat'>(number), agencyId, post, standing: 'voting' as const },
  ...{ deputies: 'anyone-of-the-agency' as const, deputyPosts: [] },
});
export const seats = {
  chair: seat(201, icb, 'Head of continuing care'),
  nurse: seat(202, icb, 'Lead nurse'),
  care: seat(203, care, 'Head of disability services'),
  team: seat(204, care, 'Service manager'),
  school: seat(205, schools, 'SEND manager'),
  finance: { ...seat(206, care, 'Finance partner'), standing: 'non-voting' as const },
  parent: { ...seat(207, forum, 'Forum representative'), standing: 'parent-representative' as const },
} as const;

export const terms: TermsOfReference = {
  seats: Object.values(seats),
  quorum: { members: 4, agencies: [icb, care, schools] },
  decisionMode: 'majority-with-casting-vote',
  decisionMakerSeatId: null,
  chairs: [seats.chair.seatId, seats.care.seatId],
  commitment: { authority: 'of-each-member', weeklyLimitPence: null, categories: ['personal-care', 'nursing', 'short-breaks', 'education'] },
  ratifiers: [
    { agencyId: icb, post: 'Director of nursing' },
    { agencyId: care, post: 'Director of children’s services' },
  ],
  papersNotice: 5,
  urgent: { officers: [{ agencyId: icb, post: 'Director of nursing' }], officersNeeded: 1, ratifyWithinDays: 14 },
};

export const shares = (...parts: readonly (readonly [Id<'agency'>, number])[]): Shares => ({
  kind: 'basis-points',
  parts: parts.map(([agencyId, percent]) => ({ agencyId, weight: percent * 100 })),
});

export const children = { ada: numbered<'child'>(801), ben: numbered<'child'>(802), chi: numbered<'child'>(803), dia: numbered<'child'>(804), eli: numbered<'child'>(805) } as const;
const childNames = new Map<string, string | null>([
  [children.ada, 'Ada Example'],
  [children.ben, 'Bilal Example'],
  [children.chi, 'Chidi Example'],
  [children.dia, 'Diana Example'],
  [children.eli, 'Eli Example'],
]);

export const named = (changes: Partial<NamesOnRecord> = {}): NamesOnRecord => ({
  agencies: (id) => agencies.get(id) ?? `agency ${id}`,
  panels: (id) => (id === panelId ? 'Northshire Children’s Continuing Care Panel' : `panel ${id}`),
  people: names,
  children: childNames,
  ...changes,
});

const run = (text: RunningText): string =>
  typeof text === 'string' ? text : text.map((each) => (each.as === 'strong' ? `**${each.text.trimEnd()}**${/\s$/.test(each.text) ? ' ' : ''}` : each.text)).join('');

/** A document as somebody would type it, so that a clerk can review its wording. */
export const asText = ({ title, letterhead = [], address = [], marking, blocks }: WrittenDocument): string =>
  [
    ...(marking === undefined ? [] : [marking]),
    ...(letterhead.length === 0 ? [] : [letterhead.join('\n')]),
    ...(address.length === 0 ? [] : [address.join('\n')]),
    `# ${title}`,
    ...blocks.map(blockAsText),
  ].join('\n\n') + '\n';

function blockAsText(block: Block): string {
  switch (block.kind) {
    case 'heading':
      return `${'#'.repeat(block.level + 1)} ${block.text}`;
    case 'paragraph':
      return run(block.text);
    case 'pairs':
      return block.pairs.map(({ label, value }) => `- ${label}: ${run(value)}`).join('\n');
    case 'list':
      return block.items.map((item, place) => `${block.numbered ? `${place + 1}.` : '-'} ${run(item)}`).join('\n');
    case 'table': {
      const line = (cells: readonly string[]) => `| ${cells.map((cell) => cell.replaceAll('\n', '; ')).join(' | ')} |`;
      return [`**${block.caption}**`, '', line(block.columns.map(({ head }) => head)), line(block.columns.map(() => '---')), ...block.rows.map(line)].join('\n');
    }
    case 'signature':
      return block.lines.join('\n');
    case 'page-break':
      return '---';
  }
}
