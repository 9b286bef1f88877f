import { isSealed } from '@accord/shared/event-contracts';
import type { Words } from '@accord/shared/event-contracts';
import { ERASED } from '@accord/shared/commands';
import { Vocabulary } from '@accord/shared/http';
import { formatLondonDate, formatPounds } from '@accord/shared/kernel';
import type { ReadStore } from '@accord/shared/read-store';

interface NameTables {
  names: { kind: string; id: string; name: string };
}

type Names = ReadonlyMap<string, string>;

/** Words from the `names` projection. Names are read anew whenever they change in number. */
export class RecordedVocabulary extends Vocabulary {
  private names: Names = new Map();

  constructor(private readonly store: ReadStore) {
    super();
  }

  async words(): Promise<Words> {
    const tables = this.store.withTables<NameTables>();
    const { count } = await tables
      .selectFrom('names')
      .select((columns) => columns.fn.countAll<number | string>().as('count'))
      .executeTakeFirstOrThrow();
    if (Number(count) !== this.names.size) {
      const rows = await tables.selectFrom('names').select(['kind', 'id', 'name']).execute();
      this.names = new Map(rows.map(({ kind, id, name }) => [`${kind} ${id}`, name]));
    }
    return wordsFrom(this.names);
  }
}

/** Words from names: an id without a name is said as what it is, never as nothing. */
export function wordsFrom(names: Names): Words {
  const named = (kind: string) => (id: string) => names.get(`${kind} ${id}`) ?? `${kind} ${id}`;
  const agency = named('agency');
  return {
    agency,
    panel: named('panel'),
    agreement: named('agreement'),
    // Lines are too many to know them all by name: whoever tells of some looks these up.
    line: () => 'package line',
    date: formatLondonDate,
    money: formatPounds,
    shares({ kind, parts: all }) {
      const parts = all.filter((part) => part.weight > 0);
      if (kind === 'ratio') {
        return `${parts.map((part) => agency(part.agencyId)).join(', ')} in the ratio ${parts.map((part) => part.weight).join(':')}`;
      }
      return parts.map((part) => `${agency(part.agencyId)} ${part.weight / 100} %`).join(', ');
    },
    personal(field) {
      if (field === ERASED) return '[erased]';
      return isSealed(field) ? '[withheld]' : String(field);
    },
  };
}
