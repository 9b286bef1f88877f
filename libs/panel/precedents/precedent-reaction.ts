import { MatterRaised, PanelConstituted } from '@accord/panel/contracts';
import type { PanelKind, RequestedLine } from '@accord/panel/contracts';
import { ERASED } from '@accord/shared/commands';
import type { PersonalData } from '@accord/shared/commands';
import type { EventCatalogue, Recorded } from '@accord/shared/event-contracts';
import { START } from '@accord/shared/event-store';
import type { EventStore, RecordedEvent } from '@accord/shared/event-store';
import type { Reaction } from '@accord/shared/reactions';
import { decisionReading, highestGrossWeek, principleOf } from './decision-reading';
import type { DecisionReading, ReadEvent, WordsOf } from './decision-reading';
import { INDEX_VERSION } from './index-tables';
import { costBandOf, isPrecedentOutcome, monthOf } from './precedent';
import type { Precedent } from './precedent';
import type { PrecedentIndex } from './precedent-index';
import { wordStems } from './word-stems';

/** After which the index may have to change. */
const triggers = [
  'DecisionRecorded',
  'DecisionRatified',
  'RatificationRefused',
  'UrgentDecisionRatified',
  'UrgentDecisionNotRatified',
  'UrgentDecisionLapsed',
  'DecisionCorrected',
] as const satisfies readonly ReadEvent['type'][];

/** What is read of a decision's stream; the rest says nothing to the index. */
const read: ReadonlySet<string> = new Set<ReadEvent['type']>([...triggers, 'DecisionCorrectionRequested']);

export interface PrecedentReactionParts {
  readonly events: EventStore;
  readonly catalogue: EventCatalogue;
  readonly personalData: PersonalData;
  readonly index: PrecedentIndex;
}

/**
 * Keeps the index of precedents: looks at the whole decision again after each event that may change it, so that
 * repeating it, or looking late, gives the same. A child whose keys are destroyed leaves nothing.
 */
export function precedentReaction(parts: PrecedentReactionParts): Reaction {
  const reader = new PrecedentReader(parts);
  return {
    name: `index-precedents-${INDEX_VERSION}`,
    types: triggers,
    subject: ({ stream }) => stream,
    async react({ stream }) {
      const precedent = await reader.precedent(stream);
      if (precedent) await parts.index.put([precedent]);
      else await parts.index.remove(decisionOf(stream));
    },
  };
}

/** A decision's stream is named by its id. */
const decisionOf = (stream: string): string => stream.slice('decision-'.length);

/** Decisions that are written to the index at once. */
const BATCH = 200;

/**
 * Empties the index and makes it again from the record. No checkpoint is touched: a worker may run meanwhile, and
 * brings in what is recorded behind this reader. Gives the number of decisions that are offered.
 */
export async function rebuildPrecedents(parts: PrecedentReactionParts): Promise<number> {
  const reader = new PrecedentReader(parts);
  await parts.index.clear();
  let offered = 0;
  for (let after = START, end = false; !end; ) {
    const page = await parts.events.readAll({ after, limit: BATCH, filter: { types: ['DecisionRecorded'] } });
    const precedents: Precedent[] = [];
    for (const { stream } of page.events) {
      const precedent = await reader.precedent(stream);
      if (precedent) precedents.push(precedent);
    }
    await parts.index.put(precedents);
    offered += precedents.length;
    ({ next: after, end } = page);
  }
  return offered;
}

type PrecedentWords = Pick<Precedent, 'stems' | 'eventId' | 'eventType' | 'principle'>;

/** Reads what the index keeps of a decision. */
class PrecedentReader {
  /** A panel's kind never changes. */
  private readonly kinds = new Map<string, PanelKind>();

  constructor(private readonly parts: PrecedentReactionParts) {}

  /** `undefined` where the decision is none, is not offered, or its words are erased. */
  async precedent(stream: string): Promise<Precedent | undefined> {
    const stored = (await this.parts.events.readStream(stream)) ?? [];
    const reading = decisionReading(stored.filter(({ type }) => read.has(type)).map((event) => this.readable(event)));
    if (!reading || reading.standing === 'refused-or-lapsed') return undefined;
    const { eventId, event } = reading.recorded;
    const { data } = event;
    const { outcome, panelId, childId, decisionId, needs } = data;
    if (reading.withoutPrejudice || !isPrecedentOutcome(outcome)) return undefined;
    const words = await this.words(stream, reading);
    const panelKind = await this.panelKind(panelId);
    if (words === ERASED || panelKind === undefined) return undefined;
    const lines = reading.lines.length > 0 ? reading.lines : await this.linesAskedFor(data.matterId);
    return {
      ...{ decisionId, childId, panelId, panelKind, outcome, needs, ...words, standing: reading.standing },
      decidedIn: monthOf(data.on),
      position: stored.find(({ id }) => id === eventId)?.position ?? START,
      categories: [...new Set(lines.map(({ category }) => category))],
      costBand: lines.length > 0 ? costBandOf(highestGrossWeek(lines)) : null,
      supersedes: reading.standing === 'awaiting-ratification' ? [] : superseded(reading),
    };
  }

