import { describe, expect, test } from 'vitest';
import { readdirSync, readFileSync } from 'node:fs';
import {
  findProvision,
  libraryItems,
  parseStandard,
  questionnaireItems,
  type FormItem,
} from '../../src/core/content-schema/index.ts';
import { neededGrams, normalise } from '../../src/core/text/index.ts';
import {
  contentForm,
  contentNames,
  readItemLibraries,
  shelf,
} from '../../src/modules/questionnaire/operations/shipped.ts';

const content = (path: string) => new URL(`../${path}`, import.meta.url);
const yamlIn = (folder: string) =>
  readdirSync(content(folder))
    .filter((name) => name.endsWith('.yaml'))
    .map((name) => ({ name, text: readFileSync(content(`${folder}/${name}`), 'utf8') }));

const libraries = readItemLibraries();
const standards = yamlIn('standards').map(({ text }) => parseStandard(text));
/** Items that the shipped forms hold themselves; what they take from a library is there already. */
const formItems = contentNames()
  .flatMap((name) => questionnaireItems(contentForm(name)))
  .filter(({ id }) => !shelf().has(id));
const groupsOf = (kind: (typeof libraries)[number]['kind']) =>
  libraries.filter((library) => library.kind === kind).flatMap((library) => library.groups);
const count = (groups: readonly { readonly items: readonly unknown[] }[]) =>
  groups.reduce((sum, part) => sum + part.items.length, 0);
const all = libraries.flatMap(libraryItems);

describe('設問集の範囲', () => {
  test('ファイルごとに一つの設問集があり、コードはファイル名と同じである', () => {
    const names = yamlIn('library').map(({ name }) => name.replace('.yaml', ''));
    expect(libraries.map(({ code }) => code)).toEqual(names);
  });

  test('自己点検は九つの章の全てに10項目以上、合わせて120項目以上ある', () => {
    const groups = groupsOf('self-check');
    for (let chapter = 1; chapter <= 9; chapter += 1) {
      expect(count(groups.filter((part) => part.chapter === chapter)), `第${chapter}章`).toBeGreaterThanOrEqual(10);
    }
    expect(count(groups)).toBeGreaterThanOrEqual(120);
  });

  test('自己点検は一般職員、システム担当者、保護担当者のそれぞれに30項目以上ある', () => {
    for (const who of ['general-staff', 'system-staff', 'protection-officer'] as const) {
      expect(count(groupsOf('self-check').filter((part) => part.audiences.includes(who))), who).toBeGreaterThan(29);
    }
  });

  test('マイナンバーは安全管理措置AからGまでと16の細目の全てにわたり、利用事務と関係事務のそれぞれに40項目以上ある', () => {
    const groups = groupsOf('my-number');
    expect(new Set(groups.map((part) => part.measure?.letter))).toEqual(new Set(['A', 'B', 'C', 'D', 'E', 'F', 'G']));
    const safety = standards.find(({ code }) => code === 'my-number-safety');
    const parts = (safety?.groups ?? []).filter(({ id }) => id !== 'study').flatMap(({ controls }) => controls);
    expect(parts).toHaveLength(16);
    expect(new Set(groups.map(provisionOf).filter((id) => id.includes('-')))).toEqual(
      new Set(parts.map(({ id }) => id)),
    );
    for (const who of ['number-using', 'number-related'] as const) {
      expect(count(groups.filter((part) => part.audiences.includes(who))), who).toBeGreaterThanOrEqual(40);
    }
    expect(groups.some((part) => part.audiences.join() === 'number-related')).toBe(true);
  });

  test('事前調査はシステム責任者、運用担当者、運用事業者のそれぞれに15項目以上あり、提出する資料を尋ねる', () => {
    for (const who of ['system-owner', 'operator', 'vendor'] as const) {
      const groups = groupsOf('pre-audit-survey').filter((part) => part.audiences.includes(who));
      expect(count(groups), who).toBeGreaterThanOrEqual(15);
      const tables = groups.flatMap((part) => part.items).filter(({ type }) => type === 'table');
      expect(tables.length, who).toBeGreaterThanOrEqual(1);
    }
  });
});

describe('設問の識別と引用', () => {
  test('識別子は設問集どうしでも、調査票の設問とも重ならない', () => {
    const ids = [...all, ...formItems].map(({ id }) => id);
    expect(ids.filter((id, index) => ids.indexOf(id) !== index)).toEqual([]);
    const groups = libraries.flatMap((library) => library.groups.map(({ id }) => id));
    expect(new Set(groups).size).toBe(groups.length);
  });

  test('番号は設問集ごとに1からの通しである', () => {
    for (const library of libraries) {
      expect(libraryItems(library).map(({ number }) => number)).toEqual(libraryItems(library).map((_, at) => at + 1));
    }
  });

  test('関連する設問は調査票にある', () => {
    const known = new Set(formItems.map(({ id }) => id));
    const related = libraries.flatMap((library) => library.groups.flatMap((part) => part.related));
    expect(related.length).toBeGreaterThan(20);
    expect(related.filter((id) => !known.has(id))).toEqual([]);
  });

  test('引用は全て基準の目録にあり、置かれた章又は安全管理措置を含む', () => {
    const open = all.flatMap(({ id, references }) =>
      references.filter((target) => findProvision(standards, target) === undefined).map((target) => ({ id, target })),
    );
    expect(open).toEqual([]);
    for (const part of groupsOf('self-check')) {
      for (const { id, references } of part.items) {
        const chapters = references.filter(({ standard }) => standard === 'mic-policy-guideline');
        expect(
          chapters.map(({ provision }) => provision.replace(/^ch/, '').slice(0, 1)),
          id,
        ).toContain(String(part.chapter));
        expect(
          references.some(({ standard }) => standard.startsWith('city-')),
          id,
        ).toBe(true);
      }
    }
    for (const part of groupsOf('my-number')) {
      for (const { id, references } of part.items) {
        expect(references, id).toContainEqual({ standard: 'my-number-safety', provision: provisionOf(part) });
      }
    }
  });
});

