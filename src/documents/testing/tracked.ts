import {
  bold,
  bulletList,
  cell,
  changedText,
  comment,
  deleted,
  document,
  type DocumentTree,
  heading,
  inserted,
  item,
  paragraph,
  reference,
  type Revision,
  row,
  table,
  tableOfContents,
} from '../index.ts';

export const revision: Revision = { author: '総務課　髙橋', at: '2026-06-01T01:30:00Z' };
const later: Revision = { author: '受託者　山田', at: '2026-06-02T15:30:00Z' };

/** A regulation being amended: changed words, paragraphs, headings, points and rows, and comments. */
export const trackedSample: DocumentTree = document(
  { title: '情報セキュリティ対策基準改正案', date: '令和8年6月3日', created: '2026-06-03' },
  [
    tableOfContents(),
    heading(1, '総則'),
    paragraph(
      changedText(
        '情報資産は、３年に１回、統括責任者の承認を得て見直すものとする。',
        '情報資産の分類は、毎年１回、最高責任者の承認を得て見直し、その結果を記録するものとする。',
        revision,
      ),
    ),
    deleted(
      paragraph('外部記録媒体は、原則として使用してはならない。ただし、所属長の許可を得た場合は、この限りでない。'),
      later,
    ),
    inserted(
      paragraph([
        '外部記録媒体は、',
        ...comment(['市が貸与したもの', bold('に限り')], {
          ...later,
          text: '台帳の写しを別紙に付けますか。\n6月10日までに確認をお願いします。',
        }),
        '使用することができる。貸与を受けた職員は、使用の都度、台帳に使用の日時、用途及び返却の日時を記録し、所属長の確認を受けなければならない。',
      ]),
      later,
    ),
    inserted(paragraph(['詳しくは、', reference('duties'), 'による。']), revision),
    heading(2, ['利用者の', deleted('責務', revision), inserted('遵守事項', revision)], { id: 'duties' }),
    bulletList([
      '離席するときは、端末を操作できない状態にすること。',
      deleted(item('パスワードは、三月に一度変更すること。'), revision),
      inserted(item('パスワードは、十五文字以上とすること。', '使い回さないこと。'), later),
    ]),
    inserted(heading(1, '雑則'), revision),
    table({
      caption: '表1　報告の期限',
      columns: [{ width: 20, align: 'center' }, { width: '1fr' }, { width: 40 }],
      header: ['号', '事項', '期限'],
      rows: [
        ['一', cell(['事故の', inserted('第一', revision), '報告']), '直ちに'],
        deleted(row(['二', '紙の台帳の提出', '毎月末']), revision),
        inserted(row(['二', '電子の台帳の更新', '翌月５日']), later),
      ],
    }),
    paragraph([
      'この基準は、',
      ...comment('令和8年7月1日', { ...revision, text: '議会の日程を確認すること。' }),
      'から施行する。',
    ]),
  ],
);
