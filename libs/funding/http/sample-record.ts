import { childEvents } from '@accord/child/contracts';
import { StoredFacts, StoredFunds } from '@accord/funding/application';
import type { StoredFactRow, StoredFactsAsked } from '@accord/funding/application';
import { fundEvents, fundingEvents, fundingFactEvents } from '@accord/funding/contracts';
import { fundingFacts } from '@accord/funding/projections';
import { panelEvents } from '@accord/panel/contracts';
import { catalogueOf } from '@accord/shared/event-contracts';
import type { Words } from '@accord/shared/event-contracts';
import { START } from '@accord/shared/event-store';
import type { Position, RecordedEvent } from '@accord/shared/event-store';
import { formatLondonDate, formatPounds, londonDate } from '@accord/shared/kernel';
import type { ClosedPeriod, Id, LondonDate } from '@accord/shared/kernel';
import { eventRows } from '@accord/shared/projections';

// What a record may hold, for the specs of replays; not exported by the index.

// The cast is the brand: a lower-case UUID.
export const id = <Kind extends string>(n: number): Id<Kind> => `01940000-0000-7000-8000-${String(n).padStart(12, '0')}` as Id<Kind>;
export const day = (text: string): LondonDate => {
  const date = londonDate(text);
  if (!date.ok) throw new Error(date.because);
  return date.value;
};
export const days = (from: string, to: string): ClosedPeriod => ({ from: day(from), to: day(to) });
export const catalogue = catalogueOf(panelEvents, childEvents, fundingEvents);
export const [health, care] = [id<'agency'>(101), id<'agency'>(102)];
export const split = (weight: number) => ({
  kind: 'basis-points',
  parts: [{ agencyId: health, weight }, { agencyId: care, weight: 10_000 - weight }],
});

/** An event in the clear, and the stream that holds it. */
export interface Happened {
  readonly stream: string;
  readonly type: string;
  readonly data: Record<string, unknown>;
}

export const opened = (childId: string): Happened => ({
  ...{ stream: `child-${childId}`, type: 'ChildRecordOpened' },
  data: { childId, openedOn: '2025-06-02', name: 'Robin', dateOfBirth: '2016-05-09' },
});

export interface Decided {
  readonly number: number;
  readonly on: string;
  readonly from: string;
  readonly weeklyPence: number;
  readonly weight: number;
}
/** Decision 7000 + n with line 6000 + n: personal care at £1,847.35 a week from 1 September 2025, 70 % health. */
export function decided(childId: string, changes: Partial<Decided> = {}): Happened {
  const { number = 0, on = '2025-08-27', from = '2025-09-01', weeklyPence = 184_735, weight = 7_000 } = changes;
  const [decisionId, lineId] = [id(7_000 + number), id(6_000 + number)];
  return {
    ...{ stream: `decision-${decisionId}`, type: 'DecisionRecorded' },
    data: {
      ...{ decisionId, panelId: id(300), meetingId: id(400), childId, on, outcome: 'approved', reasons: 'Nights', positions: [] },
      ...{ matterId: null, at: null, effect: 'at-once', withoutPrejudice: false, needs: [], returnsOn: null, referredTo: null },
      ...{ urgent: null, sitting: null, contributionsDeclined: [], papers: [], ends: [], commitments: [], conditions: [] },
      ...{ provisions: [{ lineId, words: 'Waking nights' }] },
      lines: [{ lineId, category: 'personal-care', period: { from, to: null }, rates: [{ from, weeklyPence }], split: split(weight), replaces: null, needs: [], budget: null }],
    },
  };
}

export const operated = (childId: string, on = '2025-10-06', number = 0): Happened => ({
  ...{ stream: `child-${childId}`, type: 'OperationRecorded' },
  data: { childId, operationId: id(9_000 + number), on, procedure: 'Spinal fusion' },
});
export const found = (childId: string, from = '2025-07-14'): Happened => ({
  ...{ stream: `child-${childId}`, type: 'CriterionMet' },
  data: { childId, criterion: 'complex-healthcare', from, evidence: 'Assessment' },
});

export interface Agreed {
  readonly number: number;
  readonly from: string;
  readonly weeks: number;
  readonly weight: number;
}
/** Agreement 1000 + n, clause 2000 + n: personal care 50/50 for six weeks after surgery. */
export function agreed(changes: Partial<Agreed> = {}): Happened {
  const { number = 0, from = '2025-04-01', weeks = 6, weight = 5_000 } = changes;
  const agreementId = id(1_000 + number);
  return {
    ...{ stream: `agreement-${agreementId}`, type: 'StandingAgreementRecorded' },
    data: {
      ...{ agreementId, title: `Agreement ${number}`, kind: 'local-memorandum', parties: [health, care], period: { from, to: null }, on: from },
      ...{ aims: null, functions: null, clientGroup: null, precedences: [], noticeMonths: null, reviewBy: null },
      clauses: [
        {
          ...{ clauseId: id(2_000 + number), trigger: { event: 'surgery', criterion: 'complex-healthcare' }, categories: ['personal-care'] },
          ...{ split: split(weight), duration: { unit: 'weeks', count: weeks }, dayOne: 'day-of-event', cost: 'regardless-of-cost', atEnd: 'falls-back' },
        },
      ],
    },
  };
}
export const inForce = (from = '2025-04-01', number = 0): Happened => ({
  ...{ stream: `agreement-${id(1_000 + number)}`, type: 'StandingAgreementCameIntoForce' },
  data: { agreementId: id(1_000 + number), from },
});

