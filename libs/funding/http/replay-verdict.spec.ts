import { agreed, decided, found, fundSetUp, health, id, inForce, opened } from './sample-record';

import { afterSurgery, changedText, minute, ofAgreement, ofChild, ofDecision, alex, otherChild, recorded, robin } from './sample-replay';

describe('The verdict disagrees, and names the first event and the first amount', () => {
  it('where a stored rate was altered', async () => {
    const { stored, report } = await recorded(...afterSurgery, ...otherChild);
    stored.tamper('DecisionRecorded', changedText('"weeklyPence":184735', '"weeklyPence":184805'));
    const told = await report(ofChild());
    expect(told.event).toMatchObject({
      ...{ kind: 'altered', type: 'DecisionRecorded', eventId: id(100_004), stream: `decision-${id(7_000)}`, revision: 0, position: 4, childId: robin },
      ...{ at: 'data.lines.0.rates.0.weeklyPence', recorded: 184_735, stored: 184_805 },
    });
    // A seventh of the week: £263.91 against £264.01, of which 70 % are the ICB's.
    expect(told.figure).toMatchObject({ lineId: id(6_000), day: '2025-09-01', agencyId: health, recordedPence: 18_474, storedPence: 18_481, event: { eventId: id(100_004) } });
    expect(told.says).toContain('on 1 September 2025: by the record Somerset ICB pays £184.74 that day, by what is stored £184.81');
    expect(told.storedTotals?.costPence).toBe(told.totals.costPence + 13 * 70);
    expect((await report(ofDecision)).verdict).toBe('disagrees');
    expect(await report(ofAgreement)).toMatchObject({ verdict: 'disagrees', figure: { day: '2025-10-06', agencyId: health } });
    expect((await report(ofChild(alex))).verdict).toBe('agrees');
  });

  it('where a stored event is missing', async () => {
    const { stored, report } = await recorded(...afterSurgery);
    stored.tamper('OperationRecorded', () => undefined);
    const { event, figure, segments } = await report(ofAgreement);
    expect(event).toMatchObject({ kind: 'missing', type: 'OperationRecorded', position: 5, at: null });
    expect(figure).toMatchObject({ childId: robin, day: '2025-10-06', storedPence: 0 });
    // What the record gives stands, whatever is stored.
    expect(segments).toHaveLength(1);
  });

  it('where an event is stored that was never recorded', async () => {
    const { stored, report } = await recorded(opened(robin), agreed(), inForce(), found(robin), decided(robin), ...otherChild);
    const [operation] = (await recorded(...afterSurgery)).stored.kept.filter(({ type }) => type === 'OperationRecorded');
    if (operation) stored.kept.push({ ...operation, position: 5.5 });
    const { event, figure } = await report(ofAgreement);
    expect(event).toMatchObject({ kind: 'additional', type: 'OperationRecorded', eventId: id(100_005), childId: robin });
    expect(figure).toMatchObject({ day: '2025-10-06', recordedPence: 0 });
  });

  it('where an event was moved to another child', async () => {
    const { stored, report } = await recorded(...afterSurgery, ...otherChild);
    stored.tamper('DecisionRecorded', (row) => ({ ...row, subject: alex }));
    expect(await report(ofChild())).toMatchObject({ event: { kind: 'missing' }, storedTotals: { costPence: 0 } });
    expect(await report(ofChild(alex))).toMatchObject({ event: { kind: 'additional' } });
    expect(await report(ofAgreement)).toMatchObject({ event: { kind: 'altered', at: 'subject', recorded: robin, stored: alex } });
  });

  it('where the clause of an agreement was altered, for every child whom it rules', async () => {
    const { stored, report } = await recorded(...afterSurgery, ...otherChild);
    stored.tamper('StandingAgreementRecorded', changedText('"count":6', '"count":8'));
    for (const subject of [ofChild(), ofAgreement]) {
      expect(await report(subject)).toMatchObject({
        event: { childId: null, at: 'data.clauses.0.duration.count', recorded: 6, stored: 8 },
        figure: { day: '2025-11-17' },
      });
    }
    // It never ruled this child: the fact is wrong all the same, and no amount with it.
    expect(await report(ofChild(alex))).toMatchObject({ verdict: 'disagrees', figure: null });
  });

  it('where it is stored otherwise for which days a fund pays, though the same agencies bear it', async () => {
    const { storedFunds, report } = await recorded(...afterSurgery, fundSetUp());
    storedFunds.tamper('PooledFundEstablished', changedText('"from":"2025-04-01"', '"from":"2025-12-01"'));
    for (const subject of [ofChild(), ofAgreement]) {
      const { verdict, event, figure, says } = await report(subject);
      expect({ verdict, figure }).toEqual({ verdict: 'disagrees', figure: null });
      expect(event).toMatchObject({ kind: 'altered', type: 'PooledFundEstablished', at: 'data.from', recorded: '2025-04-01', stored: '2025-12-01' });
      expect(says).toContain('No amount of this question changes by it.');
    }
  });

  it('at the first of several, in order of position', async () => {
    const { stored, report } = await recorded(...afterSurgery);
    stored.tamper('OperationRecorded', (row) => ({ ...row, effective_on: '2025-10-07' }));
    stored.tamper('CriterionMet', (row) => ({ ...row, recorded_at: minute(9) }));
    expect((await report(ofChild())).event).toMatchObject({ type: 'CriterionMet', at: 'recorded_at', recorded: minute(3), stored: minute(9) });
  });

  it('without an amount where none changes, and without repeating what is personal', async () => {
    const { stored, report } = await recorded(...afterSurgery);
    stored.tamper('DecisionRecorded', (row) => ({ ...row, data: JSON.stringify({ ...(JSON.parse(row.data) as object), reasons: 'sealed:1:other' }) }));
    const told = await report(ofChild());
    expect(told).toMatchObject({ verdict: 'disagrees', figure: null, event: { at: 'data.reasons', recorded: '[withheld]', stored: '[withheld]' } });
    expect(told.says).toContain('No amount of this question changes by it.');
  });

  it.each(['no JSON', 'null', '{}'])('where a row can no longer be read: %s', async (data) => {
    const { stored, report } = await recorded(...afterSurgery);
    stored.tamper('DecisionRecorded', (row) => ({ ...row, data }));
    expect(await report(ofChild())).toMatchObject({ event: { at: 'data', stored: '[unreadable]' }, figure: { storedPence: 0 }, storedTotals: { costPence: 0 } });
  });

  it('but not where what was altered was not known at the time asked about, or is told in another order', async () => {
    const { stored, report } = await recorded(...afterSurgery);
    stored.tamper('OperationRecorded', (row) => ({ ...row, effective_on: '2025-10-07' }));
    stored.tamper('CriterionMet', (row) => {
      const turned = Object.fromEntries(Object.entries(JSON.parse(row.data) as object).reverse());
      return { ...row, data: JSON.stringify(turned) };
    });
    expect((await report(ofChild(), { knownAt: minute(4) })).verdict).toBe('agrees');
    expect((await report(ofChild())).verdict).toBe('disagrees');
  });
});
