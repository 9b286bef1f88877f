import { idOf, penceField, textField } from '@accord/shared/event-contracts';
import { z } from 'zod';
import { commitmentAuthorities, decisionModes, deputyRules, lineCategories, seatStandings } from './terms';

const seat = z.strictObject({
  seatId: idOf('seat'),
  agencyId: idOf('agency'),
  post: textField(200),
  standing: z.enum(seatStandings),
  deputies: z.enum(deputyRules),
  /** The posts that may deputise, where the rule is `named-posts`. */
  deputyPosts: z.array(textField(200)),
});
/** A seat of a panel: of which agency, for which post, with which standing, and who may deputise. */
export type Seat = z.infer<typeof seat>;

/** The post of an agency that may do something: ratify, or decide urgently. */
const postOfAgency = z.strictObject({ agencyId: idOf('agency'), post: textField(200) });
export type PostOfAgency = z.infer<typeof postOfAgency>;

/** A panel's terms of reference in one version. */
export const termsOfReference = z.strictObject({
  seats: z.array(seat).min(1),
  /** So many voting members, one at least of each agency named; judged for each matter when it is decided. */
  quorum: z.strictObject({ members: z.int().min(1), agencies: z.array(idOf('agency')) }),
  decisionMode: z.enum(decisionModes),
  /** Who decides where the panel only advises. */
  decisionMakerSeatId: idOf('seat').nullable(),
  /** The seats that may chair, in order of precedence. */
  chairs: z.array(idOf('seat')).min(1),
  /** What the panel may commit, and on whose authority. */
  commitment: z.strictObject({
    authority: z.enum(commitmentAuthorities),
    /** Whole cost a week that the panel as a body may commit for one decision; `null` without a limit. */
    weeklyLimitPence: penceField().nullable(),
    categories: z.array(z.enum(lineCategories)).min(1),
  }),
  /** The posts that ratify for their agency what was beyond the authority in the room. */
  ratifiers: z.array(postOfAgency),
  /** Working days before the meeting by which papers are circulated; later ones are late. */
  papersNotice: z.int().min(0),
  /** Who may decide between meetings, how many of them together, and within how many days the panel ratifies. */
  urgent: z
    .strictObject({
      officers: z.array(postOfAgency).min(1),
      officersNeeded: z.int().min(1),
      ratifyWithinDays: z.int().min(1),
    })
    .nullable(),
});
export type TermsOfReference = z.infer<typeof termsOfReference>;

/** What version 1 of a constitution did not say: what was then allowed stays allowed. */
export function termsFromVersion1(terms: Record<string, unknown>): Record<string, unknown> {
  // Version 1 held seats with id, agency, post and standing; the catalogue validates what comes of it.
  const seats = terms['seats'] as readonly Record<string, unknown>[];
  return {
    ...terms,
    seats: seats.map((each) => ({ ...each, deputies: 'anyone-of-the-agency', deputyPosts: [] })),
    decisionMakerSeatId: null,
    chairs: seats.filter(({ standing }) => standing !== 'observer').map(({ seatId }) => seatId),
    commitment: { authority: 'of-the-panel', weeklyLimitPence: null, categories: [...lineCategories] },
    ratifiers: [],
    papersNotice: 0,
    urgent: null,
  };
}
