import { ViewsRecorded } from '@accord/panel/contracts';
import type { Outcome } from '@accord/panel/contracts';
import type { Block, WrittenDocument } from '@accord/shared/documents';
import type { Instant } from '@accord/shared/kernel';
import { heading, plain } from './blocks';
import { readDecision } from './decision-on-record';
import type { DecisionOnPaper, ReadDecision, Reading } from './decision-on-record';
import { disagreement } from './letter-disagreement';
import { whatIsNext } from './letter-next';
import { Names } from './names';
import type { NamesOnRecord, TermsOfSitting } from './names';
import { ERASED_WORDS, asSentence, capitalised, day, inWords, lastDayBefore } from './plain-words';
import type { PersonalWords } from './plain-words';
import { inOrder, told } from './told';
import type { ToldEvent } from './told';

/** A letter with what it takes in. */
export interface WrittenLetter {
  readonly document: WrittenDocument;
  /** Position of the last event that it takes in. */
  readonly upTo: number;
}

/**
 * The letter to the family of the child about whom a panel decided; `undefined` where nothing is decided. It names
 * no agency's position, vote or share, and no other family.
 */
export function letterOf(paper: DecisionOnPaper, known: NamesOnRecord, seats: readonly TermsOfSitting[]): WrittenLetter | undefined {
  const read = readDecision(paper.decision.filter(({ type }) => !internal.has(type)));
  const last = read === undefined ? undefined : lastOf(read, paper);
  if (read === undefined || last === undefined) return undefined;
  const { reading } = read;
  const names = new Names(known, seats);
  const child = names.child(reading.childId);
  const document: WrittenDocument = {
    title: `Our decision about ${child}`,
    language: 'en-GB',
    asOf: last.recordedAt,
    letterhead: [names.panel(reading.panelId)],
    address: [`To the parents or carers of ${child}`],
    blocks: [
      plain(`Dear parents or carers of ${child},`),
      ...begin(read, paper, names),
      ...decision(reading, paper),
      ...whatIsNext(read, names),
      ...disagreement(reading, paper.panelKind, paper.contact),
      ...signature(reading, names),
    ],
  };
  return { document, upTo: last.position };
}

/** What is between the agencies: not for the letter, and no reason to write another one. */
const internal = new Set(['DiscussionNoted', 'PositionTaken', 'VoteCast', 'CastingVoteGiven', 'ContributionDeclined', 'DecisionCorrectionRefused', 'ProvisionStarted', 'ProvisionDelayed', 'ProvisionNotAvailable', 'ProvisionEnded', 'ConditionMet', 'ConditionWaived']);

/** The last event of the decision that the letter takes in; its matter says nothing after the decision. */
function lastOf({ events }: ReadDecision, { matter }: DecisionOnPaper): { readonly position: number; readonly recordedAt: Instant } | undefined {
  const decided = events.find(({ type }) => type === 'DecisionRecorded');
  const before = decided === undefined ? [] : matter.filter(({ position }) => position < decided.position);
  const approved = events.filter(({ type }) => type !== 'DecisionCorrectionRequested');
  return inOrder([...approved, ...before]).at(-1);
}

function begin({ reading, correctedOn, events }: ReadDecision, { matter }: DecisionOnPaper, names: Names): readonly Block[] {
  const { on, panelId, urgent, childId } = reading;
  const who = urgent === null ? `the ${withoutThe(names.panel(panelId))} met and talked about the support that ${names.child(childId)} needs` : `we had to decide quickly about the support that ${names.child(childId)} needs`;
  const heard = views(matter, events.find(({ type }) => type === 'DecisionRecorded'));
  const corrected = correctedOn === undefined ? [] : [plain(`There was a mistake in our record. We put it right on ${day(correctedOn)}. Please use this letter and not an earlier one.`)];
  return [plain(`On ${day(on)} ${who}. This letter tells you what we decided, and why.${heard}`), ...corrected];
}

const withoutThe = (name: string): string => name.replace(/^the /i, '');

/** Whether the panel had their views before it; not what they were. */
function views(matter: readonly ToldEvent[], decided: ToldEvent | undefined): string {
  const holders = told(inOrder(matter), ViewsRecorded)
    .filter(({ position }) => decided !== undefined && position < decided.position)
    .map(({ data }) => data.of);
  const [family, child] = [holders.includes('family'), holders.includes('child')];
  if (family && child) return ' We had read what you and your child think before we decided.';
  if (family) return ' We had read what you think before we decided.';
  return child ? ' We had read what your child thinks before we decided.' : '';
}

const result: Readonly<Record<Outcome, string>> = {
  'approved': 'We said yes to what was asked for your child.',
  'approved-with-conditions': 'We said yes to what was asked for your child. Some things have to be done as well: they are listed below.',
  'part-approved': 'We said yes to some of what was asked for your child. We did not say yes to all of it.',
  'deferred': 'We have not decided yet. We need to know more first.',
  'declined': 'We did not say yes to what was asked for your child.',
  'contribution-declined': 'We could not agree on everything. One of the organisations that was asked to help will not help to pay for this.',
  'referred': 'We have not decided ourselves. We have asked another panel to decide.',
  'withdrawn': 'We have not decided anything, because nobody is asking us to any more.',
};

function decision(reading: Reading, { personal }: DecisionOnPaper): readonly Block[] {
  const { outcome, decided, reasons, evidence, notApproved, missing } = reading;
  return [
    heading('What we decided'),
    plain(result[outcome]),
    ...words(decided),
    ...support(reading),
    ...under('What we did not agree to, and why', notApproved),
    ...(personal === 'withheld' ? [plain('This reading leaves out what is written about your child.')] : []),
    ...under('Why we decided this', reasons),
    ...under('What we looked at', evidence),
    ...under('What we still need to know', missing),
  ];
}

const words = (text: PersonalWords | undefined): readonly Block[] => (text === undefined ? [] : [plain(text === null ? ERASED_WORDS : asSentence(text))]);
const under = (title: string, text: PersonalWords | undefined): readonly Block[] => (text === undefined ? [] : [heading(title), ...words(text)]);

/** What will be provided and from when; who pays is said in general only. */
function support({ lines, provisions }: Reading): readonly Block[] {
  if (lines.length === 0) return [];
  const items = lines.map(({ lineId, category, period }) => {
    const what = provisions?.find((each) => each.lineId === lineId)?.words ?? inWords(category);
    const until = period.to === null ? '' : ` until ${lastDayBefore(period.to)}`;
    return `${capitalised(what.trim().replace(/[.]$/, ''))}, from ${day(period.from)}${until}.`;
  });
  return [
    heading('The support'),
    { kind: 'list', numbered: false, items },
    plain('The organisations on the panel pay for this between them. How they share the cost does not change the support.'),
  ];
}

function signature({ panelId, sitting }: Reading, names: Names): readonly Block[] {
  const chair = sitting?.present.find(({ seatId }) => seatId === sitting.chairSeatId);
  const panel = names.panel(panelId);
  return [{ kind: 'signature', lines: chair === undefined ? [panel] : [names.person(chair.practitionerId), 'In the chair', panel] }];
}
