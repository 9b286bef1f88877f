/** How a refusal is answered: what kind of "no" it is, not which HTTP status (the HTTP layer maps that). */
export type RefusalKind =
  /** The words of the request cannot be true or understood: shares of 101 %, 30 February. */
  | 'invalid'
  /** The request is well formed, but the record's state or a rule forbids it. */
  | 'conflict'
  /** Something that the request names does not exist. */
  | 'unknown'
  /** The person may not do this. */
  | 'forbidden'
  /** The record has moved on since the revision that the request rested on. */
  | 'stale';

/** One entry of a context's refusal catalogue: the code is the key, stable for ever. */
export interface RefusalDefinition {
  readonly kind: RefusalKind;
  /** A short sentence that never varies, the RFC 9457 `title`. */
  readonly title: string;
  /** The rule's source, e.g. "SEND Regulations 2014 reg 13(2)" or "Terms of reference". */
  readonly source?: string;
  /** Whether auditors keep the attempt: quorum, recusal, authority, shares not whole. */
  readonly kept?: boolean;
}

/** A refusal as a value: a normal outcome that a panel member will read. Never thrown. */
export interface Refusal {
  readonly ok: false;
  /** Stable code, e.g. `shares-not-whole`. */
  readonly refusal: string;
  readonly kind: RefusalKind;
  readonly title: string;
  /** A sentence the caller can act on. Holds no personal data. */
  readonly because: string;
  readonly source?: string;
  readonly kept?: boolean;
}

/** A value, or the reason why there is none. */
export type Result<T> = { readonly ok: true; readonly value: T } | Refusal;

/** Events, or the reason why there are none. An empty list means that nothing changed. */
export type Decision<E> = { readonly ok: true; readonly events: readonly E[] } | Refusal;

export type RefusalCatalogue = Readonly<Record<string, RefusalDefinition>>;

/** Declares a context's refusals once; codes become a union type and the generated problem catalogue. */
export function defineRefusals<const C extends RefusalCatalogue>(catalogue: C): C {
  return catalogue;
}

/** Builds the context's `refuse(code, because)` from its catalogue. */
export function refuser<C extends RefusalCatalogue>(catalogue: C) {
  return (code: keyof C & string, because: string): Refusal => {
    // The cast only widens: each entry of a catalogue is a definition, whatever literals C keeps.
    const { kind, title, source, kept } = catalogue[code] as RefusalDefinition;
    return {
      ok: false,
      refusal: code,
      kind,
      title,
      because,
      ...(source === undefined ? {} : { source }),
      ...(kept === undefined ? {} : { kept }),
    };
  };
}

export const accept = <E>(...events: readonly E[]): Decision<E> => ({ ok: true, events });
export const succeed = <T>(value: T): Result<T> => ({ ok: true, value });
