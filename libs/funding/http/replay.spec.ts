import type { ReplayQuestion } from '@accord/funding/application';
import { replayAsTable, replayInWords } from './index';
import { care, day, decided, found, fundEnded, fundSetUp, health, id, operated } from './sample-record';

import { afterSurgery, autumn, minute, ofAgreement, ofChild, ofDecision, alex, otherChild, recorded, robin } from './sample-replay';

describe('A replay', () => {
  it('of a child agrees with what is stored, and gives the totals of each agency', async () => {
    const { report } = await recorded(...afterSurgery, ...otherChild);
    const { verdict, event, figure, totals, segments } = await report(ofChild());
    expect({ verdict, event, figure }).toEqual({ verdict: 'agrees', event: null, figure: null });
    expect(segments.map(({ from, to, why }) => [from, to, why.kind])).toEqual([
      ['2025-09-01', '2025-10-06', 'panel-decision'],
      ['2025-10-06', '2025-11-17', 'standing-agreement'],
      ['2025-11-17', '2025-12-01', 'panel-decision'],
    ]);
    // 13 weeks at £1,847.35: seven at 70 %, six at 50 %.
    expect(totals).toMatchObject({ costPence: 2_401_555, agencies: [{ pence: 905_202 + 554_205 }, { pence: 387_943 + 554_205 }] });
  });

  it('of an agreement gives the days of every child whom one of its clauses rules, with clause and version, and no others', async () => {
    const { report } = await recorded(...afterSurgery, ...otherChild, found(alex), operated(alex, '2025-11-03', 1));
    const { verdict, segments, totals } = await report(ofAgreement);
    expect(verdict).toBe('agrees');
    expect(segments.map(({ childId, from, to, agreementVersion, why }) => [childId, from, to, agreementVersion, 'clauseId' in why && why.clauseId])).toEqual([
      [robin, '2025-10-06', '2025-11-17', 1, id(2_000)],
      [alex, '2025-11-03', '2025-12-01', 1, id(2_000)],
    ]);
    expect(totals.agencies.map(({ pence }) => pence)).toEqual([554_205 + 140_000, 554_205 + 140_000]);
  });

  it('of a child, a decision or an agreement says for which days a pooled fund pays, and on which event that rests', async () => {
    const { report } = await recorded(...afterSurgery, fundSetUp(), fundEnded('2025-11-03'));
    for (const subject of [ofChild(), ofDecision, ofAgreement]) {
      const told = await report(subject);
      expect(told.verdict).toBe('agrees');
      const clause = told.segments.filter(({ why }) => why.kind === 'standing-agreement');
      expect(clause.map(({ from, to, paidBy }) => [from, to, paidBy?.fund])).toEqual([['2025-10-06', '2025-11-03', 'Care at home'], ['2025-11-03', '2025-11-17', undefined]]);
      expect(clause[0]?.paidBy).toMatchObject({ fundId: id(3_000), host: 'Somerset ICB', events: [{ stream: `fund-${id(3_000)}`, revision: 0 }] });
      expect(told.segments.filter(({ why, paidBy }) => why.kind === 'panel-decision' && paidBy !== undefined)).toEqual([]);
      expect(replayInWords(told)).toContain('The pooled fund “Care at home”, hosted by Somerset ICB, pays for these days; the amounts are what each partner bears of them in name.');
      expect(replayAsTable(told)).toMatch(new RegExp(`,2025-10-06,2025-11-03,.*,${id(3_000)},Care at home\r`));
    }
    expect((await report(ofChild())).totals.costPence).toBe(2_401_555);
  });

  it('of a decision gives its own lines alone', async () => {
    const { report } = await recorded(...afterSurgery, decided(robin, { number: 1, weeklyPence: 70_000 }));
    const { segments, verdict } = await report(ofDecision);
    expect(verdict).toBe('agrees');
    expect(new Set(segments.map(({ lineId }) => lineId))).toEqual(new Set([id(6_000)]));
    expect((await report(ofChild())).segments.length).toBeGreaterThan(segments.length);
  });

  it('of what is not on record, or was not known then, is none', async () => {
    const { replay } = await recorded(...afterSurgery);
    const asked = { window: autumn };
    expect(await replay.answer({ ...asked, subject: ofChild(alex) })).toBeUndefined();
    expect(await replay.answer({ ...asked, subject: { about: 'decision', id: id(7_009) } })).toBeUndefined();
    expect(await replay.answer({ ...asked, subject: { about: 'agreement', id: id(1_009) } })).toBeUndefined();
    expect(await replay.answer({ ...asked, subject: ofAgreement, knownAt: minute(0) })).toBeUndefined();
    expect(await replay.answer({ ...asked, subject: ofDecision, knownAt: minute(3) })).toBeUndefined();
  });

  it('as at a day and as known at an instant leaves out what was not true or not recorded yet', async () => {
    const { report } = await recorded(...afterSurgery);
    const kinds = async (question: Partial<ReplayQuestion>) => (await report(ofChild(), question)).segments.map(({ why }) => why.kind);
    expect(await kinds({ asAt: day('2025-10-05') })).toEqual(['panel-decision']);
    expect(await kinds({ knownAt: minute(4) })).toEqual(['panel-decision']);
    expect(await kinds({ knownAt: minute(5) })).toHaveLength(3);
    expect(await kinds({ knownAt: minute(3) })).toEqual([]);
  });

  it('up to a position is the same, byte for byte, when the record has grown', async () => {
    const before = await recorded(...afterSurgery);
    const earlier = await before.report(ofAgreement);
    const after = await recorded(...afterSurgery, ...otherChild, found(alex), operated(alex, '2025-11-03', 1));
    const again = await after.report(ofAgreement, { upTo: earlier.question.upTo });
    expect(JSON.stringify(again)).toBe(JSON.stringify(earlier));
    expect(replayAsTable(again)).toBe(replayAsTable(earlier));
    expect(replayInWords(again)).toBe(replayInWords(earlier));
  });
});

describe('The table of a replay', () => {
  it('tells the verdict, the amount, the totals and each segment with its reason', async () => {
    const { stored, report } = await recorded(...afterSurgery);
    stored.tamper('OperationRecorded', () => undefined);
    const lines = replayAsTable(await report(ofAgreement)).split('\r\n');
    expect(lines[0]).toBe(
      'row,child_id,decision_id,line_id,category,from,to,agency_id,agency,pence,stored_pence,source,agreement_id,agreement_version,clause_id,events,says,fund_id,fund',
    );
    expect(lines.map((line) => line.split(',')[0])).toEqual(['row', 'verdict', 'figure', 'total', 'total', 'total', 'segment', 'segment', '']);
    expect(lines[4]).toBe(`total,,,,,,,${health},Somerset ICB,554205,0,,,,,,,,`);
    expect(lines[7]).toContain(`segment,${robin},${id(7_000)},${id(6_000)},personal-care,2025-10-06,2025-11-17,${care},Somerset Council,554205,,standing-agreement,${id(1_000)},1,${id(2_000)}`);
  });
});
