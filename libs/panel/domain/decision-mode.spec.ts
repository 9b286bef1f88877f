import { panelEvents } from '@accord/panel/contracts';
import type { DecisionMode } from '@accord/panel/contracts';
import { specification, stateAfter } from '@accord/shared/testing';
import { decisionDecider } from './decision';
import type { DecisionFacts, RecordDecision } from './decision';
import { meetingDecider } from './meeting';
import { panelDecider } from './panel';
import {
  agreedLine,
  decisionRecorded,
  education,
  filling,
  fivePresent,
  health,
  meetingOpened,
  meetingScheduled,
  numbered,
  panelConstituted,
  percentages,
  proposedLine,
  recordDecision,
  registered,
  socialCare,
} from './sample-panel';

const decision = specification({ decider: decisionDecider, definitions: panelEvents });
const meeting = stateAfter(
  { decider: meetingDecider, definitions: panelEvents },
  meetingScheduled,
  meetingOpened({ present: filling(...fivePresent) }),
);
/** A quorate meeting of health, social care and education, on a panel that decides in this way. */
const panelThatDecidesBy = (decisionMode: DecisionMode): DecisionFacts => ({
  meeting,
  panel: stateAfter({ decider: panelDecider, definitions: panelEvents }, panelConstituted({ decisionMode })),
  childIsKnown: true,
  registered,
  actingAgency: health,
});

type Position = RecordDecision['positions'][number];
const supports = (agencyId: Position['agencyId']): Position => ({ agencyId, position: 'supports' });
const opposes = (agencyId: Position['agencyId']): Position => ({ agencyId, position: 'opposes' });
const abstains = (agencyId: Position['agencyId']): Position => ({ agencyId, position: 'abstains' });

/** An approval of the personal care line, 70 % health and 30 % social care, with these positions. */
const approval = (...positions: readonly Position[]): RecordDecision => recordDecision({ positions: [...positions] });
const approved = (...positions: readonly Position[]) => decisionRecorded({ positions: [...positions] });

describe('A panel that decides by consensus', () => {
  const panel = panelThatDecidesBy('consensus');

  it('does not approve what every agency abstains from', () => {
    decision.when(approval(abstains(health), abstains(socialCare)), panel).thenRefused('no-consensus', 'Every agency abstains');
  });

  it('approves what nobody opposes', () => {
    const positions = [supports(health), supports(socialCare), abstains(education)];
    decision.when(approval(...positions), panel).then(approved(...positions));
  });

  it('does not approve what one agency opposes, however many support it', () => {
    decision
      .when(approval(supports(health), supports(socialCare), opposes(education)), panel)
      .thenRefused('no-consensus', '1 agency opposes');
  });

  it('does not approve what everybody opposes', () => {
    decision
      .when(approval(opposes(health), opposes(socialCare), opposes(education)), panel)
      .thenRefused('no-consensus', '3 agencies oppose');
  });
});

describe('A panel that decides by majority', () => {
  const panel = panelThatDecidesBy('majority-with-casting-vote');

  it('approves what more agencies support than oppose, and records who opposed', () => {
    const positions = [supports(health), supports(socialCare), opposes(education)];
    decision.when(approval(...positions), panel).then(approved(...positions));
  });

  it('does not count an agency that abstains on either side', () => {
    const positions = [supports(health), abstains(socialCare), abstains(education)];
    decision.when(approval(...positions), panel).then(approved(...positions));
  });

  it('does not approve what more agencies oppose than support', () => {
    decision
      .when(approval(supports(health), opposes(socialCare), opposes(education)), panel)
      .thenRefused('no-majority', '1 in support and 2 opposed');
  });

  it('defers a tie: the casting vote of the chair cannot be recorded yet', () => {
    decision
      .when(approval(supports(health), opposes(socialCare), abstains(education)), panel)
      .thenRefused('no-majority', /casting vote.*not.*yet.*defer/iu);
  });

  it('does not approve what everybody abstains from', () => {
    decision.when(approval(abstains(health), abstains(socialCare)), panel).thenRefused('no-majority', '0 in support and 0 opposed');
  });
});

describe('A panel that needs every payer', () => {
  const panel = panelThatDecidesBy('unanimity-of-payers');

  it('approves what those who pay support, whatever an agency thinks that pays nothing', () => {
    const positions = [supports(health), supports(socialCare), opposes(education)];
    decision.when(approval(...positions), panel).then(approved(...positions));
  });

  it.each([
    ['opposes', [supports(health), opposes(socialCare)]],
    ['abstains', [supports(health), abstains(socialCare)]],
    ['takes no position', [supports(health)]],
  ])('does not approve where a payer %s', (_what, positions) => {
    decision.when(approval(...positions), panel).thenRefused('payer-does-not-support', '1 of the agencies that would pay');
  });

  it('counts the payers of every line', () => {
    const schooling = proposedLine({ lineId: numbered<'package-line'>(601), category: 'education', split: percentages(0, 0, 100) });
    const lines = [proposedLine(), schooling];
    const withoutEducation = recordDecision({ lines, positions: [supports(health), supports(socialCare)] });
    decision.when(withoutEducation, panel).thenRefused('payer-does-not-support');
  });

  it('does not ask an agency whose share is nothing', () => {
    const split = percentages(100, 0);
    decision
      .when(recordDecision({ lines: [proposedLine({ split })], positions: [supports(health)] }), panel)
      .then(decisionRecorded({ lines: [agreedLine({ split })], positions: [supports(health)] }));
  });
});

describe('A panel that only advises a decision-maker', () => {
  const panel = panelThatDecidesBy('decision-maker-advised');

  it('may see approved what it opposes: its positions are advice', () => {
    const positions = [opposes(health), opposes(socialCare), opposes(education)];
    decision.when(approval(...positions), panel).then(approved(...positions));
  });

  it('need not take any position', () => {
    decision.when(approval(), panel).then(approved());
  });
});

describe('The positions that the agencies take', () => {
  it.each<DecisionMode>(['consensus', 'majority-with-casting-vote', 'unanimity-of-payers'])('are not left out of an approval by %s', (mode) => {
    decision.when(approval(), panelThatDecidesBy(mode)).thenRefused('positions-missing', 'has a voting member present');
  });

  it.each<DecisionMode>(['consensus', 'majority-with-casting-vote', 'unanimity-of-payers', 'decision-maker-advised'])(
    'bar no panel from declining or deferring, also by %s',
    (mode) => {
      const nothing = { lines: [], provisions: [] };
      for (const outcome of ['declined', 'deferred'] as const) {
        for (const positions of [[], [supports(health)], [opposes(health), opposes(socialCare)]]) {
          decision
            .when(recordDecision({ outcome, lines: [], positions }), panelThatDecidesBy(mode))
            .then(decisionRecorded({ outcome, ...nothing, positions }));
        }
      }
    },
  );
});
