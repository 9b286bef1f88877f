import type { TermsOfReference } from '@accord/panel/contracts';
import { formatLondonDate, succeed } from '@accord/shared/kernel';
import type { Instant, LondonDate, Refusal, Result } from '@accord/shared/kernel';
import type { AgenciesOnDay } from './agencies-on-day';
import type { MatterState } from './matter-state';
import { refuseSeatless, refuseUnknownPanel, termsOn } from './panel';
import type { Constituted, PanelState } from './panel';
import type { PractitionerState } from './practitioner';
import { refusePanel } from './refusals';

/** What a meeting's commands rest on, each read from its own stream. */
export interface MeetingFacts {
  readonly panel: PanelState;
  /** The agency for which the person acts who asks. */
  readonly actingAgency: string;
  /** Those whom the command seats, by id; nobody else is looked up. */
  readonly practitioners: ReadonlyMap<string, PractitionerState>;
  /** The agencies for which the command seats them, as they are on the day of the sitting; no other is looked up. */
  readonly agencies: AgenciesOnDay;
  /** The matter that the command names. */
  readonly matter: MatterState;
  /** The last moment of which something was said, voted or decided in this meeting, if anything was. */
  readonly saidUntil: Instant | undefined;
}

/**
 * The terms of reference in force on the day of a sitting, for somebody whose agency has a seat under them.
 * Refuses `panel-unknown`, `meeting-before-panel`, `agency-without-seat`.
 */
export function termsFor({ panel, actingAgency }: MeetingFacts, on: LondonDate): Result<TermsOfReference> {
  if (panel.status === 'unknown') return refuseUnknownPanel();
  const version = termsOn(panel, on);
  if (version === undefined) return refuseBeforePanel(panel);
  return refuseSeatless(panel, actingAgency, on) ?? succeed(version.terms);
}

export const refuseBeforePanel = ({ from }: Constituted): Refusal =>
  refusePanel('meeting-before-panel', `The panel was constituted from ${formatLondonDate(from)}; its meetings are from that day on.`);
