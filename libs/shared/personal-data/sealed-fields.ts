import { ERASED, type PersonalData, type SealedEvent, type UnsealedEvent } from '@accord/shared/commands';
import type { JsonObject } from '@accord/shared/event-store';
import type { ChildKeys } from './child-keys';
import { PersonalDataDamaged } from './errors';
import { decrypt, encrypt, placeOf } from './gcm';

/*
 * A sealed field is `sealed:1:<keyId>:<base64url of nonce | ciphertext | tag>` of the JSON of the whole
 * field, whatever its shape. Its place is event id, stream, type, field and key id: an upcaster must
 * therefore keep the name and the text of a personal field as they are.
 */
const FORM = /^sealed:1:([0-9a-f-]{36}):([A-Za-z0-9_-]+)$/;

/** Seals and opens personal fields under children's keys. */
export class SealedFields implements PersonalData {
  constructor(private readonly keys: ChildKeys) {}

  async seal(event: UnsealedEvent): Promise<JsonObject> {
    const { definition, data } = event;
    const sealed: Record<string, unknown> = { ...data };
    for (const [field, category] of Object.entries(definition.personal)) {
      if (data[field] === undefined) continue;
      const { keyId, key } = await this.keys.toSeal(subjectOf(event), category);
      const text = encrypt(key, fieldPlace({ event, field, keyId }), Buffer.from(JSON.stringify(data[field])));
      sealed[field] = `sealed:1:${keyId}:${text}`;
    }
    // The contract has checked that the data is JSON; the round through text drops absent fields.
    return JSON.parse(JSON.stringify(sealed)) as JsonObject;
  }

  async open(event: SealedEvent): Promise<Record<string, unknown>> {
    const { definition, data } = event;
    const opened: Record<string, unknown> = { ...data };
    for (const field of Object.keys(definition.personal)) {
      if (data[field] !== undefined) opened[field] = await this.openField(event, field);
    }
    return opened;
  }

  private async openField(event: SealedEvent, field: string): Promise<unknown> {
    const value = event.data[field];
    const [, keyId, text] = (typeof value === 'string' && FORM.exec(value)) || [];
    if (keyId === undefined || text === undefined) throw damaged(event, field);
    const found = await this.keys.toOpen(keyId);
    if (!found) return ERASED;
    const plain = decrypt(found.key, fieldPlace({ event, field, keyId }), text);
    if (!plain) throw damaged(event, field);
    const opened: unknown = JSON.parse(plain.toString());
    return opened;
  }
}

interface Field {
  readonly event: SealedEvent;
  readonly field: string;
  readonly keyId: string;
}

const fieldPlace = ({ event: { id, stream, definition }, field, keyId }: Field): Buffer =>
  placeOf('accord field', id, stream, definition.type, field, keyId);

/** @throws Error where the event names no child: `defineEvent` and the contract allow no such event */
function subjectOf({ definition, data }: UnsealedEvent): string {
  const child = definition.subject === undefined ? undefined : data[definition.subject];
  if (typeof child !== 'string') throw new Error(`${definition.type} does not say whose its personal fields are`);
  return child;
}

const damaged = ({ id, definition: { type } }: SealedEvent, field: string) =>
  new PersonalDataDamaged(`${type} ${id}: ${field} does not open`);
