import { describe, expect, it } from 'vitest';
import { createCalendar } from '../../../core/calendar/index.ts';
import type { ObligationView, Task } from '../../engagement/contract.ts';
import { minutesDuty, papersDueOn } from './deadlines.ts';
import { barIn, monthsOf } from './months.ts';
import { draftInformation, draftProgress, draftSchedule } from './paper-content.ts';

const task = (clause: string, plannedStart: string, plannedEnd: string, percent = 0): Task => ({
  id: '00000000-0000-7000-8000-000000000001',
  clause,
  position: 1,
  name: `作業${clause}`,
  content: '',
  owner: 'contractor',
  members: [],
  predecessors: [],
  plannedStart,
  plannedEnd,
  percent,
  actualStart: percent === 0 ? null : plannedStart,
  actualEnd: percent === 100 ? plannedEnd : null,
  origin: 'specification',
  parentId: null,
  excluded: null,
  excludedNote: '',
  milestone: false,
  effort: null,
  workDays: null,
  remark: '',
  departmentIds: [],
  version: 1,
});
const duty = (title: string, state: ObligationView['state'], due: string | null): ObligationView => ({
  key: title,
  clause: '5(1)',
  clauseTitle: '',
  rule: 'r',
  type: 'by',
  title,
  party: 'contractor',
  subject: null,
  due,
  derivation: '',
  state,
  proof: [],
  missing: '',
});

describe('the progress report', () => {
  const draft = draftProgress({
    since: '2024-04-09',
    until: '2024-05-09',
    next: '2024-06-11',
    facts: [
      { kind: 'consultation.answered', day: '2024-04-09', data: {} },
      { kind: 'consultation.answered', day: '2024-04-10', data: {} },
    ],
    tasks: [
      task('4(1)', '2024-04-05', '2024-04-08', 100),
      task('4(2)', '2024-04-05', '2024-05-01', 50),
      task('4(3)', '2024-06-01', '2024-06-30'),
      task('4(4)', '2024-07-01', '2024-07-31'),
    ],
    obligations: [
      duty('済んだもの', 'met', '2024-05-01'),
      duty('過ぎたもの', 'breached', '2024-05-01'),
      duty('重なるもの', 'breached', '2024-05-08'),
      duty('重なるもの', 'breached', '2024-04-25'),
      duty('近いもの', 'not-due', '2024-06-11'),
      duty('遠いもの', 'not-due', '2024-06-12'),
    ],
    openActions: [{ text: '資料を送る', due: null }],
  });

  it('tells of what came after the last meeting only', () => {
    expect(draft.done).toBe('【相談及び問合せへの対応】\n・相談1件に回答しました。');
    expect(draft.tasks.map(({ name, remark }) => [name, remark])).toEqual([['作業4(2)', '予定日を8日過ぎています。']]);
  });

  it('names what is due and what is done until the next meeting', () => {
    expect(draft.duties).toBe(
      [
        '・重なるもの（仕様書5(1)、期限超過：令和6年4月25日ほか1件）',
        '・過ぎたもの（仕様書5(1)、期限超過：令和6年5月1日）',
        '・近いもの（仕様書5(1)、期限：令和6年6月11日）',
      ].join('\n'),
    );
    expect(draft.next.split('\n')).toEqual([
      '・作業4(2)（令和6年4月5日から令和6年5月1日まで）',
      '・作業4(3)（令和6年6月1日から令和6年6月30日まで）',
      '【打合せで決めた対応事項】',
      '・資料を送る',
    ]);
  });
});

describe('the outline schedule', () => {
  it('has one row for each work item, and gives a part of an item to the item', () => {
    const { rows } = draftSchedule({
      asOf: '2024-05-09',
      from: '2024-04-05',
      to: '2025-03-31',
      chapters: [
        { clause: '4(1)ア(ア)-p1', title: '助言' },
        { clause: '4(1)ア(イ)', title: '見直し' },
        { clause: '4(1)イ(ア)', title: '監査' },
      ],
      tasks: [
        task('4(1)ア(ア)-p2', '2024-04-05', '2024-04-14', 100),
        task('4(1)ア(イ)', '2024-06-01', '2024-06-30'),
        task('4(1)イ(エ)', '2024-05-01', '2024-05-08', 50),
        task('4(1)イ(ア)', '2024-04-20', '2024-04-27', 100),
        task('7', '2025-03-01', '2025-03-31'),
      ],
    });
    expect(rows).toEqual([
      { name: '助言', start: '2024-04-05', end: '2024-04-14', percent: 100, remark: '' },
      { name: '監査', start: '2024-04-20', end: '2024-05-08', percent: 75, remark: '遅れている作業1件' },
      { name: '見直し', start: '2024-06-01', end: '2024-06-30', percent: 0, remark: '' },
      { name: '作業7', start: '2025-03-01', end: '2025-03-31', percent: 0, remark: '' },
    ]);
  });

  it('shows a row in the months that it touches', () => {
    const months = monthsOf('2024-11-15', '2025-02-10');
    expect(months.map(({ label }) => label)).toEqual(['11月', '12月', '1月', '2月']);
    const bars = (start: string, end: string) => months.map((month) => barIn(month, start, end));
    expect(bars('2024-11-20', '2025-01-08')).toEqual(['20～', '━', '～8', null]);
    expect(bars('2024-12-03', '2024-12-03')).toEqual([null, '3', null, null]);
    expect(bars('2024-12-03', '2024-12-20')).toEqual([null, '3～20', null, null]);
  });
});

describe('the information corner', () => {
  it('draws in what was added since the last meeting, the latest first', () => {
    const entry = (title: string, publishedOn: string, addedOn: string) => ({
      id: '00000000-0000-7000-8000-000000000002',
      kind: 'notice' as const,
      title,
      summary: '',
      source: '国',
      publishedOn,
      addedOn,
      version: 1,
    });
    const { rows } = draftInformation(
      [
        entry('前のもの', '2024-05-01', '2024-05-14'),
        entry('古い公表', '2024-04-01', '2024-05-15'),
        entry('新しい公表', '2024-05-20', '2024-06-11'),
        entry('後のもの', '2024-06-12', '2024-06-12'),
      ],
      '2024-05-14',
      '2024-06-11',
    );
    expect(rows.map(({ title }) => title)).toEqual(['新しい公表', '古い公表']);
  });
});

describe('last days', () => {
  const calendar = createCalendar();
  const span = (n: number, unit: 'days' | 'opening-days') => ({ n, unit, first: 'exclusive', roll: 'none' }) as const;

  it('for papers lie on an open day', () => {
    // Tuesday 14 May: Monday is the first opening day before it, Friday the second.
    expect(papersDueOn('2024-05-14', span(2, 'opening-days'), calendar)).toBe('2024-05-10');
    expect(papersDueOn('2024-05-07', span(2, 'opening-days'), calendar)).toBe('2024-05-01');
    expect(papersDueOn('2024-05-14', undefined, calendar)).toBeNull();
  });

  it('for minutes follow the condition, and only in the modes that it names', () => {
    const condition = { clause: '10', within: span(7, 'days'), approval: false, modes: ['対面'] } as const;
    const mutable = { ...condition, modes: [...condition.modes] };
    expect(minutesDuty('2024-05-14', '対面', mutable, calendar)).toEqual({ needed: true, due: '2024-05-21' });
    expect(minutesDuty('2024-05-14', '電話', mutable, calendar)).toEqual({ needed: false, due: null });
    expect(minutesDuty('2024-05-14', '対面', undefined, calendar)).toEqual({ needed: false, due: null });
  });
});
