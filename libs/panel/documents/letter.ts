import type { Outcome } from '@accord/panel/contracts';
import type { Block, WrittenDocument } from '@accord/shared/documents';
import { addDays, londonDateOf } from '@accord/shared/kernel';
import type { Instant } from '@accord/shared/kernel';
import { heading, plain } from './blocks';
import { readDecision } from './decision-on-record';
import type { DecisionOnPaper, ReadDecision, Reading } from './decision-on-record';
import { disagreement } from './letter-disagreement';
import { whatIsNext } from './letter-next';
import { whatStopped } from './letter-not-going-ahead';
import type { NotGoingAhead } from './letter-not-going-ahead';
import { viewsHeard } from './letter-views';
import { voiceFor } from './letter-voice';
import type { Voice } from './letter-voice';
import { budgetInWords, outcomesInWords, ratesInWords } from './lines-in-words';
import { Names } from './names';
import type { NamesOnRecord, TermsOfSitting } from './names';
import { ERASED_WORDS, asSentence, capitalised, day, inWords, lastDayBefore } from './plain-words';
import type { PersonalWords } from './plain-words';
import { inOrder } from './told';

/** A letter with what it takes in. */
export interface WrittenLetter {
  readonly document: WrittenDocument;
  /** Position of the last event that it takes in. */
  readonly upTo: number;
}

/** What the parts of a letter are written from. */
interface Letter {
  readonly read: ReadDecision;
  readonly paper: DecisionOnPaper;
  readonly names: Names;
  readonly voice: Voice;
  /** What stopped the decision; `undefined` while it counts or may still come to count. */
  readonly stopped: NotGoingAhead | undefined;
}

/**
 * The letter about a decision to the family of the child, or to the young person who is over compulsory school age
 * on the day of its last event; `undefined` where nothing is decided. It says first what is true then, and names no
 * agency's position, vote or share, and no other family.
 */
