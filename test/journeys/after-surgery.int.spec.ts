import { agencies } from '@accord/composition';
import { startArea } from './area-under-test';
import type { AreaUnderTest } from './area-under-test';
import { done, freshKey, problemIn } from './person';
import type { Answer } from './person';
import { bringMatter, decide, matterBody, outcomeBody, sittingPath, takePositions } from './matter-story';
import type { Taken } from './matter-story';
import * as story from './story';
import type { Cast } from './story';
import { instantBetween, until } from './waiting';

interface Liability {
  readonly category: string;
  readonly from: string;
  readonly to: string;
  readonly costPence: number;
  readonly amounts: readonly { readonly agencyId: string; readonly agency: string; readonly pence: number }[];
  readonly why: {
    readonly kind: string;
    readonly says: string;
    readonly agreementId?: string;
    readonly decisionId?: string;
    readonly events: readonly { readonly eventId: string; readonly stream: string }[];
  };
}
interface Entry {
  readonly type: string;
  readonly stream: string;
  readonly eventId: string;
  readonly says: string;
  readonly effectiveOn: string;
  readonly by: { readonly agency: string; readonly role: string };
  readonly details: Readonly<Record<string, unknown>>;
}
const { icb, socialCare, education } = agencies;
const number = story.nhsNumberOf(4_711);
const sixWeeks = 'from=2025-10-06&to=2025-11-17';

let area: AreaUnderTest;
let cast: Cast;
let agencyId: string;
let panel: story.PanelMade;
let agreement: story.AgreementMade;
let childId: string;
let meetingId: string;
let taken: Taken;
let decision: Answer;
let decisionId: string;
let operation: Answer;
/** Between the recording of the decision and that of the operation. */
let beforeOperation: string;
let beforeDecision: string;
/** When the matter was on the agenda, and nobody had spoken on it. */
let beforeMatter: string;

const eventIds = ({ body }: Answer): string[] => (body['events'] as readonly { readonly id: string }[]).map(({ id }) => id);
const entriesOf = (answer: Answer, member = 'entries'): readonly Entry[] => done(answer).body[member] as readonly Entry[];
const timeline = (query = '') => cast.keyWorker.get(`/v1/children/${childId}/timeline?limit=200${query}`);
const whoPays = async (query: string, child = childId): Promise<Answer> => done(await cast.auditor.get(`/v1/children/${child}/who-pays?${query}`));
const liabilitiesIn = (answer: Answer, category: string): readonly Liability[] =>
  (answer.body['liabilities'] as readonly Liability[]).filter((liability) => liability.category === category);
const payments = (liabilities: readonly Liability[], agency: string): (number | undefined)[] =>
  liabilities.map(({ amounts }) => amounts.find((amount) => amount.agencyId === agency)?.pence);
const sum = (amounts: readonly (number | undefined)[]): number => amounts.reduce<number>((total, pence) => total + (pence ?? 0), 0);

beforeAll(async () => {
  area = await startArea({ loaded: 'agencies' });
  cast = await story.castOf(area);
});
afterAll(() => area.stop());

