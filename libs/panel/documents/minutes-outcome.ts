import type { DecisionRecorded, Outcome } from '@accord/panel/contracts';
import type { Block } from '@accord/shared/documents';
import { list, paragraph } from './blocks';
import type { InHand } from './item-in-hand';
import { tableOfLines } from './lines-in-words';
import type { Scene } from './meeting-on-record';
import { dissent } from './minutes-said';
import { ERASED_WORDS, asSentence, capitalised, day, listed, time } from './plain-words';
import type { PersonalWords } from './plain-words';
import type { Opened } from './told';

type Decided = Opened<typeof DecisionRecorded>;

/** What the meeting made of the item: the decision, why, on what evidence, and with what effect. */
export function outcome(hand: InHand, scene: Scene): readonly Block[] {
  const { decided, urgent, at, item } = hand;
  if (decided !== undefined) return ownDecision(hand, decided.data, scene);
  if (urgent !== undefined) return ratification(hand);
  if (item.matter.status === 'withdrawn') return [paragraph('Decision', `${scene.names.agency(item.matter.agencyId)} withdrew the matter before the panel took it.`)];
  return [paragraph('Decision', at === undefined ? 'The panel did not take this item.' : 'The panel decided nothing on this item.')];
}

function ownDecision(hand: InHand, data: Decided, scene: Scene): readonly Block[] {
  return [
    paragraph('Decision', `${opening(hand, data, scene)}${data.withoutPrejudice ? ' This is without prejudice: it is neither a precedent nor an admission.' : ''}`),
    ...words(data),
    ...figures(data, scene),
    ...(data.lines.length === 0 ? [] : authority(hand, data, scene)),
    ...dissent(hand, scene),
  ];
}

const did: Readonly<Record<Outcome, (data: Decided, scene: Scene) => string>> = {
  'approved': () => 'approved the request.',
  'approved-with-conditions': () => 'approved the request with conditions.',
  'part-approved': () => 'approved part of the request.',
  'deferred': ({ returnsOn }) => `deferred the matter${returnsOn === null ? '' : ` until ${day(returnsOn)}`}.`,
  'declined': () => 'declined the request.',
  'contribution-declined': ({ contributionsDeclined }, { names }) =>
    `recorded that ${listed(contributionsDeclined.map((agencyId) => names.agency(agencyId)))} declined to contribute.`,
  'referred': ({ referredTo }, { names }) => `referred the matter to ${referredTo === null ? 'another panel' : names.panel(referredTo)}.`,
  'withdrawn': () => 'recorded that the matter was withdrawn.',
};

/** `At 11.20 am the panel approved the request.` */
function opening({ sitting, terms }: InHand, data: Decided, scene: Scene): string {
  const maker = sitting?.present.find(({ seatId }) => sitting.decisionMode === 'decision-maker-advised' && seatId === terms?.decisionMakerSeatId);
  const who = maker === undefined ? 'the panel' : `${scene.names.member(maker)}, advised by the panel,`;
  const unchaired = sitting?.chairSeatId === null ? ' Nobody was in the chair for this item.' : '';
  const sentence = `${who} ${did[data.outcome](data, scene)}${unchaired}`;
  return data.at === null ? capitalised(sentence) : `At ${time(data.at)} ${sentence}`;
}

/** A part of the reasons under its name; nothing where it was not given or is withheld. */
const part = (about: string, text: PersonalWords | undefined): readonly Block[] =>
  text === undefined ? [] : [paragraph(about, text === null ? ERASED_WORDS : asSentence(text))];

const usual = { decided: 'What was decided', reasons: 'Why' };

const words = ({ decided, reasons, evidence, notApproved, missing, principle }: Decided, about = usual): readonly Block[] => [
  ...part(about.decided, decided),
  ...part(about.reasons, reasons),
  ...part('On what evidence', evidence),
  ...part('What was not approved, and why', notApproved),
  ...part('What is missing before it can be decided', missing),
  ...part('What could guide later decisions', principle),
];

/** Lines with their money, what ends, and conditions. */
function figures({ lines, provisions, ends, conditions, conditionWords }: Decided, { names }: Scene): readonly Block[] {
  const replaced = lines.filter(({ replaces }) => replaces !== null).length;
  const instead = replaced === 0 ? [] : [paragraph('What it replaces', `From ${listed([...new Set(lines.flatMap(({ replaces, period }) => (replaces === null ? [] : [day(period.from)])))])} this takes the place of what an earlier decision provided.`)];
  const ended = ends.map(({ from }) => day(from));
  return [
    ...(lines.length === 0 ? [] : [tableOfLines({ lines, provisions }, names)]),
    ...instead,
    ...(ended.length === 0 ? [] : [paragraph('What ends', `Support of an earlier decision is no longer provided from ${listed([...new Set(ended)])}.`)]),
    ...list('Conditions', conditions.map((each) => conditionInWords(each, { conditionWords }, names))),
  ];
}

