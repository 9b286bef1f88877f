import { About, After, AsAtPagedQuery, AsAtQuery, IdParam, Reader, Requires, Says, mayDo, pageOf, problem } from '@accord/shared/http';
import type { ReaderContext } from '@accord/shared/http';
import type { Id } from '@accord/shared/kernel';
import { Controller, Get, Query } from '@nestjs/common';
import { AttemptsQuery } from './attempts-query';
import { AuditTrail } from './audit-trail';
import { Timeline, isTimelineCursor } from './timeline';

const isPosition = (value: unknown): value is number => typeof value === 'number' && Number.isSafeInteger(value);

/** What inspectors, auditors and key workers read: a child's timeline, a decision's trail, refused attempts. */
@Controller('v1')
@About('Record and proof')
export class AssuranceController {
  constructor(
    private readonly timeline: Timeline,
    private readonly trail: AuditTrail,
  ) {}

  @Get('children/:id/timeline')
  @Says("Tells a child's timeline, in the order of the days on which things became true", 'As at a day and as known at an instant. What was erased is said to be erased.')
  @Requires('child:read')
  @After('child-timeline', 'names')
  async ofChild(@IdParam('child') childId: Id<'child'>, @Query() query: AsAtPagedQuery) {
    const { asAt, knownAt } = query;
    const page = await this.timeline.page({ childId, asAt, knownAt, page: pageOf(query, isTimelineCursor) });
    if (!page) throw problem('not-found', 'There is no record of a child with this id.');
    return { childId, asAt, knownAt, ...page };
  }

  @Get('decisions/:id/audit-trail')
  @Says('Tells what was recorded of a decision, by whom and in which role', 'With what it rested on and, to those who audit, attempts that were refused.')
  @Requires('decision:read')
  @After('audit-trail', 'names')
  async ofDecision(
    @IdParam('decision') decisionId: Id<'decision'>,
    @Query() { asAt, knownAt }: AsAtQuery,
    @Reader() { role }: ReaderContext,
  ) {
    const withAttempts = mayDo(role, 'audit:read');
    const trail = await this.trail.ofDecision(decisionId, { asAt, knownAt, withAttempts });
    if (!trail) throw problem('not-found', 'No decision with this id was known at that time.');
    return { ...trail, asAt, knownAt };
  }

  @Get('agreements/:id/audit-trail')
  @Says('Tells what was recorded of an agreement, by whom and in which role')
  @Requires('agreement:read')
  @After('audit-trail', 'names')
  ofAgreement(@IdParam('agreement') agreementId: Id<'agreement'>, @Query() query: AsAtQuery) {
    return this.ofStream(`agreement-${agreementId}`, query);
  }

  @Get('meetings/:id/audit-trail')
  @Says('Tells what was recorded of a meeting, by whom and in which role')
  @Requires('decision:read')
  @After('audit-trail', 'names')
  ofMeeting(@IdParam('meeting') meetingId: Id<'meeting'>, @Query() query: AsAtQuery) {
    return this.ofStream(`meeting-${meetingId}`, query);
  }

  @Get('panels/:id/audit-trail')
  @Says('Tells what was recorded of a panel, by whom and in which role')
  @Requires('directory:read')
  @After('audit-trail', 'names')
  ofPanel(@IdParam('panel') panelId: Id<'panel'>, @Query() query: AsAtQuery) {
    return this.ofStream(`panel-${panelId}`, query);
  }

  @Get('matters/:id/audit-trail')
  @Says('Tells what was recorded of a matter, by whom and in which role')
  @Requires('decision:read')
  @After('audit-trail', 'names')
  ofMatter(@IdParam('matter') matterId: Id<'matter'>, @Query() query: AsAtQuery) {
    return this.ofStream(`matter-${matterId}`, query);
  }

  @Get('breaches/:id/audit-trail')
  @Says('Tells what was recorded of a breach, by whom and in which role')
  @Requires('decision:read')
  @After('audit-trail', 'names')
  ofBreach(@IdParam('breach') breachId: Id<'breach'>, @Query() query: AsAtQuery) {
    return this.ofStream(`breach-${breachId}`, query);
  }

