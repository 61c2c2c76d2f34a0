import { describe, expect, it } from 'vitest';
import { deliverablesContract, REVIEW_POINTS } from '../contract.ts';
import type { Owed, Version } from './client.ts';
import { POINTS } from './review-points.ts';
import { isOverdue, nextPermission, type Stage, stageOf } from './stage.ts';

const version = (state: Version['state']): Version => ({
  id: 'v',
  deliverableId: 'd',
  type: 'wbs',
  subject: null,
  title: 'WBS',
  version: 1,
  edition: 'detailed',
  state,
  files: [],
  chapters: null,
  form: null,
  paper: null,
  copies: null,
  comment: '',
  draftedAt: '2026-06-01T00:00:00.000Z',
  submittedAt: null,
  decidedAt: null,
  finalisedOn: null,
  departmentId: null,
  removed: null,
});
const owed = (due: string | null, ...states: Version['state'][]): Pick<Owed, 'due' | 'versions'> => ({
  due,
  versions: states.map(version),
});

describe('the stage of a deliverable', () => {
  it('is that of its newest version', () => {
    expect(stageOf(owed(null))).toBe('none');
    expect(stageOf(owed(null, 'rejected', 'draft'))).toBe('draft');
  });

  it('waits for somebody whose permission exists, until it is accepted', () => {
    const stages: readonly Stage[] = ['none', 'draft', 'reviewed', 'submitted', 'rejected'];
    const known = Object.keys(deliverablesContract.permissions);
    for (const stage of stages) expect(known).toContain(nextPermission(stage));
    expect(nextPermission('accepted')).toBeNull();
  });

  it('is overdue the day after the due date unless a version has been submitted', () => {
    expect(isOverdue(owed('2026-06-15', 'draft'), '2026-06-15')).toBe(false);
    expect(isOverdue(owed('2026-06-15', 'reviewed'), '2026-06-16')).toBe(true);
    expect(isOverdue(owed('2026-06-15', 'submitted'), '2026-06-16')).toBe(false);
    expect(isOverdue(owed(null), '2027-06-16')).toBe(false);
  });
});

describe('the review form', () => {
  it('asks for exactly the points that the server requires', () => {
    expect(POINTS).toEqual(REVIEW_POINTS);
  });
});
