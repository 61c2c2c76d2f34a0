/** Chapters of the business report: what was done under 9(1)イ, 9(1)ウ and 9(1)エ, with counts and tables. */
import { formatEra } from '../../../core/calendar/index.ts';
import {
  type Block,
  type Cell,
  cell,
  chart,
  forExecutives,
  heading,
  hidden,
  marked,
  paragraph,
  table,
} from '../../../documents/index.ts';
import type { Context } from '../../../kernel/module.ts';
import type { ContractView, FindingView, PolicyView, ResultNoticeView } from '../contract.ts';
import {
  ADVICE_LABELS,
  AUDIT_STATE_LABELS,
  HEARING_MODE_LABELS,
  REFLECTION_LABELS,
  REGISTER_LABELS,
} from '../labels.ts';
import { HIDDEN } from './confidential.ts';
import { type DepartmentChecks, tally } from './checklist.ts';
import { gradeCounts, numbered } from './findings.ts';
import { gradeChart, judgementChart } from './slides.ts';
import { clientOf, readSource, type Source } from './source.ts';

const day = (value: string | null): string => (value === null ? '―' : formatEra(value));

const indexOf = (source: Source, departmentId: string): number =>
  source.audits.findIndex((audit) => audit.departmentId === departmentId);

/** The name of a department; in the public edition its place in the list of departments. */
const departmentCell = (name: string, index: number): Cell => cell(name, { marks: HIDDEN.department(index) });

/** 9(1)イ: policy, notice, documents, hearings, visits, judgements. */
export async function fieldWorkChapter(context: Context, engagementId: string): Promise<Block[]> {
  const source = await readSource(context, engagementId);
  const client = clientOf(context);
  const { policies } = await client.listPolicies({ engagementId });
  const rows: (readonly Cell[])[] = [];
  const departments: DepartmentChecks[] = [];
  for (const [index, audit] of source.audits.entries()) {
    const { checks, visible } = await client.listChecks({ auditId: audit.id });
    departments.push({ audit, checks, visible });
    const { requests } = await client.listRequests({ auditId: audit.id });
    const { hearings } = await client.listHearings({ auditId: audit.id });
    const { visits } = await client.listVisits({ auditId: audit.id });
    const { evidence } = await client.listEvidence({ auditId: audit.id });
    const held = hearings.filter(({ occurredOn }) => occurredOn !== null);
    rows.push([
      departmentCell(audit.departmentName, index),
      day(audit.notice?.sentOn ?? null),
      requests.filter(({ sentOn }) => sentOn !== null).reduce((sum, { items }) => sum + items.length, 0),
      held.map(({ mode, occurredOn }) => `${HEARING_MODE_LABELS[mode]}（${day(occurredOn)}）`).join('\n') || '―',
      visits
        .filter(({ occurredOn }) => occurredOn !== null)
        .map(({ occurredOn }) => day(occurredOn))
        .join('\n') || '―',
      evidence.length,
    ]);
  }
  return [
    heading(2, '方針及び監査通知'),
    paragraph(policySentence(policies)),
    heading(2, '書類、ヒアリング及び現場による確認'),
    paragraph(
      '監査対象課への連絡は全て発注者が行い、追加の書類、ヒアリング及び現場確認により、対策の実施状況を確かめました。',
    ),
    table({
      columns: [
        { width: '1fr' },
        { width: 32, marks: HIDDEN.day },
        { width: 17, align: 'right' },
        { width: 42, marks: HIDDEN.day },
        { width: 32, marks: HIDDEN.day },
        { width: 15, align: 'right' },
      ],
      header: ['監査対象課', '監査通知', '追加書類（点）', 'ヒアリング', '現場確認', '証拠（件）'],
      rows,
    }),
    ...methodBlocks(source),
    heading(2, '確認項目ごとの判断'),
    ...chartBlocks(judgementChart(departments)),
    tallyTable(departments),
  ];
}

const chartBlocks = (found: Parameters<typeof chart>[0] | null): Block[] =>
  found === null ? [] : [marked(chart(found), HIDDEN.chart)];

