import { agencies } from '@accord/composition';
import { lineCategories } from '@accord/panel/contracts';
import { done } from './person';
import type { Answer, Person } from './person';

/** An NHS number in the range that is never issued (999), with its check digit; 0 to 99,999,999. */
export function nhsNumberOf(serial: number): string {
  for (let place = serial; ; place++) {
    const nine = `9${String(90_000_000 + place).slice(-8).padStart(8, '9')}`;
    const check = (11 - ([...nine].reduce((sum, digit, at) => sum + Number(digit) * (10 - at), 0) % 11)) % 11;
    if (check < 10) return `${nine}${check}`;
  }
}

/** A split in basis points, of agencies in order. */
export const split = (...parts: readonly (readonly [agencyId: string, weight: number])[]) => ({
  kind: 'basis-points',
  parts: parts.map(([agencyId, weight]) => ({ agencyId, weight })),
});
export const half = split([agencies.icb, 5_000], [agencies.socialCare, 5_000]);

export const agencyBody = { name: 'Northshire Parents Together', kind: 'parent-carer-forum', code: 'NPT', validFrom: '2023-01-01' };

const seatOf = (agencyId: string, post: string, standing: string) => ({ agencyId, post, standing, deputies: 'anyone-of-the-agency' });

/** Four seats, three of which vote; the panel commits without limit, by consensus. */
export const panelBody = {
  name: "Northshire Children's Panel",
  kind: 'continuing-care',
  from: '2025-04-01',
  seats: [
    seatOf(agencies.icb, "Head of children's continuing care", 'voting'),
    seatOf(agencies.socialCare, 'Head of service, disabled children', 'voting'),
    seatOf(agencies.education, 'SEND manager', 'voting'),
    seatOf(agencies.trust, 'Community paediatrician', 'observer'),
  ],
  quorum: { members: 3, agencies: [agencies.icb, agencies.socialCare, agencies.education] },
  decisionMode: 'consensus',
  chairs: [1, 2],
  commitment: { authority: 'of-the-panel', categories: lineCategories },
  ratifiers: [],
  papersNotice: 5,
};

/** Health and social care share personal care 50/50 for six weeks after an operation, whatever the cost. */
export const clauseBody = {
  trigger: { event: 'surgery', criterion: 'complex-healthcare' },
  categories: ['personal-care'],
  split: half,
  weeks: 6,
  dayOne: 'day-of-event',
  cost: 'regardless-of-cost',
};
export const agreementBody = {
  title: 'Personal care after an operation',
  kind: 'local-memorandum',
  parties: [agencies.icb, agencies.socialCare],
  clauses: [clauseBody],
  ...{ from: '2025-04-01', on: '2025-03-18' },
};
export const signatureBody = { post: 'Director', on: '2025-03-25' };

export const childBody = { name: 'Dara Example', dateOfBirth: '2017-05-02', openedOn: '2025-04-07' };
export const criterionBody = {
  criterion: 'complex-healthcare',
  from: '2025-05-01',
  evidence: 'Decision support tool: two domains severe.',
};
export const operationBody = { on: '2025-10-06', procedure: 'Spinal fusion' };

/** Personal care at the rates of worked example 1, and lines that it must leave alone. */
export const linesBody = [
  {
    ...{ category: 'personal-care', provision: 'Personal care at home, two carers.', from: '2025-09-01' },
    rates: [
      { from: '2025-09-01', weeklyPence: 184_735 },
      { from: '2025-10-27', weeklyPence: 231_001 },
    ],
    split: split([agencies.icb, 3_000], [agencies.socialCare, 7_000]),
  },
  {
    ...{ category: 'nursing', provision: 'Overnight nursing.', from: '2025-09-01' },
    rates: [{ from: '2025-09-01', weeklyPence: 92_400 }],
    split: split([agencies.icb, 10_000]),
  },
  {
    ...{ category: 'education', provision: 'Support at school.', from: '2025-09-01', to: '2026-07-23' },
    rates: [{ from: '2025-09-01', weeklyPence: 61_250 }],
    split: split([agencies.education, 10_000]),
  },
];

