export { PanelHttpModule } from './panel.module';
export { Directory } from './directory';
export { PanelDirectory } from './panel-directory';
export { PanelRequest, TermsDraftRequest } from './terms-requests';
export { AgencyRequest, DecisionRequest } from './requests';
export { MeetingRequest } from './meeting-requests';
export { MeetingRecords } from './meeting-records';
