import { accept, addDays, contains, formatLondonDate } from '@accord/shared/kernel';
import type { Decision, Refusal } from '@accord/shared/kernel';
import { refuseFunding } from '../refusals';
import type { ArrangeLine, ChangeRetainedPart, EndLine, ResumeLine, SuspendLine } from './line-commands';
import { ALL_PAYABLE, askingWhoPays, refuseOutside, refuseStranger } from './line-ground';
import type { LineGround, NewLineEvent } from './line-ground';

/** The agency that arranges a line commissions it: it is a party of its split, be it with a share of nothing. */
export function arrange({ entryId, from, providerId, vat }: ArrangeLine, ground: LineGround): Decision<NewLineEvent> {
  const { about, line, life, facts } = ground;
  if (!line.split.parts.some(({ agencyId }) => facts.actsFor.has(agencyId))) {
    return refuseFunding('arrangement-by-stranger', 'Your agency is no party of the split of this line: the agency that holds the contract records it, and the split names it, be it with nothing.');
  }
  if (facts.provider === undefined) return refuseFunding('provider-unknown', 'Register the organisation as a provider first, and name it by its id.');
  const outside = refuseOutside(ground, from);
  if (outside) return outside;
  if (life.arrangements.some(({ body }) => body.data.from === from)) {
    return refuseFunding('arrangement-day-taken', `An arrangement from ${formatLondonDate(from)} is on record: withdraw it where it was a mistake, and record this one then.`);
  }
  return accept({ type: 'PackageLineArranged', data: { ...about, entryId, from, providerId, provider: facts.provider, commissionedBy: about.agencyId, vat } });
}

/** That a line pauses is recorded by anybody who sees it; that less than all of it stays payable, by one that pays. */
export function suspend(command: SuspendLine, ground: LineGround): Decision<NewLineEvent> {
  const { entryId, from, retainedBasisPoints, reason, because } = command;
  const unclear = refuseUnclearPart(retainedBasisPoints);
  if (unclear) return unclear;
  if (reason === 'other' && because === undefined) return refuseFunding('suspension-words-missing', 'Say in words why the line pauses.');
  const refusal = refuseOutside(ground, from) ?? refusePartOfStranger(command, ground);
  if (refusal) return refusal;
  const pause = ground.life.pauses.find((each) => contains(each, from));
  if (pause) {
    return refuseFunding(
      'line-already-suspended',
      `The line is suspended on that day, ${inPercent(pause.retainedBasisPoints)} of it payable since ${formatLondonDate(pause.from)}: it has to go on before it is suspended again. An agency that pays may say that another part stays payable from a day on.`,
    );
  }
  const words = because === undefined ? {} : { because };
  return accept({ type: 'PackageLineSuspended', data: { ...ground.about, entryId, from, retainedBasisPoints, reason, ...words } });
}

/** What stays payable of a line that pauses is for those who pay to say; it goes on being payable in full as others see it go on. */
export function changeRetainedPart({ entryId, from, retainedBasisPoints, because }: ChangeRetainedPart, ground: LineGround): Decision<NewLineEvent> {
  const refusal = refuseUnclearPart(retainedBasisPoints) ?? refuseStranger(askingWhoPays(ground)) ?? refuseOutside(ground, from);
  if (refusal) return refusal;
  if (!ground.life.pauses.some((each) => contains(each, from))) {
    return refuseFunding('line-not-suspended', `The line is not suspended on ${formatLondonDate(from)}: give a day on which it pauses, or record first that it does.`);
  }
  return accept({ type: 'RetainedPartChanged', data: { ...ground.about, entryId, from, retainedBasisPoints, because } });
}

function refuseUnclearPart(basisPoints: number): Refusal | undefined {
  if (Number.isSafeInteger(basisPoints) && basisPoints >= 0 && basisPoints <= ALL_PAYABLE) return undefined;
  return refuseFunding('retained-part-unclear', 'Say which part stays payable in basis points: 0 is nothing, 5000 a half, 10000 all of it.');
}

/** Less than all is said by an officer of an agency that pays, the provider or a part: it changes what every payer pays. */
function refusePartOfStranger({ retainedBasisPoints, turnsOnly }: SuspendLine, ground: LineGround): Refusal | undefined {
  if (retainedBasisPoints === ALL_PAYABLE || (!turnsOnly && !refuseStranger(askingWhoPays(ground)))) return undefined;
  return refuseFunding(
    'retained-part-by-stranger',
    'Record that the line pauses with all of it payable (10000 basis points). A commissioner of an agency that pays a part of the line, or that pays its provider, then says from which day on less stays payable.',
  );
}

const inPercent = (basisPoints: number): string => `${basisPoints / 100} %`;

/** Only what is suspended on the day before goes on. */
export function resume({ entryId, from }: ResumeLine, ground: LineGround): Decision<NewLineEvent> {
  const outside = refuseOutside(ground, from);
  if (outside) return outside;
  const lastDay = addDays(from, -1);
  if (!ground.life.pauses.some((each) => contains(each, lastDay))) {
    return refuseFunding('line-not-suspended', `The line is not suspended on ${formatLondonDate(lastDay)}: give the first day after a suspension, or withdraw the suspension where it was a mistake.`);
  }
  return accept({ type: 'PackageLineResumed', data: { ...ground.about, entryId, from } });
}

export function end({ entryId, from, reason, because }: EndLine, ground: LineGround): Decision<NewLineEvent> {
  const stranger = refuseStranger(askingWhoPays(ground));
  if (stranger) return stranger;
  const { endsFrom } = ground.life;
  if (endsFrom !== null) {
    return refuseFunding('line-already-ended', `The line ended, ${formatLondonDate(addDays(endsFrom, -1))} being its last day: withdraw that where it was a mistake.`);
  }
  const outside = refuseOutside(ground, from);
  return outside ?? accept({ type: 'PackageLineEnded', data: { ...ground.about, entryId, from, reason, because } });
}
