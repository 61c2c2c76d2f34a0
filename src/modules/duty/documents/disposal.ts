/** 情報資産返還・消去報告書 with its certificate. Clause 10(8). */
import { formatEra } from '../../../core/calendar/index.ts';
import { definitionList, heading, note, paragraph, signature, table } from '../../../documents/index.ts';
import type { DocumentProvider } from '../../../kernel/module.ts';
import { MATERIAL_KINDS, MATERIAL_ORIGINS } from '../choices.ts';
import { materialGaps } from './gaps.ts';
import { paper, read, required, shared } from './common.ts';

interface Erased {
  readonly on: string;
  readonly method: string;
  readonly memberId: string;
  readonly irrecoverable: boolean;
  readonly cityInstruction: string;
}

export const disposalReport: DocumentProvider = {
  ...shared,
  kind: 'disposal-report',
  title: '情報資産返還・消去報告書',
  gaps: materialGaps,
  async build(context, { engagementId }) {
    const source = await read(context, engagementId);
    const report = required(
      source.registers['disposal-report'].at(-1),
      '返還・消去の報告がまだ記録されていません。受託者が報告を記録してから作成してください。',
    );
    const materials = source.registers.material.filter(({ id }) => report.materials.includes(id));
    const copies = source.registers.copy.filter(({ id }) => report.copies.includes(id));
    const returned = materials.filter(({ returnedOn }) => returnedOn !== null);
    const erased = [
      ...materials.flatMap((row) =>
        row.erased === null ? [] : [{ name: row.name, level: row.level, erased: row.erased }],
      ),
      ...copies.flatMap((row) =>
        row.erased === null ? [] : [{ name: `${row.document}（複製${row.copies}部）`, level: '―', erased: row.erased }],
      ),
    ];
    const how = (entry: Erased): string =>
      entry.irrecoverable ? '復元できない状態' : `発注者の指示による（${entry.cityInstruction}）`;
    return paper('情報資産返還・消去報告書', report.on, source, [
      paragraph(
        `「${source.profile.title}」で用いた情報資産を、次のとおり返還し、又は廃棄・消去しましたので報告します。`,
      ),
      definitionList([
        ['証明番号', report.certificate],
        ['報告日', formatEra(report.on)],
        ['対象', `資料等${materials.length}件、複製${copies.length}件`],
      ]),
      heading(1, '返還し、又は引き渡したもの'),
      returned.length === 0
        ? paragraph('なし')
        : table({
            columns: [
              { width: '1fr' },
              { width: 16, align: 'center' },
              { width: 18 },
              { width: 18 },
              { width: 32 },
              { width: 36 },
            ],
            header: ['名称', '機密性', '種別', '由来', '返還・引渡しの日', '受領者'],
            rows: returned.map((row) => [
              row.name,
              row.level,
              MATERIAL_KINDS[row.kind],
              MATERIAL_ORIGINS[row.origin],
              row.returnedOn === null ? '―' : formatEra(row.returnedOn),
              row.receivedBackBy === '' ? '―' : row.receivedBackBy,
            ]),
          }),
      heading(1, '廃棄し、又は消去したもの'),
      erased.length === 0
        ? paragraph('なし')
        : table({
            columns: [
              { width: '1fr' },
              { width: 16, align: 'center' },
              { width: 38 },
              { width: 32 },
              { width: 24 },
              { width: 28 },
            ],
            header: ['名称', '機密性', '方法', '実施日', '実施者', '結果'],
            rows: erased.map((row) => [
              row.name,
              row.level,
              row.erased.method,
              formatEra(row.erased.on),
              source.nameOf(row.erased.memberId),
              how(row.erased),
            ]),
          }),
      ...(erased.length > 0 && erased.every((row) => row.erased.irrecoverable)
        ? [note('廃棄・消去は、いずれも解読できない状態にする方法で行いました。')]
        : []),
      heading(1, '証明'),
      paragraph('上記の情報資産が受注者の手元に残っていないことを証明します。'),
      signature([{ label: '受注者', value: source.profile.contractor, seal: true }]),
    ]);
  },
};