describe('A newcomer with the tokens of the people of an area', () => {
  it('registers an agency, and sees it at once among the others', async () => {
    const registered = done(await cast.administrator.post('/v1/agencies', story.agencyBody));
    agencyId = story.idIn(registered);
    const found = done(await cast.inspector.get(`/v1/agencies?after=${story.positionIn(registered)}`));
    expect(found.body['agencies']).toContainEqual({ agencyId, ...story.agencyBody });
    expect(found.body['agencies']).toHaveLength(5);
  });

  it('constitutes a panel with its terms of reference, the new agency as an observer', async () => {
    const seats = [...story.panelBody.seats, { agencyId, post: 'Parent representative', standing: 'parent-representative', deputies: 'none' }];
    const constituted = done(await cast.administrator.post('/v1/panels', { ...story.panelBody, seats }));
    panel = await story.peopled(cast, constituted);
    const found = done(await cast.inspector.get(`/v1/panels?after=${story.positionIn(constituted)}`));
    expect(found.body['panels']).toMatchObject([
      { panelId: panel.panelId, name: story.panelBody.name, termsOfReference: { seats, quorum: story.panelBody.quorum, decisionMode: 'consensus' } },
    ]);
  });

  it('records the standing agreement, which rules once both parties have signed for themselves', async () => {
    agreement = await story.recordAgreement(cast);
    const path = `/v1/agreements/${agreement.agreementId}/signatures`;
    const first = done(await cast.health.post(path, story.signatureBody));
    expect(first.body['events']).toMatchObject([{ type: 'StandingAgreementSigned' }]);
    expect(problemIn(await cast.health.post(path, story.signatureBody))).toEqual({ status: 409, code: 'agreement-already-signed' });
    const second = done(await cast.care.post(path, story.signatureBody));
    expect(second.body['events']).toMatchObject([{ type: 'StandingAgreementSigned' }, { type: 'StandingAgreementCameIntoForce' }]);
  });

  it('opens the record of a child and finds it again by NHS number, however the number is written', async () => {
    const opened = done(await cast.keyWorker.post('/v1/children', { ...story.childBody, nhsNumber: number }));
    childId = story.idIn(opened);
    const spaced = `${number.slice(0, 3)} ${number.slice(3, 6)} ${number.slice(6)}`;
    for (const written of [number, spaced]) {
      const found = done(await cast.keyWorker.post('/v1/children/search', { nhsNumber: written }));
      expect(found.body).toEqual({ children: [{ childId }] });
    }
    const nobody = done(await cast.keyWorker.post('/v1/children/search', { nhsNumber: story.nhsNumberOf(999) }));
    expect(nobody.body).toEqual({ children: [] });
    expect(entriesOf(await timeline(`&after=${story.positionIn(opened)}`))).toMatchObject([{ says: 'The record of Dara Example was opened.' }]);
  });

  it('records that the child has complex healthcare needs', async () => {
    const found = done(await cast.keyWorker.post(`/v1/children/${childId}/criteria`, story.criterionBody));
    expect(entriesOf(await timeline(`&after=${story.positionIn(found)}`)).at(-1)).toMatchObject({
      says: 'Found to have complex healthcare needs.',
      details: { evidence: story.criterionBody.evidence },
    });
  });

  it('holds a meeting, in which a split of 99.99 % is refused and the package is decided', async () => {
    meetingId = await story.holdMeeting(cast, panel);
    taken = await bringMatter(cast, meetingId, matterBody(panel.panelId, childId));
    beforeMatter = await instantBetween();
    await takePositions(cast, taken, panel.seats);
    const [line] = outcomeBody.lines;
    const short = { ...outcomeBody, lines: [{ ...line, split: story.split([icb, 3_333], [socialCare, 3_333], [education, 3_333]) }] };
    expect(problemIn(await cast.administrator.post(`${sittingPath(taken)}/outcome`, short))).toEqual({ status: 422, code: 'shares-not-whole' });
    beforeDecision = await instantBetween();
    decision = done(await cast.administrator.post(`${sittingPath(taken)}/outcome`, outcomeBody));
    decisionId = story.idIn(decision);
    expect(entriesOf(await timeline(`&after=${story.positionIn(decision)}`)).at(-1)).toMatchObject({ type: 'DecisionRecorded' });
    beforeOperation = await instantBetween();
  });

  it('sees the panel’s split rule every day before anything is known of an operation', async () => {
    const before = await whoPays(`${sixWeeks}&after=${story.positionIn(decision)}`);
    const [care] = liabilitiesIn(before, 'personal-care');
    expect(care?.why).toMatchObject({ kind: 'panel-decision', decisionId });
    expect(care?.why.events.map(({ eventId }) => eventId)).toEqual(eventIds(decision));
  });

  it('records the operation of 6 October 2025, once however often the request is repeated', async () => {
    const key = { 'Idempotency-Key': freshKey('operation') };
    operation = done(await cast.keyWorker.post(`/v1/children/${childId}/operations`, story.operationBody, key));
    const again = await cast.keyWorker.post(`/v1/children/${childId}/operations`, story.operationBody, key);
    expect(again.text).toBe(operation.text);
    const entries = entriesOf(await timeline(`&after=${story.positionIn(operation)}`));
    expect(entries.filter(({ type }) => type === 'OperationRecorded')).toMatchObject([{ says: 'Operation on 6 October 2025: Spinal fusion.' }]);
  });
});

