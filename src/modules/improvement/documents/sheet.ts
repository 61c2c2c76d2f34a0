/** 改善計画書シート: one per finding, in two parts: the plan, and what became of it (5(1)⑤-p5). */
import { formatEra } from '../../../core/calendar/index.ts';
import {
  type Block,
  bold,
  cell,
  document,
  type DocumentFile,
  type DocumentTree,
  heading,
  note,
  pageBreak,
  paragraph,
  renderFile,
  table,
  type WorkbookTree,
} from '../../../documents/index.ts';
import type { PlanView } from '../contract.ts';
import { DECISION_NAMES, FIELD_NAMES, SHEET_USES } from '../labels.ts';
import { dayText, type Head, stateText, timesText } from './common.ts';

export const SHEET_TITLE = '指摘事項改善計画書シート';

type Line = readonly [string, string];

/** The cells that a department fills in; the way back finds them by a hidden column. */
export const FORM_KEYS = ['cause', 'measure', 'shortTerm', 'longTerm', 'responsible', 'due', 'budget'] as const;
export type FormKey = (typeof FORM_KEYS)[number];
/** Columns of the sheet, the first is 1. */
export const VALUE_COLUMN = 3;
export const KEY_COLUMN = 4;

const keyText = (field: FormKey, { id, version }: PlanView): string => `${field}:${id}:${version}`;

/** What the hidden cell says; null for anything that it never said. */
export function sheetKey(
  text: string,
): { readonly field: FormKey; readonly planId: string; readonly version: number } | null {
  const [name, planId, version] = text.split(':');
  const field = FORM_KEYS.find((key) => key === name);
  if (field === undefined || planId === undefined || !/^\d{1,9}$/u.test(version ?? '')) return null;
  return { field, planId, version: Number(version) };
}

export const sheetFile = (
  head: Head,
  plans: readonly PlanView[],
  format: 'docx' | 'pdf' | 'xlsx',
): Promise<DocumentFile> =>
  renderFile(format === 'xlsx' ? sheetWorkbook(head, plans) : sheetTree(head, plans), format, SHEET_TITLE);

export function sheetTree(head: Head, plans: readonly PlanView[]): DocumentTree {
  const { engagement, today } = head;
  return document(
    {
      title: SHEET_TITLE,
      date: formatEra(today),
      created: today,
      author: engagement.municipality,
      ...(engagement.marking === null ? {} : { marking: engagement.marking }),
    },
    plans.flatMap((plan, at) => [...(at === 0 ? [] : [pageBreak()]), ...sheetBlocks(head, plan)]),
  );
}

function sheetBlocks({ engagement }: Head, plan: PlanView): Block[] {
  const { finding, audit } = plan;
  return [
    paragraph([bold(SHEET_TITLE)], { align: 'center', firstLine: false, keepWithNext: true }),
    heading(1, `${audit.targetName}　発見事項${finding.number}　${finding.title}`),
    paragraph(`${engagement.title}　${plan.departmentName}　シートの作成日：${formatEra(plan.issuedOn)}`, {
      firstLine: false,
    }),
    lines(findingLines(plan)),
    heading(2, SHEET_USES[0]),
    lines([...planLines(plan), ...adviceLines(plan)]),
    heading(2, SHEET_USES[1]),
    lines(resultLines(plan)),
    ...(plan.state === 'issued' || plan.state === 'returned'
      ? [
          note(
            `${formatEra(plan.replyBy)}までに、改善計画策定の欄に記入して提出してください。職員の氏名は書かず、職名で書いてください。`,
          ),
        ]
      : []),
  ];
}

const lines = (all: readonly Line[]): Block =>
  table({
    columns: [{ width: 42 }, { width: '1fr' }],
    rows: all.map(([term, value]) => [cell(term, { shade: 'light', vertical: 'middle' }), value]),
    fontSize: 9,
  });

function findingLines({ finding, audit }: PlanView): Line[] {
  return [
    ['監査の種類', audit.programme],
    ['評価', `${finding.grade}（${timesText(finding.times)}）`],
    ['確認した事実', finding.fact],
    ['根拠', finding.basis.join('\n')],
    ['想定されるリスク', finding.risk],
    ['改善提言', finding.recommendation],
  ];
}

function planLines({ fields, submittedOn }: PlanView): Line[] {
  return [
    [FIELD_NAMES.cause, fields.cause],
    [FIELD_NAMES.measure, fields.measure],
    [FIELD_NAMES.shortTerm, fields.shortTerm],
    [FIELD_NAMES.longTerm, fields.longTerm],
    [FIELD_NAMES.responsible, fields.responsible],
    [FIELD_NAMES.due, dayText(fields.due)],
    [FIELD_NAMES.budget, fields.budget],
    ['提出日', dayText(submittedOn)],
  ];
}

