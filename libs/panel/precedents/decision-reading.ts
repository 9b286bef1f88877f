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
import { weeklyPenceOn } from '@accord/shared/kernel';
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
  readonly withoutPrejudice: boolean;
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
      const { lines, effect, withoutPrejudice } = event.data;
      reading = { recorded: { eventId, event }, corrected: [], lines, withoutPrejudice, standing: standings[effect] };
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
  { recorded, corrected, lines, withoutPrejudice, standing }: DecisionReading,
  event: Following,
  requested: ReadonlyMap<string, WordsOf<Requested>>,
): Partial<DecisionReading> {
  switch (event.type) {
    case 'DecisionRatified':
      // Whether an urgent decision goes on is for the panel to say, whichever agency's post has ratified it.
      return recorded.event.data.effect === 'urgent-until-ratified' || event.data.stillAwaited.length > 0 ? { standing } : { standing: 'in-effect' };
    case 'UrgentDecisionRatified':
      return { standing: 'in-effect' };
    case 'RatificationRefused':
    case 'UrgentDecisionNotRatified':
    case 'UrgentDecisionLapsed':
      return { standing: 'refused-or-lapsed' };
    case 'DecisionCorrected': {
      const asked = requested.get(event.data.correctionId);
      return {
        lines: event.data.lines ?? lines,
        withoutPrejudice: event.data.withoutPrejudice ?? withoutPrejudice,
        corrected: asked ? [...corrected, asked] : corrected,
      };
    }
  }
}

/** The events that hold a decision's words. */
export type WordedType = (Recording | Requested)['type'];

export interface SealedPrinciple {
  readonly eventId: string;
  readonly eventType: WordedType;
  readonly principle: string;
}

/** The principle as it reads now: sealed in the recording, or in the last correction that says another. */
export function principleOf({ recorded, corrected }: DecisionReading): SealedPrinciple | undefined {
  const found = [recorded, ...corrected].flatMap(({ eventId, event }): readonly SealedPrinciple[] =>
    event.data.principle === undefined ? [] : [{ eventId, eventType: event.type, principle: event.data.principle }],
  );
  return found.at(-1);
}

/** The highest gross week in pence: on the day of it, what a week of all lines that then run costs, added up. */
export function highestGrossWeek(lines: readonly Pick<RequestedLine, 'period' | 'rates'>[]): number {
  const days = lines.flatMap(({ period, rates }) => [period.from, ...rates.map(({ from }) => from)]);
  return Math.max(0, ...days.map((day) => lines.reduce((sum, line) => sum + weeklyPenceOn(line, day), 0)));
}