describe('設問の文章', () => {
  test('点検の設問は「か。」で終わる一文で、長さと文末がそろっている', () => {
    for (const { id, question } of [...groupsOf('self-check'), ...groupsOf('my-number')].flatMap(
      ({ items }) => items,
    )) {
      expect(question, id).toMatch(/([てで]いる|ある|言える)か。$/u);
      expect(question.match(/。/gu), id).toHaveLength(1);
      expect(question.length, id).toBeGreaterThanOrEqual(20);
      expect(question.length, id).toBeLessThanOrEqual(75);
    }
  });

  test('調査の設問は丁寧な一文である', () => {
    for (const { id, question } of groupsOf('pre-audit-survey').flatMap(({ items }) => items)) {
      expect(question, id).toMatch(/(です|ます|ました|ますか|ありました)か。$/u);
      expect(question.match(/。/gu), id).toHaveLength(1);
    }
  });

  test('解説は文末がそろい、六つの欄が埋まっている', () => {
    for (const { id, guidance } of all) {
      expect(guidance?.good, id).toMatch(/(ます|です|ません)。$/u);
      expect(guidance?.why, id).toMatch(/(ます|です|ません|からです)。$/u);
      expect(guidance?.howToCheck, id).toMatch(/(ください|対象外です)。$/u);
      expect(guidance?.askWhom, id).toMatch(/ください。$/u);
      expect(guidance?.misunderstanding, id).toMatch(/(ます|です|ません|ください)。$/u);
      expect(guidance?.evidence?.length, id).toBeGreaterThanOrEqual(1);
    }
  });

  test('用語は置き換えられ、半角カタカナ、全角英数字、様々な記号を含まない', () => {
    const words = textsIn(libraries).join('\n');
    expect(words).not.toMatch(/\{\{|\}\}/u);
    expect(words).not.toMatch(/[\uFF61-\uFF9F]/u);
    expect(words).not.toMatch(/[Ａ-Ｚａ-ｚ０-９]/u);
    expect(words).not.toMatch(/[！？；：＊※★…]/u);
  });

  test('同じ言い回しに寄り掛かっていない', () => {
    const texts = all.map(({ guidance }) => guidance?.misunderstanding ?? '');
    for (const words of ['思われがち', 'とは言えません', '限りません', '考えは誤り']) {
      expect(texts.filter((text) => text.includes(words)).length / texts.length, words).toBeLessThan(0.15);
    }
  });

  // Short polite questions share their endings; a checklist item has more to be told apart by.
  test.each([
    ['question', 0.72],
    ['good', 0.6],
    ['why', 0.6],
    ['howToCheck', 0.6],
    ['misunderstanding', 0.6],
  ] as const)('%sには、ほとんど同じ文がない', (field, limit) => {
    const texts = [...all, ...formItems]
      .map((item) => ({ id: item.id, pieces: piecesOf(textOf(item, field)) }))
      .filter(({ pieces }) => pieces.size > 0);
    const alike = texts.flatMap((one, index) =>
      texts
        .slice(index + 1)
        .filter((other) => likeness(one.pieces, other.pieces) > limit)
        .map((other) => `${one.id} = ${other.id}`),
    );
    expect(alike).toEqual([]);
  });

  test('似た文を見付ける目盛りは、言い換えただけの文を見逃さない', () => {
    const one = piecesOf('業務用の端末を、固定具で留めて盗難を防いでいるか。');
    expect(likeness(one, piecesOf('業務用の端末を固定具で留め、盗難を防いでいるか。'))).toBeGreaterThan(0.72);
    expect(likeness(one, piecesOf('庫の鍵を使った後、直ちに元の場所へ戻しているか。'))).toBeLessThan(0.4);
  });
});

/** Every text of a value, however deep. */
function textsIn(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(textsIn) : [];
}

/** The provision of the catalogue of safety measures that a group stands for. */
function provisionOf({ measure }: (typeof libraries)[number]['groups'][number]): string {
  const letter = measure?.letter.toLowerCase() ?? '';
  return measure?.part === undefined ? letter : `${letter}-${measure.part}`;
}

function textOf(item: FormItem, field: 'question' | 'good' | 'why' | 'howToCheck' | 'misunderstanding'): string {
  return field === 'question' ? item.question : (item.guidance?.[field] ?? '');
}

function piecesOf(text: string): ReadonlySet<string> {
  return new Set(neededGrams(normalise(text)));
}

/** Share of common pairs of characters, 0 to 1 (Dice). */
function likeness(one: ReadonlySet<string>, other: ReadonlySet<string>): number {
  return (2 * [...one].filter((piece) => other.has(piece)).length) / (one.size + other.size);
}
