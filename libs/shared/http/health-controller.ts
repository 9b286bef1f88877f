import { Controller, Get, Inject, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { noteForDescription } from './api-notes';
import { Public } from './requires';
import { Says } from './says';
import { READINESS } from './shell-ports';
import type { Readiness, ReadinessReport } from './shell-ports';
import { ShutdownState } from './shutdown';

const NOT_READY: ReadinessReport = { ready: false, store: false, projections: [] };

/** For load balancers and supervisors: whether the process lives, and whether to send it requests. */
@Controller('health')
export class HealthController {
  constructor(
    @Inject(READINESS) private readonly readiness: Readiness,
    private readonly shutdown: ShutdownState,
  ) {}

  @Get('live')
  @Says('Tells that the process lives')
  @Public()
  live(): { readonly live: true } {
    return { live: true };
  }

  @Get('ready')
  @Says('Tells whether to send requests', 'With status 503 while anything that a request needs is missing, and from the moment a shutdown begins.')
  @Public()
  async ready(@Res({ passthrough: true }) reply: FastifyReply): Promise<ReadinessReport> {
    const found = await this.readiness.report().catch(() => NOT_READY);
    const report = { ...found, ready: found.ready && !this.shutdown.begun };
    void reply.status(report.ready ? 200 : 503);
    return report;
  }
}

noteForDescription(({ ApiExcludeController }) => ApiExcludeController()(HealthController));
