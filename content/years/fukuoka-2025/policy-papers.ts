/**
 * What the contractor brings for the revision of the city's policy (10表(4)⑦): its own files, written outside the product.
 * The provisions are those of the fictional city of Minato, and nothing of the guideline is quoted.
 */
import {
  document,
  heading,
  letterHead,
  numberedList,
  paragraph,
  renderDocx,
  renderXlsx,
  table,
} from '../../../src/documents/index.ts';
import type { OwnPaper } from '../common/data.ts';

const CITY = 'みなと市';
const CONTRACTOR = '株式会社はまゆう情報研究所';
const DATE = '令和8年2月25日';
const CREATED = '2026-02-25';
const STANDARD = '情報セキュリティ共通実施手順';
const GUIDELINE = '地方公共団体における情報セキュリティポリシーに関するガイドライン（令和7年3月版）';

interface Provision {
  readonly place: string;
  readonly heading: string;
  readonly current: string;
  readonly proposed: string;
  readonly reason: string;
  /** The place in the guideline, and in our own words what it asks for. */
  readonly guideline: { readonly place: string; readonly sentence: string; readonly explanation: string };
  /** What differs between the guideline and the city's rule as it will be. */
  readonly difference: string;
}

const PROVISIONS: readonly Provision[] = [
  {
    place: '第24条第2項',
    heading: '委託先の監督',
    current: '所属長は、委託先の情報の管理の状況を確認する。',
    proposed:
      '所属長は、委託先における情報の管理の状況を、年1回以上、書面又は実地により確認し、その結果を記録する。再委託先についても同様とする。',
    reason: '今年度の監査で、確認の時期と方法が定まらず、記録が残っていない所属があったため。',
    guideline: {
      place: '第8章　業務委託と外部サービス（クラウドサービス）の利用',
      sentence: '委託先における対策の実施の状況を定期的に確かめることを求める。',
      explanation: '確かめる方法と頻度を、扱う情報の重要さに応じて定める考え方を示す。',
    },
    difference: '頻度（年1回以上）と記録を市の規定に定め、ガイドラインより具体的とする。',
  },
  {
    place: '第26条第4項',
    heading: '外部サービスの利用の終了',
    current: '（規定なし）',
    proposed: '外部サービスの利用を終えるときは、保存した情報の移行及び消去を確認し、その記録を統括課に提出する。',
    reason: '利用を終えた後に情報が残ることを防ぎ、終えたことを後から確かめられるようにするため。',
    guideline: {
      place: '第8章　業務委託と外部サービス（クラウドサービス）の利用',
      sentence: '利用を終えるときの情報の取扱いを定めることを求める。',
      explanation: '移行の手順と、消去を確かめる方法を、利用を始める前に決めておく考え方を示す。',
    },
    difference: '記録の提出先を統括課と定める。そのほかに違いはない。',
  },
  {
    place: '第13条第3項',
    heading: '利用者IDの停止',
    current: '所属長は、職員が異動又は退職したときは、速やかに利用者IDの停止を依頼する。',
    proposed:
      '所属長は、職員が異動し、又は退職するときは、その日から5日以内に利用者IDを停止させる。委託先の従事者の利用者IDも同様とする。',
    reason: '今年度の監査で、停止の依頼の遅れが複数のシステムで見られ、「速やかに」の期間が人により異なったため。',
    guideline: {
      place: '第6章　技術的セキュリティ',
      sentence: '利用しなくなった利用者IDを残さないことを求める。',
      explanation: '人事の情報と突き合わせて点検する考え方を示す。',
    },
    difference: '期間（5日以内）と委託先の従事者への適用を、市の規定に定める。',
  },
];

const head = (title: string) => ({
  ...{ title, date: DATE, created: CREATED, addressee: [CITY, '情報セキュリティ担当課　御中'], sender: CONTRACTOR },
});

