import { addDays } from '@accord/shared/kernel';
import { defineEvent, idOf, londonDateField, penceField, textField } from '@accord/shared/event-contracts';
import { z } from 'zod';
import { vatStatuses } from '../line-terms';
import { entryOfLine, ofLine } from './line-fields';

export const PackageLineArranged = defineEvent({
  type: 'PackageLineArranged',
  version: 1,
  stream: 'package-line',
  meaning: 'From a day on an organisation provides a package line, and the agency that recorded it holds the contract and pays the provider.',
  data: z.strictObject({
    ...entryOfLine(),
    providerId: idOf('provider'),
    /** What the provider was called when this was recorded. */
    provider: textField(200),
    /** The agency that holds the contract and pays the provider: the one that recorded it. */
    commissionedBy: idOf('agency'),
    vat: z.enum(vatStatuses),
  }),
  effective: 'from',
  sentence: ({ lineId, provider, commissionedBy, from }, words) => `From ${words.date(from)} the ${words.line(lineId)} is provided by ${provider}, whom ${words.agency(commissionedBy)} pays.`,
});

/** Why a line pauses. */
export const suspensionReasons = ['hospital-stay', 'away', 'provider-cannot', 'other'] as const;
export type SuspensionReason = (typeof suspensionReasons)[number];

const paused: Readonly<Record<SuspensionReason, string>> = {
  'hospital-stay': 'a stay in hospital',
  'away': 'the child is away',
  'provider-cannot': 'the provider cannot provide it',
  'other': 'another reason',
};

/** Basis points of the running cost that stay payable: 0 is nothing, 10,000 all of it. */
const retainedPart = () => z.int().min(0).max(10_000);
const partInWords = (basisPoints: number): string => (basisPoints === 0 ? 'nothing' : basisPoints === 10_000 ? 'all' : `${basisPoints / 100} %`);

export const PackageLineSuspended = defineEvent({
  type: 'PackageLineSuspended',
  version: 1,
  stream: 'package-line',
  meaning: 'A package line pauses from a day on, and the part of its running cost that is retained is payable all the same.',
  data: z.strictObject({
    ...entryOfLine(),
    retainedBasisPoints: retainedPart(),
    reason: z.enum(suspensionReasons),
    because: textField(1000).optional(),
  }),
  personal: { because: 'clinical' },
  subject: 'childId',
  effective: 'from',
  sentence: ({ lineId, from, reason, retainedBasisPoints }, words) =>
    `The ${words.line(lineId)} pauses from ${words.date(from)} (${paused[reason]}); ${partInWords(retainedBasisPoints)} of what it costs stays payable.`,
});

export const RetainedPartChanged = defineEvent({
  type: 'RetainedPartChanged',
  version: 1,
  stream: 'package-line',
  meaning: 'An agency that pays said which part of the running cost of a package line stays payable from a day on, for as long as the line pauses.',
  data: z.strictObject({
    ...entryOfLine(),
    retainedBasisPoints: retainedPart(),
    because: textField(1000),
  }),
  personal: { because: 'clinical' },
  subject: 'childId',
  effective: 'from',
  sentence: ({ lineId, agencyId, from, retainedBasisPoints }, words) =>
    `${words.agency(agencyId)} said that from ${words.date(from)} on, while the ${words.line(lineId)} pauses, ${partInWords(retainedBasisPoints)} of what it costs stays payable.`,
});

export const PackageLineResumed = defineEvent({
  type: 'PackageLineResumed',
  version: 1,
  stream: 'package-line',
  meaning: 'A package line that paused goes on from a day.',
  data: z.strictObject(entryOfLine()),
  effective: 'from',
  sentence: ({ lineId, from }, words) => `The ${words.line(lineId)} goes on from ${words.date(from)}.`,
});

/** Why a line ends without another decision. */
export const lineEndingReasons = ['need-ended', 'moved-away', 'provider-ended', 'family-choice', 'reached-18', 'other'] as const;
export type LineEndingReason = (typeof lineEndingReasons)[number];

export const PackageLineEnded = defineEvent({
  type: 'PackageLineEnded',
  version: 1,
  stream: 'package-line',
  meaning: 'A package line ended without another decision: from this day it is neither provided nor paid for.',
  data: z.strictObject({
    ...entryOfLine(),
    reason: z.enum(lineEndingReasons),
    because: textField(1000),
  }),
  personal: { because: 'clinical' },
  subject: 'childId',
  effective: 'from',
  sentence: ({ lineId, from, reason }, words) => `The ${words.line(lineId)} ended, ${words.date(addDays(from, -1))} being its last day (${reason.replaceAll('-', ' ')}).`,
});

export const UnspentSumRecovered = defineEvent({
  type: 'UnspentSumRecovered',
  version: 1,
  stream: 'package-line',
  meaning: 'A sum that was paid out for days of a package line, and not spent, came back: it is credited to those who paid for these days.',
  data: z.strictObject({
    ...ofLine(),
    recoveryId: idOf('recovery'),
    /** The days for which it was paid out. */
    of: z.strictObject({ from: londonDateField(), to: londonDateField() }),
    pence: penceField(),
    /** Day on which it came back. */
    on: londonDateField(),
  }),
  effective: 'on',
  sentence: ({ lineId, of, pence, on }, words) =>
    `Of what was paid for the ${words.line(lineId)} from ${words.date(of.from)} to ${words.date(addDays(of.to, -1))}, ${words.money(pence)} was not spent and came back on ${words.date(on)}.`,
});

export const LineEntryWithdrawn = defineEvent({
  type: 'LineEntryWithdrawn',
  version: 1,
  stream: 'package-line',
  meaning: 'Something that had been recorded of a package line by mistake was withdrawn: it counts no more.',
  data: z.strictObject({
    ...ofLine(),
    /** The arrangement, suspension, resumption, ending, recovery or proposal, by its id. */
    withdraws: idOf('line-entry'),
    because: textField(1000),
    on: londonDateField(),
  }),
  personal: { because: 'clinical' },
  subject: 'childId',
  effective: 'on',
  sentence: ({ lineId, agencyId }, words) => `${words.agency(agencyId)} withdrew something that had been recorded of the ${words.line(lineId)} by mistake.`,
});
