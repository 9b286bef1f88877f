import { Minutes } from '@accord/panel/application';
import { PanelDocuments } from '@accord/panel/documents';
import type { DocumentSources } from '@accord/panel/documents';
import type { CommandRunner } from '@accord/shared/commands';

/** What writes minutes and letters, and approves minutes. */
export const documentParts = (runner: CommandRunner, sources: DocumentSources) => ({
  minutes: new Minutes(runner),
  panelDocuments: new PanelDocuments(sources),
});

/** The same for the routes. */
export const documentProviders = ({ minutes, panelDocuments }: ReturnType<typeof documentParts>) => [
  { provide: Minutes, useValue: minutes },
  { provide: PanelDocuments, useValue: panelDocuments },
];
