import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { oneChunk } from '../../kernel/blob.ts';
import type { Caller } from '../../kernel/caller.ts';
import { readFacts } from '../../kernel/journal.ts';
import { startTestApplication, type TestApplication } from '../../kernel/test-application.ts';
import { engagementContract } from '../engagement/contract.ts';
import { standardsContract } from './contract.ts';
import { FIRST_EDITION, FRAMEWORK, oscalCatalogue, SECOND_EDITION } from './testing/catalogues.ts';

let test: TestApplication;
let office: Caller;
let auditor: Caller;
let foreign: Caller;
let engagementId: string;

beforeAll(async () => {
  test = await startTestApplication({ start: '2026-06-10T00:00:00.000Z' });
  office = test.caller(['security-office']);
  auditor = test.caller(['auditor']);
  foreign = test.caller(['security-office'], { tenantId: await test.addTenant('midori') });
  engagementId = await engage();
});
afterAll(() => test.close());

async function engage(): Promise<string> {
  const created = await test.application.client(engagementContract, office).createEngagement({
    specification: 'chiba-2026',
    contractDate: '2026-06-01',
    contractor: '青空監査法人',
    client: { department: '業務改革推進課', address: '中央区一番1号', tel: '000-000-0000', fax: '', email: '' },
    places: ['市役所'],
  });
  return created.engagementId;
}

const as = (caller: Caller) => test.application.client(standardsContract, caller);
const upload = async (name: string, content: string | Uint8Array) => {
  const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : content;
  return (await test.application.upload(auditor, name, oneChunk(bytes))).id;
};
const read = async (name: string, content: string | Uint8Array) => {
  const { importId } = await as(auditor).readCatalogueFile({ engagementId, fileId: await upload(name, content) });
  return as(auditor).getImport({ engagementId, importId });
};
const about = (file: { readonly id: string; readonly version: number }, code: string, edition: string) => ({
  ...{ engagementId, importId: file.id, version: file.version, code, edition },
  ...{ name: '青葉の例の管理策集', issuer: '例示基準研究会', publishedOn: '2026-04-01' },
  ...{ licence: '例示のため自由に使える。', source: 'https://example.jp/', public: true },
});
const refusal = (path: string, words: string) => ({
  code: 'input.invalid',
  detail: { fields: [{ path, message: expect.stringContaining(words) }] },
});