describe('For six weeks after the operation', () => {
  let weeks: Answer;
  beforeAll(async () => {
    weeks = await whoPays(`${sixWeeks}&step=week&after=${story.positionIn(operation)}`);
  });

  it('health and social care share personal care 50/50, to the penny of worked example 1', () => {
    const care = liabilitiesIn(weeks, 'personal-care');
    expect(care.map(({ from, to }) => [from, to])).toEqual([
      ['2025-10-06', '2025-10-13'],
      ['2025-10-13', '2025-10-20'],
      ['2025-10-20', '2025-10-27'],
      ['2025-10-27', '2025-11-03'],
      ['2025-11-03', '2025-11-10'],
      ['2025-11-10', '2025-11-17'],
    ]);
    expect(care.map(({ costPence }) => costPence)).toEqual([184_735, 184_735, 184_735, 231_001, 231_001, 231_001]);
    expect(payments(care, icb)).toEqual([92_368, 92_367, 92_368, 115_500, 115_501, 115_500]);
    expect(payments(care, socialCare)).toEqual([92_367, 92_368, 92_367, 115_501, 115_500, 115_501]);
    expect([sum(payments(care, icb)), sum(payments(care, socialCare))]).toEqual([623_604, 623_604]);
  });

  it('the answer is the same whichever way the six weeks are asked about', async () => {
    const [whole] = liabilitiesIn(await whoPays(sixWeeks), 'personal-care');
    expect(whole?.amounts).toMatchObject([{ agencyId: icb, pence: 623_604 }, { agencyId: socialCare, pence: 623_604 }]);
    const parts = await Promise.all([whoPays('from=2025-10-06&to=2025-10-30'), whoPays('from=2025-10-30&to=2025-11-17&step=month')]);
    expect(sum(parts.flatMap((part) => payments(liabilitiesIn(part, 'personal-care'), icb)))).toBe(623_604);
  });

  it('says that the agreement rules, and names the events behind it', async () => {
    const care = liabilitiesIn(weeks, 'personal-care');
    for (const { why } of care) {
      expect(why).toMatchObject({ kind: 'standing-agreement', agreementId: agreement.agreementId });
      expect(why.says).toBe(
        'Under “Personal care after an operation”, for 6 weeks after the operation of 6 October 2025 (day 1 is the day of the operation): ' +
          "Northshire Integrated Care Board 50 %, Northshire Council Children's Social Care 50 %, whatever the cost.",
      );
      expect(why.events.map(({ stream }) => stream)).toEqual([`agreement-${agreement.agreementId}`, `child-${childId}`]);
      expect(why.events[1]?.eventId).toBe(eventIds(operation)[0]);
    }
  });

  it('nursing and education are paid as the panel decided', async () => {
    const nursing = liabilitiesIn(weeks, 'nursing');
    const school = liabilitiesIn(weeks, 'education');
    expect(payments(nursing, icb)).toEqual(Array<number>(6).fill(92_400));
    expect(payments(school, education)).toEqual(Array<number>(6).fill(61_250));
    expect([...nursing, ...school].every(({ why }) => why.kind === 'panel-decision' && why.decisionId === decisionId)).toBe(true);
    expect(weeks.body['totals']).toMatchObject({ costPence: 1_247_208 + 6 * (92_400 + 61_250) });
  });

  it('the panel’s split rules the days before and after', async () => {
    const [before] = liabilitiesIn(await whoPays('from=2025-09-29&to=2025-10-06'), 'personal-care');
    expect(before).toMatchObject({ why: { kind: 'panel-decision' }, amounts: [{ pence: 55_421 }, { pence: 129_314 }] });
    const [after] = liabilitiesIn(await whoPays('from=2025-11-17&to=2025-11-24'), 'personal-care');
    expect(after).toMatchObject({ why: { kind: 'panel-decision' }, amounts: [{ pence: 69_300 }, { pence: 161_701 }] });
    const around = liabilitiesIn(await whoPays('from=2025-10-05&to=2025-11-18'), 'personal-care');
    expect(around.map(({ from, why }) => [from, why.kind])).toEqual([
      ['2025-10-05', 'panel-decision'],
      ['2025-10-06', 'standing-agreement'],
      ['2025-11-17', 'panel-decision'],
    ]);
  });

  it('a week of £40,000 is shared 50/50 just the same', async () => {
    const dear = await story.openChild(cast, { ...story.childBody, name: 'Eli Example' });
    done(await cast.keyWorker.post(`/v1/children/${dear}/criteria`, story.criterionBody));
    const [line] = outcomeBody.lines;
    const lines = [{ ...line, rates: [{ from: '2025-09-01', weeklyPence: 4_000_000 }] }];
    done(await decide(cast, { panel, meetingId, childId: dear }, { ...outcomeBody, lines }));
    const recorded = done(await cast.keyWorker.post(`/v1/children/${dear}/operations`, story.operationBody));
    const answer = await whoPays(`from=2025-10-06&to=2025-10-13&after=${story.positionIn(recorded)}`, dear);
    expect(answer.body['totals']).toMatchObject({ costPence: 4_000_000, agencies: [{ pence: 2_000_000 }, { pence: 2_000_000 }] });
  });
});

