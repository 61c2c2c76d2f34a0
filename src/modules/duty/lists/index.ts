/** Lists of the contractor's duties. What is computed or was sent as it stood only goes out. */
import { choiceColumn, dayColumn, textColumn, textsColumn } from '../../../kernel/list-columns.ts';
import { exportedList } from '../../../kernel/list.ts';
import type { ListProvider } from '../../../kernel/module.ts';
import type { DutyLineView, Registers } from '../contract.ts';
import { additions } from './additions.ts';
import { agreed } from './agreed.ts';
import {
  carryOutList,
  cloudServiceList,
  COMMON,
  dutiesOf,
  materialList,
  recordsOf,
  trainingList,
} from './registers.ts';

const LINE_STATES = { done: '済み', open: '未了', 'not-due': 'これから' } as const;

const lineList = exportedList<DutyLineView>({
  ...COMMON,
  id: 'lines',
  title: '受託者の義務の状況',
  because: '状況は仕様書と記録から計算されます。',
  records: async (context, scope) => (await dutiesOf(context, scope)).lines,
  key: ({ clause, title }) => `${clause} ${title}`,
  columns: [
    textColumn('clause', '条項', 14, (it) => it.clause),
    textColumn('title', '義務', 40, (it) => it.title),
    choiceColumn('state', '状態', 12, LINE_STATES, (it) => it.state),
    textColumn('explanation', '説明', 60, (it) => it.explanation),
  ],
});

const handlerNoticeList = exportedList<Registers['handler-notice'][number]>({
  ...COMMON,
  id: 'handler-notice',
  title: '情報取扱従事者の通知',
  because:
    '通知は、そのときの体制から作られ、発注者に届いたものが残ります。従事者を直すときは、体制の一覧で直してから改めて通知してください。',
  records: recordsOf('handler-notice'),
  key: ({ id }) => id,
  columns: [
    dayColumn('on', '通知の日', (it) => it.on),
    textsColumn('handlers', '従事者', 60, (it) => it.handlers.map(({ name, firm }) => `${name}（${firm}）`)),
  ],
});

export const lists: readonly ListProvider[] = [
  lineList,
  materialList,
  trainingList,
  carryOutList,
  cloudServiceList,
  handlerNoticeList,
  ...agreed,
  ...additions,
];
export const noLists = { planErasure: '消去の見込みであり、消去の証明書として取り出す。' } as const;