describe('an OSCAL catalogue', () => {
  it('is read, looked at with what is refused and why, saved as an edition, and then stands beside the bundled ones', async () => {
    const file = await read('catalog.json', FIRST_EDITION);
    expect(file).toMatchObject({ format: 'oscal', accepted: 7, fault: null, sheets: null, state: 'read' });
    expect(file.about).toMatchObject({ edition: '1.0', date: '2026-04-01', issuer: '例示基準研究会' });
    expect(file.refused).toMatchObject([{ subject: 'AU-9　廃止の例', reason: expect.stringContaining('廃止') }]);
    expect((await as(auditor).listImports({ engagementId })).imports).toHaveLength(1);
    const saved = await as(auditor).saveCatalogue(about(file, 'aoba-controls', '第1版'));
    expect(saved.current).toBe(true);
    expect((await as(auditor).listImports({ engagementId })).imports).toEqual([]);
    const catalogue = await as(office).getCatalogue({ engagementId, code: 'aoba-controls' });
    expect(catalogue).toMatchObject({
      edition: '第1版',
      current: true,
      imported: true,
      licence: '例示のため自由に使える。',
      source: 'https://example.jp/',
    });
    const controls = catalogue.groups.flatMap((group) => group.controls);
    expect(controls.map(({ id, depth }) => [id, depth])).toEqual([
      ...[
        ['ac-1', 0],
        ['ac-2', 0],
        ['ac-2.1', 1],
        ['ac-3', 0],
        ['au-1', 0],
        ['au-2', 0],
        ['au-3', 0],
      ],
    ]);
    expect(controls[0]).toMatchObject({
      number: 'AC-1',
      guidance: '異動及び退職の際の手続を含めるとよい。',
      references: ['例示の手引'],
    });
    expect(controls[1]?.statement).toBe('パスワードは［定めた文字数］以上とし、他人に知らせない。');
    expect((await as(office).listStandards({ engagementId })).catalogues).toContain('aoba-controls');
    const cited = await as(office).citeProvisions({
      engagementId,
      provisions: [
        { standard: 'aoba-controls', provision: 'ac-2' },
        { standard: 'aoba-controls', provision: 'zz' },
      ],
    });
    expect(cited.citations.map(({ citation }) => citation)).toEqual(['青葉の例の管理策集 AC-2（認証情報の管理）']);
    const facts = await test.application.parts.database.transaction(test.tenantId, (tx) =>
      readFacts(tx, { engagementId, kinds: ['catalogue.imported'] }),
    );
    expect(facts.at(-1)?.data).toMatchObject({ code: 'aoba-controls', controls: 7, refused: 1, format: 'oscal' });
  });

  it('comes in a further edition, which waits until the revision is settled; an edition never changes', async () => {
    const file = await read('catalog.json', SECOND_EDITION);
    await expect(as(auditor).saveCatalogue(about(file, 'aoba-controls', '第1版'))).rejects.toMatchObject(
      refusal('edition', '既にあります'),
    );
    const saved = await as(auditor).saveCatalogue(about(file, 'aoba-controls', '第2版'));
    expect(saved.current).toBe(false);
    await expect(as(auditor).saveCatalogue(about(file, 'aoba-controls', '第3版'))).rejects.toMatchObject({
      code: 'state.refused',
    });
    const used = await as(auditor).getCatalogue({ engagementId, code: 'aoba-controls' });
    expect(used.edition).toBe('第1版');
    expect(used.editions.map(({ label, current }) => [label, current])).toEqual([
      ['第1版', true],
      ['第2版', false],
    ]);
    const next = await as(auditor).getCatalogue({ engagementId, code: 'aoba-controls', edition: saved.editionId });
    expect(next).toMatchObject({ edition: '第2版', current: false });
    await expect(
      test.application.parts.database.transaction(test.tenantId, (tx) =>
        tx
          .db<{ standard_edition: { tenant_id: number; label: string } }>()
          .updateTable('standard_edition')
          .set({ label: '別の版' })
          .where('tenant_id', '=', test.tenantId)
          .execute(),
      ),
    ).rejects.toThrow('does not change');
  });

  it('may be the next edition of a standard that comes with the product', async () => {
    const file = await read('catalog.json', FIRST_EDITION);
    const saved = await as(office).saveCatalogue(about(file, 'mic-audit-guideline', '令和9年版'));
    expect(saved.current).toBe(false);
    const used = await as(office).getCatalogue({ engagementId, code: 'mic-audit-guideline' });
    expect(used.editionId).toBeNull();
    expect(used.editions).toHaveLength(2);
  });
});

describe('the library of a framework', () => {
  it('is read from YAML with the tree of its nodes', async () => {
    const file = await read('library.yaml', FRAMEWORK);
    expect(file).toMatchObject({ format: 'framework', accepted: 2 });
    expect(file.about).toMatchObject({ title: '青葉の枠組み', edition: 'AOBA-2026 第3版', date: '2026-02-01' });
    expect(file.groups[0]?.controls.map(({ number, title }) => [number, title])).toEqual([
      ['1.1', '責任者'],
      ['1.2', '責任者は、毎年度、対策の状況を首長に報告する。'],
    ]);
    expect(file.refused).toMatchObject([{ subject: '9.9　親のない項目', reason: expect.stringContaining('親') }]);
  });
});

