/** 助言書: the proposals of one request, provision by provision; and the chapter of the business report (9(2)). */
import { formatEra } from '../../../core/calendar/index.ts';
import {
  type Block,
  definitionList,
  document,
  type DocumentTree,
  type FlowBlock,
  heading,
  landscape,
  letterHead,
  paragraph,
  table,
} from '../../../documents/index.ts';
import { AppError } from '../../../kernel/error.ts';
import type { ChapterProvider, Context, DocumentProvider } from '../../../kernel/module.ts';
import { engagementContract } from '../../engagement/contract.ts';
import type { SupportAdvice, SupportRequest } from '../contract.ts';
import { NEW_PROVISION, TRIGGERS } from '../rules.ts';
import { selectRequests } from '../store.ts';

export const ADVICE_TITLE = '規程に関する助言書';

export const adviceDocument: DocumentProvider = {
  kind: 'policy-advice',
  title: ADVICE_TITLE,
  formats: ['docx', 'pdf'],
  permission: 'policy.read',
  perSubject: '作成支援の依頼',
  async subjects(context, engagementId) {
    const requests = await selectRequests(context.tx, engagementId);
    return requests
      .filter((request) => request.advice.length > 0)
      .map((request) => ({ id: request.id, title: request.document }));
  },
  async build(context, { engagementId, subject }) {
    const request = (await selectRequests(context.tx, engagementId)).find((candidate) => candidate.id === subject);
    if (request === undefined) throw new AppError('record.missing', { internal: 'support request' });
    return adviceOf(context, engagementId, request);
  },
};

export const supportChapter: ChapterProvider = {
  topic: 'policy-support',
  permission: 'policy.read',
  async build(context, engagementId): Promise<readonly Block[]> {
    const requests = await selectRequests(context.tx, engagementId);
    const rounds = requests.flatMap((request) => request.advice.map((advice) => ({ request, advice })));
    if (rounds.length === 0) return [];
    return [
      paragraph(`発注者からの依頼${requests.length}件に対し、${rounds.length}回の助言を行いました。`, {
        keepWithNext: true,
      }),
      table({
        columns: [
          { width: 12, align: 'center' },
          { width: 28 },
          { width: '2fr' },
          { width: '2fr' },
          { width: 18, align: 'right' },
        ],
        header: ['回', '年月日', '対象の資料', '見直しのきっかけ', '条項数'],
        rows: rounds.map(({ request, advice }) => [
          advice.round,
          formatEra(advice.advisedOn),
          request.document,
          TRIGGERS[request.trigger],
          advice.proposals.length,
        ]),
      }),
      ...rounds.flatMap(({ request, advice }): Block[] => [
        heading(2, request.document),
        paragraph(
          `${formatEra(request.requestedOn)}の依頼を受け、${formatEra(advice.advisedOn)}に第${advice.round}回の助言として、${advice.proposals.length}条項の案を示しました。`,
        ),
        paragraph(advice.summary),
      ]),
    ];
  },
};

/** The letter with the request and every round of advice on it; a request without advice makes no letter. */
export async function adviceOf(context: Context, engagementId: string, request: SupportRequest): Promise<DocumentTree> {
  if (request.advice.length === 0) {
    throw new AppError('state.refused', {
      message: '助言がまだありません。助言書は、受託者が助言を登録すると作成できます。',
    });
  }
  const engagement = await context.client(engagementContract).getEngagement({ engagementId });
  return document(
    {
      title: ADVICE_TITLE,
      subtitle: request.document,
      date: formatEra(request.advice.at(-1)?.advisedOn ?? context.today),
      created: request.advice.at(-1)?.advisedOn ?? context.today,
      addressee: [engagement.municipality, `${engagement.client.department}　御中`],
      sender: engagement.contractor,
      ...(engagement.marking === null ? {} : { marking: engagement.marking }),
    },
    [
      letterHead(),
      heading(1, '依頼の内容'),
      definitionList([
        ['対象の資料', request.document],
        ['見直しのきっかけ', TRIGGERS[request.trigger]],
        ['依頼日', formatEra(request.requestedOn)],
        ['依頼の内容', request.content],
      ]),
      landscape(request.advice.flatMap(roundOf)),
    ],
  );
}

function roundOf(advice: SupportAdvice): FlowBlock[] {
  return [
    heading(1, `助言（第${advice.round}回　${formatEra(advice.advisedOn)}）`),
    paragraph(advice.summary),
    table({
      caption: '新旧対照表',
      columns: [{ width: 36 }, { width: '3fr' }, { width: '3fr' }, { width: '2fr' }, { width: 38 }],
      header: ['条項', '現行', '改正案', '理由', '根拠'],
      rows: advice.proposals.map((it) => [
        it.provision,
        it.current.trim() === '' ? NEW_PROVISION : it.current,
        it.proposed,
        it.reason,
        it.basis,
      ]),
    }),
  ];
}
