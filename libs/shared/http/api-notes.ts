import type * as Swagger from '@nestjs/swagger';

/** What a decorator has to say to the description of the API. */
type Note = (swagger: typeof Swagger) => void;

const notes: Note[] = [];

/**
 * Keeps a note until somebody asks for the description: loading Swagger costs an eighth of a second and
 * 17 MB, which no start should pay. Notes are applied in the order in which decorators ran.
 */
export const noteForDescription = (note: Note): void => {
  notes.push(note);
};

/** A method decorator of Swagger, applied when the description is asked for. */
export const describedBy =
  (decorator: (swagger: typeof Swagger) => MethodDecorator): MethodDecorator =>
  (target, key, descriptor) =>
    noteForDescription((swagger) => void decorator(swagger)(target, key, descriptor));

/** Loads Swagger and tells it everything that was noted since the last time. */
export async function swaggerWithNotes(): Promise<typeof Swagger> {
  const swagger = await import('@nestjs/swagger');
  for (const note of notes.splice(0)) note(swagger);
  return swagger;
}
