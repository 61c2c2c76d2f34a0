/** What the report proposes: improvements of weak items, items of next year's form. */
import { type Block, heading, paragraph, table } from '../../../documents/index.ts';
import { percent, type ReportMaterial, type WeakRow } from './common.ts';

export function adviceBlocks({ weak, overview }: Pick<ReportMaterial, 'weak' | 'overview'>): Block[] {
  if (overview.hidden) return [paragraph('回答が少ないため、改善の提案は示しません。')];
  if (weak.length === 0) return [paragraph('達成率の低い設問はありません。今の対策を続けてください。')];
  return [
    paragraph('達成率の低い設問について、次のとおり改善を提案します。重大度の高いものから取り組んでください。'),
    table({
      caption: '改善の提案',
      columns: [{ width: 11, align: 'right' }, { width: 56 }, { width: 18, align: 'right' }, { width: '1fr' }],
      header: ['問', '確認事項', '達成率', '改善の提案'],
      rows: weak.map((row) => [
        row.number,
        row.question,
        percent(row.rate),
        {
          content: adviceText(row)
            .split('\n')
            .map((line) => paragraph(line, { firstLine: false })),
        },
      ]),
    }),
  ];
}

export const adviceText = ({ advice }: WeakRow): string => advice ?? '（改善の提案を記入してください。）';

const KINDS = { drop: '外す', sharpen: '改める', add: '加える' } as const;

export function proposalBlocks({ proposals }: Pick<ReportMaterial, 'proposals'>): Block[] {
  if (proposals.length === 0) return [paragraph('見直しの必要な設問は、見当たりませんでした。')];
  const of = (kind: keyof typeof KINDS) => proposals.filter((one) => one.kind === kind);
  return [
    paragraph(
      `翌年度の調査票について、外す設問${of('drop').length}件、改める設問${of('sharpen').length}件、加える設問${of('add').length}件を提案します。採るかどうかは、情報セキュリティ担当課が決めます。`,
    ),
    ...(['drop', 'sharpen', 'add'] as const).flatMap((kind) =>
      of(kind).length === 0
        ? []
        : [
            heading(2, `${KINDS[kind]}設問`),
            table({
              caption: `${KINDS[kind]}設問の案`,
              columns: [{ width: '1fr' }, ...(kind === 'sharpen' ? [{ width: '1fr' as const }] : []), { width: '1fr' }],
              header: ['設問', ...(kind === 'sharpen' ? ['改める案'] : []), '理由'],
              rows: of(kind).map(({ question, suggestion, reasons }) => [
                question,
                ...(kind === 'sharpen' ? [suggestion === question ? '（案文を検討する。）' : (suggestion ?? '')] : []),
                reasons.join(''),
              ]),
            }),
          ],
    ),
  ];
}
