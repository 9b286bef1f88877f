import { DecisionCorrectionRequested, DecisionRecorded } from '@accord/panel/contracts';
import type { LineCategory, NeedCategory, PanelKind } from '@accord/panel/contracts';
import { ERASED } from '@accord/shared/commands';
import type { PersonalData } from '@accord/shared/commands';
import type { Words } from '@accord/shared/event-contracts';
import { succeed } from '@accord/shared/kernel';
import type { Refusal, Result } from '@accord/shared/kernel';
import { factToken, wordToken } from './index-tokens';
import type { KeyedHash } from './index-tokens';
import { costBandAt, costBandsWithin } from './precedent';
import type { CostBand, Month, PrecedentOutcome, PrecedentStanding } from './precedent';
import { monthBegins } from './precedent-index';
import type { FoundPrecedent, PrecedentIndex } from './precedent-index';
import { refusePrecedent } from './refusals';
import type { Sought } from './token-index';
import { wordStems } from './word-stems';

/** The events among whose fields a principle is sealed. */
const worded = { DecisionRecorded, DecisionCorrectionRequested };

/** What is asked of past decisions; everything that is given must hold of each that is found. */
export interface PrecedentQuestion {
  /** All of these needs. */
  readonly needs?: readonly NeedCategory[] | undefined;
  /** All of these categories of provision. */
  readonly categories?: readonly LineCategory[] | undefined;
  readonly outcome?: PrecedentOutcome | undefined;
  readonly panelKind?: PanelKind | undefined;
  /** Half-open range of the highest gross week; what is found shares its cost band with some figure of it. */
  readonly fromPence?: number | undefined;
  readonly toPence?: number | undefined;
  /** Half-open range of months of deciding. */
  readonly from?: Month | undefined;
  readonly to?: Month | undefined;
  /** All of these words, in whichever form, somewhere in what was decided, why, on what evidence, and what is provided. */
  readonly words?: string | undefined;
}

/** What somebody may learn of a past decision: nothing of whom it was about. */
export interface PrecedentEntry {
  /** Only for people who may read decisions. */
  readonly decisionId?: string;
  readonly decidedIn: Month;
  readonly panel: string;
  readonly outcome: PrecedentOutcome;
  readonly standing: PrecedentStanding;
  readonly superseded: boolean;
  readonly needs: readonly NeedCategory[];
  readonly categories: readonly LineCategory[];
  readonly costBand: CostBand | null;
  /** The point that could guide a later decision, in words that name nobody; `null` where none was written, or it names the child. */
  readonly principle: string | null;
}

export interface PrecedentPage {
  readonly precedents: readonly PrecedentEntry[];
  /** The place after which the next page begins. */
  readonly next: number | undefined;
}

export interface PrecedentSearchParts {
  readonly index: PrecedentIndex;
  readonly keyedHash: KeyedHash;
  readonly personalData: PersonalData;
  /** Names panels. */
  words(): Promise<Pick<Words, 'panel'>>;
}

interface Asking {
  readonly page: { readonly limit: number; readonly cursor: number | undefined };
  /** Whether the person may read decisions. */
  readonly withDecisions: boolean;
}

/** Answers how it was decided before. */
export class PrecedentSearch {
  constructor(private readonly parts: PrecedentSearchParts) {}

  /** A page, newest first. Refuses a question that asks nothing, whose words say nothing, or whose range is empty. */
  async page(question: PrecedentQuestion, { page, withDecisions }: Asking): Promise<Result<PrecedentPage>> {
    const sought = this.sought(question);
    if (!sought.ok) return sought;
    const before = Math.min(sought.value.before, page.cursor ?? Number.MAX_SAFE_INTEGER);
    const found = await this.parts.index.find({ ...sought.value, before, limit: page.limit + 1 });
    const shown = found.slice(0, page.limit);
    const words = await this.parts.words();
    const entries = await Promise.all(shown.map((precedent) => this.entry(precedent, words, withDecisions)));
    return succeed({
      precedents: entries.filter((entry) => entry !== undefined),
      next: found.length > page.limit ? shown.at(-1)?.place : undefined,
    });
  }

  private sought(question: PrecedentQuestion): Result<Omit<Sought, 'limit'>> {
    const { needs = [], categories = [], outcome, panelKind, fromPence, toPence, from, to, words } = question;
    const stems = wordStems(words ?? '');
    const refused = refusalOf(question, stems);
    if (refused) return refused;
    const costed = fromPence !== undefined || toPence !== undefined;
    return succeed({
      all: [
        ...[...stems].map((stem) => wordToken(this.parts.keyedHash, stem)),
        ...needs.map((need) => factToken('need', need)),
        ...categories.map((category) => factToken('line', category)),
        ...(outcome === undefined ? [] : [factToken('outcome', outcome)]),
        ...(panelKind === undefined ? [] : [factToken('panel', panelKind)]),
      ],
      some: costed ? costBandsWithin(fromPence ?? 0, toPence).map((band) => factToken('cost', band)) : [],
      from: from === undefined ? 0 : monthBegins(from),
      before: to === undefined ? Number.MAX_SAFE_INTEGER : monthBegins(to),
    });
  }

  /** `undefined` where the child was erased a moment ago and the index has not heard of it yet. */
  private async entry(
    precedent: FoundPrecedent,
    words: Pick<Words, 'panel'>,
    withDecisions: boolean,
  ): Promise<PrecedentEntry | undefined> {
    const { decisionId, decidedIn, panelId, outcome, standing, superseded, needs, categories, costBand } = precedent;
    const principle = await this.principle(precedent);
    if (principle === ERASED) return undefined;
    return {
      ...(withDecisions ? { decisionId } : {}),
      ...{ decidedIn, panel: words.panel(panelId), outcome, standing, superseded, needs, categories, principle },
      costBand: costBand === null ? null : costBandAt(costBand),
    };
  }

  private async principle(precedent: FoundPrecedent): Promise<string | null | typeof ERASED> {
    const { principle, eventId: id, eventType, decisionId, childId } = precedent;
    if (principle === null) return null;
    const sealed = { id, stream: `decision-${decisionId}`, definition: worded[eventType], data: { childId, principle } };
    const opened = (await this.parts.personalData.open(sealed))['principle'];
    return opened === ERASED ? ERASED : String(opened);
  }
}

function refusalOf(question: PrecedentQuestion, stems: ReadonlySet<string>): Refusal | undefined {
  const { words, fromPence, toPence, from, to } = question;
  if (words !== undefined && stems.size === 0) {
    return refusePrecedent(
      'precedent-words-say-nothing',
      'Give at least one word that says what a decision was about; figures, and words such as “the” and “not”, are not searched.',
    );
  }
  const asked = Object.values(question).some((each) => (Array.isArray(each) ? each.length > 0 : each !== undefined));
  if (!asked) {
    return refusePrecedent('precedent-question-empty', 'Give a need, a category, an outcome, a cost, a period or words to look for.');
  }
  const emptyCost = toPence !== undefined && toPence <= (fromPence ?? 0);
  if (emptyCost || (from !== undefined && to !== undefined && to <= from)) {
    return refusePrecedent('precedent-range-empty', 'Give an end that is higher or later than the beginning; the end itself is not part of the range.');
  }
  return undefined;
}
