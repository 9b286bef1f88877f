import 'reflect-metadata';
import type { LoggerService } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { Log } from '@accord/shared/observability';
import { ApiDescription } from './api-description';
import { addHooks, fastifyAdapter } from './fastify-instance';
import { assertEveryInputHasItsClass, assertEveryRouteDeclaresItsPermission } from './route-declarations';
import { RouteTable } from './route-table';
import { ShellModule } from './shell-module';
import type { ApplicationModule, ShellParts } from './shell-module';

export interface HttpAppOptions extends ShellParts {
  /** Whether SIGTERM and SIGINT end the process gracefully; a test says no. Default yes. */
  readonly handleSignals?: boolean;
}

/**
 * Makes the HTTP application around a module of controllers, ready for `listen` or `inject`. The start
 * fails, naming the culprit, where a route declares no permission or a body no class.
 */
export async function createHttpApp(module: ApplicationModule, options: HttpAppOptions): Promise<NestFastifyApplication> {
  const routes = new RouteTable();
  const adapter = fastifyAdapter();
  addHooks(adapter, { log: options.log, routes });
  const app = await NestFactory.create<NestFastifyApplication>(ShellModule.around(module, options, routes), adapter, {
    logger: nestLogger(options.log),
    abortOnError: false,
    bodyParser: false,
  });
  assertEveryRouteDeclaresItsPermission(app);
  assertEveryInputHasItsClass(app);
  app.get(ApiDescription).describes(app, options.answers);
  if (options.handleSignals ?? true) app.enableShutdownHooks(['SIGTERM', 'SIGINT'], { useProcessExit: true });
  await app.init();
  await adapter.getInstance().ready();
  return app;
}

/** Nest may repeat the message of an error of ours: its lines keep the frames and lose the text. */
function nestLogger(log: Log): LoggerService {
  const component = 'nest';
  return {
    log: () => undefined,
    debug: () => undefined,
    verbose: () => undefined,
    warn: (message: unknown) => log.warn('framework warning', { component, error: message }),
    error: (message: unknown) => log.error('framework error', { component, error: message }),
    fatal: (message: unknown) => log.fatal('framework failure', { component, error: message }),
  };
}