const outline = () =>
  renderDocx(
    document(head(`${CITY}情報セキュリティポリシー改定概要資料`), [
      letterHead(),
      heading(1, '改定の目的'),
      paragraph(
        '国のガイドラインの改定と、今年度の外部監査及び内部監査で明らかになった運用の状況を踏まえ、共通実施手順の規定を改めます。施行は令和8年4月1日を予定します。',
      ),
      heading(1, '改定の主な内容'),
      numberedList(PROVISIONS.map(({ place, heading: title, reason }) => `${title}（${place}）　${reason}`)),
      heading(1, '施行までの日程'),
      table({
        columns: [{ width: '1fr' }, { width: '2fr' }],
        header: ['時期', '行うこと'],
        rows: [
          ['令和8年3月上旬', '情報セキュリティ委員会への付議'],
          ['令和8年3月下旬', '決裁及び庁内への周知'],
          ['令和8年4月1日', '施行'],
        ],
      }),
    ]),
  );

const draft = () =>
  renderDocx(
    document(head(`${STANDARD}の一部改定案`), [
      letterHead(),
      paragraph(`${STANDARD}の一部を次のように改めます。`),
      ...PROVISIONS.flatMap(({ place, heading: title, proposed }) => [
        heading(1, `${title}（${place}）`),
        paragraph(proposed),
      ]),
      heading(1, '附則'),
      paragraph('この改定は、令和8年4月1日から施行する。'),
    ]),
  );

const comparison = () =>
  renderDocx(
    document({ ...head(`${STANDARD}　新旧対照表`), orientation: 'landscape' }, [
      letterHead(),
      table({
        columns: [{ width: 32 }, { width: '1fr' }, { width: '1fr' }, { width: '1fr' }],
        header: ['規定', '改定案', '現行', '改定の理由'],
        rows: PROVISIONS.map(({ place, heading: title, proposed, current, reason }) => [
          `${place}\n${title}`,
          proposed,
          current,
          reason,
        ]),
      }),
    ]),
  );

const correspondence = () =>
  renderXlsx({
    title: '総務省ガイドラインと本市ポリシーの対照表',
    author: CONTRACTOR,
    created: CREATED,
    sheets: [
      {
        name: '対照表',
        title: '総務省ガイドラインと本市ポリシーの対照表',
        subtitle: [`${CITY}　${DATE}`, `照らしたガイドライン：${GUIDELINE}（要旨は本資料の作成者による）`],
        orientation: 'landscape',
        columns: [
          { title: 'ガイドラインの箇所', width: 26 },
          { title: '総務省ガイドライン例文（要旨）', width: 34 },
          { title: '総務省ガイドライン解説（要旨）', width: 34 },
          { title: '本市ポリシー（改定後）', width: 50 },
          { title: '規定内容の違い', width: 36 },
        ],
        rows: PROVISIONS.map(({ guideline, place, proposed, difference }) => [
          guideline.place,
          guideline.sentence,
          guideline.explanation,
          `${place}　${proposed}`,
          difference,
        ]),
      },
    ],
  });

const forms = () =>
  renderDocx(
    document(head('各種利用様式等の改定案'), [
      letterHead(),
      heading(1, '委託先管理状況確認書（新設）'),
      paragraph('第24条第2項の確認の結果を、委託先ごとに一枚で記録します。'),
      table({
        columns: [{ width: 60 }, { width: '1fr' }],
        rows: ['委託先及び再委託先', '確認した日と方法', '確認した者', '確認した事項と結果', '改善を求めた事項'].map(
          (label) => [label, ''],
        ),
      }),
      heading(1, '外部サービス利用終了報告書（新設）'),
      paragraph('第26条第4項の記録として、統括課に提出します。'),
      table({
        columns: [{ width: 60 }, { width: '1fr' }],
        rows: [
          '外部サービスの名称',
          '利用を終えた日',
          '移行した情報と移行先',
          '消去を確認した日と方法',
          '証明書の有無',
        ].map((label) => [label, '']),
      }),
    ]),
  );

export const POLICY_PAPERS: Readonly<Record<string, OwnPaper>> = {
  'policy-revision-outline': { name: '本市ポリシー改定概要資料.docx', render: outline },
  'policy-revision-draft': { name: '本市ポリシー改定案.docx', render: draft },
  'policy-comparison': { name: '新旧ポリシー対照表.docx', render: comparison },
  'guideline-correspondence': { name: '総務省ガイドラインと本市ポリシーの対照表.xlsx', render: correspondence },
  'forms-revision': { name: '各種利用様式等の改定案.docx', render: forms },
};
