import { agencies } from '@accord/composition';
import { lineCategories } from '@accord/panel/contracts';
import { employ } from './eight-seats';
import type { WholeCast } from './eight-seats';
import { sayingEverything } from './every-command-of-lines';
import { bringMatter, matterBody, outcomeBody, sittingPath, takePositions } from './matter-story';
import type { Taken } from './matter-story';
import { done } from './person';
import type { Answer, Person } from './person';
import * as story from './story';

/** One command with a body that is accepted as it stands. Several may be of one route, where not all its fields go together. */
export interface Command {
  /** The route as it is described: `POST /v1/panels/{id}/meetings`. */
  readonly name: string;
  readonly person: Person;
  /** The address, its ids filled in. */
  readonly path: string;
  readonly body: object;
}

/** What stands in a field that holds personal words. */
export type Words = (field: string) => string;
export const plainWords: Words = (field) => `Words of ${field}.`;

export interface Ground {
  readonly cast: WholeCast;
  readonly words: Words;
  /** Decides by consensus, on the panel's own authority, and has an urgent procedure. */
  readonly panel: story.PanelMade;
  /** The same people; each member commits only what is delegated, and nothing is. */
  readonly ratifying: story.PanelMade;
  /** The same people, who vote. */
  readonly voting: story.PanelMade;
  readonly director: string;
  readonly childId: string;
}

const { icb } = agencies;
export const directorPost = { agencyId: icb, post: "Director of children's commissioning" };
export const urgentProcedure = { officers: [directorPost], officersNeeded: 1, ratifyWithinDays: 14 };

/** Three panels of the same people, so that each command has something of its own to act on. */
export async function layGround(cast: WholeCast, words: Words): Promise<Ground> {
  const body = { ...story.panelBody, ratifiers: [directorPost], urgent: urgentProcedure };
  const panel = await story.constitutePanel(cast, body);
  const another = async (change: object): Promise<story.PanelMade> => {
    const answer = done(await cast.administrator.post('/v1/panels', { ...body, ...change }));
    return { panelId: story.idIn(answer), seats: story.seatsIn(answer), members: panel.members };
  };
  return {
    ...{ cast, words, panel },
    ratifying: await another({ commitment: { authority: 'of-each-member', categories: lineCategories } }),
    voting: await another({ decisionMode: 'majority-with-casting-vote' }),
    director: await employ(cast, { name: 'Beatriz Ferreira', ...directorPost, signsInAs: 'health-commissioner' }),
    childId: await story.openChild(cast, { ...story.childBody, name: words('child') }),
  };
}

/** The lines of worked example 1, each of them ended and saying everything that a line can, with the words of the ground. */
export const fullLines = ({ words }: Ground) => story.linesBody.map((line) => ({ ...line, ...sayingEverything(words) }));

/** A matter about the child of the ground, on the agenda of that meeting. */
export const matterIn = (ground: Ground, meetingId: string, panel = ground.panel): Promise<Taken> =>
  bringMatter(ground.cast, meetingId, matterBody(panel.panelId, ground.childId));

export interface Decided extends Taken {
  readonly decisionId: string;
  readonly lineIds: readonly string[];
  readonly conditionIds: readonly string[];
}

export const idsIn = ({ body }: Answer, list: string, name: string): readonly string[] =>
  // The cast: the lists in the answers of commands hold objects of ids.
  (body[list] as readonly Readonly<Record<string, string>>[]).map((each) => String(each[name]));

/** A matter decided with two conditions, in a meeting of a panel that decides by consensus. */
export async function decidedIn(ground: Ground, meetingId: string, panel = ground.panel): Promise<Decided> {
  const taken = await matterIn(ground, meetingId, panel);
  await takePositions(ground.cast, taken, panel.seats);
  const answer = done(await ground.cast.administrator.post(`${sittingPath(taken)}/outcome`, conditionalBody(ground)));
  return {
    ...taken,
    decisionId: String(answer.body['decisionId']),
    lineIds: idsIn(answer, 'lines', 'lineId'),
    conditionIds: idsIn(answer, 'conditions', 'conditionId'),
  };
}

export const conditionBody = ({ words }: Ground) => ({ words: words('condition'), owner: { agencyId: icb, post: 'Team manager' }, dueOn: '2025-10-01' });

export const conditionalBody = (ground: Ground) => ({
  ...{ ...outcomeBody, outcome: 'approved-with-conditions', conditions: [conditionBody(ground), conditionBody(ground)] },
});
