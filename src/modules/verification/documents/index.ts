/** The plan of a technical verification, and the record of what was done. */
import { formatEra } from '../../../core/calendar/index.ts';
import {
  type Block,
  document,
  type DocumentTree,
  heading,
  letterHead,
  paragraph,
  table,
  toTheCity,
} from '../../../documents/index.ts';
import { AppError } from '../../../kernel/error.ts';
import { gap } from '../../../kernel/gap.ts';
import type { Context, DocumentProvider, DocumentRequest } from '../../../kernel/module.ts';
import { engagementContract } from '../../engagement/contract.ts';
import { verificationContract, type VerificationView } from '../contract.ts';

const PLAN = '技術的検証計画書';
const RECORD = '技術的検証実施記録';

/** `2026-11-14T20:00` as papers write it. */
const momentText = (moment: string): string => `${formatEra(moment.slice(0, 10))}　${moment.slice(11)}`;

/** From one moment to another; the day once where it is the same. */
const spanText = (from: string, to: string): string =>
  `${momentText(from)}から${from.slice(0, 10) === to.slice(0, 10) ? to.slice(11) : momentText(to)}まで`;

const rows = (entries: readonly (readonly [string, string])[]): Block =>
  table({
    columns: [{ width: 42 }, { width: '1fr' }],
    rows: entries.map(([name, value]) => [name, value === '' ? 'なし' : value]),
  });

const planRows = (one: VerificationView): Block =>
  rows([
    ['監査の対象', one.targetName],
    ['検証する範囲', one.subject],
    ['目的', one.purpose],
    ['方法', one.method],
    ['用いる道具', one.tool],
    ['実施する時間', spanText(one.windowFrom, one.windowTo)],
    ['停止する条件', one.stopConditions],
    ['連絡先', one.contact],
    ['支障を防ぐための措置', one.precautions],
  ]);

async function find(context: Context, { engagementId, subject }: DocumentRequest, done: boolean) {
  const { verifications } = await context.client(verificationContract).listVerifications({ engagementId });
  const fitting = verifications.filter(({ run, disturbances }) => !done || run !== null || disturbances.length > 0);
  const one = subject === null ? fitting.at(-1) : fitting.find(({ id }) => id === subject);
  if (one !== undefined) return one;
  throw new AppError('record.missing', {
    message: done
      ? '技術的検証の実施がまだ記録されていません。実施を記録してから作成してください。'
      : '技術的検証の計画がまだありません。技術的検証の画面で計画の案を作ってください。',
  });
}

async function paper(
  context: Context,
  engagementId: string,
  title: string,
  on: string,
  blocks: readonly Block[],
): Promise<DocumentTree> {
  const engagement = await context.client(engagementContract).getEngagement({ engagementId });
  return document({ title, date: formatEra(on), created: on, ...toTheCity(engagement) }, [
    letterHead(),
    paragraph(engagement.title, { firstLine: false }),
    ...blocks,
  ]);
}

function approvalBlocks(one: VerificationView): Block[] {
  if (one.approvedOn === null) return [paragraph('この計画は、発注者の承認を受けた後に実施する。')];
  return [
    heading(1, '発注者の承認'),
    rows([
      ['承認した日', formatEra(one.approvedOn)],
      ['条件', one.conditions],
    ]),
  ];
}

function runBlocks({ run }: VerificationView): Block[] {
  if (run === null) return [heading(1, '検証の実施'), paragraph('検証は、実施の記録に至る前に停止した。')];
  const { high, medium, low } = run.vulnerabilities;
  return [
    heading(1, '検証の実施'),
    rows([
      ['実施した時間', spanText(run.startedAt, run.endedAt)],
      ['用いた道具と版', `${run.tool}　${run.toolVersion}`],
      ['検証した対象', run.targets],
      ['検出した脆弱性', `高　${high}件、中　${medium}件、低　${low}件（計${high + medium + low}件）`],
      ['結果の概要', run.summary],
    ]),
    heading(1, '副生成物'),
    table({
      columns: [{ width: '1fr' }, { width: '2fr' }],
      header: ['名称', 'ハッシュ値（SHA-256）'],
      rows: run.byProducts.map(({ title, sha256 }) => [title, sha256]),
      fontSize: 8,
      empty: '保管した副生成物はない。',
    }),
  ];
}

function disturbanceBlocks({ disturbances }: VerificationView): Block[] {
  if (disturbances.length === 0)
    return [heading(1, '運用への支障'), paragraph('検証による運用への支障及び損害はなかった。')];
  return [
    heading(1, '運用への支障'),
    ...disturbances.map((one) =>
      rows([
        ['起きた日時', momentText(one.at)],
        ['内容', one.what],
        ['影響の範囲', one.affected],
        ['とった措置', one.action],
        ['報告した相手', one.reportedTo],
        ['復旧した日時', one.recoveredAt === null ? '復旧していない' : momentText(one.recoveredAt)],
      ]),
    ),
  ];
}

const subjects: NonNullable<DocumentProvider['subjects']> = async (context, engagementId) => {
  const { verifications } = await context.client(verificationContract).listVerifications({ engagementId });
  return verifications.map(({ id, targetName, position }) => ({ id, title: `${targetName}（${position}）` }));
};

export const documents: readonly DocumentProvider[] = [
  {
    kind: 'verification-plan',
    title: PLAN,
    formats: ['docx', 'pdf'],
    permission: 'verification.read',
    perSubject: '技術的検証',
    subjects,
    async gaps(context, request) {
      const one = await find(context, request, false);
      const href = `/engagements/${request.engagementId}/verifications`;
      return gap(one.submittedOn === null ? 1 : 0, 'この検証の計画は、まだ市に提出されていません。', href);
    },
    async build(context, request) {
      const one = await find(context, request, false);
      return paper(context, request.engagementId, PLAN, one.submittedOn ?? context.today, [
        heading(1, '計画'),
        planRows(one),
        ...approvalBlocks(one),
      ]);
    },
  },
  {
    kind: 'verification-record',
    title: RECORD,
    formats: ['docx', 'pdf'],
    permission: 'verification.read',
    perSubject: '技術的検証',
    subjects,
    async build(context, request) {
      const one = await find(context, request, true);
      const on = one.run?.endedAt.slice(0, 10) ?? context.today;
      return paper(context, request.engagementId, RECORD, on, [
        heading(1, '承認された計画'),
        planRows(one),
        ...approvalBlocks(one),
        ...runBlocks(one),
        ...disturbanceBlocks(one),
      ]);
    },
  },
];
