import { positionsTaken } from '@accord/panel/contracts';
import type { PositionKind } from '@accord/panel/contracts';
import type { RequestCorrection } from '@accord/panel/domain';
import type { RequestContext } from '@accord/shared/commands';
import { ArrayOf, IsFlag, IsIdOf, IsText, OneOf, Optional, idMadeBy } from '@accord/shared/http';
import type { Id } from '@accord/shared/kernel';
import { PackageLineBody, proposedLines } from './line-bodies';
import { ProposedConditionBody } from './outcome-bodies';

export class CorrectedLineBody extends PackageLineBody {
  @IsIdOf('package-line', 'The id of the line as the decision has it.')
  readonly lineId!: Id<'package-line'>;
}

export class CorrectedConditionBody extends ProposedConditionBody {
  @Optional()
  @IsIdOf('condition', 'The id of the condition as the decision has it; left out for one that was forgotten.')
  readonly conditionId?: Id<'condition'>;
}

export class CorrectedPositionBody {
  @IsIdOf('agency')
  readonly agencyId!: Id<'agency'>;
  @OneOf(positionsTaken)
  readonly position!: PositionKind;
}

export class RequestCorrectionBody {
  @IsText(1000, 'Why the record is wrong, and how that is known.')
  readonly because!: string;
  @Optional()
  @IsText(4000, 'What was decided, as it should read.')
  readonly decided?: string;
  @Optional()
  @IsText(4000, 'Why, as it should read.')
  readonly reasons?: string;
  @Optional()
  @IsText(4000, 'On what evidence, as it should read.')
  readonly evidence?: string;
  @Optional()
  @IsText(1000, 'The point that could guide a later decision, as it should read, in words that name nobody.')
  readonly principle?: string;
  @Optional()
  @IsText(4000, 'Of an approval in part: what was not approved, and why, as it should read.')
  readonly notApproved?: string;
  @Optional()
  @IsText(4000, 'Of a deferral: what is missing, as it should read.')
  readonly missing?: string;
  @Optional()
  @IsText(4000, 'Of an urgent decision: why it could not wait for a meeting, as it should read.')
  readonly urgency?: string;
  @Optional()
  @IsFlag('Whether it is without prejudice, neither a precedent nor an admission, as it should read.')
  readonly withoutPrejudice?: boolean;
  @Optional()
  @ArrayOf(() => CorrectedLineBody, { min: 0, max: 50 }, 'All lines of the decision as they should read; none is added or left out, and which earlier line one replaces stays.')
  readonly lines?: CorrectedLineBody[];
  @Optional()
  @ArrayOf(() => CorrectedPositionBody, { min: 0, max: 50 }, 'All positions as they should read.')
  readonly positions?: CorrectedPositionBody[];
  @Optional()
  @ArrayOf(() => CorrectedConditionBody, { min: 0, max: 50 }, 'All conditions as they should read.')
  readonly conditions?: CorrectedConditionBody[];
}

export class RefuseCorrectionBody {
  @IsText(1000, 'Why the record stays as it is.')
  readonly because!: string;
}

/** The request as a command; lines and conditions that the decision has keep their ids. */
export function correctionOf(body: RequestCorrectionBody, caller: RequestContext): RequestCorrection {
  const { because, decided, reasons, evidence, principle, notApproved, missing, urgency, withoutPrejudice, lines, positions, conditions } = body;
  return {
    ...{ type: 'RequestCorrection', correctionId: idMadeBy('correction', caller), because },
    ...{ decided, reasons, evidence, principle, notApproved, missing, urgency, withoutPrejudice },
    lines: lines && proposedLines(lines, caller).map((line, place) => ({ ...line, lineId: lines[place]?.lineId ?? line.lineId })),
    positions,
    conditions: conditions?.map(({ conditionId, words, owner, dueOn }, place) => ({
      conditionId: conditionId ?? idMadeBy('condition', caller, place),
      ...{ words, owner, dueOn },
    })),
  };
}