function policySentence(policies: readonly PolicyView[]): string {
  const agreed = policies.findLast(({ state }) => state === 'agreed');
  if (agreed === undefined) return '監査の方針は、まだ決まっていません。';
  return `監査対象課ごとの課題を整理し、目的、実施方法、期間、日程、依頼事項、指摘・意見の基準等を記載した方針を作成しました。発注者との協議を経て、${day(agreed.agreedOn)}に第${agreed.position}版として決定しました。`;
}

function methodBlocks(source: Source): Block[] {
  const without = source.audits.filter(({ method }) => method !== null && (!method.hearing || !method.visit));
  if (without.length === 0) return [];
  return [
    paragraph('ヒアリング又は現場確認を行わなかった監査対象課とその理由は、次のとおりです。', { keepWithNext: true }),
    table({
      columns: [{ width: 50 }, { width: 46 }, { width: '1fr', marks: HIDDEN.detail }],
      header: ['監査対象課', '行わなかったもの', '理由'],
      rows: without.map(({ departmentId, departmentName, method }) => [
        departmentCell(departmentName, indexOf(source, departmentId)),
        [method?.hearing === false ? 'ヒアリング' : '', method?.visit === false ? '現場確認' : '']
          .filter((name) => name !== '')
          .join('、'),
        method?.reason ?? '',
      ]),
    }),
  ];
}

function tallyTable(departments: readonly DepartmentChecks[]): Block {
  const labels = tally([]).map(({ label }) => label);
  return table({
    columns: [
      { width: '1fr' },
      ...labels.map(() => ({ width: 20, align: 'right' as const })),
      { width: 18, align: 'right' },
    ],
    header: ['監査対象課', ...labels, '計'],
    rows: departments.map(({ audit, checks }, index) => {
      const counts = tally(checks).map(({ count }) => count);
      return [departmentCell(audit.departmentName, index), ...counts, counts.reduce((sum, count) => sum + count, 0)];
    }),
  });
}

/** 9(1)ウ: the contracts of the focus theme, their 29 items, advice and register. */
export async function contractChapter(context: Context, engagementId: string): Promise<Block[]> {
  const source = await readSource(context, engagementId);
  const { contracts } = await clientOf(context).listContracts({ engagementId });
  const without = source.audits.filter(({ contractNotApplicable }) => contractNotApplicable !== null);
  const theme = source.theme;
  return [
    heading(2, '確認の対象'),
    paragraph(
      `${theme === null ? '重点テーマ' : `重点テーマ「${theme.theme}」（${theme.guidelineVersion}）`}に沿って、発注者が指定した${contracts.length}件の契約について、募集から契約締結までの書類に外部サービス利用時チェックリストの29項目が反映されているかを確かめました。`,
    ),
    ...without.map(({ departmentId, departmentName, contractNotApplicable }) =>
      paragraph([
        hidden(departmentName, HIDDEN.department(indexOf(source, departmentId))),
        `は、確認の対象としませんでした（理由：`,
        hidden((contractNotApplicable?.reason ?? '').replace(/。$/u, ''), HIDDEN.detail),
        '）。',
      ]),
    ),
    heading(2, '契約ごとの結果', { marks: HIDDEN.contract }),
    contracts.length === 0 ? paragraph('指定された契約は、ありません。') : contractTable(source, contracts),
    ...(await adviceBlocks(context, contracts)),
  ];
}

/** What was proposed for items that the documents of a contract reflect in part or not at all. */
async function adviceBlocks(context: Context, contracts: readonly ContractView[]): Promise<Block[]> {
  const rows: (readonly string[])[] = [];
  for (const { id, title } of contracts) {
    const { items } = await clientOf(context).getContract({ contractId: id });
    for (const { number, title: item, judgement, advice } of items) {
      if (advice === null || judgement === null) continue;
      rows.push([title, `${number}　${item}`, REFLECTION_LABELS[judgement], ADVICE_LABELS[advice.kind], advice.text]);
    }
  }
  if (rows.length === 0) return [];
  return [
    heading(2, '助言を行った項目', { marks: HIDDEN.contract }),
    paragraph('反映が十分でない項目について、契約書等に記載する文例等を示しました。', { keepWithNext: true }),
    table({
      columns: [{ width: 34 }, { width: 36 }, { width: 18, align: 'center' }, { width: 18 }, { width: '1fr' }],
      header: ['契約', '確認項目', '判断', '助言の種類', '助言'],
      rows,
      fontSize: 8.5,
    }),
  ];
}

