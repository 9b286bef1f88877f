import { Inject, Injectable } from '@nestjs/common';
import type { CanActivate, ExecutionContext } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import type { FastifyRequest } from 'fastify';
import { permissionsOf } from '@accord/access/contracts';
import type { Permission, Role } from '@accord/access/contracts';
import type { Clock } from '@accord/shared/kernel';
import { admit } from './admission';
import { problem } from './problem';
import type { Problem } from './problem';
import { ACCESS } from './requires';
import type { RouteAccess } from './requires';
import { CLOCK, TOKEN_VERIFIER } from './shell-ports';
import type { TokenRefusalCode, TokenVerifier } from './token-verifier';

const BEARER = /^Bearer +(\S+) *$/i;

/**
 * Lets a request in only where its route declares a permission and the token's role has it, or where the
 * route is declared public. A route that declares nothing is never served.
 */
@Injectable()
export class AccessGuard implements CanActivate {
  constructor(
    private readonly reflector: Reflector,
    @Inject(TOKEN_VERIFIER) private readonly verifier: TokenVerifier,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const access = this.reflector.get<RouteAccess | undefined>(ACCESS, context.getHandler());
    if (access === undefined) throw new Error('A route without a declared permission was called.');
    if ('public' in access) return true;
    const request = context.switchToHttp().getRequest<FastifyRequest>();
    const verdict = await this.verifier.verify(bearerTokenOf(request));
    if (!verdict.ok) throw unauthorised(verdict.code, verdict.detail);
    // Admitted before the permission is checked, so that the log names the person who was refused.
    admit(request, { person: verdict.person, now: this.clock.now() });
    if (mayDo(verdict.person.role, access.permission)) return true;
    throw problem(
      'permission-missing',
      `This needs the permission ${access.permission}, which the role of the token does not have. Ask a person whose role has it.`,
    );
  }
}

function bearerTokenOf({ headers }: FastifyRequest): string {
  if (headers.authorization === undefined) {
    throw unauthorised('token-missing', 'Send an access token in the header: Authorization: Bearer <token>.');
  }
  const token = BEARER.exec(headers.authorization)?.[1];
  if (token === undefined) {
    throw unauthorised('token-malformed', 'The Authorization header is not of the form: Bearer <token>.');
  }
  return token;
}

/** RFC 6750 section 3: no error code where no token was sent. */
function unauthorised(code: TokenRefusalCode, detail: string): Problem {
  const challenge = code === 'token-missing' ? 'Bearer realm="accord"' : 'Bearer realm="accord", error="invalid_token"';
  return problem(code, detail, { headers: { 'WWW-Authenticate': challenge } });
}

const isRole = (role: string): role is Role => Object.hasOwn(permissionsOf, role);

/** Whether the role has the permission; a role that Accord does not know has none. */
export const mayDo = (role: string, permission: Permission): boolean =>
  isRole(role) && permissionsOf[role].includes(permission);