  /**
   * Stems of the words that the decision is found by, without the child's own name, and its principle, unless the
   * child's name occurs in that; or that they are erased.
   */
  private async words(stream: string, reading: DecisionReading): Promise<PrecedentWords | typeof ERASED> {
    const { recorded, corrected } = reading;
    const readings = [];
    for (const words of [recorded, ...corrected]) readings.push(await this.opened(stream, words));
    const latest = new Map(readings.flatMap((reading) => Object.entries(reading)));
    const found = new Set<string>();
    for (const field of SEARCHED) {
      const words = latest.get(field);
      if (words === ERASED) return ERASED;
      for (const stem of wordStems(textOf(words))) found.add(stem);
    }
    const name = await this.nameOf(recorded.event.data.childId);
    if (name === ERASED) return ERASED;
    const names = [...wordStems(name)];
    for (const stem of names) found.delete(stem);
    const said = wordStems(textOf(latest.get('principle')));
    const without = { eventId: recorded.eventId, eventType: recorded.event.type, principle: null };
    return { stems: found, ...without, ...(names.some((stem) => said.has(stem)) ? {} : principleOf(reading)) };
  }

  private async opened(stream: string, { eventId: id, event: { type, data } }: WordsOf): Promise<Record<string, unknown>> {
    const definition = this.parts.catalogue.definition(type);
    if (!definition) throw new Error(`${type} was read without a definition.`);
    const words = await this.parts.personalData.open({ id, stream, definition, data });
    return Object.fromEntries(SEARCHED.flatMap((field) => (words[field] === undefined ? [] : [[field, words[field]]])));
  }

  /** The child's own name: by it nobody may find a child's decisions. */
  private async nameOf(childId: string): Promise<string | typeof ERASED> {
    const stream = `child-${childId}`;
    const opening = await this.first(stream);
    const definition = opening && this.parts.catalogue.definition(opening.type);
    if (!definition) return '';
    const data = this.parts.catalogue.read(opening);
    const { name } = await this.parts.personalData.open({ id: opening.id, stream, definition, data });
    return name === ERASED ? ERASED : textOf(name);
  }

  private async panelKind(panelId: string): Promise<PanelKind | undefined> {
    const known = this.kinds.get(panelId);
    if (known) return known;
    const constituted = await this.first(`panel-${panelId}`);
    if (constituted?.type !== PanelConstituted.type) return undefined;
    const { kind } = this.readable<Recorded<typeof PanelConstituted>>(constituted).event.data;
    this.kinds.set(panelId, kind);
    return kind;
  }

  /** What was asked for says what a decision without lines was about. */
  private async linesAskedFor(matterId: string | null): Promise<readonly RequestedLine[]> {
    const raised = matterId === null ? undefined : await this.first(`matter-${matterId}`);
    return raised?.type === MatterRaised.type ? this.readable<Recorded<typeof MatterRaised>>(raised).event.data.lines : [];
  }

  private async first(stream: string): Promise<RecordedEvent | undefined> {
    return (await this.parts.events.readStream(stream, { limit: 1 }))?.[0];
  }

  private readable<Event extends { readonly type: string; readonly data: object } = ReadEvent>(stored: RecordedEvent) {
    // The catalogue has validated the data for this very type, which the caller has looked at.
    const event = { type: stored.type, data: this.parts.catalogue.read(stored) } as unknown as Event;
    return { eventId: stored.id, event };
  }
}

/** The fields by whose words a decision is found; a correction may say them anew. */
const SEARCHED = ['decided', 'reasons', 'evidence', 'principle', 'notApproved', 'provisions'] as const;

/** All text in an opened field, whatever its shape. */
function textOf(value: unknown): string {
  if (typeof value === 'string') return value;
  if (typeof value !== 'object' || value === null) return '';
  return 'words' in value ? textOf(value.words) : Object.values(value).map(textOf).join('\n');
}

function superseded({ recorded, lines }: DecisionReading): readonly string[] {
  const replaced = lines.flatMap(({ replaces }) => (replaces === null ? [] : [replaces.decisionId]));
  const ended = recorded.event.data.ends.map(({ decisionId }) => decisionId);
  const { decisionId: own } = recorded.event.data;
  return [...new Set<string>([...replaced, ...ended])].filter((decisionId) => decisionId !== own);
}
