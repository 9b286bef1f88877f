import { firstDayInEffect, hasEffectOn } from '@accord/panel/domain';
import type { DecisionOnRecord } from '@accord/panel/domain';
import type { LondonDate } from '@accord/shared/kernel';
import type { Told, Words } from './decision-reading';

/** What was reported of a line. */
export interface DeliveryReport {
  readonly is: 'started' | 'delayed' | 'not-available' | 'ended';
  readonly on: string;
  readonly recordedAt: string;
  readonly provider?: string;
  readonly barrier?: string;
  /** `null` where nobody could say. */
  readonly expectedOn?: string | null;
  readonly because?: Words;
}

/** Whether what was decided on a line happens. */
export interface DeliveryEntry {
  readonly lineId: string;
  /** First day on which the line has effect, if the decision has any. */
  readonly from: string;
  /**
   * What was last reported; else `not-started` once its first day has passed in effect, `not-due` before, and
   * `without-effect` where the decision has none.
   */
  readonly is: DeliveryReport['is'] | 'not-started' | 'not-due' | 'without-effect';
  readonly reports: readonly DeliveryReport[];
}

const kinds: Readonly<Record<string, DeliveryReport['is']>> = {
  ProvisionStarted: 'started',
  ProvisionDelayed: 'delayed',
  ProvisionNotAvailable: 'not-available',
  ProvisionEnded: 'ended',
};

/** The delivery of each line as the decision reads, as at a day. */
export const deliveryOf = (decision: DecisionOnRecord, told: readonly Told[], day: LondonDate): readonly DeliveryEntry[] =>
  decision.lines.map((line) => {
    const reports = told.flatMap((each) => reportOf(each, line.lineId));
    const from = firstDayInEffect(decision, line);
    const due = day >= from ? 'not-started' : 'not-due';
    return { lineId: line.lineId, from, is: reports.at(-1)?.is ?? (hasEffectOn(decision, day) ? due : 'without-effect'), reports };
  });

function reportOf({ row, data }: Told, lineId: string): readonly DeliveryReport[] {
  const is = kinds[row.type];
  if (is === undefined || data['lineId'] !== lineId) return [];
  // The catalogue has validated the data by the event's contract; `because` is personal and may be absent.
  const { on, provider, barrier, expectedOn, because } = data as unknown as DeliveryReport;
  return [
    {
      ...{ is, on, recordedAt: row.recorded_at },
      ...(provider === undefined ? {} : { provider }),
      ...(barrier === undefined ? {} : { barrier }),
      ...(expectedOn === undefined ? {} : { expectedOn }),
      ...(because === undefined ? {} : { because }),
    },
  ];
}