export function letterOf(paper: DecisionOnPaper, known: NamesOnRecord, seats: readonly TermsOfSitting[]): WrittenLetter | undefined {
  const read = readDecision(paper.decision.filter(({ type }) => !internal.has(type)));
  const last = read === undefined ? undefined : lastOf(read, paper);
  if (read === undefined || last === undefined) return undefined;
  const { reading } = read;
  const names = new Names(known, seats);
  const child = names.child(reading.childId);
  const voice = voiceFor(paper.bornOn, londonDateOf(last.recordedAt));
  const letter: Letter = { read, paper, names, voice, stopped: whatStopped(read, voice) };
  const document: WrittenDocument = {
    title: `Our decision about ${child}`,
    language: 'en-GB',
    asOf: last.recordedAt,
    letterhead: [names.panel(reading.panelId)],
    address: [voice.to(child)],
    blocks: [
      plain(voice.dear(child)),
      ...standsNow(letter),
      ...begin(letter),
      ...decision(letter),
      ...whatIsNext(letter),
      ...disagreement(reading, paper, voice),
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

/** Before anything else, that what was decided does not count, and why. */
function standsNow({ read: { reading }, stopped, voice }: Letter): readonly Block[] {
  if (stopped === undefined) return [];
  const { says, reasons } = stopped;
  const why = reasons === undefined ? [] : [plain(reasons === null ? ERASED_WORDS : `This is why: ${asSentence(reasons)}`)];
  return [plain(`${hadSaid(reading.outcome, voice)} ${says}`), ...why];
}

function begin({ read: { reading, correctedOn, events }, paper: { matter }, names, voice, stopped }: Letter): readonly Block[] {
  const { on, panelId, urgent, childId } = reading;
  const support = `about the support that ${voice.needs(names.child(childId))}`;
  const who = urgent === null ? `the ${withoutThe(names.panel(panelId))} met and talked ${support}` : `we had to decide quickly ${support}`;
  const heard = viewsHeard(matter, events.find(({ type }) => type === 'DecisionRecorded')?.position ?? 0, voice);
  const corrected = correctedOn === undefined ? [] : [plain(`There was a mistake in our record. We put it right on ${day(correctedOn)}. Please use this letter and not an earlier one.`)];
  const tells = stopped === undefined ? 'what we decided, and why' : 'what we had decided, and why';
  return [plain(`On ${day(on)} ${who}.${heard} This letter tells you ${tells}.`), ...corrected];
}

const withoutThe = (name: string): string => name.replace(/^the /i, '');

const result: Readonly<Record<Outcome, (whom: Voice['whom']) => string>> = {
  'approved': (whom) => `We said yes to what was asked for ${whom}.`,
  'approved-with-conditions': (whom) => `We said yes to what was asked for ${whom}. Some things have to be done as well: they are listed below.`,
  'part-approved': (whom) => `We said yes to some of what was asked for ${whom}. We did not say yes to all of it.`,
  'deferred': () => 'We have not decided yet. We need to know more first.',
  'declined': (whom) => `We did not say yes to what was asked for ${whom}.`,
  'contribution-declined': () => 'We could not agree on everything. One of the organisations that was asked to help will not help to pay for this.',
  'referred': () => 'We have not decided ourselves. We have asked another panel to decide.',
  'withdrawn': () => 'We have not decided anything, because nobody is asking us to any more.',
};

/** Only what gives something has to be confirmed, and so can be stopped. */
const hadSaid = (outcome: Outcome, { whom }: Voice): string => `We had said yes to ${outcome === 'part-approved' ? 'some of ' : ''}what was asked for ${whom}.`;

function decision({ read: { reading }, paper: { personal }, voice, stopped }: Letter): readonly Block[] {
  const { outcome, decided, reasons, evidence, notApproved, missing } = reading;
  const holds = stopped === undefined;
  return [
    heading(holds ? 'What we decided' : 'What we had decided'),
    plain(holds ? result[outcome](voice.whom) : 'This is what we had decided. It does not count now.'),
    ...words(decided),
    ...(holds ? support(reading) : []),
    ...under(holds ? 'What we did not agree to, and why' : 'What we had not agreed to, and why', notApproved),
    ...(personal === 'withheld' ? [plain(`This reading leaves out what is written about ${voice.whom}.`)] : []),
    ...under(holds ? 'Why we decided this' : 'Why we had decided this', reasons),
    ...under(holds ? 'What we looked at' : 'What we had looked at', evidence),
    ...under('What we still need to know', missing),
  ];
}

const words = (text: PersonalWords | undefined): readonly Block[] => (text === undefined ? [] : [plain(text === null ? ERASED_WORDS : asSentence(text))]);
const under = (title: string, text: PersonalWords | undefined): readonly Block[] => (text === undefined ? [] : [heading(title), ...words(text)]);

/**
 * What will be provided and from when, as which budget, and what it is to achieve; who pays is said in general only. Of a
 * budget the family is told the sum, which is theirs to direct.
 */
function support({ lines, provisions }: Reading): readonly Block[] {
  if (lines.length === 0) return [];
  const items = lines.map((line) => {
    const { lineId, category, period, budget } = line;
    const what = provisions?.find((each) => each.lineId === lineId)?.words ?? inWords(category);
    const sum = budget === null ? [] : [`This is ${budgetInWords(budget).replace(/^as /, '')}: ${ratesInWords(line)}.`];
    return [`${capitalised(what.trim().replace(/[.]$/, ''))}, ${daysInWords(period)}.`, ...sum, outcomesInWords(line, { provisions }) ?? []].flat().join(' ');
  });
  return [
    heading('The support'),
    { kind: 'list', numbered: false, items },
    plain('The organisations on the panel pay for this between them. How they share the cost does not change the support.'),
  ];
}

/** `from 6 October 2025 until 19 December 2025`, `on 3 November 2025`. */
function daysInWords({ from, to }: Reading['lines'][number]['period']): string {
  if (to === null) return `from ${day(from)}`;
  return addDays(from, 1) === to ? `on ${day(from)}` : `from ${day(from)} until ${lastDayBefore(to)}`;
}

function signature({ panelId, sitting }: Reading, names: Names): readonly Block[] {
  const chair = sitting?.present.find(({ seatId }) => seatId === sitting.chairSeatId);
  const panel = names.panel(panelId);
  return [{ kind: 'signature', lines: chair === undefined ? [panel] : [names.person(chair.practitionerId), 'In the chair', panel] }];
}
