import { Body, Controller, Get, Module, Post, Query } from '@nestjs/common';
import type { CommandOutcome, RequestContext } from '@accord/shared/commands';
import type { Id, Instant, LondonDate, NhsNumber, Pence } from '@accord/shared/kernel';
import {
  About, After, answer, ArrayOf, AsAtPagedQuery, Caller, cursorOf, IdParam, idRule, IsCount, IsFlag, IsIdOf, IsInstantText, IsLondonDate,
  IsNhsNumber, IsPence, IsText, IsWeight, ListOf, Nested, OneOf, Optional, pageOf, Public, RateBody, RatesOfLine, Reader, Requires, Says,
} from './index';
import type { CommandAnswer, ReaderContext } from './index';

// The example that the specs of the shell run, and the one to copy from.

class SharePartBody {
  @IsIdOf('agency') readonly agencyId!: Id<'agency'>;
  @IsWeight() readonly weight!: number;
}

class PeriodBody {
  @IsLondonDate() readonly from!: LondonDate;
  @Optional() @IsLondonDate() readonly to?: LondonDate;
}

export class RecordDecisionBody {
  @IsPence() readonly weeklyCost!: Pence;
  @Nested(() => PeriodBody) readonly period!: PeriodBody;
  @ArrayOf(() => SharePartBody, { min: 1, max: 5 }) readonly shares!: readonly SharePartBody[];
  @IsText(20) readonly reason!: string;
  @OneOf(['approved', 'deferred']) readonly outcome!: string;
  @Optional() @IsInstantText() readonly decidedAt?: Instant;
  @IsNhsNumber() @Optional() readonly nhsNumber?: NhsNumber;
  @Optional() @IsFlag() readonly urgent?: boolean;
  @Optional() @IsCount({ min: 1, max: 52 }) readonly weeks?: number;
  @Optional() @ListOf(idRule('agency'), { min: 1, max: 2 }) readonly present?: readonly Id<'agency'>[];
  @Optional() @RatesOfLine() readonly rates?: readonly RateBody[];
}

/** What the next command comes to; a spec sets it, and reads what the controller was given. */
interface Example {
  outcome?: CommandOutcome | Error | undefined;
  context?: RequestContext;
  body?: RecordDecisionBody;
}
export const example: Example = {};

const isNumber = (value: unknown): value is number => typeof value === 'number';

@Controller('v1/decisions')
@About('Decisions')
class ExampleController {
  @Post()
  @Says('Records a decision', 'Refused where the shares do not make a whole.')
  @Requires('decision:record')
  async record(@Body() body: RecordDecisionBody, @Caller() context: RequestContext): Promise<CommandAnswer> {
    Object.assign(example, { body, context });
    if (example.outcome instanceof Error) throw example.outcome;
    if (example.outcome === undefined) throw new Error('Bea Example has no outcome');
    return answer(example.outcome, { location: '/v1/decisions/1' });
  }

  @Post(':id/withdrawals')
  @Says('Withdraws a decision')
  @Requires('decision:record')
  async withdraw(@IdParam('decision') id: Id<'decision'>, @Caller() context: RequestContext) {
    return { id, key: context.commandId };
  }

  @Get()
  @Says('Lists decisions, as at a day and as known at an instant')
  @Requires('decision:read')
  @After('decisions')
  async list(@Query() query: AsAtPagedQuery, @Reader() reader: ReaderContext) {
    const { limit, cursor } = pageOf(query, isNumber);
    return { asAt: query.asAt ?? reader.today, knownAt: query.knownAt ?? reader.now, limit, cursor: cursor ?? null, next: cursorOf(7) };
  }

  @Get(':id')
  @Says('Tells one decision')
  @Requires('audit:read')
  async one(@IdParam('decision') id: Id<'decision'>, @Reader() reader: ReaderContext) {
    return { id, reader };
  }

  @Get('open/to-all')
  @Says('Answers anybody')
  @Public()
  async open() {
    return { open: true };
  }
}

@Module({ controllers: [ExampleController] })
export class ExampleModule {}