  @Get('agencies/:id/audit-trail')
  @Says('Tells what was recorded of an agency, by whom and in which role')
  @Requires('directory:read')
  @After('audit-trail', 'names')
  ofAgency(@IdParam('agency') agencyId: Id<'agency'>, @Query() query: AsAtQuery) {
    return this.ofStream(`agency-${agencyId}`, query);
  }

  /** An agency's scheme of delegation is one stream, under the agency's id. */
  @Get('agencies/:id/delegations/audit-trail')
  @Says("Tells what was recorded of an agency's scheme of delegation, by whom and in which role")
  @Requires('directory:read')
  @After('audit-trail', 'names')
  ofDelegations(@IdParam('agency') agencyId: Id<'agency'>, @Query() query: AsAtQuery) {
    return this.ofStream(`delegation-${agencyId}`, query);
  }

  @Get('practitioners/:id/audit-trail')
  @Says('Tells what was recorded of a person, by whom and in which role')
  @Requires('directory:read')
  @After('audit-trail', 'names')
  ofPractitioner(@IdParam('practitioner') practitionerId: Id<'practitioner'>, @Query() query: AsAtQuery) {
    return this.ofStream(`practitioner-${practitionerId}`, query);
  }

  @Get('funding-schedules/:id/audit-trail')
  @Says('Tells what was recorded of a funding schedule, by whom and in which role')
  @Requires('funding:read')
  @After('audit-trail', 'names')
  ofFundingSchedule(@IdParam('funding-schedule') scheduleId: Id<'funding-schedule'>, @Query() query: AsAtQuery) {
    return this.ofStream(`funding-schedule-${scheduleId}`, query);
  }

  @Get('funds/:id/audit-trail')
  @Says('Tells what was recorded of a pooled fund, by whom and in which role')
  @Requires('funding:read')
  @After('audit-trail', 'names')
  ofFund(@IdParam('fund') fundId: Id<'fund'>, @Query() query: AsAtQuery) {
    return this.ofStream(`fund-${fundId}`, query);
  }

  @Get('providers/:id/audit-trail')
  @Says('Tells what was recorded of a provider, by whom and in which role')
  @Requires('directory:read')
  @After('audit-trail', 'names')
  ofProvider(@IdParam('provider') providerId: Id<'provider'>, @Query() query: AsAtQuery) {
    return this.ofStream(`provider-${providerId}`, query);
  }

  @Get('terms-drafts/:id/audit-trail')
  @Says('Tells what was recorded of a printed composition, by whom and in which role')
  @Requires('directory:read')
  @After('audit-trail', 'names')
  ofTermsDraft(@IdParam('terms-draft') draftId: Id<'terms-draft'>, @Query() query: AsAtQuery) {
    return this.ofStream(`terms-draft-${draftId}`, query);
  }

  @Get('refused-attempts')
  @Says(
    'Lists what somebody tried to record and was refused',
    'By panel, meeting, matter or decision, by whoever tried, by the code of the rule, and by day. Of what was sent, no more is kept than its kind and what it was aimed at.',
  )
  @Requires('audit:read')
  @After('audit-trail', 'names')
  refusedAttempts(@Query() query: AttemptsQuery) {
    const { panel, meeting, matter, decision, person, code, from, to, knownAt } = query;
    const named = { panel, meeting, matter, decision };
    const about = Object.entries(named).flatMap(([kind, id]) => (id === undefined ? [] : [`${kind}-${id}`]));
    return this.trail.refusedAttempts({ about, person, code, from, to, knownAt, page: pageOf(query, isPosition) });
  }

  private async ofStream(stream: string, { asAt, knownAt }: AsAtQuery) {
    const entries = await this.trail.ofStream(stream, { asAt, knownAt });
    if (entries.length === 0) throw problem('not-found', 'Nothing with this id was known at that time.');
    return { entries, asAt, knownAt };
  }
}
