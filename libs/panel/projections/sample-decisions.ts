/** Events of one decision for specifications: what a specification does not name is as ordinary as can be. */
export const id = (n: number): string => `01940000-0000-7000-8000-${String(n).padStart(12, '0')}`;
export const [health, care, education] = [id(101), id(102), id(103)] as const;
export const [decisionId, childId, panelId, matterId, meetingId] = [id(700), id(800), id(300), id(350), id(400)] as const;
export const [lineId, conditionId] = [id(600), id(650)] as const;

interface SampleEvent {
  readonly type: string;
  readonly data: object;
  readonly position?: number;
  readonly recordedAt?: string;
}

export const line = (change: object = {}): object => ({
  ...{ lineId, category: 'personal-care', period: { from: '2025-10-06', to: null } },
  rates: [{ from: '2025-10-06', weeklyPence: 90_000 }],
  split: { kind: 'ratio', parts: [{ agencyId: health, weight: 2 }, { agencyId: care, weight: 1 }, { agencyId: education, weight: 0 }] },
  ...{ replaces: null, needs: [], budget: null, ...change },
});

export const condition = (change: object = {}): object => ({
  ...{ conditionId, owner: { agencyId: care, post: 'Team manager' }, dueOn: '2025-11-01', ...change },
});

export const sitting = (agencies: readonly string[]): object => ({
  ...{ termsVersion: 1, decisionMode: 'consensus', chairSeatId: id(201), recused: [], quorate: true, votes: null },
  present: agencies.map((agencyId, place) => ({ seatId: id(201 + place), agencyId, practitionerId: id(501 + place), as: 'member', voting: true })),
});

export const decided = (change: object = {}): SampleEvent => ({
  type: 'DecisionRecorded',
  data: {
    ...{ decisionId, panelId, matterId, meetingId, childId, on: '2025-10-01', at: '2025-10-01T09:30:00.000Z' },
    ...{ outcome: 'approved', effect: 'at-once', withoutPrejudice: false, needs: ['breathing'] },
    ...{ decided: 'Nights will be covered.', reasons: 'Breathing needs watching.', evidence: 'Assessment of 1 September' },
    ...{ returnsOn: null, referredTo: null, urgent: null, sitting: sitting([health, care]) },
    ...{ positions: [{ agencyId: education, position: 'abstains' }], contributionsDeclined: [], papers: [] },
    ...{ lines: [line()], provisions: [{ lineId, words: 'Waking nights' }], ends: [], commitments: [], conditions: [], ...change },
  },
});

/** A further event of the decision, on a day. */
export const then = (type: string, on: string, data: object = {}): SampleEvent => ({
  type,
  data: { decisionId, childId, on, ...data },
});

export const ratifier = (agencyId: string): object => ({ agencyId, practitionerId: id(550), post: 'Director of finance' });
export const awaited = (agencyId: string): object => ({
  ...{ agencyId, weeklyOwnPence: 60_000, weeklyGrossPence: 90_000, delegationId: null, withinAuthority: false },
});
