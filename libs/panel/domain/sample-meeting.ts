import type { MeetingAdjourned, MeetingResumed, MemberArrived, MemberLeft, MemberRecused, MemberReturned } from '@accord/panel/contracts';
import type { New } from '@accord/shared/event-contracts';
import type { Id } from '@accord/shared/kernel';
import type { Matter, MatterState } from './matter-state';
import type { Attendance, OpenMeeting } from './meeting-commands';
import type { MeetingFacts } from './meeting-facts';
import { panelDecider } from './panel';
import type { PractitionerState } from './practitioner';
import {
  childId,
  day,
  education,
  filling,
  fivePresent,
  health,
  matterId,
  meetingId,
  meetingOfPanel,
  moment,
  numbered,
  panelConstituted,
  panelId,
  registered,
  seats,
  socialCare,
} from './sample-panel';

// A sitting of the continuing care panel on 1 October 2025, for the specs of this folder; not exported by its index.

export const panel = panelDecider.evolve(panelDecider.initial, panelConstituted());

/** Somebody whom the agency employs since 2020. */
export const employed = (
  number: number,
  agencyId: Id<'agency'>,
  { post = 'Manager', to }: { readonly post?: string; readonly to?: string } = {},
): PractitionerState => ({
  status: 'registered',
  practitionerId: numbered<'practitioner'>(number),
  employments: [
    {
      ...{ employmentId: numbered<'employment'>(number), agencyId, post, roles: ['panel-member'], from: day('2020-04-01') },
      ...(to === undefined ? {} : { to: day(to) }),
    },
  ],
});
/**
 * The five of `filling(...fivePresent)`, each in the post of the seat, and one more of each agency: 510 of health in the
 * post of its third seat, 511 of social care, and 512 of education in the post of the observer.
 */
export const staff: ReadonlyMap<string, PractitionerState> = new Map(
  [
    ...fivePresent.map(({ agencyId, post }, place) => employed(500 + place, agencyId, { post })),
    ...[employed(510, health, { post: seats.health[2].post }), employed(511, socialCare), employed(512, education, { post: seats.observer.post })],
  ].flatMap((each) => (each.status === 'registered' ? [[each.practitionerId, each] as const] : [])),
);

const raised: Matter = {
  ...{ status: 'raised', matterId, childId, panelId, agencyId: health, kind: 'new-package', raisedOn: day('2025-09-01') },
  ...{ needs: ['mobility'], lines: [], views: { child: undefined, family: undefined }, papers: [] },
  agenda: [{ meetingId, place: 1, startsAt: null }],
  meetings: [meetingId],
};
/** The matter on the agenda of that meeting. */
export const onAgenda = (changes: Partial<Matter> = {}): MatterState => ({ ...raised, ...changes });

export const facts = (changes: Partial<MeetingFacts> = {}): MeetingFacts => ({
  ...{ panel, actingAgency: health, practitioners: staff, agencies: registered, matter: onAgenda(), saidUntil: undefined },
  ...changes,
});

/** A time of that day in London, which is an hour ahead of UTC: `at('10:45')`. */
export const at = (time: string) => moment(`2025-10-01T${time}+01:00`);
/** The request comes in the evening, unless a spec says otherwise. */
export const now = at('20:00');

export const openMeeting = (changes: Partial<OpenMeeting> = {}): OpenMeeting => ({
  ...{ type: 'OpenMeeting', openedAt: at('10:30'), chairSeatId: seats.health[0].seatId, present: filling(...fivePresent), now },
  ...changes,
});

export const person = (number: number) => numbered<'practitioner'>(number);
export const arrived = (time: string, attendance: Attendance): New<typeof MemberArrived> => ({
  type: 'MemberArrived',
  data: { ...meetingOfPanel, ...attendance, at: at(time) },
});
export const left = (time: string, seatId: Id<'seat'>, number: number): New<typeof MemberLeft> => ({
  type: 'MemberLeft',
  data: { ...meetingOfPanel, seatId, practitionerId: person(number), at: at(time) },
});
const withdrawal = (time: string, seatId: Id<'seat'>, number: number) => ({
  ...{ ...meetingOfPanel, matterId, childId, seatId, practitionerId: person(number), at: at(time) },
});
export const recused = (time: string, seatId: Id<'seat'>, number: number): New<typeof MemberRecused> => ({
  type: 'MemberRecused',
  data: withdrawal(time, seatId, number),
});
export const returned = (time: string, seatId: Id<'seat'>, number: number): New<typeof MemberReturned> => ({
  type: 'MemberReturned',
  data: withdrawal(time, seatId, number),
});
export const adjourned = (time: string): New<typeof MeetingAdjourned> => ({
  type: 'MeetingAdjourned',
  data: { ...meetingOfPanel, at: at(time), resumesOn: null, because: 'The room is needed' },
});
/** Resumed with those of the opening, on the day given or on the same. */
export const resumed = (on: string, time: string): New<typeof MeetingResumed> => ({
  type: 'MeetingResumed',
  data: {
    ...{ ...meetingOfPanel, on: day(on), at: moment(`${on}T${time}+01:00`) },
    ...{ chairSeatId: seats.health[0].seatId, present: filling(...fivePresent) },
  },
});
