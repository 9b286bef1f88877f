import { childEvents } from '@accord/child/contracts';
import { fundingEvents } from '@accord/funding/contracts';
import { panelEvents } from '@accord/panel/contracts';
import { commandRunner, type CommandOutcome, type CommandRunner } from '@accord/shared/commands';
import { catalogueOf } from '@accord/shared/event-contracts';
import type { RecordedEvent } from '@accord/shared/event-store';
import type { Id, LondonDate, Refusal } from '@accord/shared/kernel';
import { anEvent, appended, FakeCommandAnswers, FakePersonalData, InMemoryEventStore, RecordInMemory, sealedData, type ClearEvent } from '@accord/shared/testing';
import { Agreements, applicationId, ReplayedPictures, standingAgreementReaction, standingAgreementTriggers, type FundingFactsReader } from './index';

const id = <Kind extends string>(n: number): Id<Kind> => `01940000-0000-7000-8000-${String(n).padStart(12, '0')}` as Id<Kind>;
const day = (text: string) => text as LondonDate;
/** An id made from names: the texts' digits, which is enough to tell a handful apart. */
const made = new Map<string, string>();
const nameBasedId = (...parts: readonly string[]): string => {
  const name = JSON.stringify(parts);
  const known = made.get(name) ?? id(5_000 + made.size);
  made.set(name, known);
  return known;
};

const catalogue = catalogueOf(panelEvents, childEvents, fundingEvents);
const [health, care, agreementId, clauseId] = [id(101), id(102), id<'agreement'>(1000), id<'clause'>(1001)];
const [robin, alex] = [id<'child'>(800), id<'child'>(801)];
const split = { kind: 'basis-points', parts: [{ agencyId: health, weight: 5_000 }, { agencyId: care, weight: 5_000 }] };

const agreement: ClearEvent = {
  type: 'StandingAgreementRecorded',
  data: {
    ...{ agreementId, title: 'Personal care after surgery', kind: 'local-memorandum', parties: [health, care] },
    ...{ aims: null, functions: null, clientGroup: null, precedences: [], noticeMonths: null, reviewBy: null },
    ...{ period: { from: '2025-04-01', to: null }, on: '2025-03-03' },
    clauses: [
      {
        ...{ clauseId, trigger: { event: 'surgery', criterion: 'complex-healthcare' }, categories: ['personal-care'], split },
        ...{ duration: { unit: 'weeks', count: 6 }, dayOne: 'day-of-event', cost: 'regardless-of-cost', atEnd: 'falls-back' },
      },
    ],
  },
};
const inForce = (from: string): ClearEvent => ({ type: 'StandingAgreementCameIntoForce', data: { agreementId, from } });
const complexHealthcare = (childId = robin, from = '2025-07-14'): ClearEvent => ({
  type: 'CriterionMet',
  data: { childId, criterion: 'complex-healthcare', from, evidence: 'Assessment' },
});
const operation = (on: string, childId = robin, n = 900): ClearEvent => ({
  type: 'OperationRecorded',
  data: { childId, operationId: id(n), on, procedure: 'Spinal fusion' },
});

/** A panel's decision on personal care for the child, with its split until a clause takes over. */
const personalCareDecided = (childId: Id<'child'>, n: number): ClearEvent => ({
  type: 'DecisionRecorded',
  data: {
    ...{ decisionId: id(n), panelId: id(300), meetingId: id(400), childId, on: '2025-09-01', outcome: 'approved', reasons: 'Needs' },
    ...{ matterId: null, at: null, effect: 'at-once', withoutPrejudice: false, needs: [], returnsOn: null, referredTo: null },
    ...{ urgent: null, sitting: null, contributionsDeclined: [], papers: [], ends: [], commitments: [], conditions: [] },
    positions: [],
    lines: [
      {
        ...{ lineId: id(n + 10), category: 'personal-care', period: { from: '2025-09-01', to: null } },
        ...{ rates: [{ from: '2025-09-01', weeklyPence: 184_735 }], split, replaces: null, needs: [], budget: null },
      },
    ],
    provisions: [{ lineId: id(n + 10), words: 'Two carers' }],
  },
});

/** An area in which personal care of Robin and Alex was decided. */
async function anArea(change?: (runner: CommandRunner) => CommandRunner) {
  const area = anEmptyArea(change);
  await area.happens(personalCareDecided(robin, 600), personalCareDecided(alex, 620));
  return area;
}

