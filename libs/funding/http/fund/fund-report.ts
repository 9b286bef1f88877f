import type { FundAsKnown } from '@accord/funding/application';
import type { FundPosition } from '@accord/funding/domain';
import type { Block, Column, WrittenDocument } from '@accord/shared/documents';
import type { Words } from '@accord/shared/event-contracts';
import { addDays, formatPounds } from '@accord/shared/kernel';
import type { Instant, LondonDate, SignedPence } from '@accord/shared/kernel';
import { positionSaid, stepSaid } from './fund-view';

/** A quarter of the year with what came in and what was spent in it, in pence. */
export interface ReportedPiece {
  readonly quarter: number;
  readonly from: LondonDate;
  readonly to: LondonDate;
  readonly received: number;
  readonly lines: number;
  readonly other: number;
  /** Unspent sums that came back into the fund. */
  readonly recovered: number;
}

export interface FundReportGround {
  readonly known: FundAsKnown;
  /** The year as at the last day reported on. */
  readonly position: FundPosition;
  /** The quarters so far. */
  readonly pieces: readonly ReportedPiece[];
  /** `undefined` for the return of a whole year. */
  readonly quarter: number | undefined;
  /** The days reported on. */
  readonly piece: { readonly from: LondonDate; readonly to: LondonDate };
  /** When the last of the events that count was recorded: the moment for which the document speaks. */
  readonly recordedAt: Instant;
  readonly words: Words;
}

/** The quarterly report or the annual return of a pool’s manager, as a document: the same events give the same bytes. Names no child. */
export function fundReport(ground: FundReportGround): WrittenDocument {
  const { known: { fund: { fund } }, position, quarter, piece, recordedAt, words } = ground;
  const { name } = position.year;
  const what = quarter === undefined ? `Annual return ${name}` : `Report for quarter ${quarter} of ${name}`;
  const days = `${words.date(piece.from)} to ${words.date(addDays(piece.to, -1))}`;
  return {
    title: `${what}: pooled fund “${fund.name}”`,
    language: 'en-GB',
    asOf: recordedAt,
    letterhead: [words.agency(fund.hostAgencyId), fund.managerPost],
    blocks: [
      {
        kind: 'pairs',
        pairs: [
          { label: 'Fund', value: fund.name },
          { label: 'Under', value: words.agreement(fund.agreementId) },
          { label: 'Partners', value: fund.partners.map((partner) => words.agency(partner)).join('; ') },
          { label: 'Host', value: words.agency(fund.hostAgencyId) },
          { label: 'Days', value: days },
        ],
      },
      { kind: 'paragraph', text: [{ text: positionSaid(position), as: 'strong' }] },
      ...alerts(position),
      ...contributions(ground),
      ...quarters(ground),
      ...spending(ground),
      ...shares(ground),
      ...risk(ground),
      { kind: 'paragraph', text: 'Given under regulation 7(4) and (5) of SI 2000/617. Figures are pounds, by the events recorded until then.' },
    ],
  };
}

const heading = (text: string): Block => ({ kind: 'heading', level: 1, text });
// The cast is the brand: sums of whole pence.
const money = (pence: number): string => formatPounds(pence as SignedPence);
const columns = (first: string, ...figures: readonly string[]): Column[] => [{ head: first }, ...figures.map((head): Column => ({ head, align: 'end' }))];

function alerts({ thresholds, year }: FundPosition): Block[] {
  const last = thresholds.at(-1);
  if (last === undefined) return [];
  const says = last === 'alert' ? 'The fund is nearly committed' : 'The fund is overcommitted';
  return [{ kind: 'paragraph', text: [{ text: `${says} for ${year.name}.`, as: 'emphasis' }] }];
}

function contributions({ position, words }: FundReportGround): Block[] {
  const { text, budget, received, due, overdue } = position;
  if (text === null) return [heading('Contributions'), { kind: 'paragraph', text: 'Not every partner has agreed to contributions for this year.' }];
  const rows = position.contributions.map((each) => [words.agency(each.agencyId), ...[each.pence, each.duePence, each.receivedPence, each.overduePence].map(money)]);
  const varied = text.version === 1 ? '' : ` Version ${text.version} of the text, in force since ${text.inForceFrom === null ? '' : words.date(text.inForceFrom)}.`;
  return [
    heading('Contributions'),
    {
      kind: 'table',
      caption: `Contributions by partner.${varied}`,
      columns: columns('Partner', 'For the year', 'Due', 'Received', 'Overdue'),
      rows: [...rows, ['All', ...[budget, due, received, overdue].map(money)]],
    },
    ...overpaid(position, words),
  ];
}

