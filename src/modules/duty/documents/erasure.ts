/** The certificate of the erasure: every item, method, day and person. */
import { formatEra } from '../../../core/calendar/index.ts';
import { clauseNumber } from '../../../core/specification/index.ts';
import { definitionList, heading, note, paragraph, signature, table } from '../../../documents/index.ts';
import type { DocumentProvider } from '../../../kernel/module.ts';
import { MATERIAL_KINDS } from '../choices.ts';
import { paper, read, required, shared } from './common.ts';

const TITLE = '個人情報及び情報資産消去証明書';

export const erasureCertificate: DocumentProvider = {
  ...shared,
  kind: 'erasure-certificate',
  title: TITLE,
  async build(context, { engagementId }) {
    const source = await read(context, engagementId);
    const { profile, registers, conditions } = source;
    const entry = required(
      registers.erasure.filter(({ state }) => state === 'certified').at(-1),
      '消去の証明がまだありません。受託者が消去を終え、証明書を発行してから作成してください。',
    );
    const { witness, verified } = entry;
    const erasedOn = entry.erasedOn ?? entry.requestedOn;
    const settled = registers.material.filter(({ returnedOn, erased }) => returnedOn !== null || erased !== null);
    const clause = conditions.disposal?.clause;
    return paper(TITLE, entry.certifiedOn ?? erasedOn, source, [
      paragraph(
        `「${profile.title}」で取り扱った個人情報及び情報資産を、次のとおり復元できない方法で消去し、受注者の手元に残っていないことを証明します。${clause === undefined ? '' : `（仕様書${clauseNumber(clause)}）`}`,
      ),
      definitionList([
        ['証明番号', entry.certificate ?? ''],
        ['消去した日', formatEra(erasedOn)],
        ['消去の方法', entry.method],
        ['実施者', entry.executor.name],
        ['立会人', witness === null ? '' : `${witness.name}（${formatEra(witness.on)}に確認）`],
        ['消去したもの', `${entry.items.length}件`],
        [
          '確認',
          verified === null
            ? ''
            : `${formatEra(verified.on)}に、記録が残っていないこと及びファイルの内容${verified.removed.length}件が失われていることを確かめた。`,
        ],
        ...(entry.reason.trim() === '' ? [] : [['契約の終了前に消去した理由', entry.reason] as [string, string]]),
      ]),
      heading(1, '消去したもの'),
      table({
        columns: [{ width: 12, align: 'center' }, { width: 44 }, { width: '1fr' }, { width: 66 }],
        header: ['番号', '区分', '名称', 'ハッシュ値（SHA-256）'],
        rows: entry.items.map((item, index) => [
          index + 1,
          item.kind,
          item.label,
          [item.record, ...item.files].map(shortHash).join('\n'),
        ]),
      }),
      note('ハッシュ値は、消去した記録と、それに添付されていたファイルのものです。全桁は業務記録に残しています。'),
      heading(1, '返還し、又は手作業で廃棄・消去したもの'),
      settled.length === 0
        ? paragraph('なし')
        : table({
            columns: [{ width: '1fr' }, { width: 22 }, { width: 34 }, { width: 40 }, { width: 32 }],
            header: ['名称', '種別', '日', '方法', '実施者又は受領者'],
            rows: settled.map((row) => [
              row.name,
              MATERIAL_KINDS[row.kind],
              formatEra(row.erased?.on ?? row.returnedOn ?? erasedOn),
              row.erased?.method ?? '返還・引渡し',
              row.erased === null ? row.receivedBackBy || '―' : source.nameOf(row.erased.memberId) || '―',
            ]),
          }),
      heading(1, '対象に含まれないもの'),
      paragraph(entry.backups),
      ...(verified === null || verified.needed.length === 0
        ? []
        : [
            paragraph(
              `ファイルの内容${verified.needed.length}件は、発注者に提出された別の記録が同じ内容をもつため残っている。受注者の記録からは消去した。`,
            ),
          ]),
      heading(1, '証明'),
      signature([
        { label: '受注者', value: profile.contractor, seal: true },
        { label: '実施者', value: entry.executor.name, seal: true },
        { label: '立会人', value: witness?.name ?? '', seal: true },
      ]),
    ]);
  },
};

/** Enough of a hash to be read aloud and compared on paper. */
const shortHash = (hash: string): string => `${hash.slice(0, 8)} ${hash.slice(8, 16)} … ${hash.slice(-8)}`;
