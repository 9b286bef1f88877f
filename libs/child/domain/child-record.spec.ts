import { childEvents } from '@accord/child/contracts';
import { specification } from '@accord/shared/testing';
import { childDecider } from './child-record';
import {
  anotherChildId,
  childId,
  childRecordOpened,
  criterionMet,
  criterionNoLongerMet,
  day,
  dischargeRecorded,
  endCriterion,
  numbered,
  openChildRecord,
  operationRecorded,
  placementBegun,
  recordCriterion,
  recordDischarge,
  recordOperation,
  recordPlacement,
} from './sample-child';

const child = specification({ decider: childDecider, definitions: childEvents });
const nhsNumber = '9434765919';

describe("A child's record", () => {
  it('is opened with name and date of birth; the NHS number is optional', () => {
    child.when(openChildRecord(), {}).then(childRecordOpened());
  });

  it('is opened with an NHS number that nobody has, kept as ten digits', () => {
    child.when(openChildRecord({ nhsNumber: '943 476 5919' }), {}).then(childRecordOpened(nhsNumber));
  });

  it('is opened where the number was reserved for this child a moment ago', () => {
    child.when(openChildRecord({ nhsNumber }), { nhsNumberBelongsTo: childId }).then(childRecordOpened(nhsNumber));
  });

  it('may be opened on the day of birth', () => {
    child.when(openChildRecord({ dateOfBirth: '2025-06-02' }), {}).then({
      type: 'ChildRecordOpened',
      data: { ...childRecordOpened().data, dateOfBirth: day('2025-06-02') },
    });
  });

  it('may be kept from today', () => {
    child.when(openChildRecord({ today: day('2025-06-02') }), {}).then(childRecordOpened());
  });

  it('cannot be kept from a day that has not come', () => {
    child.when(openChildRecord({ today: day('2025-06-01') }), {}).thenRefused('record-opened-in-future', '1 June 2025');
  });

  it('cannot be opened before the child was born', () => {
    child.when(openChildRecord({ dateOfBirth: '2025-06-03' }), {}).thenRefused('born-after-record-opened');
  });

  it('cannot be opened with a day that is none', () => {
    child.when(openChildRecord({ openedOn: '2025-02-29' }), {}).thenRefused('not-a-date');
    child.when(openChildRecord({ dateOfBirth: '09/05/2016' }), {}).thenRefused('not-a-date');
  });

  it('cannot be opened with an NHS number that is none', () => {
    child.when(openChildRecord({ nhsNumber: '9434765918' }), {}).thenRefused('nhs-number-check-digit');
    child.when(openChildRecord({ nhsNumber: '94347659' }), {}).thenRefused('nhs-number-malformed');
  });

  it("cannot be opened with another child's NHS number", () => {
    child
      .when(openChildRecord({ nhsNumber }), { nhsNumberBelongsTo: anotherChildId })
      .thenRefused('nhs-number-already-recorded');
  });

  it('is opened once', () => {
    child.given(childRecordOpened()).when(openChildRecord(), {}).thenRefused('child-record-already-open');
  });

  it('says nothing of the child when it refuses', () => {
    const refused = childDecider.decide(
      openChildRecord({ nhsNumber }),
      childDecider.initial,
      { nhsNumberBelongsTo: anotherChildId },
    );
    expect(refused.ok).toBe(false);
    for (const personal of ['Robin', '2016', nhsNumber, anotherChildId]) expect(JSON.stringify(refused)).not.toContain(personal);
  });
});

describe('A finding that a child has complex healthcare needs', () => {
  const known = child.given(childRecordOpened());

  it('is recorded from its day, with its evidence', () => {
    known.when(recordCriterion(), {}).then(criterionMet());
  });

  it('cannot hold from a day that is none', () => {
    known.when(recordCriterion('2025-06-31'), {}).thenRefused('not-a-date');
  });

  it('may be recorded on its own day', () => {
    known.when(recordCriterion('2025-07-14', '2025-07-14'), {}).then(criterionMet('2025-07-14'));
  });

  it('cannot be recorded before its day', () => {
    known.when(recordCriterion('2025-07-15', '2025-07-14'), {}).thenRefused('criterion-in-future', '14 July 2025');
  });

  it('may hold from a day 25 years before the record was opened, and from none before that', () => {
    known.when(recordCriterion('2000-06-02'), {}).then(criterionMet('2000-06-02'));
    known.when(recordCriterion('2000-06-01'), {}).thenRefused('date-implausible', '25 years before the record was opened');
  });

  it('needs an open record', () => {
    child.when(recordCriterion(), {}).thenRefused('child-record-unknown');
  });

  it('is recorded once for the days that it holds', () => {
    const found = child.given(childRecordOpened(), criterionMet('2025-07-14'));
    found.when(recordCriterion('2025-07-14'), {}).thenRefused('criterion-already-met');
    found.when(recordCriterion('2025-09-01'), {}).thenRefused('criterion-already-met');
  });

  it('may be recorded again where it turns out to hold from an earlier day', () => {
    child
      .given(childRecordOpened(), criterionMet('2025-07-14'))
      .when(recordCriterion('2025-03-03'), {})
      .then(criterionMet('2025-03-03'));
  });
});

