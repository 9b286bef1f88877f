export { PanelDocumentsHttpModule } from './panel-documents.module';
export { PanelDocuments } from './panel-documents';
export type { DocumentSources } from './panel-documents';
export { MinutesRequest } from './minutes-requests';