function contractTable(source: Source, contracts: readonly ContractView[]): Block {
  const number = { width: 11, align: 'right' as const };
  return table({
    columns: [{ width: 28 }, { width: '1fr' }, number, number, number, number, number, { width: 17 }, { width: 29 }],
    header: [
      '監査対象課',
      '契約',
      '反映\nあり',
      '一部\n反映',
      '記載\nなし',
      'うち\n不要',
      '助言',
      '管理\n台帳',
      '終了日',
    ],
    rows: contracts.map(({ departmentId, title, counts, register, completedOn }) => [
      source.nameOf(departmentId),
      title,
      counts.reflected,
      counts.partly,
      counts.absent,
      counts.waived,
      counts.advised,
      register === null ? '―' : REGISTER_LABELS[register.result],
      day(completedOn),
    ]),
    fontSize: 8.5,
  });
}

/** 9(1)エ: the findings, their grades, and the result notices. */
export async function findingsChapter(context: Context, engagementId: string): Promise<Block[]> {
  const source = await readSource(context, engagementId);
  const client = clientOf(context);
  const { findings } = await client.listFindings({ engagementId, programmeId: 'focus-theme' });
  const live = findings.filter(({ state }) => state !== 'withdrawn');
  const latest = new Map<string, ResultNoticeView | undefined>();
  for (const { id } of source.audits) {
    const { notices } = await client.listResultNotices({ auditId: id });
    latest.set(
      id,
      notices.findLast(({ state }) => state !== 'superseded'),
    );
  }
  const objections = live.filter(({ views }) => views.some(({ view }) => view === 'objected')).length;
  return [
    heading(2, '発見事項'),
    marked(
      paragraph(
        live.length === 0
          ? '発見事項は、まだ市に提出されていないか、ありません。'
          : `${live.length}件の発見事項を整理し、発注者の確認を受けました。監査対象課との認識の違いは発注者が確かめ、${objections === 0 ? '異議はありませんでした' : `${objections}件について異議があり、再検討しました`}。`,
      ),
      forExecutives,
    ),
    ...(live.length === 0 ? [] : [marked(paragraph(`評価の内訳は、${gradeCounts(live)}です。`), forExecutives)]),
    ...(live.length === 0
      ? []
      : [...chartBlocks(gradeChart(source, live)), marked(findingTable(source, live), forExecutives)]),
    heading(2, '監査結果通知案'),
    paragraph('監査対象課ごとに、発見事項、指摘・意見の評価、想定されるリスク及び改善提言を整理しました。', {
      keepWithNext: true,
    }),
    table({
      columns: [
        { width: '1fr' },
        { width: 18, align: 'right' },
        { width: 18, align: 'right' },
        { width: 34, marks: HIDDEN.day },
        { width: 34, marks: HIDDEN.day },
        { width: 34 },
      ],
      header: ['監査対象課', '指摘', '意見', '市への提出日', '送付日', '監査の状態'],
      rows: source.audits.map((audit, index) => {
        const notice = latest.get(audit.id);
        const of = (grade: string) => live.filter((one) => one.auditId === audit.id && one.grade === grade).length;
        return [
          departmentCell(audit.departmentName, index),
          of('指摘'),
          of('意見'),
          day(notice?.issuedOn ?? null),
          day(notice?.sentOn ?? null),
          AUDIT_STATE_LABELS[audit.state],
        ];
      }),
    }),
  ];
}

function findingTable(source: Source, findings: readonly FindingView[]): Block {
  return table({
    columns: [
      { width: 34 },
      { width: 12, align: 'center' },
      { width: '2fr' },
      { width: 14, align: 'center' },
      { width: '3fr', marks: HIDDEN.detail },
    ],
    header: ['監査対象課', '番号', '発見事項', '評価', '改善提言'],
    rows: numbered(findings).map(({ finding, number }) => [
      departmentCell(source.nameOf(finding.departmentId), indexOf(source, finding.departmentId)),
      number,
      finding.title,
      finding.grade ?? '―',
      finding.recommendation,
    ]),
    fontSize: 8.5,
  });
}
