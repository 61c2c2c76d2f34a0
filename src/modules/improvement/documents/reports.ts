/** 改善報告書 (what the departments did) and フォローアップ報告書 (what was confirmed, and what stays open). */
import {
  type Block,
  definitionList,
  document,
  type DocumentTree,
  heading,
  letterHead,
  paragraph,
  table,
  type WorkbookTree,
} from '../../../documents/index.ts';
import { formatEra } from '../../../core/calendar/index.ts';
import type { PlanView } from '../contract.ts';
import { byBureau } from '../rules/board.ts';
import { isOpen } from '../rules/plan-rules.ts';
import { dayText, type Head, orDash, particulars, stateText, timesText } from './common.ts';

/** 改善報告書: written by the departments, put together by the contractor (koganei 5(2)③・6). */
export function improvementTree(head: Head, title: string, plans: readonly PlanView[]): DocumentTree {
  const groups = [...Map.groupBy(plans, ({ audit }) => audit.targetName)];
  return document(particulars(head, title, 'portrait'), [
    letterHead(),
    paragraph(head.engagement.title, { firstLine: false }),
    paragraph('監査を受けた所属が行った改善は、次のとおりです。各所属の報告を、受託者が取りまとめました。'),
    ...groups.flatMap(([target, own]) => [heading(1, target), ...own.flatMap((plan) => improvementBlocks(plan))]),
  ]);
}

function improvementBlocks({ finding, fields, progress, state, departmentName, ...rest }: PlanView): Block[] {
  const last = progress.at(-1);
  return [
    heading(2, finding.title),
    definitionList(
      [
        // The chapter bears the name of the department where that is what was audited.
        ...(departmentName === rest.audit.targetName ? [] : ([['所属', departmentName]] as const)),
        ['評価', `${finding.grade}（${timesText(finding.times)}）`],
        ['改善提言', finding.recommendation],
        ['原因', orDash(fields.cause)],
        ['改善の内容', orDash(fields.measure)],
        ['担当', orDash(fields.responsible)],
        ['完了予定日', orDash(dayText(fields.due))],
        ['状況', stateText({ ...rest, finding, fields, progress, state, departmentName })],
        ['報告', last === undefined ? '―' : `${dayText(last.on)}　${last.text}`],
        ['所属による評価', orDash(last?.evaluation ?? '')],
        ['添えた資料', orDash(progress.flatMap(({ files }) => files.map(({ name }) => name)).join('、'))],
      ],
      { together: true },
    ),
  ];
}

export function followUpTree(head: Head, title: string, plans: readonly PlanView[]): DocumentTree {
  const confirmed = plans.filter(({ confirmations }) => confirmations.length > 0);
  const open = plans.filter(({ state }) => isOpen(state));
  return document(particulars(head, title, 'landscape'), [
    letterHead(),
    paragraph(head.engagement.title, { firstLine: false }),
    paragraph(
      `改善を求めた${plans.length}件のうち、${confirmed.length}件の改善を確認しました。終了していないものは${open.length}件です。`,
    ),
    heading(1, '局又は所属ごとの状況'),
    bureauTable(plans),
    heading(1, '改善の確認の結果'),
    ...(confirmed.length === 0 ? [paragraph('確認した改善はまだありません。')] : [confirmedTable(confirmed)]),
    heading(1, '終了していない改善'),
    ...(open.length === 0 ? [paragraph('終了していない改善は、ありません。')] : [openTable(open)]),
  ]);
}

function bureauTable(plans: readonly PlanView[]): Block {
  const right = { width: 24, align: 'right' as const };
  return table({
    columns: [{ width: '1fr' }, right, right, right, right, right, right],
    header: ['局又は所属', '件数', '所属の\n対応待ち', '受託者の\n対応待ち', '担当課の\n対応待ち', '期限超過', '終了'],
    rows: byBureau(plans).map(({ bureauName, all, department, contractor, city, late, done }) => [
      bureauName,
      ...[all, department, contractor, city, late, done],
    ]),
  });
}

function confirmedTable(plans: readonly PlanView[]): Block {
  return table({
    columns: [
      { width: 30 },
      { width: '3fr' },
      { width: '4fr' },
      { width: 21 },
      { width: 28 },
      { width: 18, align: 'center' },
      { width: '5fr' },
    ],
    header: ['対象', '指摘事項', '行った改善', '確認した日', '技法', '趣旨との\n適合', '確認の結果'],
    rows: plans.map(({ audit, finding, progress, confirmations }) => {
      const last = confirmations.at(-1);
      return [
        audit.targetName,
        `${finding.number}　${finding.title}`,
        orDash(progress.at(-1)?.text ?? ''),
        dayText(last?.on ?? null),
        last?.techniques.join('、') ?? '―',
        last?.meetsIntent === true ? '適合' : '不適合',
        `${last?.text ?? ''}${last?.evaluated === true ? '\n所属が効果を評価していることを確認した。' : ''}`,
      ];
    }),
    fontSize: 8.5,
  });
}

function openTable(plans: readonly PlanView[]): Block {
  return table({
    columns: [{ width: 34 }, { width: '2fr' }, { width: 34 }, { width: 26 }, { width: 30 }, { width: '2fr' }],
    header: ['対象', '指摘事項', '所属', '完了予定日', '状況', '改善の内容'],
    rows: plans.map((plan) => [
      plan.audit.targetName,
      `${plan.finding.number}　${plan.finding.title}`,
      plan.departmentName,
      `${orDash(dayText(plan.fields.due))}${plan.late ? '\n（期限を過ぎています）' : ''}`,
      stateText(plan),
      orDash(plan.fields.measure),
    ]),
    fontSize: 8.5,
  });
}

/** Both reports as a list. */
export function reportWorkbook({ engagement, today }: Head, title: string, plans: readonly PlanView[]): WorkbookTree {
  return {
    title,
    author: engagement.contractor,
    created: today,
    ...(engagement.marking === null ? {} : { marking: engagement.marking }),
    sheets: [
      {
        name: '改善の状況',
        title,
        subtitle: [`${engagement.title}　${engagement.contractor}　${formatEra(today)}`],
        orientation: 'landscape',
        size: 'A3',
        columns: [
          { title: '対象', width: 18 },
          { title: '所属', width: 16 },
          { title: '指摘事項', width: 22 },
          { title: '評価', width: 10 },
          { title: '改善の内容', width: 34 },
          { title: '完了予定日', width: 11 },
          { title: '状況', width: 14 },
          { title: '報告した日', width: 11 },
          { title: '報告', width: 34 },
          { title: '確認した日', width: 11 },
          { title: '技法', width: 14 },
          { title: '確認の結果', width: 34 },
        ],
        rows: plans.map((plan) => {
          const told = plan.progress.at(-1);
          const seen = plan.confirmations.at(-1);
          return [
            ...[plan.audit.targetName, plan.departmentName, `${plan.finding.number}　${plan.finding.title}`],
            ...[plan.finding.grade, plan.fields.measure, dayText(plan.fields.due), stateText(plan)],
            ...[dayText(told?.on ?? null), told?.text ?? '', dayText(seen?.on ?? null)],
            ...[seen?.techniques.join('、') ?? '', seen?.text ?? ''],
          ];
        }),
      },
    ],
  };
}