/** An area whose reaction follows what is recorded, event by event. */
function anEmptyArea(change: (runner: CommandRunner) => CommandRunner = (runner) => runner) {
  const events = new InMemoryEventStore(new RecordInMemory(() => '2025-12-01T09:00:00.000Z'));
  let refused = 0;
  const runner = commandRunner({
    ...{ events, catalogue, personalData: new FakePersonalData(), answers: new FakeCommandAnswers(), nameBasedId },
    ...{ keyedHash: (text: string) => text },
    keepRefused: () => Promise.resolve(refused++),
  });
  const pictures = new ReplayedPictures(events, catalogue);
  const recorded = async (type?: string) => (await events.readAll({ limit: 1_000, ...(type ? { filter: { types: [type] } } : {}) })).events;
  const facts: FundingFactsReader = {
    picture: (childId) => pictures.pictureAsOf(childId, {}),
    childrenConcerned: async ({ data }) => {
      const all = data['childId'] === undefined ? await recorded('OperationRecorded') : [{ data }];
      // The contract says whose ids these are.
      return [...new Set(all.map((event) => event.data['childId'] as Id<'child'>))];
    },
  };
  const agreements = new Agreements(change(runner), { agreed: () => Promise.resolve([]) });
  const react = standingAgreementReaction({ agreements, facts, nameBasedId, clock: { now: () => '2025-12-01T09:00:00.000Z' } });
  const happens = async (...happened: ClearEvent[]): Promise<void> => {
    for (const { type, data } of happened) {
      const definition = catalogue.check(type, data);
      const { stream } = definition;
      // Each of these kinds of event names the thing whose stream it belongs to.
      const of = data as { childId?: string; agreementId?: string; decisionId?: string; lineId?: string };
      const event = anEvent({ type, schemaVersion: definition.version, data: sealedData(definition, data) });
      await appended(events, `${stream}-${{ child: of.childId, agreement: of.agreementId, decision: of.decisionId, 'package-line': of.lineId }[stream] ?? ''}`, [event]);
      await reactTo((await recorded()).filter((candidate) => candidate.id === event.id));
    }
  };
  const reactTo = async (which: readonly RecordedEvent[]) => {
    for (const event of which) if (standingAgreementTriggers.some((trigger) => trigger === event.type)) await react(event);
  };
  return { happens, reactTo, refused: () => refused, recorded, react, agreements, applied: () => recorded('StandingAgreementApplied') };
}

const trigger = { event: 'surgery', eventId: id<'life-event'>(900) };
const window = { childId: robin, agreementId, clauseId, trigger, from: '2025-10-06', to: '2025-11-17' };

