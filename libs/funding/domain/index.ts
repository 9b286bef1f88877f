export * from './refusals';
export * from './agreement';
export * from './agreement-ending';
export * from './agreement-life';
export * from './agreement-signing';
export * from './agreement-standing';
export * from './agreement-state';
export { LONGEST_CLAUSE } from './agreement-text';
export * from './agreement-withdrawal';
export * from './clause-overlaps';
export * from './clause-window';
export * from './agreements-in-force';
export * from './funding-picture';
export * from './disputed-splits';
export * from './ruling-split';
export * from './liability';
export * from './clause-application';
export * from './applied-window';
export * from './views';
export { cellOf, columnsOf, postColumns, refuseColumns } from './printed-schedule';
export type {
  ScheduleCell,
  ScheduleColumns,
  ScheduleDifference,
  SchedulePayer,
  ScheduleQuestion,
  ScheduleReading,
  ScheduleRow,
  ScheduleTable,
} from './printed-schedule';
export * from './schedule';
export * from './schedule-period';
export * from './schedule-reading';
export * from './schedule-state';
export * from './schedule-totals';
export * from './schedule-contributions';
export * from './window-cuts';
export * from './kept-facts';
export * from './replayed-figures';
export * from './ledger/accounting-month';
export * from './ledger/accounts';
export * from './ledger/accounts-state';
export * from './fund/fund';
export * from './fund/fund-state';
export * from './fund/fund-recoveries';
export * from './fund/funds-paying';
export * from './line/line-life';
export type { LineOfItsDecision } from './decided-lines';
export * from './line/decided-line';
export * from './line/line-commands';
export { ALL_PAYABLE, asksForCost, asksWhoPays, payersUnderClauses } from './line/line-ground';
export type { LineFacts, LineState } from './line/line-ground';
export * from './line/package-line';
export * from './line/provider';
export * from './line/recoveries';
export * from './what-if/change';
export * from './what-if/checked-changes';
export * from './what-if/compared-pieces';
export * from './what-if/differences';
export * from './what-if/line-differences';
export { supposing, supposition } from './what-if/supposing';
export type { SupposedPicture } from './what-if/supposing';
export * from './fund/fund-accounts';
export * from './fund/fund-closing';
export * from './fund/fund-contributions';
export * from './fund/fund-partners';
export * from './fund/fund-position';
export * from './fund/risk-share';
export * from './ledger/statement-row';
export * from './ledger/statement-figures';
export * from './ledger/statement-adjustments';
export * from './money/invoice';
export * from './money/invoice-state';
export * from './money/payment';
export * from './money/statement-to-pay';
export * from './money/line-to-pay';
export * from './money/payment-state';
export * from './money/held-against';
export type { ClosedYears } from './money/money-days';
export * from './money/money-book';
export * from './money/figure-entry';
export { billedEntries } from './money/billed-entries';
export type { Asked } from './money/billed-entries';
export * from './money/committed-entries';
export * from './money/figures';
