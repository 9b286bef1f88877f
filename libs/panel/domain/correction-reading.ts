import type { DecisionCorrectionRequested, LineOfDecision, PackageLine } from '@accord/panel/contracts';
import type { New } from '@accord/shared/event-contracts';
import { succeed } from '@accord/shared/kernel';
import type { Refusal, Result } from '@accord/shared/kernel';
import type { DecisionOnRecord } from './decision-state';
import { conditionsOf } from './outcome-content';
import type { ProposedCondition } from './outcome-content';
import { linesOf } from './outcome-lines';
import type { LinesFacts } from './outcome-lines';
import type { ProposedLine } from './package-line';
import { refuseNamingPrinciple } from './principle';
import { refusePanel } from './refusals';

type RequestData = New<typeof DecisionCorrectionRequested>['data'];

/** What may be asked to read otherwise; what is absent stays as it is, what is given takes the place of the whole. */
export interface Correctable {
  readonly decided?: string | undefined;
  readonly reasons?: string | undefined;
  readonly evidence?: string | undefined;
  readonly principle?: string | undefined;
  /** Of an approval in part. */
  readonly notApproved?: string | undefined;
  /** Of a deferral. */
  readonly missing?: string | undefined;
  /** Of an urgent decision. */
  readonly urgency?: string | undefined;
  /** Where the flag was forgotten, or set wrongly. */
  readonly withoutPrejudice?: boolean | undefined;
  /** All lines as they should read: each of the decision by its id, and no other. */
  readonly lines?: readonly ProposedLine[] | undefined;
  readonly positions?: RequestData['positions'];
  /** All conditions as they should read; a condition keeps its id. */
  readonly conditions?: readonly ProposedCondition[] | undefined;
}
type Words = Pick<RequestData, 'decided' | 'reasons' | 'evidence' | 'principle' | 'notApproved' | 'missing' | 'urgency'>;
type Reading = Words & Pick<RequestData, 'withoutPrejudice' | 'lines' | 'provisions' | 'positions' | 'conditions' | 'conditionWords'>;
type ReadingFacts = Pick<LinesFacts, 'ofChild' | 'registered'>;

/** The reading asked for, its lines and conditions checked like those of any decision. Refuses one that asks for nothing. */
export function readingOf(asked: Correctable, decision: DecisionOnRecord, facts: ReadingFacts): Result<Reading> {
  const words = wordsAsked(asked, decision);
  if (!words.ok) return words;
  const flag = flagAsked(asked, decision);
  const parts = [asked.lines, asked.positions, asked.conditions];
  if (Object.keys({ ...words.value, ...flag }).length === 0 && parts.every((part) => part === undefined)) {
    return refusePanel(
      'correction-of-nothing',
      'Say what of the decision should read otherwise: its words, lines, positions or conditions, or that it is without prejudice.',
    );
  }
  const lines = linesAsked(asked, decision, facts);
  if (!lines.ok) return lines;
  const refusal = asked.positions && refusePositions(asked.positions, decision, facts);
  if (refusal) return refusal;
  const conditions = conditionsAsked(asked, decision, facts);
  if (!conditions.ok) return conditions;
  return succeed({ ...words.value, ...flag, ...lines.value, ...(asked.positions ? { positions: asked.positions } : {}), ...conditions.value });
}

/** The words asked for. Refuses those that its outcome never says, and a principle that names somebody. */
function wordsAsked(asked: Correctable, { outcome, urgent }: DecisionOnRecord): Result<Words> {
  const { decided, reasons, evidence, principle, notApproved, missing, urgency } = asked;
  const given = Object.entries({ decided, reasons, evidence, principle, notApproved, missing, urgency }).filter(([, text]) => text?.trim());
  const words: Words = Object.fromEntries(given);
  const strange = [
    words.notApproved !== undefined && outcome !== 'part-approved',
    words.missing !== undefined && outcome !== 'deferred',
    words.urgency !== undefined && urgent === null,
  ];
  if (strange.includes(true)) {
    return refusePanel(
      'correction-of-other-matter',
      'Only an approval in part says what was not approved, only a deferral what is missing, and only an urgent decision why it could not wait.',
    );
  }
  return refuseNamingPrinciple(words.principle ?? '') ?? succeed(words);
}