describe('The child’s timeline', () => {
  it('tells the whole story in sentences, the agreement’s application shortly after the operation', async () => {
    const entries = await until(async () => {
      const found = entriesOf(await timeline());
      return found.some(({ type }) => type === 'StandingAgreementApplied') ? found : undefined;
    });
    expect(entries.map(({ effectiveOn, says }) => [effectiveOn, says])).toEqual([
      ['2025-04-07', 'The record of Dara Example was opened.'],
      ['2025-05-01', 'Found to have complex healthcare needs.'],
      ['2025-08-18', "Northshire Council Children's Social Care brought a matter to Northshire Children's Panel (new package)."],
      ['2025-08-20', "The child's views were recorded, given through a worker."],
      ['2025-08-20', "The family's views could not be obtained: Mother is in hospital and asked us to go on without her."],
      ['2025-08-22', "The matter was put on the agenda of Northshire Children's Panel as item 1."],
      ['2025-09-01', 'Northshire Integrated Care Board supports the request.'],
      ['2025-09-01', "Northshire Council Children's Social Care supports the request."],
      ['2025-09-01', 'Northshire Council Education supports the request.'],
      [
        '2025-09-01',
        "Northshire Children's Panel approved the request: " +
          "personal care from 1 September 2025, Northshire Integrated Care Board 30 %, Northshire Council Children's Social Care 70 %; " +
          'nursing from 1 September 2025, Northshire Integrated Care Board 100 %; ' +
          'education from 1 September 2025, Northshire Council Education 100 %.',
      ],
      ['2025-10-06', 'Operation on 6 October 2025: Spinal fusion.'],
      [
        '2025-10-06',
        'Under “Personal care after an operation”, personal care is shared Northshire Integrated Care Board 50 %, ' +
          "Northshire Council Children's Social Care 50 % from 6 October 2025 to 16 November 2025, whatever the cost.",
      ],
    ]);
  });

  it('says who recorded what, for which agency and in which role', async () => {
    const by = entriesOf(await timeline()).map((entry) => [entry.type, entry.by.role, entry.by.agency]);
    expect(by).toEqual([
      ['ChildRecordOpened', 'key-worker', "Northshire Council Children's Social Care"],
      ['CriterionMet', 'key-worker', "Northshire Council Children's Social Care"],
      ['MatterRaised', 'key-worker', "Northshire Council Children's Social Care"],
      ['ViewsRecorded', 'key-worker', "Northshire Council Children's Social Care"],
      ['ViewsNotObtained', 'key-worker', "Northshire Council Children's Social Care"],
      ['MatterPutOnAgenda', 'panel-administrator', 'Northshire Integrated Care Board'],
      ...Array<string[]>(3).fill(['PositionTaken', 'panel-administrator', 'Northshire Integrated Care Board']),
      ['DecisionRecorded', 'panel-administrator', 'Northshire Integrated Care Board'],
      ['OperationRecorded', 'key-worker', "Northshire Council Children's Social Care"],
      ['StandingAgreementApplied', 'standing-agreement', "Northshire Council Children's Social Care"],
    ]);
  });

  it('records the application once, whoever asks for it again', async () => {
    const operationId = String(operation.body['operationId']);
    const path = `/v1/agreements/${agreement.agreementId}/applications`;
    const again = await cast.health.post(path, { childId, operationId, clauseId: agreement.clauseId });
    expect(problemIn(again)).toEqual({ status: 409, code: 'clause-already-applied' });
    expect(entriesOf(await timeline()).filter(({ type }) => type === 'StandingAgreementApplied')).toHaveLength(1);
  });

  it('reads the same in pages of two', async () => {
    const whole = entriesOf(await timeline());
    const paged: Entry[] = [];
    for (let next = ''; ; ) {
      const page = done(await cast.keyWorker.get(`/v1/children/${childId}/timeline?limit=2${next}`));
      paged.push(...entriesOf(page));
      const { next: cursor } = page.body;
      if (typeof cursor !== 'string') break;
      next = `&cursor=${cursor}`;
    }
    expect(paged).toEqual(whole);
  });
});

