import {
  AlignmentType,
  Document,
  FootnoteReferenceRun,
  LevelFormat,
  Packer,
  Paragraph,
  Table,
  TableCell,
  TableRow,
  TextRun,
} from 'docx';
import { strToU8, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { stringify } from 'yaml';
import { proposeSpecification, specificationFrom, type ProposedClause } from '../core/specification-import/index.ts';
import { parseSpecification, resolveSpecification } from '../core/specification/index.ts';
import { bulletList, document, heading, paragraph, renderPdf, table } from '../documents/index.ts';
import { ImportError, readSpecificationSource } from './index.ts';
import { encoded, pdfOf } from './testing.ts';

const clausesOf = async (bytes: Uint8Array): Promise<ProposedClause[]> => {
  const { lines } = await readSpecificationSource('仕様書', bytes);
  return proposeSpecification(lines).clauses;
};
const ids = (clauses: readonly ProposedClause[]): string[] => clauses.map((one) => one.id);
const problem = (bytes: Uint8Array): Promise<unknown> =>
  readSpecificationSource('仕様書', bytes).then(
    () => null,
    (error: unknown) => (error instanceof ImportError ? error.problem : error),
  );

describe('a specification in Word with automatic numbers', () => {
  const level = (at: number, format: (typeof LevelFormat)[keyof typeof LevelFormat], text: string) => ({
    level: at,
    format,
    text,
    alignment: AlignmentType.START,
  });
  const numbered = (at: number, text: string, reference = 'spec') =>
    new Paragraph({ text, numbering: { reference, level: at } });
  const cells = (...texts: string[]) =>
    new TableRow({
      children: texts.map((text) => new TableCell({ children: text.split('\n').map((one) => new Paragraph(one)) })),
    });
  const built = () =>
    Packer.toBuffer(
      new Document({
        numbering: {
          config: [
            {
              reference: 'spec',
              levels: [
                level(0, LevelFormat.DECIMAL, '第%1'),
                level(1, LevelFormat.DECIMAL_FULL_WIDTH, '（%2）'),
                level(2, LevelFormat.AIUEO_FULL_WIDTH, '%3'),
              ],
            },
            { reference: 'dots', levels: [level(0, LevelFormat.BULLET, '●')] },
          ],
        },
        footnotes: { 1: { children: [new Paragraph('休日は、開庁日に数えない。')] } },
        sections: [
          {
            children: [
              new Paragraph('青葉市デジタル安全支援業務委託仕様書'),
              numbered(0, '委託期間'),
              new Paragraph('契約締結日から令和９年３月３１日まで'),
              numbered(0, '業務の内容'),
              numbered(1, '点検の支援'),
              new Paragraph(
                '受託者は、年２回、点検の結果を分析すること。分析の結果は、点検の終了後十開庁日以内に市へ報告すること。',
              ),
              numbered(2, '対象は、十二課とする。'),
              numbered(2, '一課当たりの時間は、90分程度とする。'),
              numbered(1, '相談への対応'),
              new Paragraph({
                children: [
                  new TextRun(
                    '受託者は、職員からの相談に応じること（上限は月１５件とする。）。回答は、受付の翌日から起算して３開庁日以内に行うこと。',
                  ),
                  new FootnoteReferenceRun(1),
                ],
              }),
              numbered(0, '成果物'),
              new Paragraph('次の成果物を提出すること。'),
              new Table({
                rows: [
                  cells('成果物', '部数', '提出期限'),
                  cells('業務計画書', '2部', '契約締結後14日以内'),
                  cells('点検結果分析書', '1部', '令和９年２月末日'),
                ],
              }),
              numbered(0, 'その他'),
              new Paragraph({
                text: '疑義が生じたときは、協議して定める。',
                numbering: { reference: 'dots', level: 0 },
              }),
            ],
          },
        ],
      }),
    );

  it('has the clauses that Word shows', async () => {
    expect(ids(await clausesOf(await built()))).toEqual([
      '第1',
      '第2(1)-p1',
      '第2(1)-p2',
      '第2(1)ア',
      '第2(1)イ',
      '第2(2)-p1',
      '第2(2)-p2',
      '第2(2)※1',
      '第3',
      '第3表-1',
      '第3表-2',
      '第4',
    ]);
  });

  it('has the numbers that the text gives', async () => {
    const clauses = await clausesOf(await built());
    const at = (id: string) => clauses.find((one) => one.id === id)?.found;
    expect(at('第1')?.deadlines).toMatchObject([{ kind: 'day', day: '2027-03-31' }]);
    expect(at('第2(1)-p1')?.cadences).toMatchObject([{ times: 2, every: 1, unit: 'years' }]);
    expect(at('第2(1)-p2')?.deadlines).toMatchObject([{ n: 10, unit: 'opening-days', side: 'within' }]);
    expect(at('第2(2)-p1')?.quantities).toMatchObject([{ max: 15, unit: '件', bound: 'cap', per: 'month' }]);
    expect(at('第2(2)-p2')?.deadlines).toMatchObject([{ n: 3, unit: 'opening-days', first: 'exclusive' }]);
    expect(at('第3表-1')?.deadlines).toMatchObject([{ n: 14, unit: 'days', from: 'contractDate' }]);
    expect(at('第3表-2')?.deadlines).toMatchObject([{ day: '2027-02-28' }]);
    expect(clauses.find((one) => one.id === '第3表-1')?.documents).toMatchObject([{ name: '業務計画書' }]);
  });

  it('becomes a valid specification file with the duties that records can show', async () => {
    const { lines } = await readSpecificationSource('仕様書', await built());
    const proposal = proposeSpecification(lines);
    expect(proposal.head).toMatchObject({
      title: '青葉市デジタル安全支援業務委託仕様書',
      fiscalYear: 2026,
      periodTo: '2027-03-31',
    });
    const answers = {
      id: 'aoba-2026',
      title: '仕様書',
      authority: '青葉市',
      fiscalYear: 2026,
      periodTo: '2027-03-31',
      marking: null,
    };
    const source = parseSpecification(stringify(specificationFrom(proposal, answers)));
    const specification = resolveSpecification(source);
    expect(specification.deliverables.map((one) => [one.name, one.clause, one.due])).toEqual([
      [
        '業務計画書',
        '第3表-1',
        { from: 'contractDate', span: { n: 14, unit: 'days', first: 'exclusive', roll: 'none' } },
      ],
      ['点検結果分析書', '第3表-2', '2027-02-28'],
    ]);
    const withRules = specification.clauses.filter((one) => one.rules.length > 0).map((one) => one.id);
    expect(withRules).toEqual(['第2(2)-p1', '第3表-1', '第3表-2']);
    expect(specification.conditions.consultation?.cap).toMatchObject({ max: 15, per: 'month', clause: '第2(2)-p1' });
    expect(specification.clauses.filter((one) => one.statement)).toHaveLength(specification.clauses.length - 3);
  });

  it('leaves deleted text out and takes inserted text', async () => {
    const word = (inner: string) =>
      zipSync({
        'word/document.xml': strToU8(
          `<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>${inner}</w:body></w:document>`,
        ),
      });
    const bytes = word(
      '<w:p><w:r><w:t>１　報告は</w:t></w:r><w:del><w:r><w:delText>１０日</w:delText></w:r></w:del><w:ins><w:r><w:t>７日</w:t></w:r></w:ins><w:r><w:t>以内に行うこと。</w:t></w:r></w:p>',
    );
    const [clause] = await clausesOf(bytes);
    expect(clause?.text).toBe('報告は７日以内に行うこと。');
  });
});

describe('a specification in PDF', () => {
  const built = () =>
    renderPdf(
      document({ title: '若葉町情報安全研修業務委託仕様書', date: '令和8年4月' }, [
        heading(1, '履行期間'),
        paragraph('契約締結の日から令和9年2月26日まで'),
        heading(1, '業務'),
        heading(2, '研修の実施'),
        paragraph(
          '受託者は、全職員を対象とする研修を3回以上実施すること。研修の資料は、実施日の7日前までに町へ提出し、町の確認を受けること。',
        ),
        heading(2, '訓練の実施'),
        paragraph('受託者は、標的型メールの訓練を年2回実施すること。'),
        bulletList(['訓練の対象は、職員450人程度とする。', '訓練の時期は、町と協議して決定すること。']),
        heading(1, '納品物'),
        paragraph('納品物は、次の表のとおりとする。'),
        table({
          columns: [{ width: '2fr' }, { width: '1fr' }],
          header: [['納品物', '納期']],
          rows: [
            ['研修実施計画書', '契約締結後10日以内'],
            ['研修実施報告書', '令和9年2月12日'],
          ],
        }),
      ]),
    );

  it('has clauses, deadlines and the rows of the table, with their pages', async () => {
    const clauses = await clausesOf(await built());
    expect(ids(clauses)).toEqual([
      '第1',
      '第2-1-p1',
      '第2-1-p2',
      '第2-2',
      '第2-2・1',
      '第2-2・2',
      '第3表-1',
      '第3表-2',
    ]);
    const all = clauses.flatMap((one) => one.found.deadlines);
    expect(all).toMatchObject([
      { day: '2027-02-26' },
      { n: 7, side: 'before' },
      { n: 10, from: 'contractDate' },
      { day: '2027-02-12' },
    ]);
    expect(clauses.every((one) => one.parts.every((part) => part.page === 1))).toBe(true);
  });

  it('may have five hundred pages', async () => {
    const pages = Array.from({ length: 500 }, (_, at) => [
      `${at + 1} Chapter`,
      `The contractor delivers report number ${at} to the city.`,
    ]);
    const { lines, pages: count } = await readSpecificationSource('長い仕様書', pdfOf(pages));
    expect(count).toBe(500);
    expect(lines.at(-1)?.page).toBe(500);
  }, 60_000);

  it('that is only a scan is told so', async () => {
    await expect(readSpecificationSource('スキャン', pdfOf([[], [], []]))).rejects.toMatchObject({
      problem: 'scan',
      message: expect.stringContaining('スキャン') as unknown,
    });
  });

  it('that is broken or of too many pages is refused', async () => {
    expect(await problem(strToU8('%PDF-1.7\nnothing'))).toBe('broken');
    const whole = pdfOf([['text '.repeat(20)]]);
    expect(await problem(whole.slice(0, 40))).toBe('broken');
    expect(await problem(pdfOf(Array.from({ length: 1001 }, () => ['a page of text with enough letters'])))).toBe(
      'too-many-pages',
    );
  }, 60_000);
});

describe('a specification as text', () => {
  const text = [
    '一　目的',
    '　この業務は、市の情報資産を守ることを目的とする。',
    '二　業務',
    '①　助言',
    '　受託者は、月１回、助言を行うこと。',
    '②　診断',
    '　受託者は、外部から接続できる８台の機器を診断し、終了後２週間以内に報告書を３部提出すること。',
    '',
  ].join('\r\n');

  it.each(['utf-8', 'utf-8 with mark', 'shift_jis', 'euc-jp', 'utf-16le', 'utf-16be with mark'])(
    'is read in %s',
    async (encoding) => {
      const clauses = await clausesOf(encoded(text, encoding));
      expect(ids(clauses)).toEqual(['1', '2①', '2②']);
      expect(clauses[2]?.found.deadlines).toMatchObject([{ n: 14, unit: 'days' }]);
      expect(clauses[2]?.found.quantities).toMatchObject([
        { max: 8, unit: '台' },
        { max: 3, unit: '部' },
      ]);
    },
  );

  it('that is no text is refused', async () => {
    expect(await problem(Uint8Array.from({ length: 400 }, (_, at) => (at * 89 + 130) % 256))).toBe('not-text');
  });
});

describe('hostile files', () => {
  const word = (xml: string) => zipSync({ 'word/document.xml': strToU8(xml) });

  it('cannot unpack to more than fits', async () => {
    const bomb = zipSync({ 'word/document.xml': new Uint8Array(80 * 1024 * 1024) });
    expect(bomb.length).toBeLessThan(1024 * 1024);
    expect(await problem(bomb)).toBe('too-large');
  });

  it('cannot bring in entities or a document type', async () => {
    expect(await problem(word('<!DOCTYPE d [<!ENTITY x SYSTEM "file:///etc/passwd">]><d>&x;</d>'))).toBe('broken');
    expect(await problem(word('<d>&x;</d>'))).toBe('broken');
  });

  it('cannot nest without end', async () => {
    expect(await problem(word(`${'<a>'.repeat(5000)}${'</a>'.repeat(5000)}`))).toBe('broken');
  });

  it('that are archives of something else, or old formats, are refused with what to do', async () => {
    expect(await problem(zipSync({ 'a.txt': strToU8('a') }))).toBe('broken');
    expect(await problem(Uint8Array.from([0x50, 0x4b, 3, 4, 1, 2, 3]))).toBe('broken');
    expect(await problem(Uint8Array.from([0xd0, 0xcf, 0x11, 0xe0, 0, 0]))).toBe('not-supported');
  });
});
