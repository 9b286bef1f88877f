import { done } from './person';
import type { Answer } from './person';
import { sittingPath } from './matter-story';
import type { Taken } from './matter-story';
import type { EightSeats, WholeCast } from './eight-seats';
import * as story from './story';

/** A position as it is spoken, with the reasons where there are any. */
type Spoken = string | readonly [position: string, reasons: string];

interface Votes {
  readonly [number: number]: string;
  readonly ofUrgent?: boolean;
}

/** A sitting of the panel of eight seats on one day in British Summer Time, its people named by the number of their seat. */
export class SittingStory {
  readonly day: string;
  readonly meetingId: string;

  constructor(
    private readonly cast: WholeCast,
    private readonly panel: EightSeats,
    { day, meetingId }: { readonly day: string; readonly meetingId: string },
  ) {
    this.day = day;
    this.meetingId = meetingId;
  }

  at = (time: string): string => `${this.day}T${time}:00+01:00`;
  seat = (number: number): string => String(this.panel.seats[number - 1]?.seatId);
  member = (number: number): string => String(this.panel.members[number - 1]);
  taken = (matterId: string): Taken => ({ meetingId: this.meetingId, matterId });

  /** Something of the meeting itself; the answer may be a refusal. */
  tries(what: string, body: object): Promise<Answer> {
    return this.cast.administrator.post(`/v1/meetings/${this.meetingId}/${what}`, body);
  }

  /** Something of one matter in the meeting; the answer may be a refusal. */
  triesOn(matterId: string, what: string, body: object): Promise<Answer> {
    return this.cast.administrator.post(`${sittingPath(this.taken(matterId))}/${what}`, body);
  }

  /** Opens with these seats filled by their members, and perhaps one by a deputy. */
  async opens(time: string, numbers: readonly number[], deputies: readonly (readonly [seat: number, practitionerId: string])[] = []): Promise<void> {
    const members = numbers.map((number) => ({ seatId: this.seat(number), practitionerId: this.member(number), as: 'member' }));
    const others = deputies.map(([number, practitionerId]) => ({ seatId: this.seat(number), practitionerId, as: 'deputy' }));
    done(await this.tries('opening', { openedAt: this.at(time), chairSeatId: this.seat(1), present: [...members, ...others] }));
  }

  async arrives(time: string, number: number): Promise<void> {
    done(await this.tries('arrivals', { seatId: this.seat(number), practitionerId: this.member(number), as: 'member', at: this.at(time) }));
  }

  async leaves(time: string, number: number): Promise<void> {
    done(await this.tries('departures', { seatId: this.seat(number), at: this.at(time) }));
  }

  async takesChair(time: string, number: number): Promise<void> {
    done(await this.tries('chair', { seatId: this.seat(number), at: this.at(time) }));
  }

  async notes(time: string, matterId: string, note: string): Promise<void> {
    done(await this.triesOn(matterId, 'discussion', { at: this.at(time), note }));
  }

  async stands(time: string, matterId: string, positions: Readonly<Record<number, Spoken>>): Promise<void> {
    for (const [number, spoken] of Object.entries(positions)) {
      const [position, reasons] = typeof spoken === 'string' ? [spoken, undefined] : spoken;
      done(await this.triesOn(matterId, 'positions', { at: this.at(time), seatId: this.seat(Number(number)), position, reasons }));
    }
  }

  /** In a vote that says `ofUrgent`, the panel votes on the officers' decision. */
  async votes(time: string, matterId: string, { ofUrgent = false, ...votes }: Votes): Promise<void> {
    for (const [number, vote] of Object.entries(votes)) {
      done(await this.triesOn(matterId, 'votes', { at: this.at(time), seatId: this.seat(Number(number)), vote, ofUrgent }));
    }
  }

  async closes(time: string): Promise<Answer> {
    return done(await this.tries('closing', { closedAt: this.at(time) }));
  }
}

/** A matter about a child, with the views of both, on the agenda of a meeting. */
export interface Brought {
  readonly meetingId: string;
  readonly place: number;
  readonly panelId: string;
  readonly childId: string;
  readonly kind?: string;
  readonly asks: string;
  readonly lines: readonly object[];
}

export async function bring({ keyWorker, administrator }: WholeCast, { meetingId, place, ...asked }: Brought): Promise<string> {
  const body = { kind: 'new-package', on: '2025-08-18', needs: ['mobility', 'breathing'], outcomesWanted: ['Sleeps at home, and so does the family.'], ...asked };
  const matterId = story.idIn(done(await keyWorker.post('/v1/matters', body)));
  const said = { on: '2025-08-20' };
  const views = 'Wants to be at home with the dog.';
  done(await keyWorker.post(`/v1/matters/${matterId}/views`, { of: 'child', how: 'through-a-worker', views, ...said }));
  done(await keyWorker.post(`/v1/matters/${matterId}/views`, { of: 'family', how: 'in-person', views: 'Both parents ask for nights in which they sleep.', ...said }));
  done(await administrator.post(`/v1/matters/${matterId}/agenda`, { meetingId, place, on: '2025-08-22' }));
  return matterId;
}

/** A line at one weekly rate; the parts of the split in basis points. */
export const lineBody = ([category, provision, weeklyPence]: Provided, ...parts: readonly (readonly [string, number])[]) => ({
  ...{ category, provision, from: '2025-09-15', rates: [{ from: '2025-09-15', weeklyPence }], split: story.split(...parts) },
});
type Provided = readonly [category: string, provision: string, weeklyPence: number];
