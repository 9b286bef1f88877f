import type { ProviderKind, ProviderRegistered } from '@accord/funding/contracts';
import type { New, Recorded } from '@accord/shared/event-contracts';
import { accept } from '@accord/shared/kernel';
import type { Decider, Id, LondonDate } from '@accord/shared/kernel';
import { refuseFunding } from '../refusals';
import { refuseFuture } from './line-ground';

/** Registers an organisation that provides what package lines pay for. */
export interface RegisterProvider {
  readonly type: 'RegisterProvider';
  readonly providerId: Id<'provider'>;
  /** Of an organisation, never of a person. */
  readonly name: string;
  readonly kind: ProviderKind;
  readonly on: LondonDate;
  readonly today: LondonDate;
}
export type ProviderState = { readonly status: 'unknown' } | { readonly status: 'registered'; readonly name: string };

export const providerDecider: Decider<RegisterProvider, ProviderState, New<typeof ProviderRegistered>, Recorded<typeof ProviderRegistered>> = {
  initial: { status: 'unknown' },
  evolve: (_state, { data: { name } }) => ({ status: 'registered', name }),
  decide({ providerId, name, kind, on, today }, state) {
    if (state.status === 'registered') return refuseFunding('provider-already-registered', 'This provider is registered already, under the name that it was given then.');
    return refuseFuture(on, today) ?? accept({ type: 'ProviderRegistered', data: { providerId, name, kind, on } });
  },
};
