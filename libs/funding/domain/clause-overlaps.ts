import type { Clause, Precedence } from '@accord/funding/contracts';
import { intersect } from '@accord/shared/kernel';
import type { Period, Refusal } from '@accord/shared/kernel';
import { endingOf, rulingTexts } from './agreement-life';
import { newestText } from './agreement-state';
import type { AgreementState } from './agreement-state';
import { refuseFunding } from './refusals';

/** Clauses of a text with the days on which they rule, or would once it is signed. */
export interface TextOnRecord {
  readonly title: string;
  /** Rules already, or will on its day; if not, not every party has signed it yet. */
  readonly signedByAll: boolean;
  readonly days: Period;
  readonly clauses: readonly Clause[];
  readonly precedences: readonly Precedence[];
}

/** The texts of an agreement that rule, or that its parties may still sign: none that was withdrawn, or signed too late to rule. */
export function textsOnRecord(state: AgreementState): TextOnRecord[] {
  if (state.status === 'unknown' || state.status === 'drafted') return [];
  const { title, parties, versions, life } = state;
  const ruling = rulingTexts(life).flatMap(({ version, days }) =>
    versions.filter((text) => text.version === version).map(({ clauses, precedences }) => ({ title, signedByAll: true, days, clauses, precedences })),
  );
  const newest = newestText(state);
  if (newest.withdrawn !== null || newest.signatures.length === parties.length) return ruling;
  const { clauses, precedences, period, from } = newest;
  const days = intersect(period, { from, to: endingOf(life)?.from ?? null });
  return days ? [...ruling, { title, signedByAll: false, days, clauses, precedences }] : ruling;
}

/**
 * Refuses a text of which two clauses, or one and a clause on record of another agreement, whoever its parties are, could
 * rule the same line on the same day, unless a text says which goes first. Nothing in two triggers keeps both from
 * being met by one child, so days and categories alone decide: an operation may be followed by a discharge.
 */
export function refuseOverlaps(text: TextOnRecord, others: readonly TextOnRecord[]): Refusal | undefined {
  return refusePrecedences(text, others) ?? unstatedOverlap(text, others, (two) => `State which of the two goes first.${mayBeWithdrawn(two, text)}${idOf(two, text)}`);
}

/**
 * The same when the last party signs, against texts that have come into force since this one was recorded: of two that
 * are recorded at the same moment neither sees the other. What this text states is then no longer to be changed.
 */
export function refuseOverlapsAtSignature(text: TextOnRecord, others: readonly TextOnRecord[]): Refusal | undefined {
  const ruling = others.filter(({ signedByAll }) => signedByAll);
  return unstatedOverlap(text, ruling, (two) => `All parties have signed the other text by now: withdraw this text, and record it with a precedence that says which goes first.${idOf(two, text)}`);
}

interface NamedClause {
  readonly of: TextOnRecord;
  readonly clause: Clause;
  readonly name: string;
  readonly days: Period;
}

const namedClauses = (of: TextOnRecord, ofWhich = ''): NamedClause[] =>
  of.clauses.map((clause, place) => ({ of, clause, days: of.days, name: `clause ${place + 1}${ofWhich}` }));

/** What can be done about an overlap with the other clause, in sentences. */
type WayOut = (two: NamedClause) => string;

function unstatedOverlap(text: TextOnRecord, others: readonly TextOnRecord[], wayOut: WayOut): Refusal | undefined {
  const own = namedClauses(text);
  const known = others.flatMap((other) => namedClauses(other, ` of “${other.title}”`));
  const stated = [text, ...others].flatMap(({ precedences }) => precedences);
  for (const [place, one] of own.entries()) {
    for (const two of [...own.slice(place + 1), ...known]) {
      const shared = one.clause.categories.filter((category) => two.clause.categories.includes(category));
      if (shared.length === 0 || !intersect(one.days, two.days) || isStated(stated, one.clause, two.clause)) continue;
      const lines = new Intl.ListFormat('en-GB').format(shared.map((category) => category.replaceAll('-', ' ')));
      return refuseFunding(
        'clauses-overlap',
        `Both ${one.name} and ${two.name} could rule a line of ${lines} on the same day. ${wayOut(two)}`,
      );
    }
  }
  return undefined;
}

/** By which a precedence names a clause of another text; one of the same text is named by its place. */
const idOf = ({ of, clause }: NamedClause, text: TextOnRecord): string => (of === text ? '' : ` A precedence names the other clause by its clauseId ${clause.clauseId}.`);

/** Of a text that rules nothing yet, the other way out: it may be the mistaken one. */
const mayBeWithdrawn = ({ of }: NamedClause, text: TextOnRecord): string =>
  of === text || of.signedByAll ? '' : ` Not every party has signed this text of “${of.title}” yet: if it should not be, any of them may withdraw it.`;

const isStated = (stated: readonly Precedence[], { clauseId: one }: Clause, { clauseId: two }: Clause): boolean =>
  stated.some(({ first, over }) => (first === one && over === two) || (first === two && over === one));

function refusePrecedences(text: TextOnRecord, others: readonly TextOnRecord[]): Refusal | undefined {
  const own = new Set<string>(text.clauses.map(({ clauseId }) => clauseId));
  const known = new Set<string>(others.flatMap(({ clauses }) => clauses.map(({ clauseId }) => clauseId)));
  const stated = [text, ...others].flatMap(({ precedences }) => precedences);
  for (const { first, over } of text.precedences) {
    const named = [first, over];
    if (!named.some((id) => own.has(id)) || !named.every((id) => own.has(id) || known.has(id))) {
      return refuseFunding(
        'precedence-clause-unknown',
        'A precedence is between clauses of this text, or between one of them and a clause of another agreement on record.',
      );
    }
    if (goesBefore(stated, over, first)) {
      return refuseFunding('precedence-circular', 'The precedences go round in a circle: a clause would go before itself. Say which of them goes first.');
    }
  }
  return undefined;
}

/** Whether the first goes before the second, directly or over others; or is the second. */
function goesBefore(stated: readonly Precedence[], first: string, second: string): boolean {
  const seen = new Set<string>([first]);
  for (const clause of seen) {
    if (clause === second) return true;
    for (const precedence of stated) if (precedence.first === clause) seen.add(precedence.over);
  }
  return false;
}
