import type { MatterKind, NeedCategory } from '@accord/panel/contracts';
import { accept, formatLondonDate, idFrom, londonDate, succeed } from '@accord/shared/kernel';
import type { Decider, Decision, Id, LondonDate, Result } from '@accord/shared/kernel';
import { evolveMatter } from './matter-state';
import type { Matter, MatterEvent, MatterState, NewMatterEvent } from './matter-state';
import { provisionsOf, requestedLines } from './package-line';
import type { ProposedRequest } from './package-line';
import { refusePanel } from './refusals';

/** An agency asks a panel to decide something about a child. */
export interface RaiseMatter {
  readonly type: 'RaiseMatter';
  readonly matterId: Id<'matter'>;
  readonly childId: Id<'child'>;
  readonly panelId: Id<'panel'>;
  readonly kind: MatterKind;
  /** London day on which it was brought. */
  readonly on: string;
  readonly needs: readonly NeedCategory[];
  /** What is asked for, in words; personal. */
  readonly asks: string;
  /** What is to become better for the child, in words; personal. */
  readonly outcomesWanted: readonly string[];
  /** The lines asked for; a panel may be asked for something that costs nothing. */
  readonly lines: readonly ProposedRequest[];
  /** London day of the request: what has not happened yet is no fact. */
  readonly today: LondonDate;
}

/** What a matter rests on when it is brought, each read from its own stream. */
export interface RaisingFacts {
  readonly childIsKnown: boolean;
  readonly panel: { readonly status: 'unknown' } | { readonly status: 'constituted'; readonly from: LondonDate };
  /** The agencies registered in this area, of those named here and the acting one. */
  readonly registered: ReadonlySet<string>;
  /** The agency for which the person acts: it is the one that asks. */
  readonly actingAgency: string;
}

/**
 * Brings a matter. Refuses `matter-already-raised`, `child-unknown`, `panel-unknown`, `agency-unknown` (of the
 * caller, or of a payer), `matter-date-in-future`, `matter-before-panel`, `need-repeated` and what
 * `requestedLines` refuses.
 */
export const raisingDecider: Decider<RaiseMatter, MatterState, NewMatterEvent, MatterEvent, RaisingFacts> = {
  initial: { status: 'unknown' },
  evolve: evolveMatter,
  decide: raiseMatter,
};

function raiseMatter(command: RaiseMatter, state: MatterState, facts: RaisingFacts): Decision<NewMatterEvent> {
  if (state.status !== 'unknown') return refusePanel('matter-already-raised', 'This matter is already brought; add to it instead.');
  const agencyId = askingAgency(facts);
  if (!agencyId.ok) return agencyId;
  if (!facts.childIsKnown) return refusePanel('child-unknown', "Open the child's record before bringing a matter about the child.");
  const on = raisedOn(command, facts);
  if (!on.ok) return on;
  if (new Set(command.needs).size < command.needs.length) return refusePanel('need-repeated', 'Name each need once.');
  const lines = requestedLines(command.lines, facts.registered);
  if (!lines.ok) return lines;
  const { matterId, childId, panelId, kind, needs, asks, outcomesWanted } = command;
  return accept({
    type: 'MatterRaised',
    data: {
      ...{ matterId, childId, on: on.value, panelId, agencyId: agencyId.value, kind, needs: [...needs], asks },
      ...{ outcomesWanted: [...outcomesWanted], lines: lines.value, provisions: provisionsOf(command.lines) },
    },
  });
}

function askingAgency({ actingAgency, registered }: RaisingFacts): Result<Id<'agency'>> {
  const agencyId = idFrom<'agency'>(actingAgency);
  return agencyId !== undefined && registered.has(agencyId)
    ? succeed(agencyId)
    : refusePanel('agency-unknown', 'The agency for which you act is not registered in this area; register it first.');
}

function raisedOn(command: RaiseMatter, { panel }: RaisingFacts): Result<LondonDate> {
  if (panel.status === 'unknown') return refusePanel('panel-unknown', 'There is no panel with this id; bring the matter to one that is constituted.');
  const on = pastDay(command.on, command.today);
  if (!on.ok) return on;
  return on.value < panel.from
    ? refusePanel('matter-before-panel', `The panel was constituted from ${formatLondonDate(panel.from)}; no matter was brought to it before.`)
    : on;
}

/** The day given, if it has come. Refuses `not-a-date`, `matter-date-in-future`. */
export function pastDay(text: string, today: LondonDate): Result<LondonDate> {
  const on = londonDate(text);
  if (!on.ok || on.value <= today) return on;
  return refusePanel('matter-date-in-future', 'Record what has happened: give today or an earlier day.');
}

/** The matter, if it was brought and not withdrawn. Refuses `matter-unknown`, `matter-withdrawn`. */
export function standingMatter(state: MatterState): Result<Matter> {
  if (state.status === 'unknown') return refusePanel('matter-unknown', 'There is no matter with this id; bring it first.');
  if (state.status === 'withdrawn') {
    return refusePanel('matter-withdrawn', 'The agency that brought this matter withdrew it; bring it again as a matter of its own.');
  }
  return succeed(state);
}
