import { setImmediate } from 'node:timers/promises';
import { AccountsOnRecord, AgenciesOnRecord, Invoices, Payments } from '@accord/funding/application';
import type { MoneyOnRecord, PicturesNow } from '@accord/funding/application';
import { AgencyFigures, AreaFactsReader, ChildFigures, ClosedRecharges, FundReader, MoneyFinder, MoneyList, MoneyReader, OwnMoney } from '@accord/funding/http';
import type { FundingFacts, MoneyTrail } from '@accord/funding/http';
import { AgencyList } from '@accord/panel/http';
import type { CommandRunner } from '@accord/shared/commands';
import type { Vocabulary } from '@accord/shared/http';
import { eventCatalogue } from './catalogue';
import type { Stores } from './stores';

interface MoneyGround {
  readonly runner: CommandRunner;
  readonly stores: Pick<Stores, 'events' | 'read'>;
  readonly vocabulary: Vocabulary;
  readonly auditTrail: MoneyTrail;
  readonly fundingFacts: FundingFacts;
  readonly picturesSeen: Pick<PicturesNow, 'pictureNow'>;
  /** Waits a moment until what was recorded just before can be seen by these projections. */
  readonly awaitSeen: (...projections: readonly string[]) => Promise<void>;
}

/** Everything that answers commands and questions about invoices, payments, and figures side by side. */
export function moneyParts({ runner, stores: { events, read }, vocabulary, auditTrail, fundingFacts, picturesSeen, awaitSeen }: MoneyGround) {
  const agenciesOnRecord = new AgenciesOnRecord(events, eventCatalogue);
  const funds = new FundReader(read, eventCatalogue);
  const recharges = new ClosedRecharges(new AccountsOnRecord(events, eventCatalogue), funds);
  const money = new MoneyReader(read, eventCatalogue);
  const seen: MoneyOnRecord = {
    invoicesOfLines: async (lines) => {
      await awaitSeen('money');
      return money.invoicesOfLines(lines);
    },
    paymentsOfInvoice: async (invoiceId) => {
      await awaitSeen('money');
      return money.paymentsOfInvoice(invoiceId);
    },
    paymentsOfStatements: async (month, paidBy) => {
      await awaitSeen('money');
      return money.paymentsOfStatements(month, paidBy);
    },
  };
  const pictures: PicturesNow = {
    ...picturesSeen,
    fundsNow: async () => {
      await awaitSeen('pooled-funds');
      return funds.facts();
    },
  };
  return {
    invoices: new Invoices(runner, seen, pictures),
    payments: new Payments(runner, seen, pictures),
    agenciesOnRecord,
    ownMoney: new OwnMoney(agenciesOnRecord),
    moneyList: new MoneyList({ money, found: new MoneyFinder(read), agencies: new AgencyList(read), vocabulary, trail: auditTrail }),
    childFigures: new ChildFigures({ facts: fundingFacts, funds, money, recharges, vocabulary }),
    agencyFigures: new AgencyFigures({ facts: new AreaFactsReader(read, eventCatalogue), funds, money, recharges, vocabulary, pause: () => setImmediate() }),
  };
}

type MoneyParts = ReturnType<typeof moneyParts>;

/** The same, as the routes ask for them. */
export const moneyProviders = (parts: MoneyParts) => [
  { provide: Invoices, useValue: parts.invoices },
  { provide: Payments, useValue: parts.payments },
  { provide: AgenciesOnRecord, useValue: parts.agenciesOnRecord },
  { provide: OwnMoney, useValue: parts.ownMoney },
  { provide: MoneyList, useValue: parts.moneyList },
  { provide: ChildFigures, useValue: parts.childFigures },
  { provide: AgencyFigures, useValue: parts.agencyFigures },
];
