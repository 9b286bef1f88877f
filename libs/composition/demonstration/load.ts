import type { RequestContext } from '@accord/shared/commands';
import type { Area } from '../area';
import { children } from './children';
import { contextOf, expectDone, shares } from './loading';
import { demonstrationDecisionId, loadDecision, loadMeeting, loadOfficers, loadPanel, loadPractitioners, room } from './panel-room';
import { agencies, demonstrationId, personNamed } from './people';
import type { PersonName } from './people';

/** Ids that the examples name. */
export const demonstration = {
  ...room,
  decisionId: demonstrationDecisionId,
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
  await Promise.all([
    loadPractitioners(area).then(() => loadPanel(area)),
    loadOfficers(area),
    load.agreement(),
    ...children.map((child) => load.child(child)),
  ]);
  await loadMeeting(area);
  await loadDecision(area);
}

const agencyNames = {
  icb: ['Northshire Integrated Care Board', 'integrated-care-board'],
  socialCare: ["Northshire Council Children's Social Care", 'council-social-care'],
  education: ['Northshire Council Education', 'council-education'],
  trust: ["Northshire Children's Hospital NHS Trust", 'nhs-trust'],
} as const;

class Loading {
  constructor(private readonly area: Area) {}

  async agency(key: keyof typeof agencies): Promise<void> {
    const [name, kind] = agencyNames[key];
    const agencyId = agencies[key];
    const command = { type: 'RegisterAgency' as const, agencyId, name, kind, validFrom: '2022-07-01' };
    expectDone(await this.area.people.agency(agencyId, command, this.context(`agency ${key}`, 'administrator')));
  }

  /** Health and social care share personal care 50/50 for six weeks after an operation, whatever the cost. */
  async agreement(): Promise<void> {
    const { agreementId } = demonstration;
    const clause = {
      clauseId: demonstrationId('clause', 'after-surgery'),
      trigger: { event: 'surgery' as const, criterion: 'complex-healthcare' as const },
      categories: ['personal-care' as const],
      split: shares([agencies.icb, 5_000], [agencies.socialCare, 5_000]),
      duration: { unit: 'weeks' as const, count: 6 },
      dayOne: 'day-of-event' as const,
      cost: 'regardless-of-cost' as const,
      atEnd: 'falls-back' as const,
    };
    const context = this.context('agreement', 'health-commissioner');
    const command = {
      type: 'RecordAgreement' as const,
      agreementId,
      title: 'Personal care after surgery',
      kind: 'local-memorandum' as const,
      parties: [agencies.icb, agencies.socialCare],
      agencyId: agencies.icb,
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

  private context(step: string, person: PersonName): RequestContext {
    return contextOf(this.area, step, person);
  }
}
