import { SetMetadata, applyDecorators } from '@nestjs/common';
import { describedBy, noteForDescription } from './api-notes';
import type { ApiTag } from './api-tags';

/** Metadata key under which a route says what it does. */
export const SAID = 'accord:said';

/** Metadata key of what the routes of a controller are about. */
export const ABOUT = 'accord:about';

/** What a route says of itself in the description of the API. */
export interface RouteSaying {
  readonly summary: string;
  readonly description?: string;
}

/** Most characters of a summary: a list of routes shows it on one line. */
export const LONGEST_SUMMARY = 90;

/**
 * Says what the route does in one clause of the users' words that begins with a verb and has no full stop
 * ("Records an operation of the child"); then, in sentences, what a caller needs besides: who may, what is
 * refused most often, what follows. The permission is added from `@Requires`, and never written here.
 */
export const Says = (summary: string, description?: string): MethodDecorator => {
  const said: RouteSaying = { summary, ...(description === undefined ? {} : { description }) };
  return applyDecorators(
    SetMetadata(SAID, said),
    describedBy(({ ApiOperation }) => ApiOperation(said)),
  );
};

/** What people look for who need the routes of this controller: the tag under which they are described. */
export const About =
  (tag: ApiTag): ClassDecorator =>
  (controller) => {
    SetMetadata(ABOUT, tag)(controller);
    noteForDescription(({ ApiTags }) => void ApiTags(tag)(controller));
  };
