/** 外部サービス契約確認結果: 29 items of one contract with place, advice and the register check. */
import { formatEra } from '../../../core/calendar/index.ts';
import {
  type Block,
  definitionList,
  document,
  type DocumentTree,
  forExecutives,
  heading,
  landscape,
  letterHead,
  marked,
  paragraph,
  table,
  type WorkbookTree,
} from '../../../documents/index.ts';
import type { AuditView, ContractItemView, ContractView } from '../contract.ts';
import {
  ADVICE_LABELS,
  CONTRACT_DOCUMENT_NAMES,
  REFLECTION_LABELS,
  REGISTER_LABELS,
  SERVICE_LABELS,
} from '../labels.ts';
import { type Grid, gridSheet, gridTable, particulars, subtitle, workbook } from './grid.ts';
import { contractInShort } from './in-short.ts';
import type { Source } from './source.ts';

export interface CheckedContract {
  readonly contract: ContractView;
  readonly items: readonly ContractItemView[];
}

function grid({ contract, items }: CheckedContract): Grid {
  const titles = new Map(contract.documents.map(({ id, title }) => [id, title]));
  return {
    columns: [
      { title: '番号', width: 15, align: 'center' },
      { title: '確認項目', width: '3fr' },
      { title: '判断', width: 18, align: 'center', choices: Object.values(REFLECTION_LABELS) },
      { title: '書類', width: 26 },
      { title: '頁', width: 12, align: 'center' },
      { title: '記載箇所', width: '2fr' },
      { title: '助言の種類', width: 22 },
      { title: '助言', width: '3fr' },
      { title: '市の判断', width: 24 },
    ],
    rows: items.map((item) => [
      item.number,
      `${item.title}\n${item.question}`,
      item.judgement === null ? '未判断' : REFLECTION_LABELS[item.judgement],
      item.documentId === null ? '' : (titles.get(item.documentId) ?? ''),
      item.page,
      item.quote,
      item.advice === null ? '' : ADVICE_LABELS[item.advice.kind],
      item.advice === null ? '' : item.advice.text,
      item.waiver === null ? '' : `不要（${item.waiver.reason}）`,
    ]),
  };
}

export function contractCheckWorkbook(source: Source, checked: CheckedContract, audit: AuditView): WorkbookTree {
  const { contract } = checked;
  return workbook(source, `外部サービス契約確認結果（${contract.title}）`, [
    gridSheet('29項目の確認', grid(checked), {
      title: `外部サービス契約確認結果（${contract.title}）`,
      subtitle: [...subtitle(source), `${audit.departmentName}　${contract.service}`],
    }),
    gridSheet(
      '管理台帳の確認',
      {
        columns: [
          { title: '欄', width: 50 },
          { title: '所見', width: '1fr' },
        ],
        rows: (contract.register?.fields ?? []).map(({ field, note }) => [field, note]),
      },
      {
        title: '外部サービス利用管理台帳の確認',
        subtitle: [
          `${contract.title}　${contract.service}`,
          `管理台帳の記載：${contract.register === null ? '未確認' : REGISTER_LABELS[contract.register.result]}`,
        ],
      },
    ),
  ]);
}

export function contractCheckTree(source: Source, checked: CheckedContract, audit: AuditView): DocumentTree {
  const { contract, items } = checked;
  const { counts } = contract;
  const added = items.filter(({ origin }) => origin === 'added').length;
  return document(particulars(source, `外部サービス契約確認結果（${contract.title}）`), [
    letterHead(),
    paragraph(source.engagement.title, { firstLine: false, keepWithNext: true }),
    marked(
      definitionList([
        ['監査対象課', audit.departmentName],
        ['契約', contract.title],
        ['外部サービス', `${contract.service}（${SERVICE_LABELS[contract.serviceKind]}）`],
        ['事業者', contract.provider === '' ? '―' : contract.provider],
        [
          '確認した書類',
          contract.documents
            .map(({ kind, title }) => {
              const name = CONTRACT_DOCUMENT_NAMES[kind];
              return title.includes(name) ? title : `${title}（${name}）`;
            })
            .join('、') || '―',
        ],
        ['確認の終了日', contract.completedOn === null ? '確認中' : formatEra(contract.completedOn)],
      ]),
      forExecutives,
    ),
    heading(1, '結果の概要', { marks: forExecutives }),
    paragraph(
      `チェックリスト${counts.items - added}項目${added === 0 ? '' : `及び追加の${added}項目`}のうち、反映あり${counts.reflected}項目、一部反映${counts.partly}項目、記載なし${counts.absent}項目（うち市が不要と判断したもの${counts.waived}項目）でした。助言は${counts.advised}項目について行いました。`,
    ),
    ...contractInShort(contract, items),
    heading(1, '外部サービス利用管理台帳の確認'),
    ...registerBlocks(contract),
    landscape([heading(1, '項目ごとの結果'), gridTable(grid(checked), 7.5)]),
  ]);
}

function registerBlocks(contract: ContractView): Block[] {
  const { register } = contract;
  if (register === null) return [paragraph('管理台帳の確認は、まだ済んでいません。')];
  return [
    paragraph(`管理台帳の記載：${REGISTER_LABELS[register.result]}${register.note === '' ? '' : `　${register.note}`}`),
    ...(register.fields.length === 0
      ? []
      : [
          table({
            columns: [{ width: 50 }, { width: '1fr' }],
            header: ['欄', '所見'],
            rows: register.fields.map(({ field, note }) => [field, note]),
          }),
        ]),
  ];
}
