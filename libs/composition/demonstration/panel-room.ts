import { lineCategories } from '@accord/panel/contracts';
import type { PractitionerRole, Seat } from '@accord/panel/contracts';
import { nameBasedId } from '@accord/shared/commands-store';
import type { Id } from '@accord/shared/kernel';
import type { Area } from '../area';
import { children } from './children';
import { contextOf, expectDone, shares } from './loading';
import { actingAs, agencies, demonstrationId, personNamed } from './people';
import type { PersonName } from './people';

const seatFor = (name: string, agencyId: Id<'agency'>, post: string): Seat => ({
  ...{ seatId: demonstrationId('seat', name), agencyId, post },
  ...{ standing: 'voting', deputies: 'anyone-of-the-agency', deputyPosts: [] },
});
const health = seatFor('health', agencies.icb, "Head of children's continuing care");
const care = seatFor('care', agencies.socialCare, 'Head of service, disabled children');
const education = seatFor('education', agencies.education, 'SEND manager');
const seats = [health, care, education, { ...seatFor('trust', agencies.trust, 'Community paediatrician'), standing: 'non-voting' as const }];

const names: Readonly<Record<string, string>> = {
  [health.seatId]: 'Helen Marsh',
  [care.seatId]: 'Samir Patel',
  [education.seatId]: 'Joanna Field',
};
const practitionerOf = ({ seatId }: Seat) => demonstrationId('practitioner', seatId);

/** Ids of the panel room that examples and tests name. */
export const room = {
  panelId: demonstrationId('panel', 'continuing-care'),
  meetingId: demonstrationId('meeting', 'september-2025'),
  matterId: demonstrationId('matter', 'amara-september-2025'),
  /** Who fills which seat; the first chairs. */
  present: seats.map((seat) => ({ seatId: seat.seatId, practitionerId: practitionerOf(seat), as: 'member' as const })),
} as const;

/** Registers who sits on the panel, each in the post of the seat. */
export async function loadPractitioners(area: Area): Promise<void> {
  await Promise.all(
    seats.map(async (seat) => {
      const practitionerId = practitionerOf(seat);
      const registered = { type: 'RegisterPractitioner' as const, practitionerId, on: '2025-04-01', name: names[seat.seatId] ?? 'Tomasz Źrebiec' };
      expectDone(await area.people.practitioner(practitionerId, registered, contextOf(area, `practitioner ${seat.seatId}`, 'administrator')));
      const { agencyId, post } = seat;
      const employed = {
        ...{ type: 'EmployPractitioner' as const, employmentId: demonstrationId('employment', seat.seatId), agencyId, post },
        ...{ roles: ['panel-member' as const], from: '2025-04-01' },
      };
      expectDone(await area.people.practitioner(practitionerId, employed, contextOf(area, `employment ${seat.seatId}`, 'administrator')));
    }),
  );
}

/** Those who sign in and ratify or decide between meetings, by their names. */
const officers = {
  'health-commissioner': { name: 'Beatriz Ferreira', role: 'commissioner' },
  'care-commissioner': { name: 'Owen Hughes', role: 'commissioner' },
  'education-commissioner': { name: 'Marek Nowak', role: 'commissioner' },
  'ratifying-officer': { name: 'Grace Okafor', role: 'clinician' },
} as const satisfies Partial<Record<PersonName, { readonly name: string; readonly role: PractitionerRole }>>;
// Object.keys forgets the names of what it lists.
const officerNames = Object.keys(officers) as (keyof typeof officers)[];

/** Registers who commissions and ratifies, each in the post of the description and linked to the own sign-in. */
export async function loadOfficers(area: Area): Promise<void> {
  await Promise.all(
    officerNames.map(async (person) => {
      const practitionerId = demonstrationId('practitioner', person);
      const { agency: agencyId, description: post } = personNamed(person);
      const { name, role } = officers[person];
      const steps = [
        { type: 'RegisterPractitioner' as const, practitionerId, on: '2025-04-01', name },
        { type: 'LinkSignIn' as const, actorId: actingAs(person).actor, on: '2025-04-01' },
        {
          ...{ type: 'EmployPractitioner' as const, employmentId: demonstrationId('employment', person), agencyId, post },
          ...{ roles: [role], from: '2025-04-01' },
        },
      ];
      for (const step of steps) {
        expectDone(await area.people.practitioner(practitionerId, step, contextOf(area, `${step.type} ${person}`, 'administrator')));
      }
    }),
  );
}

/** Constitutes the panel: it decides by consensus, commits on its own authority, and names officers for what is urgent. */
export async function loadPanel(area: Area): Promise<void> {
  const { panelId } = room;
  const directors = [
    { agencyId: agencies.icb, post: "Director of children's commissioning" },
    { agencyId: agencies.socialCare, post: "Director of children's social care" },
  ];
  const command = {
    ...{ type: 'ConstitutePanel' as const, panelId, name: "Northshire Children's Continuing Care Panel" },
    ...{ kind: 'continuing-care' as const, from: '2025-04-01', seats },
    terms: {
      quorum: { members: 3, agencies: [agencies.icb, agencies.socialCare, agencies.education] },
      decisionMode: 'consensus' as const,
      decisionMakerSeatId: null,
      chairs: [health.seatId, care.seatId],
      commitment: { authority: 'of-the-panel' as const, weeklyLimitPence: null, categories: [...lineCategories] },
      ratifiers: directors,
      papersNotice: 5,
      urgent: { officers: directors, officersNeeded: 2, ratifyWithinDays: 14 },
    },
  };
  expectDone(await area.panels.panel(panelId, command, contextOf(area, 'panel', 'administrator')));
}

