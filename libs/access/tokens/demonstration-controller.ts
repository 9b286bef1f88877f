import { Body, Controller, Get, HttpCode, Inject, Module, Post } from '@nestjs/common';
import type { DynamicModule } from '@nestjs/common';
import { defineRefusals, refuser } from '@accord/shared/kernel';
import { About, IsText, Public, RefusalProblem, Says } from '@accord/shared/http';
import type { DemonstrationPerson, DevelopmentIssuer } from './development-issuer';

export const demonstrationRefusals = defineRefusals({
  'demonstration-person-unknown': { kind: 'unknown', title: 'The demonstration has no such person' },
});
const refuse = refuser(demonstrationRefusals);

const ISSUER = Symbol('DevelopmentIssuer');

class TokenBody {
  @IsText(100, 'One of the names at /demonstration/people.') readonly person!: string;
}

interface TokenAnswer {
  readonly token: string;
  readonly tokenType: 'Bearer';
  readonly expiresAt: string;
  readonly person: string;
}

/** Gives anyone a token of a fictional person; there only where the development issuer is on. */
@Controller('demonstration')
@About('Demonstration')
class DemonstrationController {
  constructor(@Inject(ISSUER) private readonly issuer: DevelopmentIssuer) {}

  @Get('people')
  @Says('Lists the fictional people as whom anybody may act')
  @Public()
  people(): { readonly people: readonly DemonstrationPerson[] } {
    return { people: this.issuer.people };
  }

  @Post('tokens')
  @Says('Gives a token of a fictional person', 'It holds for twelve hours.')
  @HttpCode(200)
  @Public()
  async token(@Body() { person }: TokenBody): Promise<TokenAnswer> {
    const given = await this.issuer.tokenFor(person);
    if (given !== undefined) return { ...given, tokenType: 'Bearer', person };
    throw new RefusalProblem(refuse('demonstration-person-unknown', 'Choose one of the names at /demonstration/people.'));
  }
}

/** The routes of the development issuer, for the composition to import beside the contexts. */
@Module({})
export class DemonstrationTokensModule {
  static of(issuer: DevelopmentIssuer): DynamicModule {
    return {
      module: DemonstrationTokensModule,
      controllers: [DemonstrationController],
      providers: [{ provide: ISSUER, useValue: issuer }],
    };
  }
}
