import type { EventCatalogue } from '@accord/shared/event-contracts';
import type { EventRow } from '@accord/shared/projections';
import type { ReadStore } from '@accord/shared/read-store';

interface DecisionTables {
  child_timeline: EventRow & { child_id: string };
}

/** What an event of a package line says of which line it is about; validated when it was recorded. */
interface AboutLine {
  readonly childId: string;
  readonly decisionId: string;
}
/** What a decision says of its lines. */
interface Decided {
  readonly lines: readonly { readonly lineId: string; readonly category: string }[];
}

/** Tells what the package lines that events are about are called: by what the decision that made them approved. */
export class LineNames {
  constructor(
    private readonly store: ReadStore,
    private readonly catalogue: EventCatalogue,
  ) {}

  /** By id: "nursing line". A line whose decision is not known here yet has no name. */
  async of(rows: readonly EventRow[]): Promise<ReadonlyMap<string, string>> {
    const about = rows.filter(({ stream }) => stream.startsWith('package-line-')).map((row) => this.dataOf<AboutLine>(row));
    if (about.length === 0) return new Map();
    const decisions = await this.store
      .withTables<DecisionTables>()
      .selectFrom('child_timeline')
      .selectAll()
      .where('child_id', 'in', [...new Set(about.map(({ childId }) => childId))])
      .where('stream', 'in', [...new Set(about.map(({ decisionId }) => `decision-${decisionId}`))])
      .where('type', '=', 'DecisionRecorded')
      .execute();
    const lines = decisions.flatMap((row) => this.dataOf<Decided>(row).lines);
    return new Map(lines.map(({ lineId, category }) => [lineId, `${category.replaceAll('-', ' ')} line`]));
  }

  private dataOf<Said>({ type, schema_version: schemaVersion, data }: EventRow): Said {
    // The projection wrote this text from an object, and the catalogue validates that it is one of this type.
    return this.catalogue.read({ type, schemaVersion, data: JSON.parse(data) as object }) as Said;
  }
}
