import { agencies } from '@accord/composition';
import { lineCategories } from '@accord/panel/contracts';
import { bringMatter, matterBody, sittingPath } from '../journeys/matter-story';
import type { Taken } from '../journeys/matter-story';
import { done } from '../journeys/person';
import type { Person } from '../journeys/person';
import { castOf, constitutePanel, holdMeeting, split } from '../journeys/story';
import type { Cast, PanelMade } from '../journeys/story';
import { forEach } from './clear-record';

const MATTERS_A_MEETING = 20;
const PREPARED_AT_ONCE = 16;
const PAPERS = 5;

const seat = (agencyId: string, post: string) => ({ agencyId, post, standing: 'voting', deputies: 'anyone-of-the-agency' });
const seats = [
  seat(agencies.icb, "Head of children's continuing care"),
  seat(agencies.icb, 'Designated clinical officer'),
  seat(agencies.socialCare, 'Head of service, disabled children'),
  seat(agencies.socialCare, 'Team manager'),
  seat(agencies.education, 'SEND manager'),
  seat(agencies.education, 'Principal educational psychologist'),
  seat(agencies.trust, 'Community paediatrician'),
  seat(agencies.trust, 'Head of therapies'),
];
const payers = [agencies.icb, agencies.socialCare, agencies.education];

/** Eight seats of four agencies, all of which vote; each member commits by the scheme of delegation of its agency. */
const panelBody = {
  ...{ name: 'Northshire Complex Needs Panel', kind: 'complex-needs', from: '2025-04-01', seats },
  quorum: { members: 5, agencies: payers },
  decisionMode: 'majority-with-casting-vote',
  chairs: [1, 3],
  commitment: { authority: 'of-each-member', categories: lineCategories },
  ratifiers: payers.map((agencyId) => ({ agencyId, post: 'Director' })),
  papersNotice: 5,
};

const from = '2025-09-08';
const lines = [
  ['personal-care', 'Two carers at home, day and night.', 184_735, split([agencies.icb, 3_000], [agencies.socialCare, 7_000])],
  ['nursing', 'Nursing overnight, three nights a week.', 92_400, split([agencies.icb, 10_000])],
  ['education', 'One-to-one support at school.', 61_250, split([agencies.education, 8_000], [agencies.socialCare, 2_000])],
].map(([category, provision, weeklyPence, shares]) => ({ category, provision, from, rates: [{ from, weeklyPence }], split: shares }));

const paragraph =
  'The panel heard the assessor, the school and the family, and read the costing. Two carers are needed by day and by night; ' +
  'without nursing overnight the risk of a night in hospital is high, and the school cannot keep the place without support.';

/** A panel that sits, with everything that its decisions rest on. */
export interface Room {
  readonly cast: Cast;
  readonly panel: PanelMade;
}

/** Constitutes the panel, fills its seats, and records what its agencies have delegated. */
export async function openRoom(address: { person(name: string): Promise<Person> }): Promise<Room> {
  const cast = await castOf(address);
  const panel = await constitutePanel(cast, panelBody);
  const commissioners = [cast.health, cast.care, await address.person('education-commissioner')];
  for (const [place, agencyId] of payers.entries()) {
    for (const { post } of seats.filter((each) => each.agencyId === agencyId)) {
      done(await commissioners[place]?.post(`/v1/agencies/${agencyId}/delegations`, delegationBody(post)) ?? refuseMissing());
    }
  }
  return { cast, panel };
}

const refuseMissing = () => {
  throw new Error('Every agency that pays has a commissioner.');
};

const delegationBody = (post: string) => ({
  to: { post },
  limits: [
    { per: 'week', amountPence: 500_000, measuredOn: 'own-share', categories: lineCategories },
    { per: 'decision', amountPence: 50_000_000, measuredOn: 'gross', categories: lineCategories },
    { per: 'case', amountPence: 500_000_000, measuredOn: 'own-share', categories: lineCategories },
  ],
  from: '2025-04-01',
  reference: 'Scheme of delegation 2025/26, section 4.2',
});

/** A matter on which everything is said and voted: what is left is its outcome. */
export interface PreparedMatter {
  readonly path: string;
  readonly body: object;
}

/** Prepares so many matters, about these children in turn, twenty to a meeting. */
export async function prepareMatters(room: Room, count: number, children: readonly string[]): Promise<readonly PreparedMatter[]> {
  const prepared: PreparedMatter[] = [];
  for (let first = 0; first < count; first += MATTERS_A_MEETING) {
    const meetingId = await holdMeeting(room.cast, room.panel);
    const places = Array.from({ length: Math.min(MATTERS_A_MEETING, count - first) }, (_none, place) => first + place);
    await forEach(places, PREPARED_AT_ONCE, async (place) => {
      prepared.push(await prepareMatter(room, meetingId, children[place % children.length] ?? ''));
    });
  }
  return prepared;
}

async function prepareMatter({ cast, panel }: Room, meetingId: string, childId: string): Promise<PreparedMatter> {
  const taken = await bringMatter(cast, meetingId, matterBody(panel.panelId, childId));
  const papers: object[] = [];
  for (let place = 0; place < PAPERS; place++) papers.push(await circulate(cast, taken, place));
  await consider({ cast, panel }, taken);
  return { path: `${sittingPath(taken)}/outcome`, body: outcomeBody(papers.slice(0, 3)) };
}

async function circulate({ administrator }: Cast, { matterId }: Taken, place: number): Promise<object> {
  const cited = { version: 1, sha256: String(place).repeat(64) };
  const paper = { ...cited, kind: 'professional-report', title: `Report ${place + 1}`, bytes: 120_000, circulatedAt: '2025-08-20T09:00:00+01:00' };
  const { paperId } = done(await administrator.post(`/v1/matters/${matterId}/papers`, paper)).body;
  return { paperId, ...cited };
}

/** What is said: a note, where each agency stands and why, and eight votes, two of them against. */
async function consider({ cast: { administrator }, panel }: Room, taken: Taken): Promise<void> {
  const at = '2025-09-01T10:00:00+01:00';
  const say = async (what: string, body: object) => done(await administrator.post(`${sittingPath(taken)}/${what}`, { at, ...body }));
  await say('discussion', { note: paragraph });
  for (const { seatId } of panel.seats.filter((_seat, place) => place % 2 === 0)) await say('positions', { seatId, position: 'supports', reasons: paragraph });
  for (const [place, { seatId }] of panel.seats.entries()) await say('votes', { seatId, vote: place < 6 ? 'for' : 'against' });
}

const outcomeBody = (papers: readonly object[]) => ({
  ...{ at: '2025-09-01T10:05:00+01:00', outcome: 'approved-with-conditions', decided: paragraph, reasons: paragraph, evidence: paragraph },
  ...{ papers, lines },
  conditions: [
    { words: 'The rota of both teams is agreed.', owner: { agencyId: agencies.icb, post: 'Designated clinical officer' }, dueOn: '2025-10-06' },
    { words: 'The school names its lead.', owner: { agencyId: agencies.education, post: 'SEND manager' }, dueOn: '2025-10-20' },
  ],
});

/** Records the outcome and gives the milliseconds until its whole answer was here. */
export async function recordOutcome({ cast: { administrator } }: Room, { path, body }: PreparedMatter): Promise<number> {
  const start = performance.now();
  const answer = await administrator.post(path, body);
  const took = performance.now() - start;
  done(answer);
  return took;
}
