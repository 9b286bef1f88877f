import type {
  StandingAgreementCameIntoForce,
  StandingAgreementEnded,
  StandingAgreementNoticeGiven,
  StandingAgreementNoticeWithdrawn,
  StandingAgreementRecorded,
  StandingAgreementReviewed,
  StandingAgreementVaried,
  StandingAgreementVariationCameIntoForce,
} from '@accord/funding/contracts';
import type { Recorded } from '@accord/shared/event-contracts';
import type { Id, LondonDate } from '@accord/shared/kernel';
import { rulingTexts } from './agreement-life';
import type { AgreementFact, FactOrigin } from './funding-picture';

/** What decides on which days which text of an agreement rules. */
export type AgreementFundingEvent =
  | Recorded<typeof StandingAgreementRecorded>
  | Recorded<typeof StandingAgreementCameIntoForce>
  | Recorded<typeof StandingAgreementVaried>
  | Recorded<typeof StandingAgreementVariationCameIntoForce>
  | Recorded<typeof StandingAgreementNoticeGiven>
  | Recorded<typeof StandingAgreementNoticeWithdrawn>
  | Recorded<typeof StandingAgreementReviewed>
  | Recorded<typeof StandingAgreementEnded>;

interface AgreementFactSource {
  readonly origin: FactOrigin;
  readonly body: AgreementFundingEvent;
}

type TextData = Omit<Recorded<typeof StandingAgreementVaried>['data'], 'from' | 'on'>;
interface InForce {
  readonly version: number;
  readonly from: LondonDate;
  readonly origin: FactOrigin;
}

/** Everything on record of one agreement, in whatever order it was read. */
interface AgreementFile {
  readonly agreementId: Id<'agreement'>;
  title: string | undefined;
  readonly texts: TextData[];
  readonly inForce: InForce[];
  readonly reviews: Recorded<typeof StandingAgreementReviewed>['data'][];
  readonly notices: Recorded<typeof StandingAgreementNoticeGiven>['data'][];
  readonly withdrawals: Recorded<typeof StandingAgreementNoticeWithdrawn>['data'][];
  readonly endedByAll: LondonDate[];
}

/**
 * The texts of all agreements on the days on which they rule. The order of the facts changes nothing; a text that
 * is not among the facts rules nothing.
 */
export function agreementsInForce(facts: readonly AgreementFactSource[]): AgreementFact[] {
  const files = new Map<string, AgreementFile>();
  for (const { origin, body } of facts) {
    const { agreementId } = body.data;
    const file = files.get(agreementId) ?? emptyFile(agreementId);
    files.set(agreementId, file);
    fileAway(file, origin, body);
  }
  return [...files.values()].flatMap(factsOf);
}

const emptyFile = (agreementId: Id<'agreement'>): AgreementFile => ({
  ...{ agreementId, title: undefined, texts: [], inForce: [], reviews: [], notices: [], withdrawals: [], endedByAll: [] },
});

function fileAway(file: AgreementFile, origin: FactOrigin, { type, data }: AgreementFundingEvent): void {
  switch (type) {
    case 'StandingAgreementRecorded':
      file.title = data.title;
      file.texts.push({ ...data, version: 1 });
      break;
    case 'StandingAgreementVaried':
      file.texts.push(data);
      break;
    case 'StandingAgreementCameIntoForce':
      file.inForce.push({ version: 1, from: data.from, origin });
      break;
    case 'StandingAgreementVariationCameIntoForce':
      file.inForce.push({ version: data.version, from: data.from, origin });
      break;
    case 'StandingAgreementReviewed':
      file.reviews.push(data);
      break;
    case 'StandingAgreementNoticeGiven':
      file.notices.push(data);
      break;
    case 'StandingAgreementNoticeWithdrawn':
      file.withdrawals.push(data);
      break;
    case 'StandingAgreementEnded':
      // The other ends are computed from the facts behind them.
      if (data.reason === 'agreement-of-all') file.endedByAll.push(data.from);
      break;
  }
}

function factsOf({ agreementId, title = '', texts, inForce, ...life }: AgreementFile): AgreementFact[] {
  const signed = inForce.flatMap(({ version, from, origin }) =>
    texts.filter((text) => text.version === version).map((text) => ({ ...text, version, from, origin })),
  );
  return rulingTexts({ ...life, texts: signed }).flatMap(({ version, days }) =>
    signed
      .filter((text) => text.version === version)
      .map(({ from, clauses, precedences, origin }) => ({ agreementId, title, version, days, inForceFrom: from, clauses, precedences, origin })),
  );
}
