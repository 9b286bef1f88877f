export { readTable, usualLimits } from './read-table';
export type { Table, TableLimits, TableRow } from './read-table';
export { writeRows, writeTable } from './write-table';
export type { WrittenCell } from './write-table';
export { readMoney } from './read-money';
export type { PrintedMoney } from './read-money';
export { readCount } from './read-count';
export { atCell, tableRefusals } from './refusals';
export type { TableRefusalCode } from './refusals';
