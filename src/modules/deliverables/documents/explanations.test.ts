import { describe, expect, it } from 'vitest';
import { document, editionOf, heading } from '../../../documents/index.ts';
import type { JournalEntry } from '../../../kernel/fact.ts';
import { explanationsOf, reportMeetingChapter, resultChapter } from './explanations.ts';

let seq = 0;
function fact(kind: string, data: Readonly<Record<string, unknown>>): JournalEntry {
  seq += 1;
  return {
    seq,
    at: '2027-03-05T01:00:00.000Z',
    engagementId: null,
    kind,
    subject: 's',
    actor: { accountId: 'a', party: 'contractor', roles: [] },
    hash: '',
    data,
  };
}

const held = (type: string, occurredOn: string, more: Readonly<Record<string, unknown>> = {}): JournalEntry =>
  fact('meeting.held', { type, occurredOn, mode: '対面', department: null, audience: null, ...more });
const text = (value: unknown): string => JSON.stringify(value);
const names = new Map([['d1', '市民局 市民課']]);

describe('the chapter on explaining the results', () => {
  it('counts the departments and says who was left out and why', () => {
    const chapter = text(
      resultChapter(
        explanationsOf([
          held('biweekly', '2027-02-20'),
          held('section', '2027-03-03', { department: 'd1' }),
          held('ciso-result', '2027-02-24'),
          fact('explanation.waived', { department: 'd2', reason: '不要' }),
        ]),
        names,
      ),
    );
    expect(chapter).toContain('令和9年2月24日（対面）に、監査結果通知案の内容を');
    expect(chapter).toContain('1課に監査結果を説明しました。');
    expect(chapter).toContain('説明を要しないと判断した1課');
    expect(chapter).toContain('市民局 市民課');
    expect(chapter).not.toContain('令和9年2月20日');
  });

  it('names no department and none of their days to the public', () => {
    const chapter = resultChapter(explanationsOf([held('section', '2027-03-03', { department: 'd1' })]), names);
    const read = text(
      editionOf(document({ title: '事業報告書' }, [heading(1, '説明'), ...chapter]), { kind: 'public' }).tree,
    );
    expect(read).toContain('対象課1');
    expect(read).not.toContain('市民課');
    expect(read).not.toContain('令和9年3月3日');
  });

  it('claims nothing without records', () => {
    const chapter = text(resultChapter(explanationsOf([]), names));
    expect(chapter).toContain('監査結果の説明の記録は、まだありません。');
    expect(chapter).not.toContain('説明しました');
  });
});

describe('the chapter on the final meeting', () => {
  it('names day and audience', () => {
    const chapter = text(
      reportMeetingChapter(explanationsOf([held('report', '2027-03-24', { audience: '最高情報セキュリティ責任者' })])),
    );
    expect(chapter).toContain('令和9年3月24日（対面）に事業報告会に出席し');
    expect(chapter).toContain('最高情報セキュリティ責任者に説明しました。');
  });
});