describe('That a criterion is met no longer', () => {
  const found = child.given(childRecordOpened(), criterionMet('2025-07-14'));
  const over = child.given(childRecordOpened(), criterionMet('2025-07-14'), criterionNoLongerMet('2025-09-01'));

  it('is recorded from the day of the review that found so', () => {
    found.when(endCriterion(), {}).then(criterionNoLongerMet());
  });

  it('is refused where it was never found to be met, only from that day on, or is over already', () => {
    child.given(childRecordOpened()).when(endCriterion(), {}).thenRefused('criterion-not-met');
    found.when(endCriterion('2025-07-14'), {}).thenRefused('criterion-not-met');
    over.when(endCriterion('2025-09-02'), {}).thenRefused('criterion-not-met');
  });

  it('may turn out to hold from an earlier day', () => {
    over.when(endCriterion('2025-08-04'), {}).then(criterionNoLongerMet('2025-08-04'));
  });

  it('is refused for a day to come', () => {
    found.when(endCriterion('2025-09-03', '2025-09-02'), {}).thenRefused('criterion-in-future', '2 September 2025');
  });

  it('does not keep it from being found again later', () => {
    over.when(recordCriterion('2025-08-20'), {}).thenRefused('criterion-already-met');
    over.when(recordCriterion('2025-09-01'), {}).then(criterionMet('2025-09-01'));
  });
});

describe('An operation', () => {
  const known = child.given(childRecordOpened());

  it('is recorded once it has happened', () => {
    known.when(recordOperation(), {}).then(operationRecorded());
  });

  it('may be recorded on its own day', () => {
    known.when(recordOperation({ today: day('2025-10-06') }), {}).then(operationRecorded());
  });

  it('may have happened before the record was opened', () => {
    known.when(recordOperation({ on: '2025-01-06' }), {}).then(operationRecorded({ on: day('2025-01-06') }));
  });

  it('cannot be recorded before its day', () => {
    known.when(recordOperation({ on: '2025-10-08' }), {}).thenRefused('operation-in-future', '7 October 2025');
  });

  it('may have been 25 years before the record was opened, and not before that', () => {
    known.when(recordOperation({ on: '2000-06-02' }), {}).then(operationRecorded({ on: day('2000-06-02') }));
    known.when(recordOperation({ on: '2000-06-01' }), {}).thenRefused('date-implausible', '25 years before the record was opened');
    known.when(recordOperation({ on: '1925-10-06' }), {}).thenRefused('date-implausible', 'check the year');
  });

  it('cannot have been on a day that is none', () => {
    known.when(recordOperation({ on: '2025-10-32' }), {}).thenRefused('not-a-date');
  });

  it('needs an open record', () => {
    child.when(recordOperation(), {}).thenRefused('child-record-unknown');
  });

  it('is recorded once', () => {
    child.given(childRecordOpened(), operationRecorded()).when(recordOperation(), {}).thenRefused('operation-already-recorded');
  });

  it('may follow another, on the same day as well', () => {
    const operationId = numbered<'operation'>(901);
    child
      .given(childRecordOpened(), operationRecorded())
      .when(recordOperation({ operationId }), {})
      .then(operationRecorded({ operationId }));
  });
});

describe('A discharge from hospital, and a placement', () => {
  const known = child.given(childRecordOpened());

  it('are recorded once they have happened, each once', () => {
    known.when(recordDischarge(), {}).then(dischargeRecorded());
    known.when(recordPlacement(), {}).then(placementBegun());
    const both = child.given(childRecordOpened(), dischargeRecorded(), placementBegun());
    both.when(recordDischarge(), {}).thenRefused('discharge-already-recorded');
    both.when(recordPlacement(), {}).thenRefused('placement-already-recorded');
  });

  it('cannot be recorded before their day', () => {
    known.when(recordDischarge({ on: '2025-10-22' }), {}).thenRefused('discharge-in-future', '21 October 2025');
    known.when(recordPlacement({ on: '2025-11-05' }), {}).thenRefused('placement-in-future', '4 November 2025');
  });

  it('cannot have been on a day that is none, nor more than 25 years before the record was opened', () => {
    known.when(recordDischarge({ on: '2025-02-30' }), {}).thenRefused('not-a-date');
    known.when(recordPlacement({ on: '2000-06-01' }), {}).thenRefused('date-implausible');
  });

  it('need an open record', () => {
    child.when(recordDischarge(), {}).thenRefused('child-record-unknown');
    child.when(recordPlacement(), {}).thenRefused('child-record-unknown');
  });
});
