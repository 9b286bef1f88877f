import { lineLifeEvents } from '@accord/funding/contracts';
import type { decisionEvents } from '@accord/panel/contracts';
import type { PackageLine } from '@accord/panel/contracts';
import type { Recorded } from '@accord/shared/event-contracts';
import type { Id, LineRate } from '@accord/shared/kernel';
import { specification } from '@accord/shared/testing';
import { day, health, numbered, percentages, socialCare } from '../sample-agreement';
import { agreementDecider } from '../agreement';
import type { AgreementState, RecordedAgreementEvent } from '../agreement-state';
import { agreementInForce, decision, line } from '../sample-facts';
import type { AgreementOfSpec } from '../sample-facts';
import { decisionFundingView } from './decided-line';
import type { DecisionFundingView } from './decided-line';
import type { LineCommand } from './line-commands';
import type { LineFacts, NewLineEvent } from './line-ground';
import { lineDecider } from './package-line';
import { decisionId, homeCare, lineId } from './sample-line-life';

// Commands about line 600 of decision 700, for the specs of this folder; not exported by its index.

type DecisionEvent = Recorded<(typeof decisionEvents)[number]>;
const viewAfter = (...events: readonly DecisionEvent[]): DecisionFundingView => events.reduce<DecisionFundingView>((state, event) => decisionFundingView.evolve(state, event), decisionFundingView.initial);

/** £700.00 a week from Monday 1 September 2025 until 1 September 2026, 60 % health and 40 % social care; held as a direct payment. */
const directPayment: PackageLine = { ...line({ rates: { '2025-09-01': 700 }, split: percentages(60, 40), to: '2026-09-01' }), budget: { kind: 'personal-budget', heldAs: 'direct-payment' } };

interface Facts extends Partial<LineFacts> {
  readonly by?: readonly Id<'agency'>[];
  readonly decided?: Partial<PackageLine>;
  readonly effect?: 'at-once' | 'awaiting-ratification' | 'none';
  readonly followed?: readonly DecisionEvent[];
}
/** Health acts, the decision has effect at once, and the provider is registered, unless something else is said. */
export function facts({ by = [health], decided = {}, effect = 'at-once', followed = [], ...changes }: Facts = {}): LineFacts {
  // The event of the sample is one of those of a decision.
  const recorded = decision({ lines: [{ ...directPayment, ...decided }], effect }) as DecisionEvent;
  return { decision: viewAfter(recorded, ...followed), actsFor: new Set<string>(by), agreements: [], daysOfAll: [directPayment.period], provider: 'Home Care Limited', ...changes };
}
/** An agreement that every party has signed. The cast: the events of the sample are those of an agreement. */
export const signedByAll = (changes: Partial<AgreementOfSpec>): AgreementState =>
  (agreementInForce(changes) as RecordedAgreementEvent[]).reduce<AgreementState>((state, event) => agreementDecider.evolve(state, event), agreementDecider.initial);
export const byCare = { by: [socialCare] };

interface Asked {
  readonly agencyId?: Id<'agency'>;
  readonly today?: string;
}
const ofLine = ({ agencyId = health, today = '2026-01-05' }: Asked) => ({ decisionId, lineId, agencyId, today: day(today) });
const words = 'Words about the child';
const name = numbered<'line-entry'>;
const variation = numbered<'rate-variation'>;

export const ask = {
  arrange: (number: number, from: string, asked: Asked = {}): LineCommand => ({ type: 'ArrangeLine', ...ofLine(asked), entryId: name(number), from: day(from), providerId: homeCare, vat: 'exempt' }),
  suspend: (number: number, from: string, { retained = 5_000, because, reason = 'hospital-stay', turnsOnly = false, ...asked }: Asked & { retained?: number; because?: string; reason?: 'hospital-stay' | 'other'; turnsOnly?: boolean } = {}): LineCommand => ({
    ...{ type: 'SuspendLine', ...ofLine(asked), entryId: name(number), from: day(from), retainedBasisPoints: retained, reason, because, turnsOnly },
  }),
  changePart: (number: number, from: string, { retained, ...asked }: Asked & { retained: number }): LineCommand => ({
    ...{ type: 'ChangeRetainedPart', ...ofLine(asked), entryId: name(number), from: day(from), retainedBasisPoints: retained, because: words },
  }),
  resume: (number: number, from: string, asked: Asked = {}): LineCommand => ({ type: 'ResumeLine', ...ofLine(asked), entryId: name(number), from: day(from) }),
  end: (number: number, from: string, asked: Asked = {}): LineCommand => ({ type: 'EndLine', ...ofLine(asked), entryId: name(number), from: day(from), reason: 'need-ended', because: words }),
  propose: (number: number, rates: readonly LineRate[], { on = '2025-10-01', ...asked }: Asked & { on?: string } = {}): LineCommand => ({
    ...{ type: 'ProposeLineRates', ...ofLine(asked), variationId: variation(number), on: day(on), rates, because: words },
  }),
  agree: (number: number, on: string, asked: Asked = {}): LineCommand => ({ type: 'AgreeLineRates', ...ofLine({ agencyId: socialCare, ...asked }), variationId: variation(number), on: day(on) }),
  refuse: (number: number, on: string, asked: Asked = {}): LineCommand => ({ type: 'RefuseLineRates', ...ofLine({ agencyId: socialCare, ...asked }), variationId: variation(number), on: day(on), because: words }),
  recover: (number: number, of: readonly [string, string], { pence, on, ...asked }: Asked & { pence: number; on: string }): LineCommand => ({
    ...{ type: 'RecoverUnspentSum', ...ofLine(asked), recoveryId: numbered<'recovery'>(number), of: { from: day(of[0]), to: day(of[1]) }, pence, on: day(on) },
  }),
  withdraw: (number: number, on = '2025-12-01', { turnsOnly = false, ...asked }: Asked & { turnsOnly?: boolean } = {}): LineCommand => ({ type: 'WithdrawLineEntry', ...ofLine(asked), turnsOnly, withdraws: name(number), because: words, on: day(on) }),
};

/** What was recorded, as it was decided: personal fields in the clear. The cast: they are texts before they are sealed. */
export const inTheClear = (event: { readonly type: string; readonly data: object }): NewLineEvent =>
  ({ ...event, data: 'because' in event.data ? { ...event.data, because: words } : event.data }) as NewLineEvent;

export const spec = specification({ decider: lineDecider, definitions: lineLifeEvents });
export const given = (...events: Parameters<typeof inTheClear>[0][]) => spec.given(...events.map(inTheClear));