function adviceLines({ advice, decisions }: PlanView): Line[] {
  return [
    [
      '受託者の確認',
      advice
        .flatMap(({ on, checks, text }) => [dayText(on), ...checkedText(checks), ...(text === '' ? [] : [text])])
        .join('\n'),
    ],
    [
      '市の判断',
      decisions
        .map(
          ({ on, decision, remark }) =>
            `${dayText(on)}　${DECISION_NAMES[decision]}${remark === '' ? '' : `　${remark}`}`,
        )
        .join('\n'),
    ],
  ];
}

/** What was in order stands in one line, the rest one by one. */
function checkedText(checks: PlanView['advice'][number]['checks']): string[] {
  const fine = checks.filter(({ ok, remark }) => ok && remark === '').map(({ name }) => name);
  const others = checks.filter(({ ok, remark }) => !ok || remark !== '');
  return [
    ...(fine.length === 0 ? [] : [`適：${fine.join('、')}`]),
    ...others.map(({ name, ok, remark }) => `${ok ? '適' : '要改善'}：${name}（${remark}）`),
  ];
}

function resultLines(plan: PlanView): Line[] {
  const { progress, confirmations, effects, reopenings, closedOn, closing, cancellation, carriedFrom, carriedTo } =
    plan;
  return [
    ['状況', stateText(plan)],
    [
      '所属の報告',
      progress
        .flatMap(({ on, percent, complete, text, evaluation, files }) => [
          `${dayText(on)}　${complete ? '改善の報告' : `進み具合　${percent}％`}`,
          text,
          ...(evaluation === '' ? [] : [`所属による評価：${evaluation}`]),
          ...files.map(({ name, sha256 }) => `添付：${name}（SHA-256 ${sha256.slice(0, 16)}…）`),
        ])
        .join('\n'),
    ],
    [
      '改善の確認',
      confirmations
        .flatMap(({ on, techniques, meetsIntent, evaluated, text }) => [
          `${dayText(on)}　${techniques.join('、')}　${meetsIntent ? '提言の趣旨に合う' : '提言の趣旨に合わない'}${evaluated ? '（効果の評価を確認）' : ''}`,
          text,
        ])
        .join('\n'),
    ],
    [
      '効果の確認',
      effects
        .map(({ on, effective, text }) => `${dayText(on)}　${effective ? '効果あり' : '効果なし'}　${text}`)
        .join('\n'),
    ],
    ...(reopenings.length === 0
      ? []
      : ([['再開', reopenings.map(({ on, reason }) => `${dayText(on)}　${reason}`).join('\n')]] as Line[])),
    ...(closedOn === null ? [] : ([['終了', `${dayText(closedOn)}　${closing}`]] as Line[])),
    ...(cancellation === null ? [] : ([['取りやめ', `${dayText(cancellation.on)}　${cancellation.reason}`]] as Line[])),
    ...(carriedFrom === null ? [] : ([['引継ぎ元', `${carriedFrom.title}（${carriedFrom.contractor}）`]] as Line[])),
    ...(carriedTo === null ? [] : ([['引継ぎ先', `${dayText(carriedTo.on)}　${carriedTo.reason}`]] as Line[])),
  ];
}

/** One sheet of the workbook per finding: grey cells say what is known, white ones are filled in and come back. */
export function sheetWorkbook({ engagement, today }: Head, plans: readonly PlanView[]): WorkbookTree {
  return {
    title: SHEET_TITLE,
    author: engagement.municipality,
    created: today,
    ...(engagement.marking === null ? {} : { marking: engagement.marking }),
    sheets: plans.map((plan, at) => ({
      name: `${at + 1}_${plan.finding.title}`.replace(/[\\/?*[\]:]/gu, '・').slice(0, 31),
      title: SHEET_TITLE,
      subtitle: [
        `${engagement.title}　${plan.departmentName}`,
        `${plan.audit.targetName}　${plan.finding.number}　${plan.finding.title}`,
        `${formatEra(plan.replyBy)}までに、白い欄に記入して提出してください。職員の氏名は書かず、職名で書いてください。`,
      ],
      orientation: 'portrait',
      filter: false,
      columns: [
        { title: '区分', width: 19, readOnly: true },
        { title: '項目', width: 17, readOnly: true },
        { title: '内容', width: 66, text: true, maxLength: 4000 },
        { title: '識別子', width: 8, hidden: true, readOnly: true },
      ],
      rows: workbookRows(plan),
    })),
  };
}

function workbookRows(plan: PlanView) {
  const open = plan.state === 'issued' || plan.state === 'returned';
  const known = (part: string, all: readonly Line[]) =>
    all.map(([term, value]) => [part, term, { value, readOnly: true }, '']);
  const filled = FORM_KEYS.map((key) => {
    const value = key === 'due' ? dayText(plan.fields.due) : plan.fields[key];
    return [SHEET_USES[0], FIELD_NAMES[key], { value, readOnly: !open }, keyText(key, plan)];
  });
  return [
    ...known('指摘事項', findingLines(plan)),
    ...filled,
    ...known(SHEET_USES[0], [['提出日', dayText(plan.submittedOn)], ...adviceLines(plan)]),
    ...known(SHEET_USES[1], resultLines(plan)),
  ];
}
