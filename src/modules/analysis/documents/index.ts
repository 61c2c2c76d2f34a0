import { AppError } from '../../../kernel/error.ts';
import { gap } from '../../../kernel/gap.ts';
import type { Context, DocumentProvider, DocumentRequest } from '../../../kernel/module.ts';
import { findMaterial, isMyNumber, type Material } from '../operations/material.ts';
import { adviceDocument } from './advice.ts';
import { reportMaterial, through } from './common.ts';
import { dataWorkbook } from './data-workbook.ts';
import { reportDeck } from './deck.ts';
import { myNumberDocument } from './my-number.ts';
import { reportDocument } from './report.ts';

const NONE = '自己点検がまだ行われていません。情報セキュリティ担当課が調査を行ってから作成してください。';
const NO_MY_NUMBER =
  'マイナンバー自己点検がまだ行われていません。マイナンバーの設問のある自己点検を行ってから作成してください。';

const selfCheck = (context: Context, engagementId: string): Promise<Material | null> =>
  findMaterial(context, engagementId, ({ campaign }) => campaign.type === 'self-check');

/** The newest campaign with items on individual numbers, seen through these items alone. */
async function myNumber(context: Context, engagementId: string): Promise<Material | null> {
  const found = await findMaterial(context, engagementId, isMyNumber);
  if (found?.campaign.type !== 'self-check') return found;
  return through(found, ({ references }) => references.some(({ standard }) => standard === 'my-number-safety'));
}

/** Before there is a campaign nothing is missing from a paper about it; making it says what must come first. */
async function gapsOf(context: Context, material: Material | null) {
  if (material === null) return [];
  const { campaign } = material;
  const page = `/engagements/${campaign.engagementId}/analysis/${campaign.id}`;
  const { record, weak } = await reportMaterial(context, material);
  const without = weak.filter(({ advice }) => advice === null).length;
  const open = campaign.asked - campaign.answered;
  return [
    ...gap(
      open,
      `「${campaign.title}」に回答していないところが${open}件あります。`,
      `/engagements/${campaign.engagementId}/self-check/${campaign.id}`,
    ),
    ...gap(record === null ? 1 : 0, '分析のまとめが確定されていません。', `${page}/reports`),
    ...gap(without, `改善の提案がない設問が${without}問あります。`, `${page}/reports`),
  ];
}

/** @throws AppError `state.refused` */
function none(message: string): never {
  throw new AppError('state.refused', { message });
}

export const documents: readonly DocumentProvider[] = [
  {
    kind: 'self-check-report',
    title: '自己点検結果報告書',
    formats: ['docx', 'pdf', 'xlsx', 'pptx'],
    permission: 'analysis.read',
    editions: ['executive'],
    gaps: async (context, { engagementId }) => gapsOf(context, await selfCheck(context, engagementId)),
    build: async (context, request) =>
      built(context, request, (await selfCheck(context, request.engagementId)) ?? none(NONE)),
  },
  {
    kind: 'self-check-advice',
    title: '自己点検に関する助言・情報提供の資料',
    formats: ['docx', 'pdf'],
    permission: 'analysis.read',
    build: (context, { engagementId }) => adviceDocument(context, engagementId),
  },
  {
    kind: 'my-number-check-analysis',
    title: 'マイナンバー自己点検分析結果書',
    formats: ['docx', 'pdf', 'xlsx', 'pptx'],
    permission: 'analysis.read',
    editions: ['executive'],
    gaps: async (context, { engagementId }) => gapsOf(context, await myNumber(context, engagementId)),
    build: async (context, request) =>
      built(context, request, (await myNumber(context, request.engagementId)) ?? none(NO_MY_NUMBER), 'my-number'),
  },
];

async function built(
  context: Context,
  { format }: DocumentRequest,
  found: Material,
  kind: 'self-check' | 'my-number' = 'self-check',
): Promise<unknown> {
  const material = await reportMaterial(context, found);
  if (format === 'xlsx') return dataWorkbook(material, context.today, kind);
  if (format === 'pptx') return reportDeck(material, context.today, kind);
  return kind === 'my-number' ? myNumberDocument(material, context.today) : reportDocument(material, context.today);
}
