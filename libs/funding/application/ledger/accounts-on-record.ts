import { accountsEvents } from '@accord/funding/contracts';
import type { AccountsState, RecordedAccountsEvent } from '@accord/funding/domain';
import { evolveAccounts, nothingClosed } from '@accord/funding/domain';
import { eventReader } from '@accord/shared/event-contracts';
import type { EventCatalogue } from '@accord/shared/event-contracts';
import type { EventStore, Position, RecordedEvent } from '@accord/shared/event-store';
import type { Instant } from '@accord/shared/kernel';
import { accountsId, accountsStream } from './accounts-stream';

/** One closing, and who closed for which agency in which role. */
export interface Closing {
  readonly event: RecordedAccountsEvent;
  readonly actor: string;
  readonly agency: string;
  readonly role: string;
  readonly recordedAt: Instant;
  readonly position: Position;
}

export interface AccountsAsRecorded {
  readonly state: AccountsState;
  /** In order of the record. */
  readonly closings: readonly Closing[];
  /** `undefined` while nothing is closed. */
  readonly revision: number | undefined;
}

/** Reads the accounts of the area from the record itself: one short stream, so that everybody sees a closing at once. */
export class AccountsOnRecord {
  private readonly eventOf: (event: RecordedEvent) => RecordedAccountsEvent;

  constructor(
    private readonly events: Pick<EventStore, 'readStream'>,
    catalogue: EventCatalogue,
  ) {
    this.eventOf = eventReader(catalogue, accountsEvents);
  }

  async read(): Promise<AccountsAsRecorded> {
    const recorded = (await this.events.readStream(`${accountsStream.category}-${accountsId}`)) ?? [];
    const closings = recorded.map((event): Closing => {
      const { actor, agency, role } = event.metadata;
      return { event: this.eventOf(event), actor, agency, role, recordedAt: event.recordedAt, position: event.position };
    });
    return { state: closings.map(({ event }) => event).reduce(evolveAccounts, nothingClosed), closings, revision: recorded.at(-1)?.revision };
  }
}
