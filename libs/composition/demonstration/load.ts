import type { CommandOutcome, RequestContext } from '@accord/shared/commands';
import { nameBasedId } from '@accord/shared/commands-store';
import { londonDateOf } from '@accord/shared/kernel';
import type { Id, Shares } from '@accord/shared/kernel';
import type { Area } from '../area';
import { children } from './children';
import { actingAs, agencies, demonstrationId, personNamed } from './people';
import type { PersonName } from './people';

/** Ids that the examples name. */
export const demonstration = {
  panelId: demonstrationId('panel', 'continuing-care'),
  meetingId: demonstrationId('meeting', 'september-2025'),
  decisionId: demonstrationId('decision', 'amara-september-2025'),
  agreementId: demonstrationId('agreement', 'after-surgery'),
  childId: children[0].childId,
} as const;

/**
 * Loads the demonstration area through the same commands as everybody's, each in the name of the person who
 * would give it and under a fixed key: loading it again changes nothing.
 */
export async function loadDemonstration(area: Area): Promise<void> {
  const load = new Loading(area);
  await Promise.all([load.agency('icb'), load.agency('socialCare'), load.agency('education'), load.agency('trust')]);
  await Promise.all([load.panel(), load.agreement(), ...children.map((child) => load.child(child))]);
  await load.meeting();
  await load.decision();
}

const agencyNames = {
  icb: ['Northshire Integrated Care Board', 'integrated-care-board'],
  socialCare: ["Northshire Council Children's Social Care", 'council-social-care'],
  education: ['Northshire Council Education', 'council-education'],
  trust: ["Northshire Children's Hospital NHS Trust", 'nhs-trust'],
} as const;

const shares = (...weights: readonly (readonly [Id<'agency'>, number])[]): Shares => ({
  kind: 'basis-points',
  parts: weights.map(([agencyId, weight]) => ({ agencyId, weight })),
});

const line = (name: string) => demonstrationId('package-line', name);
const seat = (name: string) => demonstrationId('seat', name);
const seats = [
  { seatId: seat('health'), agencyId: agencies.icb, post: "Head of children's continuing care", standing: 'voting' },
  { seatId: seat('care'), agencyId: agencies.socialCare, post: 'Head of service, disabled children', standing: 'voting' },
  { seatId: seat('education'), agencyId: agencies.education, post: 'SEND manager', standing: 'voting' },
  { seatId: seat('trust'), agencyId: agencies.trust, post: 'Community paediatrician', standing: 'non-voting' },
] as const;

class Loading {
  constructor(private readonly area: Area) {}

  async agency(key: keyof typeof agencies): Promise<void> {
    const [name, kind] = agencyNames[key];
    const agencyId = agencies[key];
    const command = { type: 'RegisterAgency' as const, agencyId, name, kind, validFrom: '2022-07-01' };
    expectDone(await this.area.panelRoom.agency(agencyId, command, this.context(`agency ${key}`, 'administrator')));
  }

  async panel(): Promise<void> {
    const { panelId } = demonstration;
    const command = {
      type: 'ConstitutePanel' as const,
      panelId,
      name: "Northshire Children's Continuing Care Panel",
      kind: 'continuing-care' as const,
      from: '2025-04-01',
      seats,
      quorum: { members: 3, agencies: [agencies.icb, agencies.socialCare, agencies.education] },
      decisionMode: 'consensus' as const,
    };
    expectDone(await this.area.panelRoom.panel(panelId, command, this.context('panel', 'administrator')));
  }

  /** Health and social care share personal care 50/50 for six weeks after an operation, whatever the cost. */
  async agreement(): Promise<void> {
    const { agreementId } = demonstration;
    const clause = {
      clauseId: demonstrationId('clause', 'after-surgery'),
      trigger: { event: 'surgery' as const, criterion: 'complex-healthcare' as const },
      categories: ['personal-care' as const],
      split: shares([agencies.icb, 5_000], [agencies.socialCare, 5_000]),
      weeks: 6,
      dayOne: 'day-of-event' as const,
      cost: 'regardless-of-cost' as const,
    };
    const context = this.context('agreement', 'health-commissioner');
    const command = {
      type: 'RecordAgreement' as const,
      agreementId,
      title: 'Personal care after surgery',
      kind: 'local-memorandum' as const,
      parties: [agencies.icb, agencies.socialCare],
      clauses: [clause],
      ...{ from: '2025-04-01', to: null, on: '2025-03-18', today: context.today },
    };
    expectDone(await this.area.agreements.agreement(agreementId, command, context));
    await this.signature('health-commissioner');
    await this.signature('care-commissioner');
  }

