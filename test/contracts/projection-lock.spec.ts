import { eventCatalogue, projections } from '@accord/composition';
import { lockOf, readProjectionLock, staleProjections } from './projection-lock';
import type { ProjectionLock } from './projection-lock';

const locked: ProjectionLock = {
  events: { NoteOpened: 1, LineAdded: 2, NoteClosed: 1 },
  projections: { notes: { version: 3, handles: ['LineAdded', 'NoteOpened'] }, trail: { version: 1, handles: 'all' } },
};
const changed = ({ events = {}, ...others }: Partial<ProjectionLock>): ProjectionLock => ({
  events: { ...locked.events, ...events },
  projections: { ...locked.projections, ...others.projections },
});

describe('A projection is built anew', () => {
  it('where an event that it keeps is stored in a newer version', () => {
    expect(staleProjections(locked, changed({ events: { LineAdded: 3 } }))).toEqual([
      'notes keeps LineAdded, which is now in version 3: raise its version above 3',
      'trail keeps LineAdded, which is now in version 3: raise its version above 1',
    ]);
    const raised = changed({ events: { LineAdded: 3 }, projections: { notes: { version: 4, handles: ['LineAdded', 'NoteOpened'] }, trail: { version: 2, handles: 'all' } } });
    expect(staleProjections(locked, raised)).toEqual([]);
  });

  it('where it keeps events that were on record before, or no longer keeps some', () => {
    expect(staleProjections(locked, changed({ projections: { notes: { version: 3, handles: ['LineAdded', 'NoteClosed'] } } }))).toEqual([
      'notes no longer keeps NoteOpened: raise its version above 3',
      'notes keeps NoteClosed: raise its version above 3',
    ]);
  });

  it('but not for an event that there was not before, nor for one that it does not keep', () => {
    const withNew = changed({ events: { NotePrinted: 1, NoteClosed: 2 }, projections: { notes: { version: 3, handles: ['LineAdded', 'NoteOpened', 'NotePrinted'] }, trail: { version: 2, handles: 'all' } } });
    expect(staleProjections(locked, withNew)).toEqual([]);
  });
});

describe('The projections of this build', () => {
  const now = lockOf({ definitions: eventCatalogue.definitions, projections });

  it('would all make the rows that serve', () => {
    expect(staleProjections(readProjectionLock(), now)).toEqual([]);
  });

  it('are locked as they are (npm run projection-lock)', () => {
    expect(now).toEqual(readProjectionLock());
  });
});
