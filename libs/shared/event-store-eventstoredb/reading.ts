import { BACKWARDS, END, FORWARDS, START as LOG_START } from '@eventstore/db-client';
import {
  START,
  type AllPage,
  type ExpectedRevision,
  type Position,
  type ReadAllOptions,
  type ReadStreamOptions,
  type RecordedEvent,
  type StreamName,
} from '@accord/shared/event-store';
import { StreamWasDeleted } from './errors';
import { passes } from './event-filter';
import { classify } from './failure';
import { readThrough, type ReadingLine } from './reading-line';
import { fromWire, isOurs, positionOf, toLogPosition, type ClientEvent } from './wire-events';

/** At most so many events of the log are looked at for one page; a rare filter then gives a short page. */
const MOST_LOOKED_AT = 20_000;
/** Room in one read of the log for events that are not given: the server's own, and the one at `after`. */
const ROOM = 64;

/** Reads, all of them from the leader: a follower may not have yet what the leader acknowledged. */
export class Reading {
  constructor(private readonly line: ReadingLine) {}

  /** @throws StreamWasDeleted, BrokenRecord, and the client's errors after one try */
  async stream(stream: StreamName, { from, direction = 'forwards', limit }: ReadStreamOptions = {}) {
    const events: RecordedEvent[] = [];
    if (limit !== undefined && limit < 1) return (await this.lastRevision(stream)) === 'no-stream' ? undefined : events;
    const forwards = direction === 'forwards';
    const fromRevision = from === undefined ? (forwards ? LOG_START : END) : BigInt(from);
    try {
      await this.line.lend((client) => {
        const read = client.readStream(stream, {
          fromRevision,
          direction: forwards ? FORWARDS : BACKWARDS,
          ...(limit === undefined ? {} : { maxCount: limit }),
          requiresLeader: true,
        });
        return readThrough(read, this.line.settings.callTimeoutMs, ({ event }) => {
          if (event) events.push(fromWire(event));
          return true;
        });
      });
    } catch (error) {
      return this.absent(stream, error);
    }
    // Revisions begin at 0 in a stream that nobody cut: soft deletion hides those before it.
    const first = forwards ? events[0] : events.at(-1);
    const whole = limit === undefined && (forwards ? from === undefined : true);
    if (whole && first && first.revision !== 0) throw new StreamWasDeleted(stream);
    return events;
  }

  /** The last revision of a stream, `no-stream` where there is none. */
  async lastRevision(stream: StreamName): Promise<ExpectedRevision> {
    return (await this.lastEvent(stream))?.revision ?? 'no-stream';
  }

  async lastEvent(stream: StreamName): Promise<RecordedEvent | undefined> {
    return (await this.stream(stream, { direction: 'backwards', limit: 1 }))?.[0];
  }

  /**
   * The client can read the log neither filtered nor without the server's own events, and includes the
   * event at the position given: all three are put right here.
   */
  async all(options: ReadAllOptions): Promise<AllPage> {
    const { after, direction = 'forwards', limit, filter } = options;
    if (direction === 'backwards' && after === START) return { events: [], next: START, end: true };
    const events: RecordedEvent[] = [];
    let next = after ?? START;
    let looked = 0;
    let full = false;
    const take = (event: ClientEvent): boolean => {
      const position = event.position && positionOf(event.position);
      if (position === undefined || !isBeyond(position, { after: looked === 0 ? after : next, direction })) return true;
      looked++;
      const wanted = isOurs(event) && passes(filter, event);
      if (wanted && events.length >= limit) return !(full = true);
      if (wanted) events.push(fromWire(event));
      next = position;
      return looked < MOST_LOOKED_AT;
    };
    for (let ended = false; !ended && !full && looked < MOST_LOOKED_AT; ) {
      const ask = filter ? Math.max(ROOM, limit) : limit - events.length + ROOM;
      ended = await this.log({ direction, ask, after: looked === 0 ? after : next }, take);
      if (ended) return { events, next, end: true };
    }
    return { events, next, end: false };
  }

  /** One read of the log, the server's own events included. Gives whether it came to the end of the log. */
  private log(part: { direction: 'forwards' | 'backwards'; ask: number; after: Position | undefined }, take: (event: ClientEvent) => boolean) {
    const forwards = part.direction === 'forwards';
    const edge = forwards ? LOG_START : END;
    let given = 0;
    return this.line.lend(async (client) => {
      const read = client.readAll({
        fromPosition: part.after === undefined || part.after === START ? edge : toLogPosition(part.after),
        direction: forwards ? FORWARDS : BACKWARDS,
        maxCount: part.ask,
        requiresLeader: true,
      });
      const counted = ({ event }: { event?: ClientEvent }): boolean => {
        given++;
        return event ? take(event) : true;
      };
      return (await readThrough(read, this.line.settings.callTimeoutMs, counted)) && given < part.ask;
    });
  }

  /** Position of the last event of ours, or START. */
  async head(): Promise<Position> {
    let after: Position | undefined;
    for (;;) {
      const page: AllPage = await this.all({ direction: 'backwards', limit: 1, ...(after === undefined ? {} : { after }) });
      const last = page.events[0];
      if (last) return last.position;
      if (page.end) return START;
      after = page.next;
    }
  }

  /**
   * "Not found" is also what the server says of a stream that was softly deleted; its own metadata tell
   * the two apart. To take a deleted record for one that never was would be the worse mistake.
   */
  private async absent(stream: StreamName, error: unknown): Promise<undefined> {
    const failure = classify(error);
    if (failure === 'deleted') throw new StreamWasDeleted(stream, { cause: error });
    if (failure !== 'not-found') throw error;
    if (await this.wasSoftlyDeleted(stream)) throw new StreamWasDeleted(stream);
    return undefined;
  }

  private async wasSoftlyDeleted(stream: StreamName): Promise<boolean> {
    let deleted = false;
    try {
      await this.line.lend((client) => {
        const read = client.readStream(`$$${stream}`, { fromRevision: END, direction: BACKWARDS, maxCount: 1, requiresLeader: true });
        return readThrough(read, this.line.settings.callTimeoutMs, ({ event }) => {
          deleted = typeof event?.data === 'object' && '$tb' in event.data;
          return true;
        });
      });
    } catch (error) {
      if (classify(error) !== 'not-found') throw error;
    }
    return deleted;
  }
}

function isBeyond(position: Position, { after, direction }: { after: Position | undefined; direction: 'forwards' | 'backwards' }): boolean {
  return after === undefined || (direction === 'forwards' ? position > after : position < after);
}