describe('The decision’s audit trail', () => {
  const trail = (query = '') => cast.auditor.get(`/v1/decisions/${decisionId}/audit-trail?${query}`);

  it('holds the decision and all that it rested on', async () => {
    const answer = done(await trail(`after=${story.positionIn(decision)}`));
    expect(entriesOf(answer, 'decision')).toMatchObject([
      ...Array<object>(3).fill({ type: 'PositionTaken', details: { position: 'supports' } }),
      { eventId: eventIds(decision)[0], details: { outcome: 'approved', reasons: outcomeBody.reasons } },
    ]);
    const restedOn = entriesOf(answer, 'restedOn');
    expect(restedOn.map(({ type }) => type)).toEqual([
      ...Array<string>(3).fill('AgencyRegistered'),
      'PanelConstituted',
      ...panel.members.flatMap(() => ['PractitionerRegistered', 'PractitionerEmployed']),
      ...['MeetingScheduled', 'MeetingOpened'],
      ...['MatterRaised', 'ViewsRecorded', 'ViewsNotObtained', 'MatterPutOnAgenda'],
    ]);
    expect(new Set(restedOn.map(({ stream }) => stream))).toEqual(
      new Set([
        ...[icb, socialCare, education].map((id) => `agency-${id}`),
        ...panel.members.map((id) => `practitioner-${id}`),
        ...[`panel-${panel.panelId}`, `meeting-${meetingId}`, `matter-${taken.matterId}`],
      ]),
    );
  });

  it('holds the attempt at 99.99 % that was refused in the same meeting', async () => {
    const refused = entriesOf(await trail(), 'refusedAttempts');
    expect(refused).toMatchObject([{ type: 'AttemptRefused', by: { role: 'panel-administrator' }, details: { refusal: 'shares-not-whole' } }]);
    expect(refused[0]?.says).toContain('99.99 %');
    const all = entriesOf(done(await cast.auditor.get('/v1/refused-attempts')));
    expect(all.map(({ eventId }) => eventId)).toContain(refused[0]?.eventId);
  });

  it('is not there as at a day before the meeting, and holds no decision as known before it was recorded', async () => {
    expect(problemIn(await trail('asAt=2025-08-31'))).toEqual({ status: 404, code: 'not-found' });
    expect(problemIn(await trail(`knownAt=${beforeMatter}`))).toEqual({ status: 404, code: 'not-found' });
    const spoken = entriesOf(await trail(`knownAt=${beforeDecision}`), 'decision');
    expect(spoken.map(({ type }) => type)).toEqual(['PositionTaken', 'PositionTaken', 'PositionTaken']);
    expect((await trail('asAt=2025-09-01')).status).toBe(200);
    expect((await trail(`knownAt=${beforeOperation}`)).status).toBe(200);
  });
});

