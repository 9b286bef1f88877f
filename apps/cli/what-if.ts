import { readFile } from 'node:fs/promises';
import { RecordedVocabulary } from '@accord/assurance/http';
import { eventCatalogue, whatIfParts } from '@accord/composition';
import type { WhatIfQuestion, WhatIfSubject } from '@accord/funding/application';
import { ChangesBody, FundingFacts, changesOf, whatIfAsTable } from '@accord/funding/http';
import type { WhatIfReport } from '@accord/funding/http';
import { Problem, bodyOf } from '@accord/shared/http';
import { formatLondonDate, formatPounds, signedPence } from '@accord/shared/kernel';
import type { Id } from '@accord/shared/kernel';
import type { Command } from 'commander';
import { idOf, misused, questionOf, withQuestion } from './asked-options';
import type { QuestionAsked } from './asked-options';
import { command } from './command';
import { exitCodes } from './exit-codes';
import { endProgress, printResult, showChildren } from './output';
import { withStores } from './session';

interface WhatIfOptions extends QuestionAsked {
  readonly changes: string;
  readonly child?: Id<'child'>;
  readonly agreement?: Id<'agreement'>;
}

/** `accord what-if --changes file.json --from --to`: who would pay what under other clauses, shares or rates; writes nothing. */
export const whatIfCommand = (): Command =>
  withQuestion(command('what-if'), 'print every figure with its reason as JSON')
    .description('who would pay what under other clauses, shares or rates: a child, an agreement, or the whole area')
    .requiredOption('--changes <file>', 'JSON: { "changes": [ … ] }, as the body of POST /v1/what-if has them')
    .option('--child <id>', 'about one child', idOf('child'))
    .option('--agreement <id>', 'about the days that an agreement rules, or would', idOf('agreement'))
    .action(whatIf);

async function whatIf({ changes: file, child, agreement, ...options }: WhatIfOptions): Promise<void> {
  const asked = questionOf(options);
  if (asked === undefined) return;
  const { json, csv } = options;
  if (child && agreement) return misused('Give --child or --agreement, not both.');
  const changes = await changesIn(file);
  if (typeof changes === 'string') return misused(changes);
  const subject: WhatIfSubject = child ? { about: 'child', id: child } : agreement ? { about: 'agreement', id: agreement } : { about: 'area' };
  const question = { ...asked, subject, changes };
  await withStores(async ({ stores }) => {
    const [vocabulary, fundingFacts] = [new RecordedVocabulary(stores.read), new FundingFacts(stores.read, eventCatalogue, () => Promise.resolve())];
    const { whatIfReports } = whatIfParts({ stores, vocabulary, fundingFacts });
    const report = await whatIfReports.report(question, { onProgress: (done, of) => showChildren({ done, of }) });
    endProgress();
    if (report === undefined) return misused(`No ${subject.about} with this id is on record.`);
    if (!report.ok) return misused(report.because);
    if (csv) process.stdout.write(whatIfAsTable(report.value));
    else printResult(json, report.value, () => inWords(report.value));
    process.exitCode = exitCodes.agrees;
  });
}

/** What the file supposes, or why that cannot be told: the same sentences as over HTTP. */
async function changesIn(file: string): Promise<WhatIfQuestion['changes'] | string> {
  try {
    return changesOf(bodyOf(await readFile(file), ChangesBody).changes);
  } catch (error) {
    if (error instanceof Problem) return `${file}: ${error.message}`;
    if (error instanceof Error && 'code' in error) return `${file}: The file cannot be read.`;
    throw error;
  }
}

/** The cost and every agency's part of it, in all and month by month: what is, what would be, and the difference. */
function inWords({ question, says, changes, totals, months, differing }: WhatIfReport): string {
  return [
    `Between ${formatLondonDate(question.from)} and before ${formatLondonDate(question.to)}, up to position ${question.upTo}: ${says}`,
    ...changes.map(({ number, says: supposed }) => `Change ${number}: ${supposed}`),
    ...months.flatMap((month) => [`From ${formatLondonDate(month.from)}`, ...figuresInWords(month)]),
    'In all',
    ...figuresInWords(totals),
    `What differs: ${differing.lines} ${differing.lines === 1 ? 'line' : 'lines'} of ${differing.children} ${differing.children === 1 ? 'child' : 'children'}.`,
  ].join('\n');
}

type Figures = WhatIfReport['totals']['cost'];

const figuresInWords = ({ cost, agencies }: Pick<WhatIfReport['totals'], 'cost' | 'agencies'>): string[] => [
  ...agencies.map(({ agency, ...figures }) => `  ${agency}: ${nowAndThen(figures)}`),
  `  The whole cost: ${nowAndThen(cost)}`,
];

function nowAndThen({ nowPence, thenPence, differencePence }: Figures): string {
  // The digits alone: the word says which way.
  const amount = pounds(differencePence).replace(/^-/, '');
  const difference = differencePence === 0 ? 'no difference' : `${amount} ${differencePence > 0 ? 'more' : 'less'}`;
  return `${pounds(nowPence)} now, ${pounds(thenPence)} then, ${difference}`;
}

function pounds(pence: number): string {
  const amount = signedPence(pence);
  if (!amount.ok) throw new RangeError(amount.because);
  return formatPounds(amount.value);
}
