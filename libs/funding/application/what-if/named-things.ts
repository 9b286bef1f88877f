import { agenciesIn, fundingPicture } from '@accord/funding/domain';
import type { AgreementFact, Change, LineMeant, NamedThings } from '@accord/funding/domain';
import type { PackageLine } from '@accord/panel/contracts';
import type { EventCatalogue } from '@accord/shared/event-contracts';
import type { EventStore, Position, RecordedEvent } from '@accord/shared/event-store';
import type { Instant } from '@accord/shared/kernel';
import type { PlacedFact } from '../area-facts';

export interface KnownBy {
  readonly upTo: Position;
  readonly knownAt?: Instant | undefined;
}

/** Looks up in the record what changes name: agencies, clauses in force, and the lines of decisions. */
export class NamedInRecord {
  constructor(
    private readonly events: EventStore,
    private readonly catalogue: EventCatalogue,
  ) {}

  /** `childId`: only lines of this child are known. */
  async things(changes: readonly Change[], { agreements, childId, ...known }: KnownBy & { readonly agreements: readonly PlacedFact[]; readonly childId?: string | undefined }): Promise<NamedThings> {
    const lines = new Map<string, PackageLine>();
    for (const { decisionId } of changes.flatMap(linesMeantBy)) {
      for (const line of await this.linesOf(decisionId, known, childId)) lines.set(`${decisionId} ${line.lineId}`, line);
    }
    const texts = textsIn(agreements);
    return {
      agencies: await this.registered(agenciesIn(changes), known),
      clauses: ({ agreementId, clauseId }) => texts.filter((text) => text.agreementId === agreementId).flatMap(({ clauses }) => clauses.filter((clause) => clause.clauseId === clauseId)),
      line: ({ decisionId, lineId }) => lines.get(`${decisionId} ${lineId}`),
    };
  }

  /** Whether anything of the stream was on record then. */
  async holds(stream: string, known: KnownBy): Promise<boolean> {
    return (await this.read(stream, known, 1)).length > 0;
  }

  private async registered(agencies: readonly string[], known: KnownBy): Promise<ReadonlySet<string>> {
    const found = new Set<string>();
    for (const agencyId of new Set(agencies)) if (await this.holds(`agency-${agencyId}`, known)) found.add(agencyId);
    return found;
  }

  /** As they were decided, or as they were corrected last. */
  private async linesOf(decisionId: string, known: KnownBy, childId: string | undefined): Promise<readonly PackageLine[]> {
    const events = await this.read(`decision-${decisionId}`, known);
    const told = events.filter(({ type, data }) => ['DecisionRecorded', 'DecisionCorrected'].includes(type) && (childId === undefined || data['childId'] === childId));
    const lists = told.flatMap((event) => {
      // A list in both events, which the catalogue has validated; a correction may leave it out.
      const lines = this.catalogue.read(event)['lines'] as readonly PackageLine[] | undefined;
      return lines === undefined ? [] : [lines];
    });
    return lists.at(-1) ?? [];
  }

  private async read(stream: string, { upTo, knownAt }: KnownBy, limit?: number): Promise<readonly RecordedEvent[]> {
    const events = (await this.events.readStream(stream, limit === undefined ? {} : { limit })) ?? [];
    return events.filter(({ position, recordedAt }) => position <= upTo && (knownAt === undefined || recordedAt <= knownAt));
  }
}

const textsIn = (agreements: readonly PlacedFact[]): readonly AgreementFact[] => fundingPicture(agreements.map(({ fact }) => fact)).agreements;

function linesMeantBy(change: Change): LineMeant[] {
  if (change.kind === 'rates-changed' || change.kind === 'settlement') return [change];
  return change.kind === 'split-changed' && 'lineId' in change.of ? [change.of] : [];
}
