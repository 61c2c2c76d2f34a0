import { describe, expect, it } from 'vitest';
import { progressText } from './report.ts';

describe('progressText', () => {
  it('counts what happened after the last meeting, by group, and names what is left', () => {
    const text = progressText({
      since: '2026-06-16',
      until: '2026-06-30',
      facts: [
        { kind: 'plan.approved', day: '2026-06-16', data: {} },
        { kind: 'response.submitted', day: '2026-06-17', data: {} },
        { kind: 'response.submitted', day: '2026-06-30', data: {} },
        { kind: 'task.progressed', day: '2026-06-29', data: { status: 'done', clause: '9(1)ア-p1' } },
        { kind: 'session.started', day: '2026-06-29', data: {} },
      ],
      openActions: [{ text: '調査票の確認', due: '2026-07-03' }],
    });
    expect(text).toBe(
      [
        '対象期間：令和8年6月17日から令和8年6月30日まで',
        '',
        '１　実施した事項',
        '【自己点検及び予備調査】',
        '・所属からの回答を2件受け付けました。',
        '【作業項目の完了】',
        '・仕様書の9(1)ア（その1）の作業を終えました。',
        '',
        '２　残っている事項',
        '・調査票の確認（期限：令和8年7月3日）',
      ].join('\n'),
    );
  });

  it('says so when nothing happened', () => {
    const text = progressText({ since: '2026-06-16', until: '2026-06-30', facts: [], openActions: [] });
    expect(text).toContain('この期間に記録された事項はありません。');
    expect(text).toContain('残っているものはありません。');
  });
});
