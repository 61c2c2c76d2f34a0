/** Revisions of standards and what became of each provision. */
import type { OutputOf } from '../../../kernel/contract.ts';
import { choiceColumn, dayColumn, numberColumn, textColumn, textsColumn } from '../../../kernel/list-columns.ts';
import { engagementOf, exportedList, subjectOf } from '../../../kernel/list.ts';
import type { ProvisionView, RevisionView } from '../contract/revisions.ts';
import { standardsContract } from '../contract.ts';
import { GROUND_LABELS, MATCH_LABELS, REVISION_STATE_LABELS } from '../labels.ts';

const COMMON = { scope: 'engagement', permission: 'standards.read' } as const;

export const revisionList = exportedList<OutputOf<typeof standardsContract, 'listRevisions'>['revisions'][number]>({
  ...COMMON,
  id: 'revisions',
  title: '基準の改定',
  answers: ['listRevisions'],
  because: '改定は、版を突き合わせ、人が確かめて適用するという手続きで進みます。',
  records: async (context, scope) =>
    (await context.client(standardsContract).listRevisions({ engagementId: engagementOf(scope) })).revisions,
  key: ({ id }) => id,
  columns: [
    textColumn('name', '基準', 44, (it) => it.name),
    textColumn('from', '前の版', 22, (it) => it.from),
    textColumn('to', '新しい版', 22, (it) => it.to),
    choiceColumn('state', '状態', 12, REVISION_STATE_LABELS, (it) => it.state),
    ...(Object.keys(MATCH_LABELS) as (keyof typeof MATCH_LABELS)[]).map((kind) =>
      numberColumn<{ readonly counts: RevisionView['counts'] }>(kind, MATCH_LABELS[kind], 10, (it) => it.counts[kind]),
    ),
    dayColumn('createdOn', '突き合わせた日', (it) => it.createdOn),
    dayColumn('appliedOn', '適用の日', (it) => it.appliedOn),
  ],
});

type Match = RevisionView['matches'][number];

const named = ({ number, title }: ProvisionView): string => [number, title].filter(Boolean).join('　');

export const matchList = exportedList<Match>({
  ...COMMON,
  id: 'matches',
  title: '基準の新旧の対照',
  answers: ['getRevision'],
  because: '対照は、改定の画面で一つずつ確かめて直します。',
  per: {
    title: '改定',
    subjects: async (context, engagementId) => {
      if (engagementId === null) return [];
      const { revisions } = await context.client(standardsContract).listRevisions({ engagementId });
      return revisions.map(({ id, name, from, to }) => ({ id, title: `${name}　${from}から${to}へ` }));
    },
  },
  records: async (context, scope) => {
    const input = { engagementId: engagementOf(scope), revisionId: subjectOf(scope) };
    return (await context.client(standardsContract).getRevision(input)).matches;
  },
  key: ({ from, to }) => [...from, ...to].map(({ id }) => id).join(' '),
  columns: [
    choiceColumn('kind', '区分', 14, MATCH_LABELS, (it) => it.kind),
    textsColumn('from', '前の版の項目', 36, (it) => it.from.map(named)),
    textsColumn('to', '新しい版の項目', 36, (it) => it.to.map(named)),
    choiceColumn('ground', '判断の根拠', 22, GROUND_LABELS, (it) => it.ground),
    numberColumn('score', '文言の近さ', 10, (it) => it.score, { decimals: 2 }),
    textsColumn('fromText', '前の版の本文', 60, (it) => it.from.map(({ text }) => text)),
    textsColumn('toText', '新しい版の本文', 60, (it) => it.to.map(({ text }) => text)),
  ],
});