describe('A standing agreement, after surgery', () => {
  it('is applied when the operation is recorded after every party has signed', async () => {
    const area = await anArea();
    await area.happens(agreement, inForce('2025-04-01'), complexHealthcare(), operation('2025-10-06'));
    expect((await area.applied()).map(({ data }) => data)).toEqual([
      { ...window, version: 1, categories: ['personal-care'], split, cost: 'regardless-of-cost', atEnd: 'falls-back' },
    ]);
  });

  it('is applied when the last signature comes after the operation, dated before it', async () => {
    const area = await anArea();
    await area.happens(agreement, complexHealthcare(), operation('2025-10-06'));
    expect(await area.applied()).toEqual([]);
    await area.happens(inForce('2025-04-01'));
    expect((await area.applied()).map(({ data }) => data)).toMatchObject([window]);
  });

  it('is applied to every child whose operation waits for the signature', async () => {
    const area = await anArea();
    await area.happens(agreement, complexHealthcare(), complexHealthcare(alex), operation('2025-10-06'), operation('2025-10-08', alex, 901));
    await area.happens(inForce('2025-04-01'));
    expect((await area.applied()).map(({ data }) => data['childId'])).toEqual([robin, alex]);
  });

  it('is applied when the finding on which it rests is recorded later', async () => {
    const area = await anArea();
    await area.happens(agreement, inForce('2025-04-01'), operation('2025-10-06'));
    expect(await area.applied()).toEqual([]);
    await area.happens(complexHealthcare());
    expect((await area.applied()).map(({ data }) => data)).toMatchObject([window]);
  });

  it.each<[string, ClearEvent[]]>([
    ['the child does not meet the criterion', [agreement, inForce('2025-04-01'), operation('2025-10-06')]],
    ['the child met the criterion only later', [agreement, inForce('2025-04-01'), complexHealthcare(robin, '2025-10-07'), operation('2025-10-06')]],
    ['the agreement came into force only later', [agreement, inForce('2025-10-07'), complexHealthcare(), operation('2025-10-06')]],
    ['the operation is on another child', [agreement, inForce('2025-04-01'), complexHealthcare(alex), operation('2025-10-06')]],
    ['there was no operation', [agreement, inForce('2025-04-01'), complexHealthcare()]],
  ])('is not applied where %s', async (_why, happened) => {
    const area = await anArea();
    await area.happens(...happened);
    expect(await area.applied()).toEqual([]);
  });

  it('is not applied where the child has no line that the clause rules: nothing would be shared', async () => {
    const area = anEmptyArea();
    await area.happens(agreement, inForce('2025-04-01'), complexHealthcare(), operation('2025-10-06'));
    expect(await area.applied()).toEqual([]);
  });

  it('is applied when the line that it rules is decided after the operation', async () => {
    const area = anEmptyArea();
    await area.happens(agreement, inForce('2025-04-01'), complexHealthcare(), operation('2025-10-06'));
    await area.happens(personalCareDecided(robin, 600));
    expect((await area.applied()).map(({ data }) => data)).toMatchObject([window]);
  });

  it('is applied when all agree to rates that bring the line under the cap of the clause', async () => {
    const area = await anArea();
    // The data of the sample agreement.
    const { data } = agreement as { data: { clauses: readonly object[] } };
    const capped = { ...agreement, data: { ...data, clauses: data.clauses.map((clause) => ({ ...clause, cost: { upToWeeklyPence: 150_000 } })) } };
    await area.happens(capped, inForce('2025-04-01'), complexHealthcare(), operation('2025-10-06'));
    expect(await area.applied()).toEqual([]);
    const line = { lineId: id(610), decisionId: id(600), childId: robin, agencyId: health };
    const variation = { ...line, variationId: id(11), on: '2025-10-07' };
    await area.happens({ type: 'LineRatesVariationProposed', data: { ...variation, rates: [{ from: '2025-10-13', weeklyPence: 140_000 }], stillAwaited: [care], because: 'Fewer nights' } });
    expect(await area.applied()).toEqual([]);
    await area.happens({ type: 'LineRatesVariationAgreed', data: { ...variation, agencyId: care, on: '2025-10-08', stillAwaited: [] } });
    expect((await area.applied()).map((event) => event.data)).toMatchObject([window]);
  });

  it('is applied once, however often and in whatever order the events are delivered', async () => {
    const area = await anArea();
    await area.happens(agreement, inForce('2025-04-01'), complexHealthcare(), operation('2025-10-06'));
    const all = await area.recorded();
    await area.reactTo([...all, ...all].reverse());
    await Promise.all(all.map((event) => area.reactTo([event])));
    expect(await area.applied()).toHaveLength(1);
  });

  it('is applied to each operation of its own', async () => {
    const area = await anArea();
    await area.happens(agreement, inForce('2025-04-01'), complexHealthcare(), operation('2025-10-06'), operation('2025-11-03', robin, 901));
    expect((await area.applied()).map(({ data }) => [(data['trigger'] as typeof trigger).eventId, data['from']])).toEqual([
      [id(900), '2025-10-06'],
      [id(901), '2025-11-03'],
    ]);
  });

  it('is applied in the name of nobody, for the agency and because of the event that set it going', async () => {
    const area = await anArea();
    await area.happens(agreement, inForce('2025-04-01'), complexHealthcare(), operation('2025-10-06'));
    const [operated] = await area.recorded('OperationRecorded');
    const [applied] = await area.applied();
    expect(applied?.metadata).toMatchObject({
      ...{ role: 'standing-agreement', causationId: operated?.id, correlationId: operated?.metadata.correlationId },
      ...{ agency: operated?.metadata.agency, lawfulBasis: 'public-task' },
      restsOn: expect.arrayContaining([
        { stream: `agreement-${agreementId}`, revision: 1 },
        { stream: `child-${robin}`, revision: 1 },
      ]),
    });
  });

  it('that was applied by hand is left as it is', async () => {
    const area = await anArea();
    await area.happens(agreement, inForce('2025-04-01'), complexHealthcare());
    const command = { type: 'ApplyClause' as const, clauseId, eventId: id<'life-event'>(900) };
    const event = anEvent({ type: 'OperationRecorded', data: {} });
    const by = { actor: 'person-1', agency: care, role: 'commissioner', lawfulBasis: 'public-task', correlationId: 'request-1' };
    const at = { commandId: event.id, fingerprint: 'by hand', now: '2025-12-01T09:00:00.000Z', today: day('2025-12-01') };
    const byHand = (): Promise<CommandOutcome> =>
      area.agreements.application(applicationId(nameBasedId, { agreementId, clauseId, eventId: trigger.eventId, childId: robin }), { agreementId, childId: robin, command }, { ...by, ...at });
    expect(await byHand()).toMatchObject({ ok: false, refusal: 'clause-does-not-apply' });
    await area.happens(operation('2025-10-06'));
    expect(await area.applied()).toHaveLength(1);
    const again = await area.agreements.application(
      applicationId(nameBasedId, { agreementId, clauseId, eventId: trigger.eventId, childId: robin }),
      { agreementId, childId: robin, command },
      { ...by, ...at, commandId: id(4_000) },
    );
    expect(again).toMatchObject({ ok: false, refusal: 'clause-already-applied' });
    expect(await area.applied()).toHaveLength(1);
  });

  it('that could not be applied for now is tried again: the reaction fails', async () => {
    const busy: Refusal = { ok: false, refusal: 'stream-busy', kind: 'conflict', title: 'Busy', because: 'Nothing was changed.' };
    const area = await anArea(() => ({ run: () => Promise.resolve(busy) }));
    await area.happens(agreement, inForce('2025-04-01'), complexHealthcare());
    await expect(area.happens(operation('2025-10-06'))).rejects.toThrow('busy');
  });
});

