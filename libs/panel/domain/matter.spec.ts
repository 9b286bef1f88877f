import { matterEvents } from '@accord/panel/contracts';
import { specification, stateAfter } from '@accord/shared/testing';
import { raisingDecider } from './matter';
import type { RaiseMatter, RaisingFacts } from './matter';
import { matterRecordDecider } from './matter-record';
import type { NewMatterEvent } from './matter-state';
import { childsViews, familysViewsNotObtained, matterRaised, matterWithdrawn, raiseMatter, askedLine, requestedLine } from './sample-matter';
import { childId, day, health, matterId, numbered, percentages, registered, socialCare, stranger } from './sample-panel';

const matter = specification({ decider: raisingDecider, definitions: matterEvents });
const known: RaisingFacts = {
  childIsKnown: true,
  panel: { status: 'constituted', from: day('2025-04-01') },
  registered,
  actingAgency: health,
};

describe('A matter', () => {
  it('is brought to a panel by the agency for which the person acts, with needs, outcomes wanted and lines asked for', () => {
    matter.when(raiseMatter(), known).then(matterRaised());
    matter.when(raiseMatter(), { ...known, actingAgency: socialCare }).then(matterRaised({ agencyId: socialCare }));
  });

  it('may say how a line is to be split, or leave it to the panel', () => {
    const split = percentages(70, 30);
    matter.when(raiseMatter({ lines: [askedLine({ split })] }), known).then(matterRaised({ lines: [requestedLine({ split })] }));
  });

  it('may ask for something in the place of a line of an earlier decision', () => {
    const replaces = { decisionId: numbered<'decision'>(701), lineId: numbered<'package-line'>(601) };
    const lines = [requestedLine({ replaces })];
    matter.when(raiseMatter({ kind: 'variation', lines: [askedLine({ replaces })] }), known).then(matterRaised({ kind: 'variation', lines }));
  });

  it('may ask for something that costs nothing', () => {
    matter.when(raiseMatter({ kind: 'eligibility', lines: [] }), known).then(matterRaised({ kind: 'eligibility', lines: [], provisions: [] }));
  });

  it('is brought once', () => {
    matter.given(matterRaised()).when(raiseMatter(), known).thenRefused('matter-already-raised');
  });

  it.each<[string, Partial<RaiseMatter>, Partial<RaisingFacts>, string]>([
    ['about a child without a record', {}, { childIsKnown: false }, 'child-unknown'],
    ['to a panel that does not exist', {}, { panel: { status: 'unknown' } }, 'panel-unknown'],
    ['by an agency that is not registered', {}, { actingAgency: stranger }, 'agency-unknown'],
    ['by somebody who acts for no agency', {}, { actingAgency: 'nobody' }, 'agency-unknown'],
    ['on a day that does not exist', { on: '2025-02-30' }, {}, 'not-a-date'],
    ['on a day to come', { on: '2025-10-07' }, {}, 'matter-date-in-future'],
    ['on a day before the panel existed', { on: '2025-03-31' }, {}, 'matter-before-panel'],
    ['with one need named twice', { needs: ['seizures', 'seizures'] }, {}, 'need-repeated'],
    ['with two lines of one id', { lines: [askedLine(), askedLine({ category: 'transport' })] }, {}, 'line-repeated'],
    ['with a line of no day', { lines: [askedLine({ to: '2025-09-01' })] }, {}, 'period-empty'],
    ['with shares of 99 %', { lines: [askedLine({ split: percentages(50, 49) })] }, {}, 'shares-not-whole'],
    ['with a payer who is not registered', { lines: [askedLine({ split: { kind: 'ratio', parts: [{ agencyId: stranger, weight: 1 }] } })] }, {}, 'agency-unknown'],
  ])('cannot be brought %s', (_case, changes, facts, refusal) => {
    matter.when(raiseMatter(changes), { ...known, ...facts }).thenRefused(refusal);
  });
});

describe("The child's and the family's views", () => {
  const record = specification({ decider: matterRecordDecider, definitions: matterEvents });
  const today = day('2025-10-06');
  const views = { type: 'RecordViews', of: 'child', how: 'through-an-advocate', views: 'Wants to sleep at home', on: '2025-09-10', today } as const;
  const notObtained = { type: 'RecordViewsNotObtained', of: 'family', because: 'Three letters were not answered', on: '2025-09-11', today } as const;
  const standing = (...events: readonly NewMatterEvent[]) =>
    stateAfter({ decider: matterRecordDecider, definitions: matterEvents }, matterRaised(), ...events);

  it('are recorded with how they were given, or with the reason why there are none', () => {
    record.given(matterRaised()).when(views).then(childsViews);
    record.given(matterRaised()).when(notObtained).then(familysViewsNotObtained);
  });

  it('may have been given before the matter was brought, but not on a day to come', () => {
    record.given(matterRaised()).when({ ...views, on: '2025-08-01' }).then({ ...childsViews, data: { ...childsViews.data, on: day('2025-08-01') } });
    record.given(matterRaised()).when({ ...views, on: '2025-10-07' }).thenRefused('matter-date-in-future');
    record.given(matterRaised()).when({ ...notObtained, on: '2025-10-07' }).thenRefused('matter-date-in-future');
  });

  it('are missing until either is recorded of each; of several records the newest counts', () => {
    const later = { ...familysViewsNotObtained, data: { ...familysViewsNotObtained.data, of: 'child' as const } };
    expect(standing()).toMatchObject({ matterId, childId, views: { child: undefined, family: undefined } });
    expect(standing(childsViews)).toMatchObject({ views: { child: 'recorded', family: undefined } });
    expect(standing(childsViews, familysViewsNotObtained)).toMatchObject({ views: { child: 'recorded', family: 'not-obtained' } });
    expect(standing(childsViews, later)).toMatchObject({ views: { child: 'not-obtained' } });
    expect(standing(later, childsViews)).toMatchObject({ views: { child: 'recorded' } });
  });

  it('belong to a matter that was brought and not withdrawn', () => {
    record.when(views).thenRefused('matter-unknown');
    record.given(matterRaised(), matterWithdrawn).when(views).thenRefused('matter-withdrawn', 'as a matter of its own');
  });
});
