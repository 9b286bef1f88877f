import type { AccountsState, RecordedAccountsEvent } from '@accord/funding/domain';
import { evolveAccounts, nothingClosed } from '@accord/funding/domain';
import type { EventCatalogue } from '@accord/shared/event-contracts';
import type { EventStore, Position } from '@accord/shared/event-store';
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
  constructor(
    private readonly events: Pick<EventStore, 'readStream'>,
    private readonly catalogue: EventCatalogue,
  ) {}

  async read(): Promise<AccountsAsRecorded> {
    const recorded = (await this.events.readStream(`${accountsStream.category}-${accountsId}`)) ?? [];
    const closings = recorded.map((event): Closing => {
      // The stream holds its own events and nothing else, and the catalogue has validated the data.
      const body = { type: event.type, data: this.catalogue.read(event) } as unknown as RecordedAccountsEvent;
      const { actor, agency, role } = event.metadata;
      return { event: body, actor, agency, role, recordedAt: event.recordedAt, position: event.position };
    });
    return { state: closings.map(({ event }) => event).reduce(evolveAccounts, nothingClosed), closings, revision: recorded.at(-1)?.revision };
  }
}
