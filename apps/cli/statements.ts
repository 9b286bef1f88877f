import { RecordedVocabulary } from '@accord/assurance/http';
import { ledgerParts, statementParts, systemClock } from '@accord/composition';
import { accountingMonth } from '@accord/funding/domain';
import { nameBasedId } from '@accord/shared/commands-store';
import { idFrom, londonDateOf } from '@accord/shared/kernel';
import type { Id, Refusal } from '@accord/shared/kernel';
import { InvalidArgumentError } from 'commander';
import type { Command } from 'commander';
import { misused } from './asked-options';
import { command } from './command';
import { exitCodes } from './exit-codes';
import { endProgress, printResult, showChildren } from './output';
import { withArea, withKeys, withStores } from './session';
import type { KeysAsked, Session } from './session';

interface Asked {
  readonly agency: Id<'agency'>;
  readonly month: string;
  readonly json: boolean;
}

function agencyOf(text: string): Id<'agency'> {
  const id = idFrom<'agency'>(text);
  if (!id) throw new InvalidArgumentError('Give the id of the agency as it was given to you: a lower-case UUID.');
  return id;
}

function monthOf(text: string): string {
  const month = accountingMonth(text);
  if (!month.ok) throw new InvalidArgumentError(month.because);
  return text;
}

const withOptions = (about: Command, agency: string): Command =>
  about
    .requiredOption('--agency <id>', agency, agencyOf)
    .requiredOption('--month <month>', 'the month, as 2025-10', monthOf)
    .option('--json', 'print the result as JSON', false);

/** `accord statements close|show`: closes a month of the area, and prints the statement of an agency. */
export const statementsCommand = (): Command =>
  command('statements')
    .description('closes months, and prints the statements of agencies')
    .addCommand(withOptions(withKeys(command('close')).description('closes a month for every agency; it never opens again'), 'in whose name it is closed').action(close))
    .addCommand(withOptions(command('show').description('prints a statement as CSV, or its summary and first rows as JSON'), 'whose statement it is').action(show));

/** Who asks at the command line: whoever has the stores, for the agency named. What is recorded names an operator. */
function askedBy(agency: string, role: 'operator' | 'auditor') {
  const now = systemClock.now();
  const commandId = nameBasedId('command line', role, agency, now);
  return {
    ...{ commandId, fingerprint: commandId, correlationId: commandId, now, today: londonDateOf(now) },
    ...{ actor: nameBasedId('person', 'command line'), agency, role, lawfulBasis: 'public-task' },
  };
}

async function close({ agency, month, json, ...keys }: Asked & KeysAsked): Promise<void> {
  await withArea(keys, async ({ stores }, { runner, vocabulary, progress }) => {
    if (!(await isOnRecord(stores, agency))) return misused(UNKNOWN_AGENCY);
    const { accounts, accountsList } = ledgerParts({ runner, stores, vocabulary, progress, onProgress: showChildren });
    const context = askedBy(agency, 'operator');
    const outcome = await accounts.close({ type: 'CloseAccountingMonth', month, today: context.today }, context);
    endProgress();
    if (!outcome.ok) return misused((outcome satisfies Refusal).because);
    const closed = (await accountsList.all(askedBy(agency, 'auditor'))).months.find((each) => each.month === month);
    const told = (closed?.statements ?? []).map(({ agency: name, rows, sha256 }) => `${name}: ${rows === 1 ? 'one row' : `${rows} rows`}, sha256 ${sha256}`);
    printResult(json, closed, () => [`${month} is closed, up to position ${closed?.upTo ?? ''}.`, ...told].join('\n'));
    process.exitCode = exitCodes.agrees;
  });
}

async function show({ agency, month, json }: Asked): Promise<void> {
  await withStores(async ({ stores }) => {
    if (!(await isOnRecord(stores, agency))) return misused(UNKNOWN_AGENCY);
    const { agencyStatements } = statementParts({ stores, vocabulary: new RecordedVocabulary(stores.read) });
    const found = await agencyStatements.asked({ agencyId: agency, month, reader: askedBy(agency, 'auditor') });
    if (!found.ok) return misused(found.because);
    if (json) {
      const page = await agencyStatements.page(found.value, { limit: 200, cursor: undefined });
      if (!page.ok) return misused(page.because);
      process.stdout.write(`${JSON.stringify(page.value.body)}\n`);
      process.exitCode = exitCodes.agrees;
      return;
    }
    const { asked, csv, check } = await agencyStatements.table(found.value);
    process.stdout.write(csv);
    process.stderr.write(`${asked.closed ? 'Closed' : 'Provisional'}, up to position ${asked.basis.upTo}, sha256 ${check.sha256}${check.met === false ? ': NOT the one recorded at closing' : ''}\n`);
    process.exitCode = check.met === false ? exitCodes.differs : exitCodes.agrees;
  });
}

const UNKNOWN_AGENCY = 'There is no agency with this id.';
const isOnRecord = async ({ events }: Session['stores'], agency: string): Promise<boolean> => (await events.readStream(`agency-${agency}`, { limit: 1 })) !== undefined;