describe('A standing agreement, otherwise', () => {
  const textOf = (change: object): ClearEvent => {
    const { clauses, ...kept } = agreement.data as { readonly clauses: readonly object[] };
    return { type: agreement.type, data: { ...kept, clauses: clauses.map((clause) => ({ ...clause, ...change })) } };
  };
  const shown = async (area: Awaited<ReturnType<typeof anArea>>) =>
    (await area.applied()).map(({ data }) => [data['trigger'], data['version'], data['from'], data['to']]);

  it('is applied after a discharge or a placement, where its clause names one', async () => {
    const area = await anArea();
    const discharge: ClearEvent = { type: 'DischargeRecorded', data: { childId: robin, dischargeId: id(910), on: '2025-10-20', hospital: 'Northshire' } };
    const placement: ClearEvent = { type: 'PlacementBegun', data: { childId: robin, placementId: id(920), on: '2025-11-03', setting: 'Foster carers' } };
    await area.happens(textOf({ trigger: { event: 'discharge', criterion: null } }), inForce('2025-04-01'), placement, operation('2025-10-06'));
    expect(await shown(area)).toEqual([]);
    await area.happens(discharge);
    expect(await shown(area)).toEqual([[{ event: 'discharge', eventId: id(910) }, 1, '2025-10-20', '2025-12-01']]);
  });

  it('that always rules is applied once to each child with a line, without an end that is known', async () => {
    const area = await anArea();
    const always = { trigger: { event: 'always', criterion: null }, dayOne: null, duration: { unit: 'until-the-agreement-ends' } };
    await area.happens(textOf(always), inForce('2025-04-01'), operation('2025-10-06'), operation('2025-10-06', alex, 901), complexHealthcare());
    const application = [{ event: 'always', eventId: null }, 1, '2025-04-01', null];
    expect(await shown(area)).toEqual([application, application]);
  });

  it('is applied as varied, to an operation after the variation', async () => {
    const area = await anArea();
    const { agreementId: _, title: __, kind: ___, parties: ____, ...terms } = agreement.data as Record<string, unknown>;
    const varied: ClearEvent[] = [
      { type: 'StandingAgreementVaried', data: { ...terms, agreementId, version: 2, from: '2025-10-01', on: '2025-09-01' } },
      { type: 'StandingAgreementVariationCameIntoForce', data: { agreementId, version: 2, from: '2025-10-01' } },
    ];
    await area.happens(agreement, inForce('2025-04-01'), complexHealthcare(), ...varied, operation('2025-10-06'));
    expect(await shown(area)).toEqual([[trigger, 2, '2025-10-06', '2025-11-17']]);
  });
});

describe('The name of an application', () => {
  it('is the same for the same agreement, clause and operation, and another for any other', () => {
    const of = { agreementId, clauseId, eventId: id<'life-event'>(900), childId: robin };
    expect(applicationId(nameBasedId, { ...of })).toBe(applicationId(nameBasedId, of));
    expect(applicationId(nameBasedId, { ...of, eventId: id<'life-event'>(901) })).not.toBe(applicationId(nameBasedId, of));
    expect(applicationId(nameBasedId, { ...of, clauseId: id<'clause'>(1002) })).not.toBe(applicationId(nameBasedId, of));
  });
});
