import { fundingPicture } from './funding-picture';
import type { FundingEvent } from './funding-picture';
import { clause, numbered } from './sample-agreement';
import { agreementInForce, complexHealthcareFrom, decided, line, operationOn, pictureOf, record } from './sample-facts';

describe('The picture of who pays for a child', () => {
  it('is empty where nothing is recorded', () => {
    expect(pictureOf()).toEqual({ lines: [], lifeEvents: [], criteria: [], applications: [], agreements: [], disputedSplits: [] });
  });

  it('holds every line of every decision, with the decision behind it', () => {
    const [fact] = record(decided(line({ number: 601 }), line({ number: 602 })));
    expect(fact && fundingPicture([fact]).lines).toEqual(
      [601, 602].map((number) => ({
        line: line({ number }),
        ...{ rates: line({ number }).rates, pauses: [], arrangements: [], recoveries: [] },
        days: [line({ number }).period],
        ...{ urgently: false, alsoBecause: [] },
        ...{ decisionId: numbered(700), panelId: numbered(300), decidedOn: '2025-08-27', origin: fact?.origin },
      })),
    );
  });

  it('holds operations and findings, and nothing personal of them', () => {
    const picture = pictureOf(operationOn('2025-10-06'), complexHealthcareFrom('2025-07-14'));
    expect(picture.lifeEvents).toEqual([{ kind: 'surgery', eventId: numbered(900), on: '2025-10-06', origin: expect.anything() }]);
    expect(picture.criteria).toEqual([{ criterion: 'complex-healthcare', from: '2025-07-14', to: null, origin: expect.anything() }]);
    expect(JSON.stringify(picture)).not.toContain('sealed:');
  });

  it('holds an agreement once it is in force, and follows it back to its coming into force', () => {
    const facts = record(...agreementInForce({ inForceFrom: '2025-05-06' }));
    expect(fundingPicture(facts).agreements).toEqual([
      {
        ...{ agreementId: numbered(1000), title: 'Personal care after surgery', inForceFrom: '2025-05-06' },
        ...{ version: 1, days: { from: '2025-05-06', to: null }, clauses: [clause()], precedences: [], origin: facts[1]?.origin },
      },
    ]);
  });

  it('is the same where the coming into force is read before the text', () => {
    const [text, force] = record(...agreementInForce());
    const read = (...facts: readonly (typeof text)[]) => fundingPicture(facts.flatMap((fact) => fact ?? []));
    expect(read(force, text)).toEqual(read(text, force));
  });

  it.each([
    ['recorded and not in force', 0],
    ['said to be in force, whose text is unknown', 1],
  ])('leaves out an agreement that is %s', (_case, place) => {
    const events: FundingEvent[] = agreementInForce().slice(place, place + 1);
    expect(events).toHaveLength(1);
    expect(pictureOf(...events).agreements).toEqual([]);
  });
});
