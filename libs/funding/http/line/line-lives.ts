import type { FactsAsOf } from '@accord/funding/application';
import { lineLifeEvents } from '@accord/funding/contracts';
import { lineLife } from '@accord/funding/domain';
import type { LineEntry, LineLife } from '@accord/funding/domain';
import type { EventCatalogue, Words } from '@accord/shared/event-contracts';
import { cursorOf } from '@accord/shared/http';
import type { Page, Vocabulary } from '@accord/shared/http';
import type { Id, LondonDate } from '@accord/shared/kernel';
import type { EventEntry, EventRow } from '@accord/shared/projections';
import type { ReadStore } from '@accord/shared/read-store';
import type { AgenciesBefore } from '../agencies-before';
import { factReader } from '../fact-of-row';

interface LineTables {
  package_line_events: EventRow & { line_id: string; decision_id: string };
  rate_variations_open: { variation_id: string; line_id: string; decision_id: string; child_id: string; proposed_by: string; proposed_on: string; awaited: string };
  providers: { provider_id: string; name: string; kind: string; registered_on: string; recorded_at: string };
}

/** Turns stored rows into sentences, what is personal opened or withheld; the composition has it from assurance. */
export interface LineSentences {
  entries(rows: readonly EventRow[], personal: 'opened' | 'withheld'): Promise<readonly EventEntry[]>;
}

/** Tells whether a decision has, or had, a line; provided by the composition. */
export type KnownLines = (decisionId: Id<'decision'>, lineId: Id<'package-line'>) => Promise<boolean>;

export interface LineLivesParts {
  readonly store: ReadStore;
  readonly catalogue: EventCatalogue;
  readonly vocabulary: Vocabulary;
  readonly agencies: AgenciesBefore;
  readonly sentences: LineSentences;
  readonly isKnown: KnownLines;
}

export interface LineQuestion extends FactsAsOf {
  readonly decisionId: Id<'decision'>;
  readonly lineId: Id<'package-line'>;
  readonly personal: 'opened' | 'withheld';
}

export interface VariationsQuestion {
  /** Whose agreement is awaited; absent: anybody's. */
  readonly agency?: Id<'agency'> | undefined;
  readonly today: LondonDate;
  readonly page: Page<VariationCursor>;
}

/** The entry after which a page begins: the day of the proposal and its id. */
export type VariationCursor = readonly [proposedOn: string, variationId: string];
/** The provider after which a page begins: its name and its id. */
export type ProviderCursor = readonly [name: string, providerId: string];
const isPair = (value: unknown): value is readonly [string, string] => Array.isArray(value) && value.length === 2 && value.every((part) => typeof part === 'string');
export const isVariationCursor = (value: unknown): value is VariationCursor => isPair(value);
export const isProviderCursor = (value: unknown): value is ProviderCursor => isPair(value);

/** Answers what happened to a package line after its decision, which rates await whose agreement, and which providers there are. */
export class LineLives {
  private readonly entryOf: (row: EventRow) => LineEntry;

  constructor(private readonly parts: LineLivesParts) {
    this.entryOf = factReader(parts.catalogue, lineLifeEvents);
  }

  /** `undefined` where the decision has no such line. */
  async life({ decisionId, lineId, personal, asAt, knownAt }: LineQuestion) {
    const { store, vocabulary, sentences, isKnown } = this.parts;
    if (!(await isKnown(decisionId, lineId))) return undefined;
    let query = store.withTables<LineTables>().selectFrom('package_line_events').selectAll().where('line_id', '=', lineId).where('decision_id', '=', decisionId);
    if (asAt !== undefined) query = query.where('effective_on', '<=', asAt);
    if (knownAt !== undefined) query = query.where('recorded_at', '<=', knownAt);
    const rows = await query.orderBy('position').execute();
    const [words, happened] = await Promise.all([vocabulary.words(), sentences.entries(rows, personal)]);
    const life = lineLife(rows.map(this.entryOf));
    return { decisionId, lineId, asAt, knownAt, ...lifeInWords(life, words), happened };
  }

  /**
   * Rates that somebody proposed and that await an agreement, the longest waiting first; of one agency, those that await
   * it or an agency whose functions have come to it: it agrees for that one.
   */
  async variationsOpen({ agency, today, page }: VariationsQuestion) {
    const { store, vocabulary, agencies } = this.parts;
    let query = store.withTables<LineTables>().selectFrom('rate_variations_open').selectAll();
    if (agency !== undefined) {
      const awaited = [agency, ...(await agencies.predecessorsOf(agency, { asAt: today }))];
      // The column holds a JSON list of ids, which no other text of it can be taken for.
      query = query.where((of) => of.or(awaited.map((each) => of('awaited', 'like', `%"${each}"%`))));
    }
    const { cursor, limit } = page;
    if (cursor !== undefined) query = query.where((of) => of(of.refTuple('proposed_on', 'variation_id'), '>', of.tuple(...cursor)));
    const rows = await query.orderBy('proposed_on').orderBy('variation_id').limit(limit + 1).execute();
    const words = await vocabulary.words();
    const shown = rows.slice(0, limit).map((row) => ({
      ...{ variationId: row.variation_id, lineId: row.line_id, decisionId: row.decision_id, childId: row.child_id },
      ...{ proposedBy: row.proposed_by, proposedByName: words.agency(row.proposed_by), proposedOn: row.proposed_on },
      // The projection wrote this text from a list of ids.
      awaited: agenciesInWords(JSON.parse(row.awaited) as readonly string[], words),
    }));
    const last = rows.length > limit ? shown.at(-1) : undefined;
    return { entries: shown, ...(last ? { next: cursorOf([last.proposedOn, last.variationId]) } : {}) };
  }

  async providers({ cursor, limit }: Page<ProviderCursor>) {
    let query = this.parts.store.withTables<LineTables>().selectFrom('providers').selectAll();
    if (cursor !== undefined) query = query.where((of) => of(of.refTuple('name', 'provider_id'), '>', of.tuple(...cursor)));
    const rows = await query.orderBy('name').orderBy('provider_id').limit(limit + 1).execute();
    const providers = rows.slice(0, limit).map((row) => ({ providerId: row.provider_id, name: row.name, kind: row.kind, on: row.registered_on }));
    const last = rows.length > limit ? providers.at(-1) : undefined;
    return { providers, ...(last ? { next: cursorOf([last.name, last.providerId]) } : {}) };
  }
}

const agenciesInWords = (ids: readonly string[], words: Words) => ids.map((agencyId) => ({ agencyId, agency: words.agency(agencyId) }));

/** What counts of the line's life, in order of days. */
const lifeInWords = ({ arrangements, pauses, endsFrom, variations, recoveries }: LineLife<LineEntry>, words: Words) => ({
  arrangements: arrangements.map(({ body: { data } }) => {
    const { entryId, from, providerId, provider, commissionedBy, vat } = data;
    return { entryId, from, providerId, provider, commissionedBy, agency: words.agency(commissionedBy), vat };
  }),
  suspensions: pauses,
  endsFrom,
  rateVariations: variations.map(({ proposal, agreements, standing, stillAwaited }) => {
    const { variationId, agencyId, on, rates } = proposal.body.data;
    const agreedBy = agenciesInWords([agencyId, ...agreements.map(({ body }) => body.data.agencyId)], words);
    return { variationId, standing, proposedOn: on, rates, agreedBy, stillAwaited: agenciesInWords(stillAwaited, words) };
  }),
  recoveries: recoveries.map(({ body: { data } }) => ({ recoveryId: data.recoveryId, of: data.of, pence: data.pence, on: data.on })),
});
