import { ReadResp, type ReadReq } from '@eventstore/db-client/generated/streams_pb';
import type { Faults } from './faults';
import type { Logged, LogInMemory } from './log-in-memory';
import { write, type ReadCall } from './read-calls';
import { readEvent } from './wire';

/** Events that the real server looks at between two checkpoints, times the multiplier asked for. */
const SEARCH_WINDOW = 32;

/** What the server announces when it caught up from the start and sent nothing: -1, unsigned. */
const NOWHERE = -1;
const UINT64_MAX = '18446744073709551615';

/** A confirmed subscription to all: catches up after the position given, says so, then goes on live. */
export async function follow(call: ReadCall, log: LogInMemory, faults: Faults): Promise<void> {
  const options = call.request.getOptions();
  const passes = filterOf(options?.getFilter());
  const interval = SEARCH_WINDOW * (options?.getFilter()?.getCheckpointintervalmultiplier() || 1);
  const began = startOf(options, log);
  let next = began;
  let live = false;
  let looked = 0;
  let sent = Number(options?.getAll()?.getPosition()?.getCommitPosition() ?? NOWHERE);
  let wake: () => void = () => undefined;
  const forget = log.onAdded(() => wake());
  call.once('close', () => wake());
  call.once('cancelled', () => wake());
  while (!call.cancelled && !call.destroyed) {
    const event = log.all[next];
    if (event) {
      await faults.pass();
      next++;
      if (passes(event)) {
        sent = event.position;
        faults.seen.eventsPushed++;
        await write(call, readEvent(event));
      }
      if (options?.hasFilter() && ++looked % interval === 0) await write(call, checkpointAt(event.position));
    } else if (live) {
      await new Promise<void>((resolve) => (wake = resolve));
    } else {
      live = true;
      if (options?.hasFilter() && next > began) await write(call, checkpointAt(sent));
      await write(call, caughtUp());
    }
  }
  forget();
}

function startOf(options: ReadReq.Options | undefined, log: LogInMemory): number {
  const from = options?.getAll();
  if (!from || from.hasStart()) return 0;
  if (from.hasEnd()) return log.all.length;
  return log.indexOf(Number(from.getPosition()?.getCommitPosition()) + 1);
}

function filterOf(filter: ReadReq.Options.FilterOptions | undefined): (event: Logged) => boolean {
  if (!filter) return () => true;
  const byType = filter.hasEventType();
  const expression = byType ? filter.getEventType() : filter.getStreamIdentifier();
  const prefixes = expression?.getPrefixList() ?? [];
  const pattern = new RegExp(expression?.getRegex() ?? '');
  const matches = (text: string): boolean =>
    prefixes.length > 0 ? prefixes.some((prefix) => text.startsWith(prefix)) : pattern.test(text);
  return ({ type, stream }) => matches(byType ? type : stream);
}

function checkpointAt(position: number): ReadResp {
  const checkpoint = new ReadResp.Checkpoint();
  const place = position === NOWHERE ? UINT64_MAX : String(position);
  checkpoint.setCommitPosition(place);
  checkpoint.setPreparePosition(place);
  const response = new ReadResp();
  response.setCheckpoint(checkpoint);
  return response;
}

function caughtUp(): ReadResp {
  const response = new ReadResp();
  response.setCaughtUp(new ReadResp.CaughtUp());
  return response;
}
