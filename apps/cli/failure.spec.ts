import { Misconfigured } from '@accord/composition';
import { PersonalDataUnavailable } from '@accord/shared/commands';
import { EventStoreUnavailable } from '@accord/shared/event-store';
import { problem } from '@accord/shared/http';
import { DatabaseIsNewer, ProjectionNotLive, ReadStoreMisconfigured } from '@accord/shared/read-store';
import { CommanderError } from 'commander';
import { exitCodes } from './exit-codes';
import { failureOf } from './failure';

describe('A command that fails', () => {
  it.each([
    new EventStoreUnavailable('The store was away.'),
    new ProjectionNotLive('There is no such projection.'),
    new ReadStoreMisconfigured('The read store needs a file.'),
    new DatabaseIsNewer('A newer build was here.'),
    new PersonalDataUnavailable('The keys cannot be reached.'),
    problem('projection-behind', 'Nothing was recorded: the views have not caught up.'),
  ])('for want of what surrounds it says so in its sentence, without frames: %s', (error) => {
    expect(failureOf(error)).toEqual({ code: 70, says: `accord failed: ${error.message}` });
  });

  it.each(['ECONNREFUSED', 'ENOTFOUND'])('because nobody listens at a store\'s address says that, and not which: %s', (code) => {
    const { code: exit, says } = failureOf(Object.assign(new Error(`connect ${code} 10.0.0.7:5432`), { code }));
    expect(exit).toBe(70);
    expect(says).toContain(`cannot be reached (${code})`);
    expect(says).not.toContain('10.0.0.7');
  });

  it('because it is wrongly configured names the setting, with a code of its own', () => {
    expect(failureOf(new Misconfigured('ACCORD_PORT: a whole number'))).toEqual({ code: 78, says: 'ACCORD_PORT: a whole number' });
  });

  it('for a reason that nobody foresaw says what and where, never the message: it may quote a person', () => {
    const { code, says } = failureOf(Object.assign(new TypeError('Robin Ashdown, 9990000018'), { code: 'SQLITE_CORRUPT' }));
    expect(code).toBe(exitCodes.failed);
    expect(says).toContain('"name":"TypeError","code":"SQLITE_CORRUPT"');
    expect(says).toContain('failure.spec');
    expect(says).not.toMatch(/Robin|9990000018/);
    expect(failureOf('Robin Ashdown').says).not.toContain('Robin');
  });

  it('because of its command line has been told already; asking for help is no failure', () => {
    expect(failureOf(new CommanderError(1, 'commander.unknownOption', 'error: unknown option'))).toEqual({ code: 2 });
    expect(failureOf(new CommanderError(0, 'commander.helpDisplayed', '(outputHelp)'))).toEqual({ code: 0 });
  });

  it('ends with a code that a script can tell from every other outcome', () => {
    expect(exitCodes).toEqual({ agrees: 0, differs: 1, usage: 2, failed: 70, misconfigured: 78 });
  });
});
