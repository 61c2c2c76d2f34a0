import { describe, expect, it } from 'vitest';
import { type FormData, linesValue, listValue } from '../../core/form/index.ts';
import { docx, p, relationships, tbl, textOfPart, withParts, wordsOfDocx } from '../testing/forms.ts';
import { fillTemplate } from './index.ts';

const DATA: FormData = {
  契約名: '監査<業務>＆委託',
  契約日: { day: '2026-06-01' },
  議事: linesValue(['一行目', '二行目']),
  指摘: listValue([
    { 番号: 1, 題名: '台帳', 対策: listValue([{ 内容: '甲' }, { 内容: '乙' }]) },
    { 番号: 2, 題名: '権限', 対策: listValue([]) },
  ]),
  意見: listValue([]),
};
const fill = (body: string, data = DATA): string[] => wordsOfDocx(fillTemplate(docx(body), 'docx', data));

describe('a Word form', () => {
  it('takes values, also of marks that are spread over runs', () => {
    expect(fill(p('件名：{', '{契約', '名}', '}、{{契約日}}'))).toEqual(['件名：監査<業務>＆委託、令和8年6月1日']);
  });

  it('keeps the look of the run in which a mark begins', () => {
    const body = '<w:p><w:r><w:rPr><w:b/></w:rPr><w:t>{{契</w:t></w:r><w:r><w:t>約名}}です</w:t></w:r></w:p>';
    const xml = textOfPart(fillTemplate(docx(body), 'docx', DATA), 'word/document.xml');
    expect(xml).toContain('<w:rPr><w:b/></w:rPr><w:t>監査&lt;業務&gt;＆委託</w:t>');
    expect(xml).toContain('<w:t>です</w:t>');
  });

  it('makes paragraphs of lines that stand alone, and line breaks within a sentence', () => {
    expect(fill(p('{{議事}}'))).toEqual(['一行目', '二行目']);
    expect(fill(p('議事：{{議事}}'))).toEqual(['議事：一行目\n二行目']);
  });

  it('repeats paragraphs; lines of a mark alone vanish', () => {
    expect(
      fill(p('前') + p('{{#指摘}}') + p('{{番号}}　{{題名}}') + p('（{{契約日}}）') + p('{{/指摘}}') + p('後')),
    ).toEqual(['前', '1　台帳', '（令和8年6月1日）', '2　権限', '（令和8年6月1日）', '後']);
  });

  it('repeats a paragraph that is opened and closed in itself, and words inside of one', () => {
    expect(fill(p('{{#指摘}}{{連番}}．{{題名}}{{/指摘}}'))).toEqual(['1．台帳', '2．権限']);
    expect(fill(p('指摘は{{#指摘}}「{{題名}}」{{/指摘}}の{{?意見}}意見あり{{/意見}}2件'))).toEqual([
      '指摘は「台帳」「権限」の2件',
    ]);
  });

  it('repeats rows, also several, and lists within lists', () => {
    expect(fill(tbl(['番号', '題名'], ['{{#指摘}}{{番号}}', '{{題名}}{{/指摘}}']))).toEqual([
      '番号',
      '題名',
      '1',
      '台帳',
      '2',
      '権限',
    ]);
    expect(
      fill(tbl(['{{#指摘}}', ''], ['{{番号}}', '{{題名}}'], ['', '{{#対策}}・{{内容}}{{/対策}}'], ['{{/指摘}}', ''])),
    ).toEqual(['1', '台帳', '', '・甲', '・乙', '2', '権限', '', '']);
  });

  it('keeps or drops by conditions, a table included', () => {
    const both = (name: string): string =>
      p(`{{?${name}}}`) + tbl(['{{#指摘}}{{番号}}{{/指摘}}']) + p(`{{/${name}}}`) + p(`{{^${name}}}なし{{/${name}}}`);
    expect(fill(both('指摘'))).toEqual(['1', '2']);
    expect(fill(both('意見'))).toEqual(['なし']);
  });

  it('leaves no table without rows and no cell without a paragraph', () => {
    const xml = textOfPart(
      fillTemplate(docx(tbl(['{{#意見}}{{番号}}', '{{/意見}}'])), 'docx', DATA),
      'word/document.xml',
    );
    expect(xml).not.toContain('<w:tbl>');
    expect(fill(tbl(['{{#意見}}{{番号}}{{/意見}}', '残る']))).toEqual(['', '残る']);
  });

  it('takes braces inside of values for words, never for marks', () => {
    const data = { 契約名: '{{議事}}と{{#指摘}}', 議事: '秘密', 指摘: listValue([{ 番号: '{{契約名}}' }]) };
    expect(fill(p('{{契約名}}') + p('{{#指摘}}{{番号}}{{/指摘}}'), data)).toEqual([
      '{{議事}}と{{#指摘}}',
      '{{契約名}}',
    ]);
  });

  it('fills headers, keeps other parts byte for byte, and gives the same bytes for the same data', () => {
    const header =
      '<w:hdr xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:p><w:r><w:t>{{契約名}}</w:t></w:r></w:p></w:hdr>';
    const odd = '<?xml version="1.0"?>\r\n<a  b = "1" />';
    const form = withParts(docx(p('{{契約名}}')), {
      'word/header1.xml': header,
      'word/theme/theme1.xml': odd,
      'word/_rels/document.xml.rels': relationships(
        ['header', 'header1.xml'],
        ['hyperlink', 'https://www.example.jp/', true],
      ),
    });
    const filled = fillTemplate(form, 'docx', DATA);
    expect(wordsOfDocx(filled, 'word/header1.xml')).toEqual(['監査<業務>＆委託']);
    expect(textOfPart(filled, 'word/theme/theme1.xml')).toBe(odd);
    expect(Buffer.from(fillTemplate(form, 'docx', DATA)).equals(Buffer.from(filled))).toBe(true);
  });

  it('keeps difficult characters', () => {
    const name = '髙﨑𠮷野㋿①㈱Ⅲ～辻󠄀';
    expect(fill(p('{{契約名}}'), { 契約名: name })).toEqual([name]);
  });

  it('repeats a thousand rows', () => {
    const rows = Array.from({ length: 1000 }, (_, index) => ({ 番号: index + 1 }));
    const words = fill(tbl(['{{#指摘}}{{番号}}', '{{/指摘}}']), { 指摘: listValue(rows) });
    expect(words.at(-2)).toBe('1000');
  });
});