/** The id that a command made. */
export const idIn = ({ body }: Answer): string => String(body['id']);
export const positionIn = ({ body }: Answer): number => Number(body['position']);

export interface Cast {
  readonly administrator: Person;
  readonly health: Person;
  readonly care: Person;
  readonly keyWorker: Person;
  readonly auditor: Person;
  readonly inspector: Person;
}

export async function castOf(place: { person(name: string): Promise<Person> }): Promise<Cast> {
  return {
    administrator: await place.person('administrator'),
    health: await place.person('health-commissioner'),
    care: await place.person('care-commissioner'),
    keyWorker: await place.person('key-worker'),
    auditor: await place.person('auditor'),
    inspector: await place.person('inspector'),
  };
}

export interface SeatMade {
  readonly seatId: string;
  readonly agencyId: string;
  readonly post: string;
}
export interface PanelMade {
  readonly panelId: string;
  readonly seats: readonly SeatMade[];
  /** Who fills each seat, in the order of the seats. */
  readonly members: readonly string[];
}

/** Somebody with that post at that agency since 1 April 2025. */
export async function registerPractitioner({ administrator }: Cast, { agencyId, post }: Omit<SeatMade, 'seatId'>): Promise<string> {
  const practitionerId = idIn(done(await administrator.post('/v1/practitioners', practitionerBody(post))));
  done(await administrator.post(`/v1/practitioners/${practitionerId}/employments`, employmentBody(agencyId, post)));
  return practitionerId;
}
export const practitionerBody = (post: string) => ({ name: `Robin Holder of ${post}`, on: '2025-04-01' });
export const employmentBody = (agencyId: string, post: string) => ({ agencyId, post, roles: ['panel-member'], from: '2025-04-01' });

// The cast: what a client reads from the answer of constituting a panel.
export const seatsIn = ({ body }: Answer): readonly SeatMade[] => body['seats'] as readonly SeatMade[];

export const constitutePanel = async (cast: Cast, body: object = panelBody): Promise<PanelMade> =>
  peopled(cast, done(await cast.administrator.post('/v1/panels', body)));

/** The panel as the answer of constituting it tells it, and somebody with its post for each seat. */
export async function peopled(cast: Cast, constituted: Answer): Promise<PanelMade> {
  const seats = seatsIn(constituted);
  const members: string[] = [];
  // One after the other: the record then has them in the order of their seats.
  for (const seat of seats) members.push(await registerPractitioner(cast, seat));
  return { panelId: idIn(constituted), seats, members };
}

/** Plans a meeting for 1 September 2025, and leaves it so. */
export const planMeeting = async ({ administrator }: Cast, { panelId }: PanelMade): Promise<string> =>
  idIn(done(await administrator.post(`/v1/panels/${panelId}/meetings`, { on: '2025-09-01' })));

export const openingBody = ({ seats, members }: Pick<PanelMade, 'seats' | 'members'>) => ({
  openedAt: '2025-09-01T09:30:00+01:00',
  chairSeatId: seats[0]?.seatId,
  present: seats.map(({ seatId }, place) => ({ seatId, practitionerId: members[place] })),
});

/** A meeting on 1 September 2025 with every seat filled. */
export async function holdMeeting(cast: Cast, panel: PanelMade): Promise<string> {
  const meetingId = await planMeeting(cast, panel);
  done(await cast.administrator.post(`/v1/meetings/${meetingId}/opening`, openingBody(panel)));
  return meetingId;
}

export const openChild = async ({ keyWorker }: Cast, body: object = childBody): Promise<string> =>
  idIn(done(await keyWorker.post('/v1/children', body)));

export interface AgreementMade {
  readonly agreementId: string;
  readonly clauseId: string;
}

/** The text of the agreement, signed by nobody yet. */
export async function recordAgreement({ health }: Cast, body: object = agreementBody): Promise<AgreementMade> {
  const answer = done(await health.post('/v1/agreements', body));
  // What a client reads from the answer of this command.
  const [clause] = answer.body['clauses'] as readonly { readonly clauseId: string }[];
  return { agreementId: idIn(answer), clauseId: String(clause?.clauseId) };
}
