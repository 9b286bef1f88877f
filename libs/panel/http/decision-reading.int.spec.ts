import type { Id } from '@accord/shared/kernel';
import { AgencyList } from './agency-list';
import { DecisionList } from './decision-list';
import type { DecisionsQuestion } from './decision-list';
import { DecisionReader } from './decision-reader';
import type { DecisionView } from './decision-view';
import * as the from './sample-decision-record';
import { day, decision, decisionAsRead, groundOf, health } from './sample-decision-reading';
import type { DecisionAsRead } from './sample-decision-reading';

let read: DecisionAsRead['read'];
let stop: DecisionAsRead['stop'];

beforeAll(async () => {
  ({ read, stop } = await decisionAsRead());
});
afterAll(() => stop());

const ground = () => groundOf(read);
async function viewed(asOf: object = {}): Promise<DecisionView> {
  const found = await new DecisionReader(ground()).decision(decision, { personal: 'opened', today: day('2025-11-01'), ...asOf });
  if (found?.status !== 'recorded') throw new Error('It is on record.');
  return found;
}

describe('A decision as it reads', () => {
  it('says what was decided, why and on what evidence; and, after a correction, how it first read', async () => {
    const { reads, firstRead, corrections } = await viewed();
    expect(reads).toMatchObject({ decided: 'All nights are covered.', reasons: 'Breathing.', evidence: 'Assessment' });
    expect(reads.lines).toMatchObject([{ words: 'Waking nights', outcomes: [], needs: [], budget: null, sharesInWords: 'Health 1, Care 1' }]);
    expect(firstRead).toMatchObject({ decided: 'Nights are covered.', lines: [{ sharesInWords: 'Health 2, Care 1' }] });
    expect(firstRead.conditions).toMatchObject([{ words: 'A trained team', owner: { agency: 'Care' } }]);
    expect(corrections).toMatchObject([
      { is: 'approved', requestedBy: 'person-1', because: 'A slip', asks: { decided: 'All nights are covered.' }, settled: { approvedBy: 'person-2' } },
    ]);
  });

  it('says what else a correction put right: the principle, and that it is without prejudice', async () => {
    const { reads, firstRead, ...now } = await viewed();
    expect(firstRead).toMatchObject({ withoutPrejudice: false });
    expect(firstRead).not.toHaveProperty('principle');
    for (const reading of [reads, now]) expect(reading).toMatchObject({ withoutPrejudice: true, principle: 'Nights are awake.' });
    expect(await viewed({ asAt: day('2025-10-20') })).toMatchObject({ withoutPrejudice: false });
  });

  it('names who sat in which post, the votes and their totals', async () => {
    const { room, votes } = await viewed();
    expect(room).toMatchObject({ quorate: true, votes: { for: 2, against: 1 } });
    expect(room?.sat.map(({ post, agency }) => [post, agency])).toEqual([
      ['Head of continuing care', 'Health'],
      ['Service manager', 'Care'],
      ['SEND lead', 'Education'],
    ]);
    expect(votes.map(({ agency, vote }) => [agency, vote])).toEqual([
      ['Health', 'for'],
      ['Care', 'against'],
    ]);
  });

  it('names who dissented, by position with the reasons and by vote', async () => {
    expect((await viewed()).dissent).toMatchObject([
      { agency: 'Care', by: 'position', reasons: 'Not our cost' },
      { agency: 'Care', by: 'vote', practitionerId: the.holderOf(the.careSeat) },
    ]);
  });

  it('says on whose authority each payer committed its share, and who ratified the rest', async () => {
    const { authority, ratifications, awaiting, standing, effectiveFrom } = await viewed();
    expect(authority.map(({ agency, withinAuthority }) => [agency, withinAuthority])).toEqual([
      ['Health', true],
      ['Care', false],
    ]);
    expect(ratifications).toMatchObject([{ is: 'ratified', by: { agency: 'Care', post: 'Director' }, effectiveFrom: '2025-10-13' }]);
    expect({ awaiting, standing, effectiveFrom }).toEqual({ awaiting: [], standing: 'in-effect', effectiveFrom: '2025-10-13' });
  });

  it('says whether it happened, and what became of its conditions', async () => {
    const { delivery, conditions } = await viewed();
    expect(delivery).toMatchObject([
      { lineId: the.lineId, from: '2025-10-13', is: 'delayed', reports: [{ barrier: 'no-staff', expectedOn: '2025-11-03', because: 'Nobody answered' }] },
    ]);
    expect(conditions).toEqual([{ conditionId: the.conditionId, is: 'met', dueOn: '2025-11-01', settledOn: '2025-10-28', because: 'Training record' }]);
  });

  it('names the line in whose place it stepped, and the earlier decision names it in turn', async () => {
    expect((await viewed()).replaces).toEqual([{ decisionId: the.earlierId, lineId: the.earlierLineId, with: the.lineId, from: '2025-10-13' }]);
    const first = await new DecisionReader(ground()).decision(the.earlierId as Id<'decision'>, { personal: 'opened', today: day('2025-11-01') });
    expect(first).toMatchObject({ supersededBy: [{ decisionId: the.decisionId, lineId: the.earlierLineId, with: the.lineId, from: '2025-10-13' }] });
  });

  it('shows the breaches on record about it, and none about another matter', async () => {
    expect((await viewed()).breaches).toMatchObject([{ breachId: the.id(990), about: 'decision', rule: 'meeting-inquorate', account: 'One had left.' }]);
  });

  it('as at a day shows what was true by then', async () => {
    expect(await viewed({ asAt: day('2025-10-07') })).toMatchObject({
      ...{ standing: 'awaiting-ratification', ratifications: [], corrections: [], awaiting: [{ agency: 'Care' }] },
      ...{ reads: { decided: 'Nights are covered.' }, delivery: [{ is: 'without-effect' }], conditions: [{ is: 'open' }] },
    });
    expect(await viewed({ asAt: day('2025-10-13') })).toMatchObject({ standing: 'in-effect', delivery: [{ is: 'not-started' }] });
    expect(await viewed({ asAt: day('2025-10-12') })).toMatchObject({ delivery: [{ is: 'not-due' }] });
    expect(await viewed({ asAt: day('2025-10-20') })).toMatchObject({ corrections: [{ is: 'requested' }], reads: { decided: 'Nights are covered.' } });
  });

  it('as known at an instant leaves out what was recorded later', async () => {
    expect(await viewed({ knownAt: '2025-10-02T09:30:00.000Z' })).toMatchObject({ breaches: [], standing: 'awaiting-ratification' });
  });

  it('is a matter still being considered before it was decided, and nothing before anything was said', async () => {
    const asked = (knownAt: string) => new DecisionReader(ground()).decision(decision, { personal: 'opened', today: day('2025-10-01'), knownAt });
    expect(await asked('2025-10-01T09:30:00.000Z')).toMatchObject({ status: 'considered', votes: [{ vote: 'for' }, { vote: 'against' }] });
    expect(await asked('2025-10-01T09:00:00.000Z')).toBeUndefined();
  });

  it('holds no word about the child for somebody who may not read it', async () => {
    const withheld = await viewed({ personal: 'withheld' });
    expect(JSON.stringify(withheld)).not.toMatch(/nights|Breathing|Assessment"|slip|Nobody|trained|our cost|had left|inspector|sealed:/i);
    expect(withheld.reads).not.toHaveProperty('reasons');
  });
});

describe('The list of decisions', () => {
  const page = { limit: 50, cursor: undefined };
  const listed = async (question: Partial<DecisionsQuestion>) => {
    const agencies = new AgencyList(read);
    const list = new DecisionList({ ...ground(), store: read, agencies });
    return list.page({ today: day('2025-11-01'), page, ...question });
  };
  const ids = async (question: Partial<DecisionsQuestion>) => (await listed(question)).decisions.map((each) => each.decisionId);
  const both = [the.decisionId, the.earlierId];

  it('has the latest first, with how each stands and who took which part', async () => {
    const { decisions: found } = await listed({ child: the.childId as Id<'child'> });
    expect(found.map(({ decisionId, standing }) => [decisionId, standing])).toEqual([
      [the.decisionId, 'in-effect'],
      [the.earlierId, 'in-effect'],
    ]);
    expect(found[0]?.agencies.find((each) => each.agencyId === the.care)).toMatchObject({ agency: 'Care', parts: ['pays', 'position', 'sat', 'ratifier'] });
  });

  it('of an agency includes what was decided with the one whose functions it has, under its old name', async () => {
    expect(await ids({ agency: health })).toEqual(both);
    expect(await ids({ agency: the.formerBody as Id<'agency'> })).toEqual([the.earlierId]);
    expect(await ids({ agency: health, asAt: day('2025-06-30') })).toEqual([]);
  });

  it('can be asked by panel, outcome and time; the last day is not included', async () => {
    expect(await ids({ panel: the.panelId as Id<'panel'> })).toEqual(both);
    expect(await ids({ panel: the.id(399) as Id<'panel'> })).toEqual([]);
    expect(await ids({ outcome: 'approved-with-conditions' })).toEqual([the.decisionId]);
    expect(await ids({ from: day('2025-06-02'), to: day('2025-10-01') })).toEqual([the.earlierId]);
  });

  it('as at a day and as known at an instant has what there was then, as it stood', async () => {
    expect(await ids({ asAt: day('2025-09-30') })).toEqual([the.earlierId]);
    expect(await ids({ knownAt: '2025-10-01T09:30:59.999Z' })).toEqual([the.earlierId]);
    const { decisions: found } = await listed({ knownAt: '2025-10-07T12:00:00.000Z' });
    expect(found[0]).toMatchObject({ decisionId: the.decisionId, standing: 'awaiting-ratification' });
  });

  it('comes in pages, each decision once', async () => {
    const first = await listed({ page: { limit: 1, cursor: undefined } });
    const cursor = JSON.parse(Buffer.from(first.next ?? '', 'base64url').toString()) as [string, number];
    const second = await listed({ page: { limit: 1, cursor } });
    expect([...first.decisions, ...second.decisions].map((each) => each.decisionId)).toEqual(both);
    expect(second).not.toHaveProperty('next');
  });
});
