/** 監査方針 with its seven fields, and the 監査通知書 of a department. */
import { formatEra } from '../../../core/calendar/index.ts';
import {
  type Block,
  definitionList,
  document,
  type DocumentTree,
  forExecutives,
  heading,
  letterHead,
  marked,
  numberedList,
  paragraph,
  table,
} from '../../../documents/index.ts';
import type { AuditView, PolicyView } from '../contract.ts';
import { ISSUE_SOURCE_LABELS, POLICY_FIELDS, POLICY_STATE_LABELS } from '../labels.ts';
import { particulars } from './grid.ts';
import { policyInShort } from './in-short.ts';
import type { Source } from './source.ts';

const NONE = '（まだ書かれていません。）';
const paragraphs = (text: string): Block[] =>
  (text.trim() === '' ? NONE : text).split(/\n+/u).map((line) => paragraph(line));

/** The term beside which the number of the version stands. */
export const EDITION = '版';

export function policyTree(source: Source, policy: PolicyView): DocumentTree {
  const { engagement, theme } = source;
  return document(particulars(source, '情報セキュリティ監査方針', { on: policy.agreedOn }), [
    letterHead(),
    marked(
      definitionList([
        ['業務名', engagement.title],
        [EDITION, `第${policy.position}版（${POLICY_STATE_LABELS[policy.state]}）`],
        ['決定日', policy.agreedOn === null ? '協議中' : formatEra(policy.agreedOn)],
        ['監査対象課', source.audits.map(({ departmentName }) => departmentName).join('、')],
        ['重点テーマ', theme === null ? '―' : `${theme.theme}（${theme.guideline}　${theme.guidelineVersion}）`],
      ]),
      forExecutives,
    ),
    ...policyInShort(source, policy),
    heading(1, POLICY_FIELDS.purpose),
    ...paragraphs(policy.purpose),
    heading(1, POLICY_FIELDS.methods),
    ...paragraphs(policy.methods),
    ...methodTable(source.audits),
    heading(1, POLICY_FIELDS.period),
    paragraph(policy.period === null ? NONE : `${formatEra(policy.period.from)}から${formatEra(policy.period.to)}まで`),
    heading(1, POLICY_FIELDS.schedule),
    scheduleTable(policy),
    heading(1, POLICY_FIELDS.requests),
    policy.requests.length === 0 ? paragraph(NONE) : numberedList(policy.requests.slice(0, 20)),
    heading(1, POLICY_FIELDS.criteria),
    paragraph('発見事項は、次の基準により「指摘」又は「意見」と評価します。'),
    table({
      columns: [{ width: 18, align: 'center' }, { width: '3fr' }, { width: '2fr' }],
      header: ['評価', '基準', '例'],
      rows: policy.criteria.map(({ grade, criterion, example }) => [grade, criterion, example === '' ? '―' : example]),
    }),
    heading(1, POLICY_FIELDS.other),
    ...paragraphs(policy.other),
    heading(1, '監査対象課ごとの課題の整理'),
    ...source.audits.flatMap(issueBlocks),
  ]);
}

function scheduleTable(policy: PolicyView): Block {
  if (policy.schedule.length === 0) return paragraph(NONE);
  return table({
    columns: [{ width: '1fr' }, { width: 38 }, { width: 36 }, { width: 36 }],
    header: ['作業', '行う人', '始まり', '終わり'],
    rows: policy.schedule.map(({ step, who, from, to }) => [step, who, formatEra(from), formatEra(to)]),
  });
}

function methodTable(audits: readonly AuditView[]): Block[] {
  const chosen = audits.filter(({ method }) => method !== null);
  if (chosen.length === 0) return [];
  const mark = (used: boolean | undefined): string => (used === true ? '○' : '―');
  return [
    table({
      caption: '監査対象課ごとの方法',
      columns: [
        { width: 40 },
        { width: 14, align: 'center' },
        { width: 23, align: 'center' },
        { width: 14, align: 'center' },
        { width: '1fr' },
      ],
      header: ['監査対象課', '書類', 'ヒアリング', '現場', '理由'],
      rows: chosen.map(({ departmentName, method }) => [
        departmentName,
        mark(method?.documents),
        mark(method?.hearing),
        mark(method?.visit),
        method?.reason ?? '',
      ]),
    }),
  ];
}

function issueBlocks(audit: AuditView): Block[] {
  return [
    heading(2, audit.departmentName),
    audit.issues.length === 0
      ? paragraph('整理した課題は、まだありません。')
      : table({
          columns: [{ width: 12, align: 'center' }, { width: '3fr' }, { width: 22 }, { width: '3fr' }],
          header: ['番号', '課題', '元の調査', '確認の方針'],
          rows: audit.issues.map(({ issue, source, approach }, index) => [
            index + 1,
            issue,
            ISSUE_SOURCE_LABELS[source],
            approach === '' ? '―' : approach,
          ]),
        }),
  ];
}

/** In the city's own name: it checks the text and sends it. */
export function noticeTree(source: Source, audit: AuditView, text: string): DocumentTree {
  const { engagement } = source;
  return document(
    {
      title: '情報セキュリティ監査の実施について（通知）',
      date: formatEra(audit.notice?.sentOn ?? source.today),
      created: audit.notice?.sentOn ?? source.today,
      ...(audit.notice === null || audit.notice.number === '' ? {} : { number: audit.notice.number }),
      addressee: [`${audit.departmentName}長　様`],
      sender: [engagement.municipality, `${engagement.client.department}長`],
    },
    [
      letterHead(),
      ...(text === '' ? NONE : text)
        .split('\n')
        .filter((line) => line.trim() !== '')
        .map((line) => paragraph(line, { firstLine: !/^(\d　|・)/u.test(line) })),
    ],
  );
}
