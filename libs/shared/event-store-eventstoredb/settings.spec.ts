import { passes, serverFilter } from './event-filter';
import { settingsFrom } from './settings';

describe('The address of EventStoreDB', () => {
  it.each([
    ['another scheme', 'http://localhost:2113', /esdb:\/\//],
    ['several names to discover, of which the client would use one', 'esdb+discover://a,b?tls=false', /one name/],
    ['conflicts as answers, which carry a wrong revision', 'esdb://a?tls=false&throwOnAppendFailure=false', /must stay true/],
  ])('is refused with %s', (_what, url, says) => {
    expect(() => settingsFrom({ url })).toThrow(says);
  });

  it('is never repeated in the refusal: it may hold a password', () => {
    const url = 'esdb://admin:changeit@a?throwOnAppendFailure=false';
    expect(() => settingsFrom({ url })).toThrow(expect.not.objectContaining({ message: expect.stringContaining('changeit') }));
  });

  it('may name one host, several, or one name to discover', () => {
    for (const url of ['esdb://a:2113?tls=false', 'esdb://a,b,c', 'esdb+discover://cluster.example']) {
      expect(settingsFrom({ url, patienceMs: 7 })).toMatchObject({ url, patienceMs: 7, callTimeoutMs: 5_000 });
    }
  });
});

describe('A filter', () => {
  const of = (type: string, streamId: string) => ({ type, streamId });
  const uuid = '0199a7c4-1b2c-7d3e-8f40-516273849ab0';

  it('keeps by type and category exactly', () => {
    const filter = { types: ['MeetingHeld'], categories: ['child'] };
    expect(passes(filter, of('MeetingHeld', `child-${uuid}`))).toBe(true);
    expect(passes(filter, of('MeetingHeldAgain', `child-${uuid}`))).toBe(false);
    expect(passes(filter, of('MeetingHeld', `child-more-${uuid}`))).toBe(false);
    expect(passes({ categories: [] }, of('MeetingHeld', `child-${uuid}`))).toBe(false);
    expect(passes(undefined, of('MeetingHeld', `child-${uuid}`))).toBe(true);
  });

  it("asks the server for everything but the server's own events, so that every position is told", () => {
    expect(serverFilter(() => undefined)).toMatchObject({ filterOn: 'eventType', regex: '^[^$].*' });
  });
});