/** Plans and opens the meeting of 1 September 2025, which stays open for whoever tries the demonstration. */
export async function loadMeeting(area: Area): Promise<void> {
  const { meetingId, panelId, present } = room;
  const planned = { type: 'ScheduleMeeting' as const, meetingId, panelId, on: '2025-09-01', startsAt: '09:30', place: 'Room 2, County Hall' };
  expectDone(await area.meetings.meeting(meetingId, planned, contextOf(area, 'meeting', 'administrator')));
  await loadMatter(area);
  const context = contextOf(area, 'opening', 'chair');
  const opened = { type: 'OpenMeeting' as const, openedAt: '2025-09-01T08:30:00.000Z', chairSeatId: health.seatId, present, now: context.now };
  expectDone(await area.meetings.meeting(meetingId, opened, context));
}

const from = '2025-09-01';
const line = (name: 'personal-care' | 'nursing' | 'education') => ({
  ...{ lineId: demonstrationId('package-line', name), category: name, from, to: null, replaces: null, needs: [], budget: null, outcomes: [] },
});
const lines = [
  {
    ...line('personal-care'),
    provision: 'Personal care at home, two carers.',
    rates: [
      { from, weeklyPence: 184_735 },
      { from: '2025-10-27', weeklyPence: 231_001 },
    ],
    split: shares([agencies.icb, 3_000], [agencies.socialCare, 7_000]),
  },
  {
    ...line('nursing'),
    provision: 'Overnight nursing, three nights a week.',
    rates: [{ from, weeklyPence: 92_400 }],
    split: shares([agencies.icb, 10_000]),
  },
  {
    ...line('education'),
    to: '2026-07-23',
    provision: 'One-to-one support at school.',
    rates: [{ from, weeklyPence: 61_250 }],
    split: shares([agencies.education, 10_000]),
  },
];

/** The matter of the first child, with the views of child and family, on the agenda. */
async function loadMatter(area: Area): Promise<void> {
  const { matterId, panelId, meetingId } = room;
  const context = contextOf(area, 'matter', 'key-worker');
  const { today } = context;
  const raised = {
    ...{ type: 'RaiseMatter' as const, matterId, childId: children[0].childId, panelId, kind: 'new-package' as const, on: '2025-08-11', today },
    ...{ needs: ['mobility' as const, 'breathing' as const], asks: 'Two carers day and night after the summer, nursing overnight, support at school.' },
    ...{ outcomesWanted: ['Amara is safe at night and goes to school every day.'], lines },
  };
  expectDone(await area.matters.raise(matterId, raised, context));
  const views = [
    ['child', 'through-a-worker', 'Amara showed with her talker that she wants her own room and her sister near.'],
    ['family', 'in-person', 'Both parents ask for carers whom they know, and for nights in which they sleep.'],
  ] as const;
  for (const [of, how, words] of views) {
    const recorded = { type: 'RecordViews' as const, of, how, views: words, on: '2025-08-14', today };
    expectDone(await area.matters.record(matterId, recorded, contextOf(area, `views of the ${of}`, 'key-worker')));
  }
  const agenda = { type: 'PutOnAgenda' as const, meetingId, place: 1, startsAt: '09:35', on: '2025-08-18', today };
  expectDone(await area.matters.agenda(matterId, agenda, contextOf(area, 'agenda', 'administrator')));
}

/** What the agencies said of the first matter, and its approval. */
export async function loadDecision(area: Area): Promise<void> {
  const { matterId, meetingId } = room;
  for (const { seatId } of [health, care, education]) {
    const context = contextOf(area, `position ${seatId}`, 'chair');
    const said = { type: 'TakePosition' as const, matterId, meetingId, at: '2025-09-01T08:50:00.000Z', now: context.now, seatId, position: 'supports' as const };
    expectDone(await area.considerations.consider(said, context));
  }
  const context = contextOf(area, 'decision', 'chair');
  const outcome = {
    ...{ type: 'RecordOutcome' as const, matterId, meetingId, at: '2025-09-01T08:55:00.000Z', now: context.now, outcome: 'approved' as const },
    ...{ withoutPrejudice: false, papers: [], lines, ends: [], conditions: [] },
    decided: 'Two carers day and night, three nights of nursing a week and one-to-one support at school are agreed.',
    reasons: 'Amara needs two carers day and night after the summer; the assessor and the school agree.',
    evidence: 'The decision support tool of July 2025, and what her school and her parents told the panel.',
  };
  expectDone(await area.outcomes.record(outcome, context));
}

/** The decision on the first matter, as its matter and meeting name it. */
export const demonstrationDecisionId = nameBasedId('decision', room.matterId, room.meetingId);
