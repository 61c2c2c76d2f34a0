import type { Evidence, Found } from './finding.ts';
import { fold } from './line.ts';
import type { Passage } from './passage.ts';

export type DocumentForm = 'electronic' | 'paper' | 'email';
export type DocumentFormat = 'docx' | 'xlsx' | 'pptx' | 'pdf';

/** A document that a clause asks for. */
export type FoundDocument = Evidence & {
  kind: 'document';
  name: string;
  forms: DocumentForm[];
  formats: DocumentFormat[];
  copies: number | null;
  approval: boolean;
};

const TITLED =
  /(?:「([^」]{2,40})」|((?:[一-龠々ァ-ヶーA-Za-z0-9・（）()]|及び(?=[一-龠ァ-ヶ]+(?:書|表))){2,40}?(?:計画書|報告書|議事録|一覧表|チェックリスト|証明書|調査票|調書|提案書|完了届|体制図|名簿|誓約書|工程表|日程表|実施要領|手順書|管理表|概要版|教材|シート|WBS)))(?:[(][^()]*[)])?(?:等)?(?:の案)?(?:（案）)?(?:を|は|に)[^。]{0,60}?(?:提出|納品|納入|作成|取りまとめ|とりまとめ|提示)/g;

/** Documents named in a clause: the item of a list of deliverables itself, otherwise what the sentences ask for. */
export function documentsIn(passage: Passage, found: Found): FoundDocument[] {
  const text = fold(passage.text);
  const shared = { ...formsIn(text), copies: copiesIn(found), approval: /承認を(?:得|受け)/.test(text) };
  if (passage.row !== undefined) {
    return passage.row.schedule
      ? []
      : [
          {
            kind: 'document',
            name: passage.row.name,
            start: 0,
            end: passage.row.name.length,
            confidence: 0.9,
            ...shared,
          },
        ];
  }
  const listed = passage.under.some((title) => /成果物|納品物|納入物|成果品|提出書類/.test(title));
  if (listed && !/。/.test(text) && passage.title.length <= 60 && passage.title !== passage.under.at(-1)) {
    const name = (passage.text.split('\n')[0] ?? '')
      .replace(/^・/, '')
      .replace(/[（(][^（）()]*(?:[\d０-９]|[二三四五六七八九十]+(?=部|枚|冊))[^（）()]*[)）]$/, '')
      .trim();
    return name === '' || /(?:先|形式|方法|帰属|場所|期限|時期|体裁|言語)$/.test(name)
      ? []
      : [{ kind: 'document', name, start: 0, end: name.length, confidence: 0.8, ...shared }];
  }
  const seen = new Set<string>();
  return [...text.matchAll(TITLED)].flatMap((match): FoundDocument[] => {
    const raw = match[1] ?? match[2] ?? '';
    const name = raw.replace(/^(?:及び|並びに|又は|当該|詳細な|本件|その|各|[ァ-ヶー]?の)/, '');
    const start = match.index + match[0].indexOf(raw) + (raw.length - name.length);
    if (name.length < 3 || seen.has(name) || (match[1] !== undefined && !DOCUMENT_END.test(name))) return [];
    seen.add(name);
    return [
      {
        kind: 'document',
        name: passage.text.slice(start, start + name.length),
        start,
        end: start + name.length,
        confidence: 0.6,
        ...shared,
      },
    ];
  });
}

const DOCUMENT_END = /(?:書|表|録|票|届|リスト|シート|図|版|簿|資料|案)$/;

function copiesIn(found: Found): number | null {
  const copies = found.quantities.find((one) => /部|枚|冊/.test(one.unit));
  return copies === undefined || !Number.isInteger(copies.max) || copies.max < 1 ? null : copies.max;
}

/** Forms and file formats in (folded) text; empty lists where it says nothing. */
export function formsIn(text: string): { forms: DocumentForm[]; formats: DocumentFormat[] } {
  const forms: DocumentForm[] = [];
  if (/電子(?:データ|媒体|ファイル)|CD-?ROM|CD-?R\b|DVD|USB/i.test(text)) forms.push('electronic');
  if (/紙|書面|製本|印刷|冊子/.test(text)) forms.push('paper');
  if (/電子メール|メールで|メールにて/.test(text)) forms.push('email');
  const formats: DocumentFormat[] = [];
  if (/word|ワード|microsoft ?office|docx/i.test(text)) formats.push('docx');
  if (/excel|エクセル|microsoft ?office|xlsx/i.test(text)) formats.push('xlsx');
  if (/power ?point|パワーポイント|microsoft ?office|pptx/i.test(text)) formats.push('pptx');
  if (/pdf/i.test(text)) formats.push('pdf');
  return { forms, formats };
}
