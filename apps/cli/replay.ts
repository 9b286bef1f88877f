import { InvalidArgumentError } from 'commander';
import type { Command } from 'commander';
import { command } from './command';
import { RecordedVocabulary } from '@accord/assurance/http';
import { eventCatalogue } from '@accord/composition';
import { ReplayedPictures } from '@accord/funding/application';
import { FundingFacts, WhoPays } from '@accord/funding/http';
import type { Step, WhoPaysAnswer, WhoPaysQuestion } from '@accord/funding/http';
import { START } from '@accord/shared/event-store';
import { projectionPositions } from '@accord/shared/read-store';
import { formatPounds, idFrom, instantOf, londonDate, period } from '@accord/shared/kernel';
import type { Result } from '@accord/shared/kernel';
import { exitCodes } from './exit-codes';
import { firstDifference } from './first-difference';
import { printResult } from './output';
import { withStores } from './session';

const checked =
  <T>(parse: (text: string) => Result<T>) =>
  (text: string): T => {
    const parsed = parse(text);
    if (!parsed.ok) throw new InvalidArgumentError(parsed.because);
    return parsed.value;
  };

const childOf = (text: string) => {
  const id = idFrom<'child'>(text);
  if (!id) throw new InvalidArgumentError('Give the id of the child as it was given to you: a lower-case UUID.');
  return id;
};

const stepOf = (text: string): Step => {
  if (text === 'none' || text === 'week' || text === 'month') return text;
  throw new InvalidArgumentError('Give none, week or month.');
};

type ReplayOptions = {
  readonly from: ReturnType<typeof dateOption>;
  readonly to: ReturnType<typeof dateOption>;
  readonly step: Step;
  readonly asAt?: ReturnType<typeof dateOption>;
  readonly knownAt?: string;
  readonly json: boolean;
};
const dateOption = checked(londonDate);
const NO_STEP: Step = 'none';

/** `accord replay child ID --from --to`: who pays, folded from the record alone, compared with what is stored. */
export const replayCommand = (): Command =>
  command('replay').description('answers from the record alone, and compares with the stored read models').addCommand(
    command('child')
      .description('who pays what for a child between two dates, and why')
      .argument('<id>', 'the child', childOf)
      .requiredOption('--from <date>', 'first day', dateOption)
      .requiredOption('--to <date>', 'first day no longer asked about', dateOption)
      .option('--step <step>', 'none, week or month', stepOf, NO_STEP)
      .option('--as-at <date>', 'only what was true by that day', dateOption)
      .option('--known-at <instant>', 'only what was recorded by then', checked(instantOf))
      .option('--json', 'print the verdict and both answers as JSON', false)
      .action(replayChild),
  );

async function replayChild(childId: ReturnType<typeof childOf>, options: ReplayOptions): Promise<void> {
  const window = period(options.from, options.to);
  if (!window.ok) {
    process.stderr.write(`${window.because}\n`);
    process.exitCode = exitCodes.usage;
    return;
  }
  const { step, asAt, knownAt, json } = options;
  await withStores(async ({ stores: { events, read } }) => {
    if ((await events.readStream(`child-${childId}`, { limit: 1 })) === undefined) {
      process.stderr.write('There is no record of a child with this id.\n');
      process.exitCode = exitCodes.usage;
      return;
    }
    // Both answers up to where the read model stands: a busy server must not look like a difference.
    const upTo = (await projectionPositions(read)).find(({ projection }) => projection === 'funding-facts')?.position;
    const question: WhoPaysQuestion = { childId, window: window.value, step, asAt, knownAt, upTo: upTo ?? START };
    const vocabulary = new RecordedVocabulary(read);
    const showRead = ({ read: count }: { readonly read: number }) => {
      if (process.stderr.isTTY) process.stderr.write(`\r\u001b[K${count} funding events read`);
    };
    const pictures = new ReplayedPictures(events, eventCatalogue, showRead);
    const replayed = await new WhoPays(pictures, vocabulary).answer(question);
    if (process.stderr.isTTY) process.stderr.write('\r\u001b[K');
    const facts = new FundingFacts(read, eventCatalogue, () => Promise.resolve());
    const stored = await new WhoPays(facts, vocabulary).answer(question);
    const difference = firstDifference(replayed, stored);
    const verdict = difference ? { agrees: false as const, difference } : { agrees: true as const };
    printResult(json, { ...verdict, replayed, ...(difference ? { stored } : {}) }, () => inWords(replayed, difference));
    process.exitCode = difference ? exitCodes.differs : exitCodes.agrees;
  });
}

function inWords({ liabilities, totals }: WhoPaysAnswer, difference: { readonly at: string } | undefined): string {
  const rows = liabilities.map(
    ({ category, from, to, costPence, amounts, why }) =>
      `${from} to ${to}  ${category}  ${formatPounds(costPence)}  ` +
      `${amounts.map(({ agency, pence }) => `${agency} ${formatPounds(pence)}`).join(', ')}\n    ${why.says}`,
  );
  const sums = totals.agencies.map(({ agency, pence }) => `${agency} ${formatPounds(pence)}`);
  return [
    ...rows,
    `In all ${formatPounds(totals.costPence)}: ${sums.join(', ')}`,
    difference ? `DISAGREES: replayed and stored part at ${difference.at}` : 'AGREES: replayed and stored are the same',
  ].join('\n');
}
