import { applyDecorators, SetMetadata } from '@nestjs/common';
import type { Permission } from '@accord/access/contracts';
import { describedBy } from './api-notes';

/** Metadata key under which a route declares who may use it. */
export const ACCESS = 'accord:access';

/** Where the description of the API names the permission that a route requires. */
export const PERMISSION_IN_DESCRIPTION = 'x-accord-permission';

/** What a route declares: a permission, or that anyone may use it without a token. */
export type RouteAccess = { readonly permission: Permission } | { readonly public: true };

/** The route needs a token whose role has this permission. */
export const Requires = (permission: Permission): MethodDecorator =>
  applyDecorators(
    SetMetadata(ACCESS, { permission } satisfies RouteAccess),
    describedBy(({ ApiBearerAuth }) => ApiBearerAuth()),
    describedBy(({ ApiExtension }) => ApiExtension(PERMISSION_IN_DESCRIPTION, permission)),
  );

/** The route is open to anyone, without a token: health, and the description of the API. */
export const Public = (): MethodDecorator => SetMetadata(ACCESS, { public: true } satisfies RouteAccess);