  /** Signs for the person's own agency: nobody signs for another. */
  private async signature(person: PersonName): Promise<void> {
    const { agreementId } = demonstration;
    const { agency: agencyId, description: post } = personNamed(person);
    const context = this.context(`signature ${agencyId}`, person);
    const signature = { type: 'SignAgreement' as const, agencyId, post, on: '2025-03-25', today: context.today };
    expectDone(await this.area.agreements.agreement(agreementId, signature, context));
  }

  async child({ childId, complexHealthcareSince, ...identity }: (typeof children)[number]): Promise<void> {
    const context = this.context(`child ${childId}`, 'key-worker');
    const opening = { type: 'OpenChildRecord' as const, childId, openedOn: '2025-04-07', ...identity, today: context.today };
    expectDone(await this.area.childRecords.child(childId, opening, context));
    if (complexHealthcareSince === undefined) return;
    const finding = {
      type: 'RecordCriterion' as const,
      criterion: 'complex-healthcare' as const,
      from: complexHealthcareSince,
      evidence: "Nominated children's health assessor, decision support tool: two domains severe.",
      today: context.today,
    };
    expectDone(await this.area.childRecords.child(childId, finding, this.context(`criterion ${childId}`, 'key-worker')));
  }

  async meeting(): Promise<void> {
    const { meetingId, panelId } = demonstration;
    const planned = { type: 'ScheduleMeeting' as const, meetingId, panelId, on: '2025-09-01' };
    expectDone(await this.area.panelRoom.meeting(meetingId, planned, this.context('meeting', 'administrator')));
    const opened = {
      type: 'OpenMeeting' as const,
      openedAt: '2025-09-01T08:30:00.000Z',
      chairSeatId: seats[0].seatId,
      present: seats.map(({ seatId, post }) => ({ seatId, practitionerId: demonstrationId('practitioner', post) })),
    };
    const context = this.context('opening', 'chair');
    expectDone(await this.area.panelRoom.meeting(meetingId, { ...opened, now: context.now }, context));
  }

  async decision(): Promise<void> {
    const { decisionId, meetingId, childId } = demonstration;
    const { icb, socialCare, education } = agencies;
    const from = '2025-09-01';
    const command = {
      type: 'RecordDecision' as const,
      ...{ decisionId, meetingId, childId, outcome: 'approved' as const },
      reasons: 'Amara needs two carers day and night after the summer; the assessor and the school agree.',
      positions: [icb, socialCare, education].map((agencyId) => ({ agencyId, position: 'supports' as const })),
      lines: [
        {
          ...{ lineId: line('personal-care'), category: 'personal-care' as const, from, to: null },
          provision: 'Personal care at home, two carers.',
          rates: [
            { from, weeklyPence: 184_735 },
            { from: '2025-10-27', weeklyPence: 231_001 },
          ],
          split: shares([icb, 3_000], [socialCare, 7_000]),
        },
        {
          ...{ lineId: line('nursing'), category: 'nursing' as const, from, to: null },
          provision: 'Overnight nursing, three nights a week.',
          rates: [{ from, weeklyPence: 92_400 }],
          split: shares([icb, 10_000]),
        },
        {
          ...{ lineId: line('education'), category: 'education' as const, from, to: '2026-07-23' },
          provision: 'One-to-one support at school.',
          rates: [{ from, weeklyPence: 61_250 }],
          split: shares([education, 10_000]),
        },
      ],
    };
    expectDone(await this.area.panelRoom.decision(decisionId, command, this.context('decision', 'chair')));
  }

  private context(step: string, person: PersonName): RequestContext {
    const now = this.area.clock.now();
    const commandId = nameBasedId('demonstration', 'command', step);
    return {
      ...{ commandId, fingerprint: commandId, correlationId: commandId, now, today: londonDateOf(now) },
      ...actingAs(person),
    };
  }
}

/** The demonstration is our own: a refusal of it is a bug, said by its code. */
function expectDone(outcome: CommandOutcome): void {
  if (!outcome.ok) throw new Error(`The demonstration area was refused: ${outcome.refusal}`);
}
