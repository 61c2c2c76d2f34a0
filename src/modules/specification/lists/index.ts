import { dayColumn, flagColumn, numberColumn, textColumn } from '../../../kernel/list-columns.ts';
import { exportedList } from '../../../kernel/list.ts';
import type { ListProvider } from '../../../kernel/module.ts';
import type { OutputOf } from '../../../kernel/contract.ts';
import { specificationContract } from '../contract.ts';

type Out<K extends keyof (typeof specificationContract)['operations']> = OutputOf<typeof specificationContract, K>;

const specificationList = exportedList<Out<'listSpecifications'>['specifications'][number]>({
  id: 'specifications',
  title: '仕様書',
  answers: ['listSpecifications'],
  scope: 'municipality',
  permission: 'specification.read',
  because: '仕様書は、取り込んで確かめてから公開します。条項は仕様書の画面から直します。',
  records: async (context) => (await context.client(specificationContract).listSpecifications({})).specifications,
  key: ({ id }) => id,
  columns: [
    textColumn('id', '記号', 22, (it) => it.id),
    textColumn('title', '名称', 50, (it) => it.title),
    textColumn('authority', '発注者', 26, (it) => it.authority),
    numberColumn('fiscalYear', '年度', 8, (it) => it.fiscalYear),
    numberColumn('clauses', '条項の数', 10, (it) => it.clauses),
    dayColumn('periodTo', '委託期間の末日', (it) => it.periodTo),
    flagColumn('bundled', '製品に収めたもの', 10, (it) => it.bundled),
  ],
});

const draftList = exportedList<Out<'listDrafts'>['drafts'][number]>({
  id: 'drafts',
  title: '仕様書の下書き',
  answers: ['listDrafts', 'getDraft'],
  scope: 'municipality',
  permission: 'specification.edit',
  because: '下書きは仕様書のファイルを取り込んで作り、条項ごとに元の文と見比べながら直します。',
  records: async (context) => (await context.client(specificationContract).listDrafts({})).drafts,
  key: ({ id }) => id,
  columns: [
    textColumn('name', 'ファイル', 36, (it) => it.name),
    textColumn('title', '名称', 50, (it) => it.title),
    numberColumn('clauses', '条項の数', 10, (it) => it.clauses),
    textColumn('publishedAs', '公開した記号', 22, (it) => it.publishedAs),
  ],
});

export const lists: readonly ListProvider[] = [specificationList, draftList];
export const noLists = {
  listImports: '読取りの進み具合であり、終わると下書きの一覧に移る。',
  getSource: '下書きの元の文章であり、ファイルとして残っている。',
  checkDraft: '公開の前の確認の答えである。',
} as const;