/** `A risk assessment is done. It is for the Team manager of Northshire Council to meet this by 1 November 2025.` */
export function conditionInWords({ conditionId, owner, dueOn }: Decided['conditions'][number], { conditionWords }: Pick<Decided, 'conditionWords'>, names: Scene['names']): string {
  const said = conditionWords === undefined ? undefined : (conditionWords?.find((each) => each.conditionId === conditionId)?.words ?? null);
  const what = said === undefined ? 'A condition' : said === null ? ERASED_WORDS : asSentence(said);
  const verb = said === undefined ? ' is for' : ' It is for';
  return `${what}${verb} the ${owner.post} of ${names.agency(owner.agencyId)} to meet${said === undefined ? '' : ' this'} by ${day(dueOn)}.`;
}

function authority({ terms }: InHand, { commitments, effect }: Decided, { names }: Scene): readonly Block[] {
  const within = commitments.filter((each) => each.withinAuthority).map(({ agencyId, delegationId }) =>
    `The share of ${names.agency(agencyId)} is within ${delegationId === null ? 'what the panel may commit' : 'the authority delegated to its member'}.`,
  );
  const beyond = commitments.filter((each) => !each.withinAuthority).map(({ agencyId }) => {
    const posts = (terms?.ratifiers ?? []).filter((each) => each.agencyId === agencyId).map(({ post }) => `the ${post}`);
    const by = posts.length === 0 ? 'a holder of its delegated authority' : posts.join(' or ');
    return `The share of ${names.agency(agencyId)} is beyond the authority in the room and awaits ratification by ${by} of ${names.agency(agencyId)}.`;
  });
  const effects = effect === 'awaiting-ratification' ? 'The decision has no effect until it is ratified; until then what was in force goes on.' : 'The decision has effect at once.';
  return [paragraph('Authority', [...within, ...beyond, effects].join(' '))];
}

/** What officers decided between meetings, as it was put to the panel; nothing where they decided nothing. */
export function urgentDecision({ urgent: decided }: InHand, scene: Scene): readonly Block[] {
  if (decided === undefined || decided.data.urgent === null) return [];
  const { names } = scene;
  const { urgent, urgency, on } = decided.data;
  const officers = urgent.officers.map(({ practitionerId, post, agencyId }) => `${names.person(practitionerId)} (${post}, ${names.agency(agencyId)})`);
  const why = urgency === undefined ? '' : ` It could not wait: ${asSentence(urgency)}`;
  const until = ` It was to lapse after ${day(urgent.ratifyBy)} unless the panel ratified it by then.`;
  return [
    paragraph('Urgent decision before the panel', `On ${day(on)}, between meetings, ${listed(officers)} decided this matter urgently.${why}${until}`),
    ...words(decided.data, { decided: 'What was decided between meetings', reasons: 'Why it was decided' }),
    ...figures(decided.data, scene),
    authorityOfOfficers(decided.data, scene),
  ];
}

function authorityOfOfficers({ commitments }: Decided, { names }: Scene): Block {
  const shares = commitments.map(({ agencyId, withinAuthority, delegationId }) => {
    const whose = delegationId === null ? 'what the panel may commit' : 'the authority delegated to its officer';
    return `The share of ${names.agency(agencyId)} is ${withinAuthority ? `within ${whose}` : 'beyond the authority delegated to officers'}.`;
  });
  return paragraph('Authority', ['Officers decided under the panel’s urgent procedure.', ...shares, 'The decision had effect at once, and was to be ratified by the panel.'].join(' '));
}

function ratification({ ratified, notRatified, at }: InHand): readonly Block[] {
  if (ratified !== undefined) {
    return [paragraph('Decision', `At ${time(ratified.data.at)} the panel ratified the urgent decision, which goes on.`), ...part('Why', ratified.data.reasons)];
  }
  if (notRatified !== undefined) {
    const { at: minute, lapsesFrom, reasons } = notRatified.data;
    const sentence = `At ${time(minute)} the panel did not ratify the urgent decision. It lapses from ${day(lapsesFrom)}; what was committed before stays payable.`;
    return [paragraph('Decision', sentence), ...part('Why', reasons)];
  }
  return [paragraph('Decision', at === undefined ? 'The panel did not take this item.' : 'The panel decided nothing on this item.')];
}
