/** What a line provides and which outcomes it serves, in words; lines recorded before outcomes were kept name none. */
export interface ProvisionInWords {
  readonly lineId: string;
  readonly words: string;
  readonly outcomes?: readonly string[];
}

/** The outcomes of a line, where they may be read at all: `null` where they were erased, empty where none is named. */
export const outcomesOf = (
  provisions: readonly ProvisionInWords[] | null | undefined,
  lineId: string,
): { readonly outcomes?: readonly string[] | null } =>
  provisions === undefined ? {} : { outcomes: provisions === null ? null : (provisions.find((each) => each.lineId === lineId)?.outcomes ?? []) };