describe('An earlier date, or an earlier instant', () => {
  const upToTheDecision = [
    ...['ChildRecordOpened', 'CriterionMet', 'MatterRaised', 'ViewsRecorded', 'ViewsNotObtained', 'MatterPutOnAgenda'],
    ...['PositionTaken', 'PositionTaken', 'PositionTaken', 'DecisionRecorded'],
  ];
  const kinds = async (query: string) => liabilitiesIn(await whoPays(`${sixWeeks}${query}`), 'personal-care').map(({ why }) => why.kind);

  it('as at 5 October nobody had been operated on: the panel’s split rules', async () => {
    expect(await kinds('&asAt=2025-10-05')).toEqual(['panel-decision']);
    expect(await kinds('&asAt=2025-10-06')).toEqual(['standing-agreement']);
    expect(entriesOf(await timeline('&asAt=2025-10-05')).map(({ type }) => type)).toEqual(upToTheDecision);
  });

  it('as at a day before the meeting there is no package to pay for', async () => {
    const before = await whoPays(`${sixWeeks}&asAt=2025-08-31`);
    expect(before.body['liabilities']).toEqual([]);
    expect(before.body['totals']).toEqual({ costPence: 0, agencies: [], recoveredPence: 0, agenciesAfterRecoveries: [] });
  });

  it('an operation that was recorded later is not known before', async () => {
    expect(await kinds(`&knownAt=${beforeOperation}`)).toEqual(['panel-decision']);
    expect(await kinds('')).toEqual(['standing-agreement']);
    expect(entriesOf(await timeline(`&knownAt=${beforeOperation}`)).map(({ type }) => type)).toEqual(upToTheDecision);
    expect((await whoPays(`${sixWeeks}&knownAt=${beforeDecision}`)).body['liabilities']).toEqual([]);
  });

  it('an instant may be written with any offset', async () => {
    const anHourOn = new Date(Date.parse(beforeOperation) + 3_600_000).toISOString();
    const inLondonSummer = anHourOn.replace('Z', '+01:00');
    expect(await kinds(`&knownAt=${encodeURIComponent(inLondonSummer)}`)).toEqual(['panel-decision']);
  });
});

describe('The order in which things become known', () => {
  let late: string;
  const applied = async (count: number): Promise<readonly Entry[]> =>
    until(async () => {
      const entries = entriesOf(await cast.keyWorker.get(`/v1/children/${late}/timeline`)).filter(({ type }) => type === 'StandingAgreementApplied');
      return entries.length >= count ? entries : undefined;
    });
  const ruling = async (category: string, position: number) =>
    liabilitiesIn(await whoPays(`${sixWeeks}&after=${position}`, late), category).map(({ why, amounts }) => [why.kind, ...amounts.map(({ pence }) => pence)]);

  it('a finding recorded after the operation sets the agreement going from the day of the operation', async () => {
    late = await story.openChild(cast, { ...story.childBody, name: 'Gil Example' });
    done(await decide(cast, { panel, meetingId, childId: late }));
    const operated = done(await cast.keyWorker.post(`/v1/children/${late}/operations`, story.operationBody));
    expect(await ruling('personal-care', story.positionIn(operated))).toEqual([['panel-decision', 374_162, 873_046]]);
    const found = done(await cast.keyWorker.post(`/v1/children/${late}/criteria`, story.criterionBody));
    expect(await ruling('personal-care', story.positionIn(found))).toEqual([['standing-agreement', 623_604, 623_604]]);
    expect(await applied(1)).toMatchObject([{ effectiveOn: '2025-10-06', details: { agreementId: agreement.agreementId } }]);
  });

  it('an agreement whose last party signs only after the operation rules from the day it came into force', async () => {
    const nursing = { ...story.clauseBody, categories: ['nursing'], split: story.split([icb, 6_000], [socialCare, 4_000]) };
    const { agreementId } = await story.recordAgreement(cast, { ...story.agreementBody, title: 'Nursing after an operation', clauses: [nursing] });
    done(await cast.health.post(`/v1/agreements/${agreementId}/signatures`, story.signatureBody));
    const signed = done(await cast.care.post(`/v1/agreements/${agreementId}/signatures`, story.signatureBody));
    expect(await ruling('nursing', story.positionIn(signed))).toEqual([['standing-agreement', 332_640, 221_760]]);
    expect(await applied(2)).toMatchObject([{}, { details: { agreementId, categories: ['nursing'] } }]);
  });
});