/** Fund 3000 + n of agreement 1000, hosted by health. */
export const fundSetUp = (from = '2025-04-01', number = 0): Happened => ({
  ...{ stream: `fund-${id(3_000 + number)}`, type: 'PooledFundEstablished' },
  data: {
    ...{ fundId: id(3_000 + number), agreementId: id(1_000), name: 'Care at home', hostAgencyId: health, managerPost: 'Pool manager' },
    ...{ partners: [health, care], clauses: [], from, alertAtBasisPoints: 9_000, on: '2025-03-20' },
  },
});
export const fundEnded = (from: string, number = 0): Happened => ({
  ...{ stream: `fund-${id(3_000 + number)}`, type: 'PooledFundEnded' },
  data: { fundId: id(3_000 + number), agencyId: health, from, because: 'The agreement is over.', on: '2025-09-01' },
});

const rowOf = eventRows(fundingFactEvents);

/** The rows that the projection makes of the record, to be tampered with. */
export class StoredInMemory extends StoredFacts {
  constructor(
    readonly kept: StoredFactRow[],
    private readonly last: Position,
  ) {
    super();
  }

  static of(events: readonly RecordedEvent[]): StoredInMemory {
    const rows = events
      .filter(({ type }) => fundingFacts.handles !== 'all' && fundingFacts.handles.includes(type))
      .flatMap((event): StoredFactRow[] => {
        const projected = { ...event, body: { type: event.type, data: catalogue.read(event) } };
        return fundingFacts.project(projected).flatMap((change) => {
          if (!('put' in change)) return [];
          const { child_id: child, agreement_id: agreement } = change.row;
          const about = change.put === 'agreement_facts' ? 'agreement' : 'child';
          return [{ ...rowOf(projected), about, subject: String(child ?? agreement) }];
        });
      });
    return new StoredInMemory(rows, events.at(-1)?.position ?? START);
  }

  position(): Promise<Position> {
    return Promise.resolve(this.last);
  }

  rows({ childId, after, upTo, limit }: StoredFactsAsked): Promise<readonly StoredFactRow[]> {
    const concerned = this.kept.filter(({ about, subject }) => about === 'agreement' || childId === undefined || subject === childId);
    const between = concerned.filter(({ position }) => position > after && position <= upTo);
    return Promise.resolve(between.toSorted((one, two) => one.position - two.position).slice(0, limit));
  }

  /** Writes behind the system's back, into the first row of that type. */
  tamper(type: string, change: Tampering): void {
    tamperWith(this.kept, type, change);
  }
}

type Tampering = (row: StoredFactRow) => StoredFactRow | undefined;

function tamperWith(kept: StoredFactRow[], type: string, change: Tampering): void {
  const place = kept.findIndex((row) => row.type === type);
  const row = kept[place];
  if (row === undefined) throw new Error(`No row of ${type}`);
  const changed = change(row);
  kept.splice(place, 1, ...(changed ? [changed] : []));
}

const fundRowOf = eventRows(fundEvents);

/** The rows of pooled funds that the record gives, to be tampered with; always as far as anybody asks. */
export class StoredFundsInMemory extends StoredFunds {
  private constructor(private readonly kept: StoredFactRow[]) {
    super();
  }

  static of(events: readonly RecordedEvent[]): StoredFundsInMemory {
    const ofFunds = events.filter(({ stream }) => stream.startsWith('fund-'));
    return new StoredFundsInMemory(
      ofFunds.map((event) => {
        const data = catalogue.read(event);
        return { ...fundRowOf({ ...event, body: { type: event.type, data } }), about: 'fund', subject: String(data['fundId']) };
      }),
    );
  }

  position(): Promise<Position> {
    return Promise.resolve(Infinity);
  }
  rows(): Promise<readonly StoredFactRow[]> {
    return Promise.resolve(this.kept);
  }

  /** Writes behind the system's back, into the first row of that type. */
  tamper(type: string, change: Tampering): void {
    tamperWith(this.kept, type, change);
  }
}

export const words: Words = {
  agency: (agency) => (agency === health ? 'Somerset ICB' : 'Somerset Council'),
  panel: () => 'The panel',
  line: () => 'package line',
  agreement: () => 'The agreement',
  date: formatLondonDate,
  money: formatPounds,
  shares: ({ parts }) => parts.map(({ weight }) => weight / 100).join('/'),
  personal: () => '[withheld]',
};
