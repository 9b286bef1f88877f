import { lineLifeEvents, providerEvents } from '@accord/funding/contracts';
import { asksForCost, asksWhoPays, decisionFundingView, lineDecider, lineInDecision, payersUnderClauses, providerDecider } from '@accord/funding/domain';
import type { AgreementState, LineCommand, LineFacts, LineOfItsDecision, LineState, RegisterProvider } from '@accord/funding/domain';
import { decisionEvents } from '@accord/panel/contracts';
import type { CommandOutcome, CommandRunner, FactLoader, RequestContext } from '@accord/shared/commands';
import type { Id, Period } from '@accord/shared/kernel';
import { inHandsOf } from '../agencies';
import { agreementStream } from '../agreements';
import type { AgreementsOnRecord } from '../agreements-on-record';
import type { PicturesNow } from '../money/money-on-record';

/** What happened to a package line after its decision; its id is that of the line. */
export const lineStream = { category: 'package-line', decider: lineDecider, definitions: lineLifeEvents };
export const providerStream = { category: 'provider', decider: providerDecider, definitions: providerEvents };
/** A decision as a fact of commands about its lines and their money. */
export const decisionFact = { category: 'decision', decider: decisionFundingView, definitions: decisionEvents };

/** Package lines after their decision: who provides them, when they pause and end, how their rates vary, what came back; and providers. */
export class PackageLines {
  constructor(
    private readonly runner: CommandRunner,
    private readonly onRecord: Pick<AgreementsOnRecord, 'agreed'>,
    private readonly pictures: Pick<PicturesNow, 'pictureNow'>,
  ) {}

  provider(command: RegisterProvider, context: RequestContext): Promise<CommandOutcome> {
    return this.runner.run({ streamType: providerStream, id: command.providerId, command, context, facts: () => Promise.resolve(undefined) });
  }

  line(command: LineCommand, context: RequestContext): Promise<CommandOutcome> {
    return this.runner.run({ streamType: lineStream, id: command.lineId, command, context, facts: (loader) => this.factsOf(command, loader) });
  }

  private async factsOf(command: LineCommand, loader: FactLoader): Promise<LineFacts> {
    const { decisionId, lineId, agencyId, today } = command;
    const [{ state: decision }, { state: line }, agreements] = await Promise.all([
      loader.load(decisionFact, decisionId),
      loader.load(lineStream, lineId),
      asksWhoPays(command) ? this.agreementsOfArea(loader) : undefined,
    ]);
    const actsFor = await inHandsOf(loader, concernedWith(lineInDecision(decision, lineId), line, agreements), { agencyId, today });
    const daysOfAll = asksForCost(command) ? await this.daysOfAll(command, decision) : undefined;
    return { decision, actsFor, agreements, daysOfAll, provider: command.type === 'ArrangeLine' ? await providerName(loader, command.providerId) : undefined };
  }

  /** By the read model of facts: which later decision replaces the line, no stream of it says. */
  private async daysOfAll({ decisionId, lineId }: LineCommand, decision: LineFacts['decision']): Promise<readonly Period[]> {
    if (decision.status === 'unknown') return [];
    const { lines } = await this.pictures.pictureNow(decision.decision.childId);
    return lines.find((fact) => fact.decisionId === decisionId && fact.line.lineId === lineId)?.days ?? [];
  }

  private async agreementsOfArea(loader: FactLoader): Promise<readonly AgreementState[]> {
    const loaded = await Promise.all((await this.onRecord.agreed()).map((id) => loader.load(agreementStream, id)));
    return loaded.map(({ state }) => state);
  }
}

/** Who pays by the decision, may pay under a clause, has recorded something of the line, or is awaited. */
function concernedWith(decided: LineOfItsDecision | undefined, { entries }: LineState, agreements: LineFacts['agreements']): readonly Id<'agency'>[] {
  const payers = decided?.line.split.parts.map(({ agencyId }) => agencyId) ?? [];
  const underClauses = decided && agreements ? payersUnderClauses(agreements, decided.line.category, decided.line.period) : [];
  const recorded = entries.flatMap(({ body: { data } }) => ('stillAwaited' in data ? [data.agencyId, ...data.stillAwaited] : [data.agencyId]));
  return [...new Set([...payers, ...underClauses, ...recorded])];
}

async function providerName(loader: FactLoader, providerId: string): Promise<string | undefined> {
  const { state } = await loader.load(providerStream, providerId);
  return state.status === 'registered' ? state.name : undefined;
}
