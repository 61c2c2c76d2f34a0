import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import {
  auditItems,
  catalogueItems,
  ContentError,
  contractItems,
  findCatalogueItem,
  findProvision,
  parseAuditCatalogue,
  parseChecklist,
  parseStandard,
  technique,
} from './index.ts';

const contentFile = (name: string) => new URL(`../../../content/${name}`, import.meta.url);
const read = (name: string) => readFileSync(contentFile(name), 'utf8');
const HEAD = 'catalogue.yaml';
const filesOf = (code: string) =>
  readdirSync(contentFile(`checklists/${code}`))
    .filter((name) => name !== HEAD)
    .sort()
    .map((name) => ({ name, text: read(`checklists/${code}/${name}`) }));
const load = (code: string) => parseAuditCatalogue(read(`checklists/${code}/${HEAD}`), filesOf(code));
const codes = readdirSync(contentFile('checklists'), { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map(({ name }) => name)
  .sort();
const catalogues = codes.map(load);
const items = catalogues.flatMap(catalogueItems);
const standards = readdirSync(contentFile('standards')).map((name) => parseStandard(read(`standards/${name}`)));

const perChapter = (code: string) => {
  const found = catalogues.find((catalogue) => catalogue.code === code);
  return Object.fromEntries(
    (found?.chapters ?? []).map(({ number, sections }) => [number, sections.flatMap((part) => part.items).length]),
  );
};

describe('監査項目の目録', () => {
  test('六つの目録があり、コードはフォルダの名と同じで、版と注記を持つ', () => {
    expect(catalogues.map(({ code }) => code)).toEqual(codes);
    expect(codes).toEqual([
      'beta-prime',
      'information-system',
      'my-number-safety',
      'policy-guideline',
      'vendor-site',
      'website',
    ]);
    for (const { edition } of catalogues) expect(edition.note).toMatch(/。$/u);
    expect(catalogues.map(({ order }) => order).toSorted()).toEqual([1, 2, 3, 4, 5, 6]);
  });

  test('章又は措置ごとの項目の数が決めたとおりである', () => {
    expect(perChapter('policy-guideline')).toEqual({
      '1': 26,
      '2': 27,
      '3': 25,
      '4': 36,
      '5': 32,
      '6': 65,
      '7': 28,
      '8': 33,
      '9': 21,
    });
    expect(perChapter('my-number-safety')).toEqual({ A: 4, B: 13, C: 18, D: 9, E: 14, F: 15, G: 3 });
    expect(perChapter('vendor-site')).toEqual({ '1': 10, '2': 14, '3': 10, '4': 16 });
    expect(perChapter('website')).toEqual({ '1': 11, '2': 12, '3': 11 });
    expect(perChapter('beta-prime')).toEqual({ '1': 23, '2': 13 });
    expect(perChapter('information-system')).toEqual({
      '1': 7,
      '2': 8,
      '3': 7,
      '4': 6,
      '5': 5,
      '6': 5,
      '7': 5,
      '8': 6,
    });
  });

  test('国の一覧との対応を確かめていない事柄は、目録に書かれている', () => {
    const open = catalogues.filter(({ edition }) => edition.unverified.length > 0).map(({ code }) => code);
    expect(open).toEqual(['beta-prime', 'policy-guideline']);
  });

  test('識別子は全ての目録を通じて一つずつで、目録ごとの頭文字を持つ', () => {
    expect(new Set(items.map(({ id }) => id)).size).toBe(items.length);
    for (const catalogue of catalogues) {
      const heads = new Set(catalogueItems(catalogue).map(({ id }) => id.split('-')[0]));
      expect(heads.size, catalogue.code).toBe(1);
    }
  });

  test('項目ごとに、証拠の例が一つ以上、方法が決められた四つのいずれかで、四つとも使われている', () => {
    const used = new Set(items.flatMap((item) => item.confirmation.map((step) => step.technique)));
    expect([...used].toSorted()).toEqual([...technique.options].toSorted());
    for (const item of items) {
      expect(item.evidence.length, item.id).toBeGreaterThan(0);
      expect(new Set(item.evidence).size, item.id).toBe(item.evidence.length);
      expect(new Set(item.targets).size, item.id).toBe(item.targets.length);
    }
  });

  test('引用は全て基準の目録に解決し、架空の市の規程を引かない', () => {
    for (const item of items) {
      const open = item.references.filter((target) => findProvision(standards, target) === undefined);
      expect(open, item.id).toEqual([]);
      for (const { standard } of item.references) expect(standard, item.id).not.toMatch(/^city-/u);
    }
  });

  test('ガイドラインの章の項目は同じ章の条を、個人番号の措置の項目は同じ措置の条を引く', () => {
    for (const { chapters } of catalogues.filter(({ code }) => code === 'policy-guideline')) {
      for (const chapter of chapters) {
        for (const item of chapter.sections.flatMap((part) => part.items)) {
          const own = item.references.some(
            ({ standard, provision }) =>
              standard === 'mic-policy-guideline' && groupOf(standard, provision) === chapter.id,
          );
          expect(own, item.id).toBe(true);
        }
      }
    }
    for (const { chapters } of catalogues.filter(({ code }) => code === 'my-number-safety')) {
      for (const chapter of chapters) {
        for (const item of chapter.sections.flatMap((part) => part.items)) {
          expect(
            item.references.map(({ standard, provision }) => groupOf(standard, provision)),
            item.id,
          ).toContain(chapter.id);
        }
      }
    }
  });

  test('重大さは三段階とも使われ、最も重い項目が半分を超えない', () => {
    for (const catalogue of catalogues) {
      const own = catalogueItems(catalogue);
      const grave = own.filter(({ severity }) => severity === 3).length;
      expect(grave, catalogue.code).toBeGreaterThan(0);
      expect(grave / own.length, catalogue.code).toBeLessThan(catalogue.code === 'beta-prime' ? 0.7 : 0.5);
    }
    expect(new Set(items.map(({ severity }) => severity))).toEqual(new Set([1, 2, 3]));
  });
});

function groupOf(code: string, provision: string): string | undefined {
  return findProvision(standards, { standard: code, provision })?.group.id;
}

describe('監査項目の文', () => {
  const procedures = items.flatMap(({ id, confirmation }) =>
    confirmation.map(({ procedure }) => ({ where: id, text: procedure })),
  );
  const points = items.map(({ id, point }) => ({ where: id, text: point }));

  test('確かめ方は何かの記録、画面、場所、物又は人を挙げ、あいまいな言葉に頼らない', () => {
    for (const { where, text } of procedures) {
      expect(text, where).not.toMatch(/適切に|十分に|徹底|しっかり|など$/u);
      expect(text.length, where).toBeGreaterThanOrEqual(24);
    }
  });

  test('節ごとのリスクは「おそれがある。」で結び、節ごとに違う', () => {
    const risks = catalogues.flatMap(({ chapters }) =>
      chapters.flatMap(({ sections }) => sections.map((it) => it.risk)),
    );
    for (const risk of risks) expect(risk).toMatch(/おそれがある。$/u);
    expect(new Set(risks).size).toBe(risks.length);
  });

  test('同じ文も、ほとんど同じ文も、ほかの目録やこれまでのチェックリストにない', () => {
    const earlier = parseChecklist(read('checklists/department-audit.yaml'));
    const contract = parseChecklist(read('checklists/external-service-29.yaml'));
    const others = [
      ...(earlier.type === 'department-audit'
        ? auditItems(earlier).flatMap(({ id, point, confirmation }) => [
            { where: id, text: point },
            ...confirmation.map(({ procedure }) => ({ where: id, text: procedure })),
          ])
        : []),
      ...(contract.type === 'contract-documents'
        ? contractItems(contract).map(({ id, question }) => ({ where: id, text: question }))
        : []),
    ];
    expect(others.length).toBeGreaterThan(100);
    expect(nearDuplicates([...points, ...procedures, ...others])).toEqual([]);
  });

  test('ほとんど同じ文は見付けられる', () => {
    const text = '鍵の管理簿を開き、鍵の本数と持ち主を確かめる。';
    const other = { where: 'c', text: '退庁の時刻に執務室を回り、机の上の書類を数える。' };
    const near = { where: 'b', text: text.replace('開き', '見て') };
    expect(nearDuplicates([{ where: 'a', text }, near, other])).toEqual(['a～b']);
  });

  test('題名は目録の節の中で重ならない', () => {
    for (const section of catalogues.flatMap(({ chapters }) => chapters.flatMap(({ sections }) => [...sections]))) {
      const titles = section.items.map(({ title }) => title);
      expect(new Set(titles).size, section.id).toBe(titles.length);
    }
  });
});

interface Text {
  readonly where: string;
  readonly text: string;
}

/** Pairs whose triples of characters agree by more than 60 % (Dice). Pairs that share no triple are never compared. */
function nearDuplicates(texts: readonly Text[]): string[] {
  const triples = texts.map(({ text }) => triplesOf(text));
  const holders = new Map<string, number[]>();
  const found: string[] = [];
  for (const [at, own] of triples.entries()) {
    const shared = new Map<number, number>();
    for (const triple of own) {
      const list = holders.get(triple) ?? [];
      for (const other of list) shared.set(other, (shared.get(other) ?? 0) + 1);
      holders.set(triple, [...list, at]);
    }
    for (const [other, common] of shared) {
      const size = own.size + (triples[other]?.size ?? 0);
      if ((2 * common) / size > 0.6) found.push(`${texts[other]?.where}～${texts[at]?.where}`);
    }
  }
  return found;
}

function triplesOf(text: string): Set<string> {
  const plain = text.replaceAll(/[、。（）「」\s]/gu, '');
  return new Set(Array.from({ length: Math.max(0, plain.length - 2) }, (_, at) => plain.slice(at, at + 3)));
}

describe('目録の読み取り', () => {
  test('数ファイルに分けた章は一つの章になり、番号が続く', () => {
    const technical = catalogues
      .find(({ code }) => code === 'policy-guideline')
      ?.chapters.filter(({ number }) => number === '6');
    expect(technical).toHaveLength(1);
    const numbers = technical?.[0]?.sections.flatMap((part) => part.items.map(({ number }) => number)) ?? [];
    expect(numbers).toEqual(Array.from({ length: 65 }, (_, index) => `6-${index + 1}`));
  });

  test('項目は節と章とともに見付かり、ない項目は見付からない', () => {
    const [catalogue] = catalogues;
    if (catalogue === undefined) throw new Error('目録がありません');
    const [first] = catalogueItems(catalogue);
    expect(findCatalogueItem(catalogue, first?.id ?? '')?.section.items[0]).toEqual(first);
    expect(findCatalogueItem(catalogue, 'no-such-item')).toBeUndefined();
  });

  test('市の呼び名に置き換えられる', () => {
    const renamed = parseAuditCatalogue(read(`checklists/policy-guideline/${HEAD}`), filesOf('policy-guideline'), {
      manager: '所属情報管理者',
    });
    const words = JSON.stringify(renamed.chapters);
    expect(words).toContain('所属情報管理者が、課の中で規程が守られているか');
    expect(words).not.toContain('情報セキュリティ管理者');
  });

  const head = read(`checklists/website/${HEAD}`);
  const files = filesOf('website');
  const broken = (from: string, to: string) =>
    files.map(({ name, text }, index) => ({ name, text: index === 0 ? text.replace(from, to) : text }));

  test.each([
    ['知らない方法', 'technique: document-review', 'technique: survey', 'technique'],
    ['知らない対象', 'targets: [website, organisation]', 'targets: [school]', 'targets'],
    ['重複した識別子', 'id: ws-owner', 'id: ws-inventory', '「ws-inventory」が重複'],
    ['別の目録の章', 'catalogue: website', 'catalogue: vendor-site', '別の目録「vendor-site」'],
    ['半角カタカナ', '公開サイトの台帳', '公開ｻｲﾄの台帳', '半角カタカナ'],
    ['問いの形でない観点', '台帳に載っているか。', '台帳に載せる。', 'か。'],
    ['短すぎる確かめ方', /procedure: .*/u, 'procedure: 台帳を見る。', '20'],
    ['余分な欄', 'askWhom:', 'priority: 1\n        askWhom:', 'priority'],
  ])('%sは断られる', (_, from, to, expected) => {
    const texts =
      typeof from === 'string'
        ? broken(from, to)
        : files.map(({ name, text }, index) => ({ name, text: index === 0 ? text.replace(from, to) : text }));
    expect(texts[0]?.text).not.toBe(files[0]?.text);
    expect(() => parseAuditCatalogue(head, texts)).toThrow(ContentError);
    expect(() => parseAuditCatalogue(head, texts)).toThrow(expected);
  });

  test('章のない目録と、章の題名の食い違いは断られる', () => {
    expect(() => parseAuditCatalogue(head, [])).toThrow('章のファイルが一つもありません');
    const [first, second] = filesOf('policy-guideline');
    if (first === undefined || second === undefined) throw new Error('章のファイルがありません');
    const policy = read(`checklists/policy-guideline/${HEAD}`);
    const other = { ...second, text: second.text.replace('title: 組織体制', 'title: 組織') };
    expect(() => parseAuditCatalogue(policy, [first, other])).toThrow('番号又は題名');
  });
});
