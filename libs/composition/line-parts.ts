import { PackageLines } from '@accord/funding/application';
import type { AgreementsOnRecord, PicturesNow } from '@accord/funding/application';
import { LineLives } from '@accord/funding/http';
import type { KnownLines, LineSentences } from '@accord/funding/http';
import { AgencyList } from '@accord/panel/http';
import type { CommandRunner } from '@accord/shared/commands';
import type { EventStore } from '@accord/shared/event-store';
import type { Vocabulary } from '@accord/shared/http';
import type { ReadStore } from '@accord/shared/read-store';
import { eventCatalogue } from './catalogue';

interface LineGround {
  readonly runner: CommandRunner;
  readonly events: EventStore;
  readonly read: ReadStore;
  readonly vocabulary: Vocabulary;
  readonly sentences: LineSentences;
  readonly agreementsSeen: Pick<AgreementsOnRecord, 'agreed'>;
  readonly picturesSeen: Pick<PicturesNow, 'pictureNow'>;
}

/** What happens to package lines after their decision, and who provides them. */
export const lineParts = ({ runner, events, read, vocabulary, sentences, agreementsSeen, picturesSeen }: LineGround) => ({
  packageLines: new PackageLines(runner, agreementsSeen, picturesSeen),
  lineLives: new LineLives({ store: read, catalogue: eventCatalogue, vocabulary, agencies: new AgencyList(read), sentences, isKnown: knownLinesOf(events) }),
});

/** A decision has the lines with which it was recorded, and those of its corrections. */
const knownLinesOf =
  (events: EventStore): KnownLines =>
  async (decisionId, lineId) =>
    ((await events.readStream(`decision-${decisionId}`)) ?? []).some(({ data: { lines } }) => Array.isArray(lines) && lines.some((line: unknown) => hasId(line, lineId)));

const hasId = (line: unknown, lineId: string): boolean => typeof line === 'object' && line !== null && 'lineId' in line && line.lineId === lineId;