describe('a spreadsheet', () => {
  const LIST = [
    '青葉市情報セキュリティ対策一覧,,,',
    '項番,章,対策の要点,詳しい内容',
    '1,組織,責任者の設置,責任者を定める。',
    '2,,委員会,委員会を年二回開く。',
    '3,技術,更新,更新プログラムを適用する。',
    '3,技術,重複,同じ番号の行である。',
    ',技術,番号なし,番号がない。',
  ].join('\n');

  it('is read by the columns that a person chooses; the next file with these headings is read the same way', async () => {
    const file = await read('対策一覧.csv', LIST);
    const sheet = file.sheets?.offered[0];
    expect(sheet?.firstRows[1]?.text).toBe('項番｜章｜対策の要点｜詳しい内容');
    const mapping = {
      sheet: sheet?.name ?? '',
      headingRow: 2,
      columns: { id: 1, chapter: 2, title: 3, text: 4, parent: null, level: null, guidance: null, references: null },
    };
    const { version } = await as(auditor).mapColumns({
      engagementId,
      importId: file.id,
      version: file.version,
      mapping,
    });
    const mapped = await as(auditor).getImport({ engagementId, importId: file.id });
    expect(mapped.groups.map(({ title, controls }) => [title, controls.map(({ title: own }) => own)])).toEqual([
      ['組織', ['責任者の設置', '委員会']],
      ['技術', ['更新']],
    ]);
    expect(mapped.refused.map(({ place, reason }) => [place, reason])).toEqual([
      ['6行目', '同じ番号又は記号の項目が前にあります。'],
      ['7行目', '項目を見分ける番号又は記号がありません。'],
    ]);
    await expect(
      as(auditor).saveCatalogue(about({ id: file.id, version: file.version }, 'aoba-list', '初版')),
    ).rejects.toMatchObject({ code: 'record.stale' });
    await as(auditor).saveCatalogue(about({ id: file.id, version }, 'aoba-list', '初版'));
    const again = await read('対策一覧2.csv', LIST);
    expect(again.sheets).toMatchObject({ fromEarlier: true, mapping });
    await as(auditor).discardImport({ engagementId, importId: again.id, version: again.version });
    await expect(
      as(auditor).discardImport({ engagementId, importId: again.id, version: again.version + 1 }),
    ).rejects.toMatchObject({ code: 'state.refused' });
  });

  it('says what is missing instead of failing when the columns do not fit yet', async () => {
    const file = await read('表.csv', 'あ,い\n1,2\n');
    expect(file).toMatchObject({ accepted: 0, fault: expect.stringContaining('題名又は本文の列') });
    await expect(as(auditor).saveCatalogue(about(file, 'aoba-none', '初版'))).rejects.toMatchObject({
      code: 'state.refused',
    });
  });
});

describe('precedence', () => {
  it('holds for standards that were brought along as for any other that the parties adopt', async () => {
    const adopt = (code: string, name: string) =>
      as(office).adoptStandard({
        ...{ engagementId, code, name, issuer: '例示基準研究会', edition: '第1版', public: true, level: null },
        ...{ scope: '運用の確認', occurredOn: '2026-06-05' },
      });
    await adopt('aoba-controls', '青葉の例の管理策集');
    await adopt('aoba-list', '青葉市情報セキュリティ対策一覧');
    const { precedence, standards, catalogues } = await as(office).listStandards({ engagementId });
    expect(standards.filter(({ code }) => catalogues.includes(code)).map(({ code }) => code)).toEqual([
      'aoba-controls',
      'aoba-list',
    ]);
    await as(office).setPrecedence({ engagementId, order: [...precedence, ['aoba-controls'], ['aoba-list']] });
    const conflict = { engagementId, topic: '記録の保存', note: '長い方に従う。' };
    await expect(
      as(auditor).recordConflict({ ...conflict, preferred: 'aoba-list', other: 'aoba-controls' }),
    ).rejects.toMatchObject(refusal('preferred', 'もう一方'));
    await as(auditor).recordConflict({ ...conflict, preferred: 'aoba-controls', other: 'aoba-list' });
    const first = [['aoba-list'], ...precedence, ['aoba-controls']];
    await as(office).setPrecedence({ engagementId, order: first });
    expect((await as(office).listStandards({ engagementId })).precedence[0]).toEqual(['aoba-list']);
    const turned = [...precedence.toReversed(), ['aoba-list'], ['aoba-controls']];
    await expect(as(office).setPrecedence({ engagementId, order: turned })).rejects.toMatchObject(
      refusal('order', '優先します'),
    );
  });
});

