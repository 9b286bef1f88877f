import { Module } from '@nestjs/common';
import type { DynamicModule, Type } from '@nestjs/common';
import { APP_FILTER, APP_GUARD, APP_INTERCEPTOR, APP_PIPE } from '@nestjs/core';
import type { Clock } from '@accord/shared/kernel';
import type { Log } from '@accord/shared/observability';
import { AccessGuard } from './access-guard';
import { AnswerInterceptor } from './answer-interceptor';
import { ApiDescription, ApiDescriptionController } from './api-description';
import type { LoadAnswers } from './api-description';
import { HealthController } from './health-controller';
import { ProblemFilter } from './problem-filter';
import { QueryInterceptor } from './query-interceptor';
import { RouteTable } from './route-table';
import { CLOCK, READ_YOUR_WRITES, READINESS, SHELL_LOG, TOKEN_VERIFIER } from './shell-ports';
import type { Readiness, ReadYourWrites } from './shell-ports';
import { ON_CLOSE, ShutdownState } from './shutdown';
import type { TokenVerifier } from './token-verifier';
import { ValidationPipe } from './validation-pipe';

/** What the shell needs from the composition. */
export interface ShellParts {
  readonly tokenVerifier: TokenVerifier;
  readonly clock: Clock;
  readonly readYourWrites: ReadYourWrites;
  readonly readiness: Readiness;
  readonly log: Log;
  /** What the routes answer, for their description; called once, when somebody asks for it. */
  readonly answers?: LoadAnswers;
  /** Closes stores and jobs; called once, after the last answer has left. */
  readonly onClose?: () => Promise<void>;
}

export type ApplicationModule = Type<unknown> | DynamicModule;

/** The root module: the application's own module within guard, pipe, interceptors, filter and health. */
@Module({})
export class ShellModule {
  static around(application: ApplicationModule, parts: ShellParts, routes: RouteTable): DynamicModule {
    return {
      module: ShellModule,
      imports: [application],
      controllers: [HealthController, ApiDescriptionController],
      providers: [
        { provide: TOKEN_VERIFIER, useValue: parts.tokenVerifier },
        { provide: CLOCK, useValue: parts.clock },
        { provide: READ_YOUR_WRITES, useValue: parts.readYourWrites },
        { provide: READINESS, useValue: parts.readiness },
        { provide: SHELL_LOG, useValue: parts.log },
        { provide: ON_CLOSE, useValue: parts.onClose ?? (async () => undefined) },
        { provide: RouteTable, useValue: routes },
        ApiDescription,
        ShutdownState,
        { provide: APP_FILTER, useClass: ProblemFilter },
        { provide: APP_GUARD, useClass: AccessGuard },
        { provide: APP_INTERCEPTOR, useClass: QueryInterceptor },
        { provide: APP_INTERCEPTOR, useClass: AnswerInterceptor },
        { provide: APP_PIPE, useClass: ValidationPipe },
      ],
    };
  }
}
