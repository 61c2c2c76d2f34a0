/** 貸与品台帳: everything that was lent to, obtained or made by the contractor, until it is back or gone. */
import { formatEra } from '../../../core/calendar/index.ts';
import { paragraph, table, type WorkbookTree } from '../../../documents/index.ts';
import type { DocumentProvider } from '../../../kernel/module.ts';
import { LEVELS, MATERIAL_KINDS, MATERIAL_ORIGINS } from '../choices.ts';
import type { Registers } from '../contract.ts';
import { paper, read, type Source } from './common.ts';
import { registerGaps } from './gaps.ts';

type Material = Registers['material'][number];
const TITLE = '貸与品台帳';

/** Columns of the register as a workbook, named as in the list that comes back. */
const REGISTER_COLUMNS = {
  number: '台帳番号',
  name: '名称',
  level: '機密性',
  kind: '種別',
  origin: '由来',
  receivedOn: '受け取った日',
  handling: '保管・取扱い',
  returnedOn: '返還日',
  receivedBackBy: '受領者',
} as const;

export const materialRegister: DocumentProvider = {
  formats: ['xlsx', 'docx', 'pdf'],
  permission: 'duty.read',
  kind: 'material-register',
  title: TITLE,
  gaps: registerGaps,
  async build(context, { engagementId, format }) {
    const source = await read(context, engagementId);
    return format === 'xlsx' ? workbook(source, context.today) : sheet(source, context.today);
  },
};

const outcome = ({ returnedOn, erased, wiped }: Material): string =>
  [
    returnedOn === null ? '' : `${formatEra(returnedOn)}　返還・引渡し`,
    erased === null ? '' : `${formatEra(erased.on)}　廃棄・消去`,
    wiped === null ? '' : `${formatEra(wiped.on)}　内容を消去済み`,
  ]
    .filter((words) => words !== '')
    .join('\n') || '手元にある';

function sheet(source: Source, today: string) {
  const rows = source.registers.material;
  const blocks = [
    paragraph(`「${source.profile.title}」のために貸与を受け、取得し、又は作成した資料等は、次のとおりです。`),
    rows.length === 0
      ? paragraph('なし')
      : table({
          columns: [
            { width: 22 },
            { width: '1fr' },
            { width: 16, align: 'center' },
            { width: 34 },
            { width: 34 },
            { width: '1fr' },
            { width: 46 },
            { width: 34 },
          ],
          header: ['台帳番号', '名称', '機密性', '種別（由来）', '受け取った日', '保管・取扱い', '状況', '受領者'],
          rows: rows.map((row) => [
            row.number ?? '―',
            row.name,
            row.level,
            `${MATERIAL_KINDS[row.kind]}（${MATERIAL_ORIGINS[row.origin]}）`,
            formatEra(row.receivedOn),
            row.handling === '' ? '―' : row.handling,
            outcome(row),
            row.receivedBackBy === '' ? '―' : row.receivedBackBy,
          ]),
        }),
  ];
  return paper(TITLE, today, source, blocks, 'landscape');
}

const WIDTHS = { number: 12, name: 36, level: 8, kind: 12, origin: 8, receivedOn: 18, handling: 40 } as const;

function workbook(source: Source, today: string): WorkbookTree {
  const choices: Partial<Record<keyof typeof REGISTER_COLUMNS, readonly string[]>> = {
    level: [...LEVELS],
    kind: Object.values(MATERIAL_KINDS),
    origin: Object.values(MATERIAL_ORIGINS),
  };
  return {
    title: TITLE,
    created: today,
    author: source.profile.contractor,
    ...(source.profile.marking === null ? {} : { marking: source.profile.marking }),
    sheets: [
      {
        name: TITLE,
        title: TITLE,
        subtitle: [source.profile.title, `${formatEra(today)}現在`],
        orientation: 'landscape',
        columns: Object.entries(REGISTER_COLUMNS).map(([key, title]) => {
          const known = key as keyof typeof REGISTER_COLUMNS;
          const list = choices[known];
          return {
            title,
            width: known in WIDTHS ? WIDTHS[known as keyof typeof WIDTHS] : 18,
            ...(list === undefined ? {} : { choices: list }),
          };
        }),
        rows: source.registers.material.map((row) => [
          row.number,
          row.name,
          row.level,
          MATERIAL_KINDS[row.kind],
          MATERIAL_ORIGINS[row.origin],
          formatEra(row.receivedOn),
          row.handling,
          row.returnedOn === null ? null : formatEra(row.returnedOn),
          row.receivedBackBy,
        ]),
      },
    ],
  };
}