/** The flag, where it should read otherwise than it does. */
const flagAsked = ({ withoutPrejudice: asked }: Correctable, { withoutPrejudice }: DecisionOnRecord): Pick<Reading, 'withoutPrejudice'> =>
  asked === undefined || asked === withoutPrejudice ? {} : { withoutPrejudice: asked };

function linesAsked({ lines: asked }: Correctable, decision: DecisionOnRecord, facts: ReadingFacts): Result<Pick<Reading, 'lines' | 'provisions'>> {
  if (asked === undefined) return succeed({});
  const same = sameLines(asked, decision);
  if (!same.ok) return same;
  const lines = same.value;
  const { outcome, childId, on, decisionId } = decision;
  // What the decision itself took from earlier lines is what may be corrected, so it stands in nobody's way.
  const ofChild = facts.ofChild.filter((each) => each.status === 'unknown' || each.decisionId !== decisionId);
  const checked = linesOf({ outcome, lines, ends: [] }, { matter: { childId }, room: { on } }, { ...facts, ofChild });
  if (!checked.ok) return checked;
  return succeed({ lines: checked.value.lines, provisions: checked.value.provisions });
}

/**
 * The lines asked for, each in the place of the earlier line that it replaces, as it was decided. Refuses
 * `correction-of-other-lines` where a line is added, dropped or would replace another one: later decisions name
 * lines by their ids, and one that gave way would be paid for again under a new id.
 */
function sameLines(asked: readonly ProposedLine[], { lines }: DecisionOnRecord): Result<readonly ProposedLine[]> {
  const decided = new Map<string, PackageLine>(lines.map((line) => [line.lineId, line]));
  const ids = new Set<string>(asked.map(({ lineId }) => lineId));
  if (ids.size !== decided.size || [...ids].some((lineId) => !decided.has(lineId))) {
    return refusePanel(
      'correction-of-other-lines',
      'A correction names each line of the decision by its id, and no other: to add a line or to end one, bring a variation to the panel.',
    );
  }
  const kept = asked.map((line) => ({ ...line, replaces: decided.get(line.lineId)?.replaces ?? null }));
  return asked.every(({ replaces }, place) => replaces === null || isSame(replaces, kept[place]?.replaces))
    ? succeed(kept)
    : refusePanel('correction-of-other-lines', 'Which earlier line a line replaces stays as it was decided: leave that out, or bring a variation to the panel.');
}

const isSame = (one: LineOfDecision, other: LineOfDecision | null | undefined): boolean =>
  one.decisionId === other?.decisionId && one.lineId === other.lineId;

function conditionsAsked(
  { conditions }: Correctable,
  { outcome, on }: DecisionOnRecord,
  { registered }: ReadingFacts,
): Result<Pick<Reading, 'conditions' | 'conditionWords'>> {
  return conditions === undefined ? succeed({}) : conditionsOf({ outcome, conditions }, { on, registered });
}

function refusePositions(positions: NonNullable<Correctable['positions']>, { meetingId }: DecisionOnRecord, { registered }: ReadingFacts): Refusal | undefined {
  if (meetingId === null) {
    return refusePanel('correction-of-other-matter', 'An urgent decision has no positions: its officers decided between meetings.');
  }
  if (new Set(positions.map(({ agencyId }) => agencyId)).size < positions.length) {
    return refusePanel('position-repeated', 'Give each agency one position; its members speak with one voice.');
  }
  return positions.every(({ agencyId }) => registered.has(agencyId))
    ? undefined
    : refusePanel('agency-unknown', 'A position names an agency that is not registered in this area.');
}
