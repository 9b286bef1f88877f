import type { TermsOfReference } from '@accord/panel/contracts';

/**
 * Why these seats do not make a quorum, or `undefined` where they do (worked example 7). Give the seats that are
 * filled and whose members have not withdrawn from the matter: it is judged per matter, at the minute of deciding.
 */
export function whyInquorate(
  { seats, quorum }: Pick<TermsOfReference, 'seats' | 'quorum'>,
  presentSeats: ReadonlySet<string>,
): string | undefined {
  const voting = seats.filter((seat) => seat.standing === 'voting' && presentSeats.has(seat.seatId));
  if (voting.length < quorum.members) {
    const present = voting.length === 1 ? '1 voting member is' : `${voting.length} voting members are`;
    return `${present} present; the terms of reference require ${quorum.members}.`;
  }
  const missing = quorum.agencies.filter((agencyId) => !voting.some((seat) => seat.agencyId === agencyId));
  return missing.length === 0
    ? undefined
    : `No voting member is present of ${missing.length} of the agencies that the terms of reference require.`;
}
