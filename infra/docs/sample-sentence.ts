import type { AnyEventDefinition, Words } from '@accord/shared/event-contracts';
import { isSealed } from '@accord/shared/event-contracts';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const MONTHS = 'January February March April May June July August September October November December'.split(' ');
const DAY = /^(\d{4})-(\d{2})-(\d{2})$/;

/** Stand-ins for the names that a real timeline takes from the record. */
const words: Words = {
  agency: () => '[agency]',
  panel: () => '[panel]',
  line: () => 'package line',
  agreement: () => '[agreement]',
  date: (date) => {
    const [, year = '', month = '', day = ''] = DAY.exec(date) ?? [];
    return `${Number(day)} ${MONTHS[Number(month) - 1] ?? ''} ${year}`;
  },
  money: (pence) => `£${(pence / 100).toFixed(2)}`,
  shares: ({ parts }) => parts.map(({ weight }) => `[agency] ${weight / 100} %`).join(', '),
  personal: (field) => (isSealed(field) ? '[personal]' : '[erased]'),
};

/** The timeline's line for the stored sample of an event's newest version, or `undefined` without a sample. */
export function sampleSentence(root: string, definition: AnyEventDefinition): string | undefined {
  const file = join(root, 'test', 'contracts', 'samples', `${definition.type}.v${definition.version}.json`);
  if (!existsSync(file)) return undefined;
  // `test/contracts` checks every sample against its contract.
  const { data } = JSON.parse(readFileSync(file, 'utf8')) as { readonly data: never };
  return definition.sentence(data, words);
}