describe('hostile and foreign files', () => {
  it.each([
    ['broken.json', '{"catalog": {', 'JSONとして'],
    ['other.json', '{"profile": {}}', '目録として読み取れる形'],
    ['catalog.xml.txt', '<catalog/>', 'XML'],
    ['empty.json', '{"catalog": {"groups": []}}', '取り込める項目がありません'],
    [
      'bomb.yaml',
      `objects: &a [x, x]\n${['b', 'c', 'd', 'e', 'f', 'g', 'h'].map((it, at) => `${it}: &${it} [${Array(30).fill(`*${'abcdefgh'[at]}`).join(', ')}]`).join('\n')}\n`,
      '別名',
    ],
    ['twice.yaml', 'code: a\ncode: b\ngroups: []\n', 'YAMLとして'],
  ])('%s is refused with a sentence', async (name, content, words) => {
    await expect(read(name, content)).rejects.toMatchObject(refusal('fileId', words));
  });

  it('bounds the number of requirements, the length of texts and the depth', async () => {
    const many = Array.from({ length: 5001 }, (_, at) => ({ id: `c-${at}`, title: `項目${at}`, prose: '文。' }));
    await expect(
      read('many.json', oscalCatalogue('1', [{ id: 'g', title: '章', controls: many }])),
    ).rejects.toMatchObject(refusal('fileId', '5000件を超えて'));
    const long = await read(
      'long.json',
      oscalCatalogue('1', [
        {
          id: 'g',
          title: '章',
          controls: [
            { id: 'c-1', title: '長い', prose: '長'.repeat(8001) },
            { id: 'c-2', title: '普通', prose: '普通の文。' },
          ],
        },
      ]),
    );
    expect(long.accepted).toBe(1);
    expect(long.refused[0]?.reason).toContain('8000字');
    type Nested = { id: string; title: string; groups?: Nested[]; controls?: object[] };
    let group: Nested = { id: 'deepest', title: '底', controls: [{ id: 'x', title: '底の項目' }] };
    for (let at = 0; at < 30; at += 1) group = { id: `g${at}`, title: `段${at}`, groups: [group] };
    const deep = { catalog: { groups: [group], controls: [{ id: 'top', title: '上の項目' }] } };
    const read30 = await read('deep.json', JSON.stringify(deep));
    expect(read30.accepted).toBe(1);
    expect(read30.refused.at(-1)?.reason).toContain('階層');
  });
});

describe('who may', () => {
  it('the city and the audit team of the own municipality; departments, vendors and assistants do not', async () => {
    const fileId = await upload('catalog.json', FIRST_EDITION);
    for (const caller of [test.caller(['assistant']), test.caller(['department-head']), test.caller(['vendor'])]) {
      await expect(as(caller).readCatalogueFile({ engagementId, fileId })).rejects.toMatchObject({
        code: 'permission.refused',
      });
    }
    await expect(as(office).readCatalogueFile({ engagementId, fileId })).rejects.toMatchObject({
      code: 'file.missing',
    });
    const { importId } = await as(auditor).readCatalogueFile({ engagementId, fileId });
    await expect(as(foreign).getImport({ engagementId, importId })).rejects.toMatchObject({ code: 'record.missing' });
    await expect(as(foreign).getCatalogue({ engagementId, code: 'aoba-controls' })).rejects.toMatchObject({
      code: 'record.missing',
    });
  });

  it('keeps a catalogue that is not public from contractors of other contracts until the standard is handed over there', async () => {
    const file = await read('catalog.json', FIRST_EDITION);
    await as(auditor).saveCatalogue({ ...about(file, 'aoba-secret', '第1版'), public: false });
    const other = await engage();
    const ask = (caller: Caller) => as(caller).getCatalogue({ engagementId: other, code: 'aoba-secret' });
    await expect(ask(auditor)).rejects.toMatchObject({ code: 'record.missing' });
    const fileId = await upload('catalog.json', FIRST_EDITION);
    const { importId } = await as(auditor).readCatalogueFile({ engagementId: other, fileId });
    const taken = { ...about({ id: importId, version: 1 }, 'aoba-secret', '第2版'), engagementId: other };
    await expect(as(auditor).saveCatalogue(taken)).rejects.toMatchObject(refusal('code', '別の略号'));
    expect((await ask(office)).edition).toBe('第1版');
    await as(office).adoptStandard({
      ...{ engagementId: other, code: 'aoba-secret', name: '青葉の内規', issuer: '青葉市', edition: '第1版' },
      ...{ public: false, level: '2', scope: '運用の確認', occurredOn: '2026-06-05' },
    });
    expect((await ask(auditor)).edition).toBe('第1版');
  });
});
