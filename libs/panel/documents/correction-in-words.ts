import type { DecisionCorrectionRequested, DecisionRecorded } from '@accord/panel/contracts';
import type { Table } from '@accord/shared/documents';
import { changesOf } from './decision-on-record';
import { stood } from './kinds-in-words';
import { lineInWords } from './lines-in-words';
import { conditionInWords } from './minutes-outcome';
import type { Names } from './names';
import { ERASED_WORDS } from './plain-words';
import type { PersonalWords } from './plain-words';
import type { Opened } from './told';

type Decided = Opened<typeof DecisionRecorded>;
type Request = Opened<typeof DecisionCorrectionRequested>;
type Said = 'decided' | 'reasons' | 'evidence' | 'principle' | 'notApproved' | 'missing' | 'urgency';
type Reading = Pick<Decided, Said | 'withoutPrejudice' | 'positions' | 'lines' | 'provisions' | 'conditions' | 'conditionWords'>;

export interface Corrected {
  readonly recorded: Decided;
  readonly requests: readonly Request[];
  /** The corrections approved before this one, in order. */
  readonly earlier: readonly string[];
  readonly correctionId: string;
  readonly caption: string;
}

/** Both readings of what a correction changed, side by side; `undefined` where none of it may be read. */
export function readingsTable({ recorded, requests, earlier, correctionId, caption }: Corrected, names: Names): Table | undefined {
  const asked = (id: string) => changesOf(requests.find((request) => request.correctionId === id));
  const before: Reading = earlier.reduce<Reading>((reading, id) => ({ ...reading, ...asked(id) }), recorded);
  const changes = asked(correctionId);
  const after: Reading = { ...before, ...changes };
  const rows = parts
    .filter(({ fields }) => fields.some((field) => field in changes))
    .map(({ about, say }) => [about, say(before, names), say(after, names)]);
  if (rows.length === 0) return undefined;
  return { kind: 'table', caption, columns: [{ head: 'What' }, { head: 'It read' }, { head: 'It now reads' }], rows };
}

interface Part {
  readonly about: string;
  readonly fields: readonly (keyof Reading)[];
  readonly say: (reading: Reading, names: Names) => string;
}

const words = (text: PersonalWords | undefined): string => (text === undefined ? 'Nothing' : (text ?? ERASED_WORDS));

const parts: readonly Part[] = [
  { about: 'What was decided', fields: ['decided'], say: ({ decided }) => words(decided) },
  { about: 'Why', fields: ['reasons'], say: ({ reasons }) => words(reasons) },
  { about: 'On what evidence', fields: ['evidence'], say: ({ evidence }) => words(evidence) },
  { about: 'What could guide a later decision', fields: ['principle'], say: ({ principle }) => words(principle) },
  { about: 'What was not approved, and why', fields: ['notApproved'], say: ({ notApproved }) => words(notApproved) },
  { about: 'What was missing', fields: ['missing'], say: ({ missing }) => words(missing) },
  { about: 'Why it could not wait', fields: ['urgency'], say: ({ urgency }) => words(urgency) },
  {
    about: 'Whether it is without prejudice',
    fields: ['withoutPrejudice'],
    say: ({ withoutPrejudice }) => (withoutPrejudice ? 'It is without prejudice: neither a precedent nor an admission.' : 'It is not without prejudice.'),
  },
  {
    about: 'Where the agencies stood',
    fields: ['positions'],
    say: ({ positions }, names) => positions.map(({ agencyId, position }) => `${names.agency(agencyId)} ${stood[position]('the request')}.`).join('\n'),
  },
  {
    about: 'What is provided, and who pays',
    fields: ['lines', 'provisions'],
    say: ({ lines, provisions }, names) => lines.map((line) => lineInWords(line, { lines, provisions }, names)).join('\n'),
  },
  {
    about: 'Conditions',
    fields: ['conditions', 'conditionWords'],
    say: ({ conditions, conditionWords }, names) => conditions.map((each) => conditionInWords(each, { conditionWords }, names)).join('\n'),
  },
];
