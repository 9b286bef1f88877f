import { AssuranceHttpModule, AuditTrail, Timeline } from '@accord/assurance/http';
import { ChildRecords } from '@accord/child/application';
import { ChildHttpModule } from '@accord/child/http';
import { AgreementList, AgreementWorklist, FundingHttpModule, KnownChildren, LineLives, ScheduleList, ReplayReports, WhatIfHttpModule, WhoPays, WhoPaysSeries } from '@accord/funding/http';
import { Agreements, FundingSchedules, PackageLines } from '@accord/funding/application';
import { Breaches, Considerations, Corrections, Deliveries, Matters, Meetings, Outcomes, Panels, People, Ratifications, UrgentDecisions } from '@accord/panel/application';
import {
  AgencyList,
  AgendaPacks,
  DecisionHistory,
  DecisionList,
  DecisionReader,
  Directory,
  Dossiers,
  MatterReader,
  MeetingRecords,
  PanelDirectory,
  PanelHttpModule,
  PeopleList,
  SchemeList,
  Worklists,
} from '@accord/panel/http';
import { PanelDocumentsHttpModule } from '@accord/panel/documents';
import { PrecedentSearch, PrecedentsHttpModule } from '@accord/panel/precedents';
import { Global, Module } from '@nestjs/common';
import type { DynamicModule, Type } from '@nestjs/common';
import type { Area } from './area';
import { documentProviders } from './document-parts';
import { whatIfProviders } from './what-if-parts';
import { fundProviders } from './fund-parts';
import { moneyProviders } from './money-parts';
import { ledgerProviders } from './ledger-parts';

@Global()
@Module({})
class AreaParts {}

/** All routes of an area, around the parts that answer them. */
@Module({})
export class AreaModule {
  static around(area: Area, further: readonly (Type<unknown> | DynamicModule)[] = []): DynamicModule {
    const providers = [
      { provide: Considerations, useValue: area.considerations },
      { provide: Outcomes, useValue: area.outcomes },
      { provide: Panels, useValue: area.panels },
      { provide: PanelDirectory, useValue: area.panelDirectory },
      { provide: Matters, useValue: area.matters },
      { provide: Meetings, useValue: area.meetings },
      { provide: MeetingRecords, useValue: area.meetingRecords },
      { provide: MatterReader, useValue: area.matterReader },
      { provide: AgendaPacks, useValue: area.agendaPacks },
      { provide: Directory, useValue: area.directory },
      { provide: People, useValue: area.people },
      { provide: AgencyList, useValue: area.agencyList },
      { provide: PeopleList, useValue: area.peopleList },
      { provide: SchemeList, useValue: area.schemeList },
      { provide: DecisionList, useValue: area.decisionList },
      { provide: DecisionReader, useValue: area.decisionReader },
      { provide: DecisionHistory, useValue: area.decisionHistory },
      { provide: Dossiers, useValue: area.dossiers },
      { provide: Worklists, useValue: area.worklists },
      { provide: PrecedentSearch, useValue: area.precedents },
      { provide: UrgentDecisions, useValue: area.urgentDecisions },
      { provide: Ratifications, useValue: area.ratifications },
      { provide: Corrections, useValue: area.corrections },
      { provide: Deliveries, useValue: area.deliveries },
      { provide: Breaches, useValue: area.breaches },
      ...documentProviders(area),
      { provide: ChildRecords, useValue: area.childRecords },
      ...fundingProviders(area),
      { provide: KnownChildren, useValue: area.knownChildren },
      { provide: Timeline, useValue: area.timeline },
      { provide: AuditTrail, useValue: area.auditTrail },
    ];
    const parts: DynamicModule = { module: AreaParts, providers, exports: providers.map((part) => part.provide) };
    return {
      module: AreaModule,
      imports: [parts, PanelHttpModule, PrecedentsHttpModule, PanelDocumentsHttpModule, ChildHttpModule, FundingHttpModule, WhatIfHttpModule, AssuranceHttpModule, ...further],
    };
  }
}

const fundingProviders = (area: Area) => [
  ...whatIfProviders(area),
  ...ledgerProviders(area),
  { provide: Agreements, useValue: area.agreements },
  { provide: AgreementList, useValue: area.agreementList },
  { provide: AgreementWorklist, useValue: area.agreementWorklist },
  { provide: WhoPays, useValue: area.whoPays },
  { provide: WhoPaysSeries, useValue: area.whoPaysSeries },
  { provide: ReplayReports, useValue: area.replayReports },
  { provide: FundingSchedules, useValue: area.fundingSchedules },
  { provide: ScheduleList, useValue: area.scheduleList },
  ...fundProviders(area),
  ...moneyProviders(area),
  { provide: PackageLines, useValue: area.packageLines },
  { provide: LineLives, useValue: area.lineLives },
];
