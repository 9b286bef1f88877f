import { fundEvents } from '@accord/funding/contracts';
import { fundDecider, fundFactOf, recoveredPence } from '@accord/funding/domain';
import type { FundCommand, FundFacts, FundLines } from '@accord/funding/domain';
import type { CommandOutcome, CommandRunner, FactLoader, RequestContext } from '@accord/shared/commands';
import { addPence, financialYearOf, londonDate, noPence } from '@accord/shared/kernel';
import type { Pence } from '@accord/shared/kernel';
import { inHandsOf } from '../agencies';
import { agreementStream } from '../agreements';
import type { FundSweep } from './fund-sweep';
import type { FundsOnRecord } from './funds-on-record';

export const fundStream = { category: 'fund', decider: fundDecider, definitions: fundEvents };

export interface PooledFundsGround {
  readonly runner: CommandRunner;
  readonly onRecord: FundsOnRecord;
  readonly sweep: FundSweep;
  /** Waits until the read models of funds and of facts hold what is on record now; fails where they do not in time. */
  readonly caughtUp: () => Promise<void>;
  /** The same, and that they lack no event: what a year is closed with is kept for good. */
  readonly awaitFacts: () => Promise<void>;
}

/** Pooled funds: established under an agreement, contributed to, spent from, and closed year by year. */
export class PooledFunds {
  constructor(private readonly ground: PooledFundsGround) {}

  fund(id: string, command: FundCommand, context: RequestContext): Promise<CommandOutcome> {
    return this.ground.runner.run({
      ...{ streamType: fundStream, id, command, context },
      facts: (loader) => this.factsOf(id, command, loader),
    });
  }

  /** A fund is held against its agreement and the other funds of it, whoever acts against the partners whose functions it has; a year that is closed against what its lines cost. */
  private async factsOf(id: string, command: FundCommand, loader: FactLoader): Promise<FundFacts> {
    if (command.type === 'EstablishFund') {
      await this.ground.caughtUp();
      const { agreementId } = command;
      const onRecord = await this.ground.onRecord.all();
      const beside = onRecord.filter(({ fund: { fund } }) => fund.agreementId === agreementId && fund.fundId !== id);
      const [agreement, ...others] = await Promise.all([
        loader.load(agreementStream, agreementId),
        ...beside.map(({ fund: { fund } }) => loader.load(fundStream, fund.fundId)),
      ]);
      const parties = agreement.state.status === 'unknown' ? [] : agreement.state.parties;
      return { agreement: agreement.state, others: others.map(({ state }) => state), inherited: await inHandsOf(loader, parties, command) };
    }
    const { state } = await loader.load(fundStream, id);
    const inherited = await inHandsOf(loader, state.status === 'unknown' ? [] : state.fund.partners, command);
    const facts: FundFacts = { agreement: { status: 'unknown' }, others: [], inherited };
    if (command.type !== 'CloseFundYear' && command.type !== 'TellFundCommitted') return facts;
    // What is refused whatever the lines cost is refused before the area is swept for that.
    if (!fundDecider.decide(command, state, facts).ok) return facts;
    return { ...facts, lines: await this.linesOf(id, command.year, loader) };
  }

  /** What the lines for which the fund pays cost in the year, and what came back of them; `undefined` where there is no such fund or year. */
  private async linesOf(id: string, text: string, loader: FactLoader): Promise<FundLines | undefined> {
    const { state, revision } = await loader.load(fundStream, id);
    const year = londonDate(text);
    if (state.status === 'unknown' || !year.ok) return undefined;
    await this.ground.awaitFacts();
    const origin = { eventId: '', stream: `fund-${id}`, revision: revision ?? 0, recordedAt: '' };
    let [pence, recovered]: [Pence, Pence] = [noPence, noPence];
    const { upTo } = await this.ground.sweep.sweep({ funds: [fundFactOf(state, origin)], window: financialYearOf(year.value) }, (_fund, paid, cameBack) => {
      for (const { cost } of paid) pence = addPence(pence, cost);
      recovered = addPence(recovered, recoveredPence(cameBack));
    });
    return { pence, recovered, upTo };
  }
}
