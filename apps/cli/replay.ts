import { setImmediate } from 'node:timers/promises';
import { RecordedVocabulary } from '@accord/assurance/http';
import { eventCatalogue } from '@accord/composition';
import { Replay } from '@accord/funding/application';
import type { ReplaySubject, Step } from '@accord/funding/domain';
import { ReplayReports, StoredFactsReader, StoredFundsReader, replayAsTable, replayInWords } from '@accord/funding/http';
import type { Id } from '@accord/shared/kernel';
import { InvalidArgumentError } from 'commander';
import type { Command } from 'commander';
import { idOf, misused, questionOf, withQuestion } from './asked-options';
import type { QuestionAsked } from './asked-options';
import { command } from './command';
import { exitCodes } from './exit-codes';
import { endProgress, printResult } from './output';
import { withStores } from './session';

const steps: readonly string[] = ['none', 'week', 'month'] satisfies readonly Step[];
function stepOf(text: string): Step {
  // The list holds steps and nothing else.
  if (steps.includes(text)) return text as Step;
  throw new InvalidArgumentError('Give none, week or month.');
}

interface ReplayOptions extends QuestionAsked {
  readonly step: Step;
}

const withOptions = (about: Command): Command =>
  withQuestion(about, 'print the verdict and every figure with its reason as JSON').option('--step <step>', 'none, week or month: also cut each answer', stepOf, 'none' satisfies Step);

/** `accord replay child|decision|agreement|fund ID --from --to`: who pays, from the record alone, compared with what is stored. */
export const replayCommand = (): Command =>
  command('replay')
    .description('answers from the record alone, and compares with the stored read models')
    .addCommand(
      withOptions(command('child').description('who pays what for a child between two dates, and why').argument('<id>', 'the child', idOf('child'))).action(
        (id: Id<'child'>, options: ReplayOptions) => replay({ about: 'child', id }, options),
      ),
    )
    .addCommand(
      withOptions(command('decision').description('who pays for the lines of one decision').argument('<id>', 'the decision', idOf('decision'))).action(
        (id: Id<'decision'>, options: ReplayOptions) => replay({ about: 'decision', id }, options),
      ),
    )
    .addCommand(
      withOptions(command('agreement').description('who pays under an agreement, for every child').argument('<id>', 'the agreement', idOf('agreement'))).action(
        (id: Id<'agreement'>, options: ReplayOptions) => replay({ about: 'agreement', id }, options),
      ),
    )
    .addCommand(
      withOptions(command('fund').description('what a pooled fund pays for lines, for every child').argument('<id>', 'the fund', idOf('fund'))).action(
        (id: Id<'fund'>, options: ReplayOptions) => replay({ about: 'fund', id }, options),
      ),
    );

async function replay(subject: ReplaySubject, { step, ...options }: ReplayOptions): Promise<void> {
  const question = questionOf(options);
  if (question === undefined) return;
  const { json, csv } = options;
  await withStores(async ({ stores: { events, read } }) => {
    const [stored, storedFunds] = [new StoredFactsReader(read), new StoredFundsReader(read)];
    const parts = { events, catalogue: eventCatalogue, stored, storedFunds, onProgress: showRead, pause: () => setImmediate() };
    const reports = new ReplayReports(new Replay(parts), new RecordedVocabulary(read));
    const report = await reports.report({ subject, step, ...question });
    endProgress();
    if (report === undefined) return misused(`No ${subject.about} with this id is on record.`);
    if (csv) process.stdout.write(replayAsTable(report));
    else printResult(json, report, () => replayInWords(report));
    process.exitCode = report.verdict === 'agrees' ? exitCodes.agrees : exitCodes.differs;
  });
}

function showRead({ read }: { readonly read: number }): void {
  if (process.stderr.isTTY) process.stderr.write(`\r\u001b[K${read} funding events read`);
}
