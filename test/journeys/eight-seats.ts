import { agencies } from '@accord/composition';
import { DEVELOPMENT_ISSUER } from '@accord/access/tokens';
import { lineCategories } from '@accord/panel/contracts';
import { nameBasedId } from '@accord/shared/commands-store';
import { done } from './person';
import type { Person } from './person';
import * as story from './story';
import type { Cast } from './story';

const { icb, socialCare, education, trust } = agencies;

/** Everybody who acts in the story of a whole meeting. */
export interface WholeCast extends Cast {
  readonly chair: Person;
  readonly ratifyingOfficer: Person;
  readonly schools: Person;
  readonly healthFinance: Person;
}

export async function wholeCastOf(place: { person(name: string): Promise<Person> }): Promise<WholeCast> {
  return {
    ...(await story.castOf(place)),
    chair: await place.person('chair'),
    ratifyingOfficer: await place.person('ratifying-officer'),
    schools: await place.person('education-commissioner'),
    healthFinance: await place.person('health-finance'),
  };
}

/** Agencies of the area that nobody signs in for. */
export interface Neighbours {
  readonly school: string;
  readonly charity: string;
  readonly parents: string;
}

export async function registerNeighbours({ administrator }: Cast): Promise<Neighbours> {
  const register = async (name: string, kind: string) =>
    story.idIn(done(await administrator.post('/v1/agencies', { name, kind, validFrom: '2020-01-01' })));
  return {
    school: await register('Hillside School', 'school'),
    charity: await register('Northshire Short Breaks', 'voluntary-sector'),
    parents: await register('Northshire Parents Together', 'parent-carer-forum'),
  };
}

export const posts = {
  health: "Head of children's continuing care",
  care: 'Head of service, disabled children',
  schools: 'SEND manager',
  designated: 'Designated social care officer',
  director: "Director of children's commissioning",
  careDirector: "Director of children's social care",
  nurse: 'Chief nursing officer',
  deputy: 'Deputy SEND manager',
} as const;

/** Eight seats, four of which vote: by majority, the chair settling a tie; each member commits what is delegated to the post. */
export const eightSeatsBody = ({ school, charity, parents }: Neighbours) => ({
  ...{ name: 'Northshire Complex Needs Panel', kind: 'complex-needs', from: '2025-04-01' },
  seats: [
    { agencyId: icb, post: posts.health, standing: 'voting', deputies: 'none' },
    { agencyId: socialCare, post: posts.care, standing: 'voting', deputies: 'anyone-of-the-agency' },
    { agencyId: education, post: posts.schools, standing: 'voting', deputies: 'named-posts', deputyPosts: [posts.deputy] },
    { agencyId: socialCare, post: posts.designated, standing: 'voting', deputies: 'none' },
    { agencyId: trust, post: 'Community paediatrician', standing: 'non-voting', deputies: 'none' },
    { agencyId: school, post: 'Head teacher', standing: 'observer', deputies: 'none' },
    { agencyId: charity, post: 'Short breaks manager', standing: 'observer', deputies: 'none' },
    { agencyId: parents, post: 'Parent representative', standing: 'parent-representative', deputies: 'none' },
  ],
  quorum: { members: 3, agencies: [icb, socialCare] },
  decisionMode: 'majority-with-casting-vote',
  chairs: [1, 2],
  commitment: { authority: 'of-each-member', categories: lineCategories },
  ratifiers: [
    { agencyId: icb, post: posts.nurse },
    { agencyId: socialCare, post: posts.careDirector },
  ],
  papersNotice: 5,
  urgent: {
    officers: [
      { agencyId: icb, post: posts.director },
      { agencyId: socialCare, post: posts.careDirector },
    ],
    officersNeeded: 2,
    ratifyWithinDays: 14,
  },
});

const sittingNames = [
  ...['Helen Marsh', 'Samir Patel', 'Joanna Field', 'Ruth Adeyemi'],
  ...['Tomasz Źrebiec', 'Margaret Lowe', 'Kofi Mensah', 'Siân Price'],
];

export interface EightSeats {
  readonly panelId: string;
  readonly seats: readonly story.SeatMade[];
  /** Who fills each seat, in the order of the seats. */
  readonly members: readonly string[];
  readonly deputy: string;
  readonly director: string;
  readonly careDirector: string;
  readonly nurse: string;
}

interface Employed {
  readonly name: string;
  readonly agencyId: string;
  readonly post: string;
  /** The demonstration person as whom they sign in. */
  readonly signsInAs?: string;
}

/** Somebody with that name and post since 1 April 2025. */
export async function employ({ administrator }: Cast, { name, agencyId, post, signsInAs }: Employed): Promise<string> {
  const actorId = signsInAs === undefined ? undefined : nameBasedId('person', DEVELOPMENT_ISSUER, signsInAs);
  const practitionerId = story.idIn(done(await administrator.post('/v1/practitioners', { name, on: '2025-04-01', actorId })));
  done(await administrator.post(`/v1/practitioners/${practitionerId}/employments`, story.employmentBody(agencyId, post)));
  return practitionerId;
}

/** The panel with everybody who sits on it, deputises, decides urgently or ratifies. */
export async function eightSeats(cast: Cast, neighbours: Neighbours): Promise<EightSeats> {
  const constituted = done(await cast.administrator.post('/v1/panels', eightSeatsBody(neighbours)));
  const seats = story.seatsIn(constituted);
  const members: string[] = [];
  for (const [place, { agencyId, post }] of seats.entries()) {
    members.push(await employ(cast, { name: String(sittingNames[place]), agencyId, post }));
  }
  return {
    ...{ panelId: story.idIn(constituted), seats, members },
    deputy: await employ(cast, { name: 'Idris Khan', agencyId: education, post: posts.deputy }),
    director: await employ(cast, { name: 'Beatriz Ferreira', agencyId: icb, post: posts.director, signsInAs: 'health-commissioner' }),
    careDirector: await employ(cast, { name: 'Owen Hughes', agencyId: socialCare, post: posts.careDirector, signsInAs: 'care-commissioner' }),
    nurse: await employ(cast, { name: 'Grace Okafor', agencyId: icb, post: posts.nurse, signsInAs: 'ratifying-officer' }),
  };
}

/** £1,500 a week of the own share for health, £2,500 for social care, £60,000 a decision for education. */
export async function delegate({ health, care, schools }: WholeCast): Promise<void> {
  const limits = (per: string, amountPence: number) => [{ per, amountPence, measuredOn: 'own-share', categories: lineCategories }];
  const held = { from: '2025-04-01', reference: 'Scheme of delegation 2025/26, section 4.2' };
  done(await health.post(`/v1/agencies/${icb}/delegations`, { to: { post: posts.health }, limits: limits('week', 150_000), ...held }));
  done(await care.post(`/v1/agencies/${socialCare}/delegations`, { to: { post: posts.care }, limits: limits('week', 250_000), ...held }));
  done(await schools.post(`/v1/agencies/${education}/delegations`, { to: { post: posts.schools }, limits: limits('decision', 6_000_000), ...held }));
}
