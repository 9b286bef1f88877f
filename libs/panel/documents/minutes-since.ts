import {
  DecisionCorrected,
  DecisionCorrectionRequested,
  DecisionRatified,
  DecisionRecorded,
  RatificationRefused,
  UrgentDecisionLapsed,
  UrgentDecisionNotRatified,
  UrgentDecisionRatified,
} from '@accord/panel/contracts';
import type { Block } from '@accord/shared/documents';
import { heading, plain } from './blocks';
import { readingsTable } from './correction-in-words';
import type { Item, Scene } from './meeting-on-record';
import { IRREGULAR, irregular } from './minutes-irregular';
import { asSentence, day, listed } from './plain-words';
import type { PersonalWords } from './plain-words';
import { inOrder, told } from './told';
import type { ToldEvent } from './told';

/** Something that happened to a decision after the meeting. */
interface Since {
  readonly position: number;
  readonly blocks: readonly Block[];
}

/**
 * What became of the decisions after the meeting: ratified, lapsed, corrected with both readings. With approved
 * minutes, what was recorded after the text that was approved stands apart, as an addendum.
 */
export function since(scene: Scene, approvedUpTo: number | undefined): readonly Block[] {
  const all = inOrder(scene.items.flatMap((item) => ofItem(item, scene)));
  const earlier = all.filter(({ position }) => approvedUpTo === undefined || position <= approvedUpTo);
  const later = inOrder([...all.filter((each) => !earlier.includes(each)), ...irregularLater(scene, approvedUpTo)]);
  return [
    ...(earlier.length === 0 ? [] : [heading('What has happened since the meeting'), ...earlier.flatMap(({ blocks }) => blocks)]),
    ...(later.length === 0
      ? []
      : [
          heading('Addendum: what was recorded after these minutes were approved'),
          plain('The minutes above stand as they were approved. Nothing in them was changed; what follows was recorded later.'),
          ...later.flatMap(({ blocks }) => blocks),
        ]),
  ];
}

/** What was put on record as irregular after the text that was approved. */
const irregularLater = (scene: Scene, approvedUpTo: number | undefined): readonly Since[] =>
  approvedUpTo === undefined
    ? []
    : irregular(scene)
        .filter(({ position }) => position > approvedUpTo)
        .map(({ position, says }) => ({ position, blocks: [plain(`${IRREGULAR}: ${says}`)] }));

const ofItem = (item: Item, scene: Scene): readonly Since[] =>
  [item.own, item.urgent].flatMap((events) => [...ratified(events, item, scene), ...byThePanel(events, item, scene), ...corrected(events, item, scene)]);

const because = (reasons: PersonalWords | undefined): string => (reasons === undefined ? '' : ` ${asSentence(reasons)}`);

function ratified(events: readonly ToldEvent[], { place }: Item, { names }: Scene): readonly Since[] {
  return [
    ...told(events, DecisionRatified).map(({ position, data }): Since => {
      const { on, ratifier, stillAwaited, effectiveFrom, reasons } = data;
      const then =
        stillAwaited.length === 0
          ? `The decision has effect from ${day(effectiveFrom)}.`
          : `${listed(stillAwaited.map((agencyId) => names.agency(agencyId)))} ${stillAwaited.length === 1 ? 'has' : 'have'} still to ratify it.`;
      return { position, blocks: [plain(`Item ${place}: on ${day(on)} ${officer(ratifier, names)} ratified the decision.${because(reasons)} ${then}`)] };
    }),
    ...told(events, RatificationRefused).map(({ position, data }): Since => {
      const says = `Item ${place}: on ${day(data.on)} ${officer(data.ratifier, names)} did not ratify the decision.${because(data.reasons)} It never has effect, and what was in force goes on.`;
      return { position, blocks: [plain(says)] };
    }),
  ];
}

const officer = ({ practitionerId, post, agencyId }: { readonly practitionerId: string; readonly post: string; readonly agencyId: string }, names: Scene['names']): string =>
  `${names.person(practitionerId)}, ${post} of ${names.agency(agencyId)},`;

/** What another meeting made of an urgent decision, or that it lapsed. */
function byThePanel(events: readonly ToldEvent[], { place }: Item, { meetingId }: Scene): readonly Since[] {
  return [
    ...told(events, UrgentDecisionRatified)
      .filter(({ data }) => data.meetingId !== meetingId)
      .map(({ position, data }): Since => ({ position, blocks: [plain(`Item ${place}: on ${day(data.on)} the panel ratified the urgent decision.${because(data.reasons)}`)] })),
    ...told(events, UrgentDecisionNotRatified)
      .filter(({ data }) => data.meetingId !== meetingId)
      .map(({ position, data }): Since => ({
        position,
        blocks: [plain(`Item ${place}: on ${day(data.on)} the panel did not ratify the urgent decision; it lapses from ${day(data.lapsesFrom)}.${because(data.reasons)}`)],
      })),
    ...told(events, UrgentDecisionLapsed).map(({ position, data }): Since => ({
      position,
      blocks: [plain(`Item ${place}: the urgent decision was not ratified by ${day(data.ratifyBy)} and lapsed from ${day(data.on)}. What was committed before stays payable.`)],
    })),
  ];
}

function corrected(events: readonly ToldEvent[], { place }: Item, scene: Scene): readonly Since[] {
  const requests = told(events, DecisionCorrectionRequested);
  const [recorded] = told(events, DecisionRecorded);
  if (recorded === undefined) return [];
  return told(events, DecisionCorrected).map((correction, which, all): Since => {
    const { correctionId, agencyId, on } = correction.data;
    const request = requests.find(({ data }) => data.correctionId === correctionId);
    const asked = request === undefined ? '' : ` Another person had asked for it for ${scene.names.agency(request.data.agencyId)} on ${day(request.data.on)}.`;
    const why = request?.data.because === undefined ? '' : ` The reason was: ${asSentence(request.data.because)}`;
    const says = `Item ${place}: on ${day(on)} a correction to the record of the decision was approved for ${scene.names.agency(agencyId)}.${asked}${why} Both readings stay on record.`;
    const earlier = all.slice(0, which).map(({ data }) => data.correctionId);
    const table = readingsTable({ recorded: recorded.data, requests: requests.map(({ data }) => data), earlier, correctionId, caption: `How the record of item ${place} read, and how it reads now` }, scene.names);
    return { position: correction.position, blocks: table === undefined ? [plain(says)] : [plain(says), table] };
  });
}
