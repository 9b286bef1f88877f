import { DecisionCorrected, DecisionCorrectionRequested, DecisionRecorded } from '@accord/panel/contracts';
import type { PanelKind } from '@accord/panel/contracts';
import type { LondonDate } from '@accord/shared/kernel';
import { inOrder, told } from './told';
import type { Opened, Personal, ToldEvent } from './told';

/** Everything on record from which a family's letter is written, in whatever order it was read. */
export interface DecisionOnPaper {
  /** The stream of the decision. */
  readonly decision: readonly ToldEvent[];
  /** The stream of its matter; nothing where it has none. */
  readonly matter: readonly ToldEvent[];
  readonly panelKind: PanelKind | undefined;
  readonly personal: Personal;
  /** The child's date of birth; absent where it is withheld or erased. */
  readonly bornOn?: LondonDate | undefined;
  /** How to reach the family's contact, as the panel's administrator gives it: a line each. */
  readonly contact?: readonly string[];
}

export type Reading = Opened<typeof DecisionRecorded>;

/** A decision as it reads with its corrections. */
export interface ReadDecision {
  readonly reading: Reading;
  /** The day on which the record was last corrected. */
  readonly correctedOn: Opened<typeof DecisionCorrected>['on'] | undefined;
  readonly events: readonly ToldEvent[];
}

/** How the decision reads; `undefined` where nothing was decided yet. */
export function readDecision(decision: readonly ToldEvent[]): ReadDecision | undefined {
  const events = inOrder(decision);
  const [recorded] = told(events, DecisionRecorded);
  if (recorded === undefined) return undefined;
  const corrections = told(events, DecisionCorrected);
  const requests = told(events, DecisionCorrectionRequested);
  const reading = corrections.reduce<Reading>(
    (read, { data: { correctionId } }) => ({ ...read, ...changesOf(requests.find(({ data }) => data.correctionId === correctionId)?.data) }),
    recorded.data,
  );
  return { reading, events, correctedOn: corrections.at(-1)?.data.on };
}

const words = ['decided', 'reasons', 'evidence', 'principle', 'notApproved', 'missing', 'urgency'] as const;
const readable = [...words, 'withoutPrejudice', 'positions', 'lines', 'provisions', 'conditions', 'conditionWords'] as const;

/** What an approved request would have read otherwise; what is absent stays as it is. */
export const changesOf = (request: Opened<typeof DecisionCorrectionRequested> | undefined): Partial<Reading> =>
  Object.fromEntries(Object.entries(request ?? {}).filter(([field, value]) => readable.some((each) => each === field) && value !== undefined));