/** Each partner that paid more than it contributes, with the receipts of which that was said when they came, and why. */
function overpaid({ contributions, receipts }: FundPosition, words: Words): Block[] {
  const items = contributions
    .filter(({ overpaidPence }) => overpaidPence > 0)
    .map(({ agencyId, overpaidPence }) => {
      const said = receipts.filter((each) => each.agencyId === agencyId && each.reversed === null);
      const reasons = said.flatMap(({ pence, on, overpaid: beyond }) => (beyond === null ? [] : [`; ${money(pence)} of ${words.date(on)}: ${beyond.because}`]));
      return `${words.agency(agencyId)} has paid ${money(overpaidPence)} more than it contributes${reasons.join('')}`;
    });
  return items.length === 0 ? [] : [{ kind: 'paragraph', text: [{ text: 'More came in than was agreed:', as: 'strong' }] }, { kind: 'list', numbered: false, items }];
}

function quarters({ pieces }: FundReportGround): Block[] {
  // Where nothing came back, the report reads as it did before that was counted.
  const cameBack = pieces.some(({ recovered }) => recovered !== 0);
  return [
    heading('By quarter'),
    {
      kind: 'table',
      caption: 'What came in, and what was spent, in each quarter.',
      columns: columns('Quarter', 'Received', 'Lines', 'Other spending', ...(cameBack ? ['Came back'] : []), 'Spent'),
      rows: pieces.map(({ quarter, received, lines, other, recovered }) => [
        ...[String(quarter), money(received), money(lines), money(other)],
        ...[...(cameBack ? [money(recovered)] : []), money(lines + other - recovered)],
      ]),
    },
  ];
}

function spending({ position: { commitments, otherFor, other, recovered, spentToDate, outturn } }: FundReportGround): Block[] {
  const lines = commitments.categories.map(({ category, toDate, toYearEnd }) => [category.replaceAll('-', ' '), money(toDate), money(toYearEnd)]);
  const besides = otherFor.filter(({ pence }) => pence !== 0).map(({ for: purpose, pence }) => [`other: ${purpose}`, money(pence), money(pence)]);
  const besidesInAll = besides.length === 0 ? [] : [['All other spending', money(other), money(other)]];
  const less = recovered === 0 ? [] : [['Unspent sums that came back', money(0 - recovered), money(0 - recovered)]];
  return [
    heading('Spending and commitments'),
    {
      kind: 'table',
      caption: `Lines of ${commitments.children === 1 ? 'one child' : `${commitments.children} children`} (${commitments.lines} in all), and other spending.`,
      columns: columns('For', 'To date', 'To the end of the year'),
      rows: [...lines, ['All lines', money(commitments.toDate), money(commitments.toYearEnd)], ...besides, ...besidesInAll, ...less, ['All', money(spentToDate), money(outturn)]],
    },
  ];
}

function shares({ position: { commitments }, words }: FundReportGround): Block[] {
  if (commitments.agencies.length === 0) return [];
  return [
    {
      kind: 'table',
      caption: 'What each partner bears of the lines in name, by the shares of the clauses.',
      columns: columns('Partner', 'To date', 'To the end of the year'),
      rows: commitments.agencies.map(({ agencyId, toDate, toYearEnd }) => [words.agency(agencyId), money(toDate), money(toYearEnd)]),
    },
  ];
}

function risk({ position: { closing, steps, difference, year }, words }: FundReportGround): Block[] {
  const taken = closing?.steps ?? steps;
  if (taken.length === 0) return [];
  const kind = (closing?.differencePence ?? difference) > 0 ? 'overspend' : 'underspend';
  const about = closing === null ? `How the forecast ${kind} would be dealt with` : `How the ${kind} was dealt with when ${year.name} was closed on ${words.date(closing.on)}`;
  return [heading('Risk share'), { kind: 'paragraph', text: `${about}:` }, { kind: 'list', numbered: true, items: taken.map((step) => stepSaid(step, words)) }];
}
