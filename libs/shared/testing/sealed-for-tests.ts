import type { AnyEventDefinition, EventCatalogue } from '@accord/shared/event-contracts';
import type { JsonObject } from '@accord/shared/event-store';

/** An event in the clear, as the domain decides it. */
export interface ClearEvent {
  readonly type: string;
  readonly data: object;
}

/** A sealed text for tests: says nothing to the eye, opens without a key. Never in a real store. */
export const sealedForTests = (value: unknown): string =>
  `sealed:test:${Buffer.from(JSON.stringify(value)).toString('base64url')}`;

/** @throws Error where the text was not made by {@link sealedForTests}. */
export function openedForTests(sealed: unknown): unknown {
  const text = typeof sealed === 'string' ? /^sealed:test:(.*)$/.exec(sealed)?.[1] : undefined;
  if (text === undefined) throw new Error('This is not a text that was sealed for tests.');
  return JSON.parse(Buffer.from(text, 'base64url').toString());
}

/** The data as it would be stored: JSON, each personal field present replaced by a sealed text. */
export function sealedData(definition: AnyEventDefinition, data: object): JsonObject {
  const stored: Record<string, unknown> = { ...data };
  for (const field of Object.keys(definition.personal)) {
    if (stored[field] !== undefined) stored[field] = sealedForTests(stored[field]);
  }
  // A round through JSON gives JSON and drops what a store would drop.
  return JSON.parse(JSON.stringify(stored)) as JsonObject;
}

/**
 * Takes an event in the clear through the same gates as a real one: checked against its contract,
 * sealed, and read back through the catalogue.
 * @throws UnreadableEvent where the event is not what its contract says.
 */
export function recordedForm(catalogue: EventCatalogue, event: ClearEvent): { type: string; data: Record<string, unknown> } {
  const definition = catalogue.check(event.type, event.data);
  const data = sealedData(definition, event.data);
  return { type: event.type, data: catalogue.read({ type: event.type, schemaVersion: definition.version, data }) };
}
