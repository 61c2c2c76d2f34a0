/** 適用基準一覧: what the work is judged by, in which edition, in which order, and where standards disagreed (clause 6). */
import { formatEra } from '../../../core/calendar/index.ts';
import {
  type Block,
  type DocumentTree,
  document,
  heading,
  landscape,
  letterHead,
  numberedList,
  paragraph,
  table,
  type WorkbookTree,
  toTheCity,
} from '../../../documents/index.ts';
import type { OutputOf } from '../../../kernel/contract.ts';
import { gap } from '../../../kernel/gap.ts';
import type { Context, DocumentProvider } from '../../../kernel/module.ts';
import { engagementContract, type EngagementProfile } from '../../engagement/contract.ts';
import type { standardsContract } from '../contract.ts';
import { listStandards } from '../operations/reading.ts';
import { levelText, nameOf, rankOf } from '../rules/precedence.ts';

export const LIST_TITLE = '適用基準一覧';

type Listed = OutputOf<typeof standardsContract, 'listStandards'>;

/** Everything that the list says, of one moment. */
export interface StandardsList extends Listed {
  readonly engagement: EngagementProfile;
  readonly today: string;
}

export async function readList(context: Context, engagementId: string): Promise<StandardsList> {
  return {
    ...(await listStandards(context, { engagementId })),
    engagement: await context.client(engagementContract).getEngagement({ engagementId }),
    today: context.today,
  };
}

export const standardsList: DocumentProvider = {
  kind: 'standards-list',
  title: LIST_TITLE,
  formats: ['docx', 'pdf', 'xlsx'],
  permission: 'standards.read',
  async gaps(context, { engagementId }) {
    const { standards } = await listStandards(context, { engagementId });
    const open = standards.filter(({ confirmedOn }) => confirmedOn === null).length;
    return gap(
      open,
      `版が最新であることを確かめていない基準が${open}件あります。`,
      `/engagements/${engagementId}/standards`,
    );
  },
  async build(context, { engagementId, format }) {
    const list = await readList(context, engagementId);
    return format === 'xlsx' ? listWorkbook(list) : listDocument(list);
  },
};

export function listDocument(list: StandardsList): DocumentTree {
  const { engagement, today, standards, awaited, conflicts } = list;
  return document(
    {
      title: LIST_TITLE,
      subtitle: engagement.title,
      date: formatEra(today),
      ...toTheCity(engagement),
      created: today,
    },
    [
      letterHead(),
      heading(1, '適用の順序'),
      ...orderBlocks(list),
      landscape([
        heading(1, '適用する基準'),
        table({
          columns: [
            { width: 14, align: 'center' },
            { width: '3fr' },
            { width: 24 },
            { width: '2fr' },
            { width: 44 },
            { width: 28 },
            { width: 28 },
            { width: '2fr' },
          ],
          header: ['順位', '基準', '発行者', '版', '取扱い', '受領日', '版の確認日', '適用範囲'],
          rows: standards.map((standard) => [
            rankText(list, standard.code),
            standard.name,
            standard.issuer,
            standard.edition,
            levelText(standard),
            formatEra(standard.receivedOn),
            standard.confirmedOn === null ? '未確認' : formatEra(standard.confirmedOn),
            standard.scope,
          ]),
        }),
        heading(1, '受領していない基準'),
        table({
          columns: [{ width: '3fr' }, { width: '1fr' }, { width: 30 }],
          header: ['基準', '発行者', '公開の別'],
          rows: awaited.map((standard) => [standard.name, standard.issuer, standard.public ? '公開' : '非公開']),
        }),
        heading(1, '基準の食い違いと適用'),
        table({
          columns: [{ width: 30 }, { width: '2fr' }, { width: '2fr' }, { width: '2fr' }, { width: '3fr' }],
          header: ['記録日', '事項', '優先した基準', 'もう一方の基準', '判断の内容'],
          rows: conflicts.map((conflict) => [
            formatEra(conflict.recordedOn),
            conflict.topic,
            nameOf(list, conflict.preferred),
            nameOf(list, conflict.other),
            conflict.note,
          ]),
        }),
      ]),
    ],
  );
}

/** Without an order nothing comes before anything. */
const rankText = ({ precedence }: StandardsList, code: string): number | string =>
  precedence.length === 0 ? '―' : rankOf(precedence, code);

function orderBlocks(list: StandardsList): Block[] {
  if (list.precedence.length === 0)
    return [
      paragraph(
        '仕様書に、優先の順序の定めはありません。食い違うときは事項ごとに判断し、「基準の食い違いと適用」に記録します。',
      ),
    ];
  return [
    paragraph('基準の定めが食い違うときは、次の順に優先します。', { keepWithNext: true }),
    numberedList(list.precedence.map((group) => group.map((code) => nameOf(list, code)).join('、'))),
  ];
}

export function listWorkbook(list: StandardsList): WorkbookTree {
  const { engagement, today, standards, awaited, conflicts } = list;
  const subtitle = [`${engagement.municipality}　${engagement.title}`, `${formatEra(today)}現在`];
  return {
    title: LIST_TITLE,
    author: engagement.contractor,
    created: today,
    ...(engagement.marking === null ? {} : { marking: engagement.marking }),
    sheets: [
      {
        name: LIST_TITLE,
        title: LIST_TITLE,
        subtitle,
        orientation: 'landscape',
        columns: [
          { title: '順位', width: 8, align: 'center' },
          { title: '基準', width: 44 },
          { title: '発行者', width: 14 },
          { title: '版', width: 24 },
          { title: '取扱い', width: 24 },
          { title: '受領日', width: 18 },
          { title: '版の確認日', width: 18 },
          { title: '適用範囲', width: 24 },
        ],
        rows: [
          ...standards.map((standard) => [
            rankText(list, standard.code),
            standard.name,
            standard.issuer,
            standard.edition,
            levelText(standard),
            formatEra(standard.receivedOn),
            standard.confirmedOn === null ? '未確認' : formatEra(standard.confirmedOn),
            standard.scope,
          ]),
          ...awaited.map((standard) => [
            rankText(list, standard.code),
            standard.name,
            standard.issuer,
            null,
            standard.public ? '公開' : '非公開',
            '未受領',
            null,
            null,
          ]),
        ],
      },
      {
        name: '食い違いの記録',
        title: '基準の食い違いと適用',
        subtitle,
        orientation: 'landscape',
        columns: [
          { title: '記録日', width: 18 },
          { title: '事項', width: 32 },
          { title: '優先した基準', width: 36 },
          { title: 'もう一方の基準', width: 36 },
          { title: '判断の内容', width: 48 },
        ],
        rows: conflicts.map((conflict) => [
          formatEra(conflict.recordedOn),
          conflict.topic,
          nameOf(list, conflict.preferred),
          nameOf(list, conflict.other),
          conflict.note,
        ]),
      },
    ],
  };
}
