/** The papers that go with a package: 納品書, 提出書類一覧, ウイルス検査記録, labels. */
import { formatEra } from '../../../core/calendar/index.ts';
import {
  definitionList,
  document,
  type DocumentTree,
  heading,
  type Label,
  labels,
  landscape,
  letterHead,
  note,
  pageBreak,
  paragraph,
  signature,
  table,
} from '../../../documents/index.ts';
import { type PackagePlan, taskLabel, type VirusRecord } from '../packing/plan.ts';
import { handedOver, particularsOf, subjectOf, taskNames, virusLines } from './package-words.ts';

/** 納品書 */
export function deliveryNote(plan: PackagePlan, virus: VirusRecord | null): DocumentTree {
  const { delivery, documents } = plan;
  const { destination, note: wanted } = delivery;
  const tasks = taskNames(plan);
  // One part of the work is no part.
  const divided = delivery.tasks.length > 0;
  return document({ title: '納品書', ...particularsOf(plan) }, [
    letterHead(),
    paragraph('次のとおり成果物を納品します。'),
    definitionList([
      ['業務名', plan.engagement.title],
      ...(plan.task === null ? [] : ([['作業区分', taskLabel(plan.task)]] as const)),
      ['納品物', handedOver(plan).join('\n')],
      ...(destination === undefined
        ? []
        : ([['納入先', [destination.department, destination.address ?? ''].filter(Boolean).join('\n')]] as const)),
      ...virusLines(virus),
    ]),
    heading(1, '納品する成果物', { numbered: false }),
    table({
      columns: [
        { width: 12, align: 'right' },
        ...(divided ? [{ width: 36 }] : []),
        { width: '1fr' },
        { width: 14 },
        { width: 42 },
      ],
      header: ['番号', ...(divided ? ['作業区分'] : []), '成果物', '版', '形式'],
      rows: documents.map((one, index) => [
        index + 1,
        ...(divided ? [tasks(one.task)] : []),
        one.title,
        `第${one.version}版`,
        one.formats.map(formatWord).join('、'),
      ]),
    }),
    ...(wanted?.form === undefined || plan.ownNote !== null
      ? []
      : [
          note(
            `仕様書 ${wanted.clause} は${wanted.form}によることを求めています。様式が示されたときは、その様式によります。`,
          ),
        ]),
    signature([{ label: '受領日' }, { label: '受領者', seal: true }]),
  ]);
}

/** 提出書類一覧 */
export function submittedList(plan: PackagePlan): DocumentTree {
  const tasks = taskNames(plan);
  const day = (value: string | null): string => (value === null ? '―' : formatEra(value));
  return document({ title: '提出書類一覧', subtitle: subjectOf(plan), ...particularsOf(plan) }, [
    landscape([
      letterHead(),
      table({
        columns: [
          { width: 12, align: 'right' },
          { width: 40 },
          { width: '1fr' },
          { width: 14 },
          { width: 42 },
          { width: 24 },
          { width: 32 },
          { width: 32 },
        ],
        header: ['番号', '作業区分', '書類', '版', '形式', '提出方法', '提出日', '検収日'],
        rows: plan.documents.map((one, index) => [
          index + 1,
          tasks(one.task),
          one.title,
          `第${one.version}版`,
          one.formats.map(formatWord).join('、'),
          formWord(one.form, one.copies),
          day(one.submittedOn),
          day(one.acceptedOn),
        ]),
      }),
      ...(plan.gaps.length === 0 ? [] : [note(`仕様書が求める形式のファイルがないもの：${plan.gaps.join('、')}`)]),
    ]),
  ]);
}

/** ウイルス検査記録 */
export function virusPaper(plan: PackagePlan, virus: VirusRecord): DocumentTree {
  const { virusCheck } = plan.delivery;
  return document({ title: 'ウイルス検査記録', subtitle: subjectOf(plan), ...particularsOf(plan) }, [
    letterHead(),
    paragraph('納品する電子データのコンピュータウイルスの検査を行いましたので、その結果を記録します。'),
    definitionList([...virusLines(virus), ['検査したファイル', `${plan.files.length}件（納品物目録のとおり）`]]),
    ...(virusCheck === undefined || virusCheck.states.length === 0
      ? []
      : [note(`仕様書 ${virusCheck.clause} が記載を求める事項：${virusCheck.states.join('、')}`)]),
  ]);
}

/** Size of a case of a disc, and the spines of a thin and a thick binder, in mm. */
const DISC = { width: 120, height: 110 };
const SPINES = [
  { width: 25, height: 230 },
  { width: 40, height: 230 },
];

/** ラベル: one per disc, and the spines of the bound copy. */
export function labelSheet(plan: PackagePlan): DocumentTree | null {
  const discs = discLabels(plan);
  const spines = plan.bound ? SPINES.map((size): Label => ({ ...size, lines: spineLines(plan), upright: true })) : [];
  if (discs.length + spines.length === 0) return null;
  return document({ title: 'ラベル', ...particularsOf(plan) }, [
    ...discs.flatMap((label, index) =>
      index > 0 && index % 2 === 0 ? [pageBreak(), labels([label])] : [labels([label])],
    ),
    ...(discs.length > 0 && spines.length > 0 ? [pageBreak()] : []),
    ...(spines.length > 0 ? [labels(spines, { beside: true })] : []),
  ]);
}

function discLabels(plan: PackagePlan): Label[] {
  const { disc, delivery, engagement } = plan;
  if (disc === null) return [];
  const copies = delivery.media?.copies ?? [{ name: '納品物', count: 1 }];
  const all = copies.flatMap(({ name, count }) =>
    Array.from({ length: count }, (_, index) => (count === 1 ? name : `${name}（${index + 1}／${count}）`)),
  );
  return all.map((name) => ({
    ...DISC,
    lines: [
      name,
      engagement.title,
      ...(plan.task === null ? [] : [taskLabel(plan.task)]),
      ...(engagement.marking === null ? [] : [`【${engagement.marking}】`]),
      engagement.municipality,
      engagement.contractor,
      `${formatEra(plan.madeOn)}作成　${disc}`,
    ],
  }));
}

const spineLines = ({ engagement, madeOn, task }: PackagePlan): string[] => [
  task === null ? engagement.title : `${engagement.title}　${taskLabel(task)}`,
  `${formatEra(madeOn)}　${engagement.contractor}`,
];

const FORMATS: Readonly<Record<string, string>> = {
  docx: 'Word',
  xlsx: 'Excel',
  pptx: 'PowerPoint',
  pdf: 'PDF',
  other: 'その他',
};
const formatWord = (format: string): string => FORMATS[format] ?? format;

const FORMS: Readonly<Record<string, string>> = {
  electronic: '電子データ',
  paper: '書面',
  email: '電子メール',
  disc: '光ディスク',
  bound: '製本',
};

function formWord(form: string | null, copies: number | null): string {
  if (form === null) return '―';
  const word = FORMS[form] ?? form;
  return copies !== null && copies > 1 ? `${word}　${copies}部` : word;
}
