import { createHmac } from 'node:crypto';
import { childEvents } from '@accord/child/contracts';
import { panelEvents } from '@accord/panel/contracts';
import type { PersonalData } from '@accord/shared/commands';
import { catalogueOf } from '@accord/shared/event-contracts';
import type { EventStore } from '@accord/shared/event-store';

// Decisions of two panels, for the specifications of this folder; not exported by its index.

export const id = (number: number): string => `01940000-0000-7000-8000-${String(number).padStart(12, '0')}`;
export const [health, care] = [id(101), id(102)] as const;
export const [panelId, otherPanelId] = [id(300), id(301)] as const;
export const catalogue = catalogueOf(panelEvents, childEvents);

/** As the area's keys give it. */
export const keyedHash = (purpose: string, text: string): string =>
  createHmac('sha256', 'the key of this area').update(JSON.stringify([purpose, text])).digest('base64url');

export const line = (change: object = {}): Record<string, unknown> => ({
  ...{ lineId: id(600), category: 'personal-care', period: { from: '2025-10-06', to: null } },
  rates: [{ from: '2025-10-06', weeklyPence: 90_000 }],
  split: { kind: 'ratio', parts: [{ agencyId: health, weight: 2 }, { agencyId: care, weight: 1 }] },
  ...{ replaces: null, needs: [], budget: null, ...change },
});

/** What is planted in words that nobody may find in the index or in an answer. */
export const planted = {
  decided: 'Two waking nights a week at home with Juniper.',
  reasons: 'Seizures every night; Juniper needs rescue medicine.',
  evidence: 'Report of Doctor Featherstone',
  provisions: [{ lineId: id(600), words: 'Overnight carers from Brightwater' }],
  principle: 'Where rescue medicine is likely at night, waking cover comes before training of parents.',
};

export const decision = (number: number, change: object = {}): Record<string, unknown> => ({
  ...{ decisionId: id(number), panelId, matterId: null, meetingId: id(400), childId: id(800), on: '2025-10-01', at: null },
  ...{ outcome: 'approved', effect: 'at-once', withoutPrejudice: false, needs: ['seizures'], ...planted, positions: [], returnsOn: null },
  ...{ referredTo: null, urgent: null, sitting: null, contributionsDeclined: [], papers: [], lines: [line()], ends: [] },
  ...{ commitments: [], conditions: [], ...change },
});

export const of = (number: number, more: object = {}, childNumber = 800): Record<string, unknown> => ({
  ...{ decisionId: id(number), childId: id(childNumber), on: '2025-11-03', ...more },
});
export const ratifier = { agencyId: health, practitionerId: id(550), post: 'Director of nursing' };

const metadata = {
  ...{ actor: id(901), agency: health, role: 'panel-administrator', lawfulBasis: 'public-task' },
  ...{ correlationId: id(902), causationId: id(903), commandId: id(904) },
};

const terms = {
  seats: [{ seatId: id(201), agencyId: health, post: 'Chair', standing: 'voting', deputies: 'none', deputyPosts: [] }],
  quorum: { members: 1, agencies: [] },
  ...{ decisionMode: 'consensus', decisionMakerSeatId: null, chairs: [id(201)], ratifiers: [], papersNotice: 5, urgent: null },
  commitment: { authority: 'of-the-panel', weeklyLimitPence: null, categories: ['personal-care'] },
};

/** A record that is written to event by event, as commands would have it. */
export class SampleRecord {
  private count = 0;

  constructor(
    private readonly events: EventStore,
    private readonly personalData: PersonalData,
  ) {}

  /** Appends an event to the stream of that thing, checked and sealed as in use. */
  async add(type: string, thing: string, data: Record<string, unknown>): Promise<void> {
    const definition = catalogue.check(type, data);
    const [eventId, stream] = [id(2_000 + ++this.count), `${definition.stream}-${thing}`];
    const sealed = await this.personalData.seal({ id: eventId, stream, definition, data });
    const before = await this.events.readStream(stream);
    const event = { id: eventId, type, schemaVersion: definition.version, data: sealed, metadata };
    const added = await this.events.append(stream, before === undefined ? 'no-stream' : before.length - 1, [event]);
    if (!added.ok) throw new Error('The sample was written to by somebody else.');
  }

  decide(number: number, change: object = {}): Promise<void> {
    return this.add('DecisionRecorded', id(number), decision(number, change));
  }

  constitute(panel: string, kind: string): Promise<void> {
    return this.add('PanelConstituted', panel, {
      ...{ panelId: panel, name: 'Panel', kind, from: '2025-04-01', draftId: null },
      termsOfReference: terms,
    });
  }

  openChild(number: number, name: string): Promise<void> {
    return this.add('ChildRecordOpened', id(number), { childId: id(number), openedOn: '2025-01-06', name, dateOfBirth: '2015-06-01' });
  }
}
