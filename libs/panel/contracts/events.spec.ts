import { UnreadableEvent, isSealed } from '@accord/shared/event-contracts';
import { catalogue, examples, line, storedEvent } from './sample-events';

describe('A decision on the record', () => {
  it('has its reasons and its words sealed, its figures not', () => {
    const stored = storedEvent('DecisionRecorded');
    for (const field of ['decided', 'reasons', 'evidence', 'provisions']) expect(isSealed(stored[field])).toBe(true);
    expect(stored['lines']).toEqual([line]);
    expect(JSON.stringify(stored)).not.toMatch(/night|assessment/i);
  });

  it.each<[string, object]>([
    ['an unknown field', { mood: 'good' }],
    ['a fraction of a penny', { lines: [{ ...line, rates: [{ from: '2025-10-06', weeklyPence: 0.5 }] }] }],
    ['a day that is none', { on: '2025-02-30' }],
    ['a line without a rate', { lines: [{ ...line, rates: [] }] }],
    ['a category that nobody knows', { lines: [{ ...line, category: 'holidays' }] }],
    ['an outcome that nobody knows', { outcome: 'approved-perhaps' }],
    ['a need that nobody knows', { needs: ['company'] }],
    ['an effect that nobody knows', { effect: 'soon' }],
    ['an id that is none', { childId: 'Robin' }],
    ['a paper without a hash', { papers: [{ paperId: line.lineId, version: 1, sha256: 'ab', late: false, cited: true }] }],
  ])('never holds %s', (_case, changes) => {
    expect(() => catalogue.check('DecisionRecorded', { ...examples['DecisionRecorded'], ...changes })).toThrow(UnreadableEvent);
  });
});

describe('What people said about a child, and who they are', () => {
  it.each<[string, readonly string[], RegExp]>([
    ['PractitionerRegistered', ['name'], /Field/],
    ['MatterRaised', ['asks', 'outcomesWanted', 'provisions'], /Nights|Sleep/],
    ['ViewsRecorded', ['views'], /Likes/],
    ['ViewsNotObtained', ['because'], /letters/],
    ['PaperCirculated', ['title'], /Report/],
    ['ConflictOfInterestDeclared', ['interest'], /provider/],
    ['PositionTaken', ['reasons'], /night/],
    ['CastingVoteGiven', ['reasons'], /soon/],
    ['ContributionDeclined', ['reasons'], /health need/],
    ['DiscussionNoted', ['note'], /Nights/],
    ['DecisionCorrectionRequested', ['because', 'decided', 'reasons', 'evidence'], /slip|night|assessment/],
    ['RatificationRefused', ['reasons'], /affordable/],
    ['ConditionMet', ['evidence'], /letter/],
    ['ProvisionNotAvailable', ['because'], /miles/],
    ['BreachRecorded', ['account', 'saidBy'], /three|clerk/],
  ])('is sealed in %s', (type, fields, words) => {
    const stored = storedEvent(type);
    for (const field of fields) expect(isSealed(stored[field])).toBe(true);
    expect(JSON.stringify(stored)).not.toMatch(words);
  });

  it('is sealed for the child where there is one, and otherwise for the person or the breach itself', () => {
    const subjects = catalogue.definitions.flatMap(({ type, subject }) => (subject === undefined ? [] : [[type, subject] as const]));
    const others = subjects.filter(([, subject]) => subject !== 'childId');
    expect(others).toEqual([
      ['PractitionerRegistered', 'practitionerId'],
      ['BreachRecorded', 'sealedFor'],
    ]);
  });
});

describe('Terms of reference on the record', () => {
  const terms = { ...examples['PanelConstituted'] } as { readonly termsOfReference: Record<string, unknown> };
  const { termsOfReference } = terms;

  it.each<[string, object]>([
    ['no seats', { seats: [] }],
    ['nobody to chair', { chairs: [] }],
    ['a quorum of nobody', { quorum: { members: 0, agencies: [] } }],
    ['a mode of deciding that nobody knows', { decisionMode: 'by-lot' }],
    ['half a day of notice', { papersNotice: 0.5 }],
    ['nothing that the panel may commit', { commitment: { authority: 'of-the-panel', weeklyLimitPence: null, categories: [] } }],
  ])('never hold %s', (_case, changes) => {
    const data = { ...terms, termsOfReference: { ...termsOfReference, ...changes } };
    expect(() => catalogue.check('PanelConstituted', data)).toThrow(UnreadableEvent);
  });

  it.each(['9:30', '24:00', '09:60', 'noon'])('a meeting never begins at “%s”', (startsAt) => {
    expect(() => catalogue.check('MeetingScheduled', { ...examples['MeetingScheduled'], startsAt })).toThrow(UnreadableEvent);
  });
});
