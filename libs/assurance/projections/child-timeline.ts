import { childEvents } from '@accord/child/contracts';
import { fundingEvents } from '@accord/funding/contracts';
import { panelEvents } from '@accord/panel/contracts';
import type { AnyEventDefinition } from '@accord/shared/event-contracts';
import { defineProjection, eventColumns, eventRows } from '@accord/shared/projections';

const all: readonly AnyEventDefinition[] = [...panelEvents, ...childEvents, ...fundingEvents];
/** Whatever names a child concerns that child: the contracts say so, and nobody has to remember a list. */
const definitions = all.filter((definition) => Object.hasOwn(definition.data.shape, 'childId'));
const row = eventRows(definitions);

/** What happened to a child, what was asked and decided about the child, and what became of it, in order. */
export const childTimeline = defineProjection<{ type: string; data: { childId: string | null } }>({
  name: 'child-timeline',
  version: 3,
  question: 'What happened to this child, what was decided, and when did we know?',
  tables: {
    child_timeline: {
      columns: { child_id: 'text', ...eventColumns },
      key: ['position'],
      indexes: [['child_id', 'effective_on', 'position']],
    },
  },
  handles: definitions.map((definition) => definition.type),
  project(event) {
    const { childId: child_id } = event.body.data;
    // A breach may be about a meeting and no child.
    return child_id === null ? [] : [{ put: 'child_timeline', row: { child_id, ...row(event) } }];
  },
});
