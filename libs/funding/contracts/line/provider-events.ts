import { defineEvent, idOf, londonDateField, textField } from '@accord/shared/event-contracts';
import { z } from 'zod';

/**
 * Kinds of organisation that provide what package lines pay for. An organisation, never a person: a family that employs
 * somebody itself is served by a support service or a card.
 */
export const providerKinds = [
  'care-agency',
  'nursing-agency',
  'nhs-provider',
  'school',
  'council-service',
  'voluntary-sector',
  'transport-operator',
  'equipment-supplier',
  'accommodation-provider',
  'direct-payment-support-service',
  'other-organisation',
] as const;
export type ProviderKind = (typeof providerKinds)[number];

export const ProviderRegistered = defineEvent({
  type: 'ProviderRegistered',
  version: 1,
  stream: 'provider',
  meaning: 'An organisation that provides what package lines pay for was registered.',
  data: z.strictObject({
    providerId: idOf('provider'),
    /** Of an organisation. */
    name: textField(200),
    kind: z.enum(providerKinds),
    on: londonDateField(),
  }),
  effective: 'on',
  sentence: ({ name, kind }) => `${name} was registered as a provider (${kind.replaceAll('-', ' ')}).`,
});

export const providerEvents = [ProviderRegistered] as const;
