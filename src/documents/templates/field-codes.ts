/** Fields of Word: a list of the harmless ones. Everything that fetches, links or runs something is refused. */
import { TemplateError } from './errors.ts';
import { type Document, elementsOf } from './xml.ts';

const HARMLESS = new Set(
  `PAGE NUMPAGES SECTION SECTIONPAGES DATE TIME CREATEDATE SAVEDATE PRINTDATE TOC TC INDEX XE TA TOA REF PAGEREF NOTEREF SEQ
   STYLEREF TITLE SUBJECT AUTHOR KEYWORDS COMMENTS LASTSAVEDBY REVNUM NUMCHARS NUMWORDS EDITTIME FILENAME DOCPROPERTY
   FORMTEXT FORMCHECKBOX FORMDROPDOWN = EQ SYMBOL ADVANCE LISTNUM AUTONUM AUTONUMLGL AUTONUMOUT IF COMPARE HYPERLINK`.split(
    /\s+/u,
  ),
);

/** @throws TemplateError `field-code` naming the field */
export function checkFieldCodes(document: Document, place: string): void {
  for (const element of elementsOf(document, 'w:fldSimple')) check(element.getAttribute('w:instr') ?? '', place);
  // Complex fields nest: the words of each one lie between its begin and its separator.
  const open: { code: string; reading: boolean }[] = [];
  for (const element of elementsOf(document, '*')) {
    const current = open.at(-1);
    if ((element.nodeName === 'w:instrText' || element.nodeName === 'w:delInstrText') && current?.reading === true) {
      current.code += element.textContent ?? '';
    }
    if (element.nodeName !== 'w:fldChar') continue;
    const type = element.getAttribute('w:fldCharType');
    if (type === 'begin') open.push({ code: '', reading: true });
    else if (current !== undefined && current.reading) {
      current.reading = false;
      check(current.code, place);
    }
    if (type === 'end') open.pop();
  }
  for (const { code, reading } of open) if (reading) check(code, place);
}

function check(code: string, place: string): void {
  const [word = ''] = code.trim().split(/[\s"\\]+/u);
  const name = word.startsWith('=') ? '=' : word.toUpperCase();
  if (!HARMLESS.has(name)) {
    throw new TemplateError(
      'field-code',
      place,
      `フィールドコード「${word.slice(0, 40) || '（名称なし）'}」は、外部のファイルの取込み等に使われるおそれがあるため、使えません。取り除いてください。`,
    );
  }
  const link = name === 'HYPERLINK' ? (/"([^"]*)"/u.exec(code.replace(/\\[lmnot]\s*"[^"]*"/gu, ''))?.[1] ?? '') : '';
  if (link !== '' && !/^(?:https?:\/\/|mailto:|#)/iu.test(link)) {
    throw new TemplateError(
      'field-code',
      place,
      'ウェブページと電子メール以外へのリンクのフィールドは使えません。取り除いてください。',
    );
  }
}
