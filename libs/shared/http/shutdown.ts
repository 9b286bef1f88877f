import { Inject, Injectable } from '@nestjs/common';
import type { BeforeApplicationShutdown, OnApplicationShutdown } from '@nestjs/common';
import { HttpAdapterHost } from '@nestjs/core';
import type { Server } from 'node:http';
import type { Log } from '@accord/shared/observability';
import { SHELL_LOG } from './shell-ports';

/** How long requests under way may take once a shutdown has begun. */
const GRACE_MS = 10_000;
/** Connections are kept alive after their last answer: how often those are looked for and closed. */
const LOOK_MS = 50;

/** Injection token of what the composition closes after the last answer has left. */
export const ON_CLOSE = Symbol('OnClose');

/**
 * Keeps the order of a shutdown: not ready any more; no new connections and the requests under way
 * finished (Nest and Fastify see to it); then the stores.
 */
@Injectable()
export class ShutdownState implements BeforeApplicationShutdown, OnApplicationShutdown {
  begun = false;
  private deadline: NodeJS.Timeout | undefined;
  private sweeping: NodeJS.Timeout | undefined;

  constructor(
    private readonly adapter: HttpAdapterHost,
    @Inject(SHELL_LOG) private readonly log: Log,
    @Inject(ON_CLOSE) private readonly close: () => Promise<void>,
  ) {}

  beforeApplicationShutdown(signal?: string): void {
    this.begun = true;
    this.log.info('shutdown begun', { signal });
    // Fastify's server is Node's own: the adapter is made without HTTP/2.
    const server = this.adapter.httpAdapter.getHttpServer() as Server;
    this.deadline = setTimeout(() => server.closeAllConnections(), GRACE_MS).unref();
    this.sweeping = setInterval(() => server.closeIdleConnections(), LOOK_MS).unref();
  }

  async onApplicationShutdown(): Promise<void> {
    clearTimeout(this.deadline);
    clearInterval(this.sweeping);
    await this.close();
    this.log.info('shutdown finished');
  }
}
