import type {
  DecisionCorrected,
  DecisionCorrectionRequested,
  DecisionRatified,
  DecisionRecorded,
  PackageLine,
  RatificationRefused,
  RequestedLine,
  UrgentDecisionLapsed,
  UrgentDecisionNotRatified,
  UrgentDecisionRatified,
} from '@accord/panel/contracts';
import type { Recorded } from '@accord/shared/event-contracts';
import type { LondonDate } from '@accord/shared/kernel';
import type { PrecedentStanding } from './precedent';

/** The events of a decision's stream that say how it reads and whether it stands. */
export type ReadEvent = Recorded<
  | typeof DecisionRecorded
  | typeof DecisionRatified
  | typeof RatificationRefused
  | typeof UrgentDecisionRatified
  | typeof UrgentDecisionNotRatified
  | typeof UrgentDecisionLapsed
  | typeof DecisionCorrectionRequested
  | typeof DecisionCorrected
>;

/** One reading of the words, and the stored event that holds them sealed. */
export interface WordsOf<E extends ReadEvent = ReadEvent> {
  readonly eventId: string;
  readonly event: E;
}

type Recording = Extract<ReadEvent, { type: 'DecisionRecorded' }>;
type Requested = Extract<ReadEvent, { type: 'DecisionCorrectionRequested' }>;

/** A decision as it reads now, and where it stands. */
export interface DecisionReading {
  readonly recorded: WordsOf<Recording>;
  /** Approved corrections, in the order of approval: a later one reads instead of what it names. */
  readonly corrected: readonly WordsOf<Requested>[];
  readonly lines: readonly PackageLine[];
  readonly standing: PrecedentStanding | 'refused-or-lapsed';
}

const standings = {
  'at-once': 'in-effect',
  'awaiting-ratification': 'awaiting-ratification',
  'urgent-until-ratified': 'urgent-until-ratified',
  'none': 'without-effect',
} as const;

/** Folds a decision's stream; `undefined` where nothing was decided in it yet. */
export function decisionReading(events: readonly WordsOf[]): DecisionReading | undefined {
  const requested = new Map<string, WordsOf<Requested>>();
  let reading: DecisionReading | undefined;
  for (const { eventId, event } of events) {
    if (event.type === 'DecisionRecorded') {
      const { lines, effect } = event.data;
      reading = { recorded: { eventId, event }, corrected: [], lines, standing: standings[effect] };
    } else if (event.type === 'DecisionCorrectionRequested') {
      requested.set(event.data.correctionId, { eventId, event });
    } else if (reading) {
      reading = { ...reading, ...followed(reading, event, requested) };
    }
  }
  return reading;
}

type Following = Exclude<ReadEvent, Recording | Requested>;

function followed(
  { corrected, lines }: DecisionReading,
  event: Following,
  requested: ReadonlyMap<string, WordsOf<Requested>>,
): Partial<DecisionReading> {
  switch (event.type) {
    case 'DecisionRatified':
      return event.data.stillAwaited.length > 0 ? {} : { standing: 'in-effect' };
    case 'UrgentDecisionRatified':
      return { standing: 'in-effect' };
    case 'RatificationRefused':
    case 'UrgentDecisionNotRatified':
    case 'UrgentDecisionLapsed':
      return { standing: 'refused-or-lapsed' };
    case 'DecisionCorrected': {
      const asked = requested.get(event.data.correctionId);
      return { lines: event.data.lines ?? lines, corrected: asked ? [...corrected, asked] : corrected };
    }
  }
}

/** The highest gross week in pence: on the day of it, the weekly rates of all lines that then run, added up. */
export function highestGrossWeek(lines: readonly Pick<RequestedLine, 'period' | 'rates'>[]): number {
  const days = lines.flatMap(({ period, rates }) => [period.from, ...rates.map(({ from }) => from)]);
  return Math.max(0, ...days.map((day) => lines.reduce((sum, line) => sum + weeklyOn(line, day), 0)));
}

function weeklyOn({ period, rates }: Pick<RequestedLine, 'period' | 'rates'>, day: LondonDate): number {
  const runs = period.from <= day && (period.to === null || day < period.to);
  return runs ? (rates.findLast(({ from }) => from <= day)?.weeklyPence ?? 0) : 0;
}
