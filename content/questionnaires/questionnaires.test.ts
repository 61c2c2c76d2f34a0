import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { z } from 'zod';
import { checkForm, designOf, visibleItems } from '../../src/core/assessment/index.ts';
import {
  findProvision,
  parseQuestionnaire,
  parseStandard,
  questionnaireItems,
} from '../../src/core/content-schema/index.ts';
import { contentForm, contentNames, shelf } from '../../src/modules/questionnaire/operations/shipped.ts';

const content = (path: string) => new URL(`../${path}`, import.meta.url);
const forms = contentNames().map((name) => ({ name, form: contentForm(name) }));
const formNamed = (name: string) => contentForm(`${name}-2026`);
const raw = z.looseObject({
  sections: z.array(
    z.looseObject({ items: z.array(z.looseObject({ id: z.string().optional(), take: z.string().optional() })) }),
  ),
});
const written = contentNames().map((name) => ({
  name,
  items: raw
    .parse(parse(readFileSync(content(`questionnaires/${name}.yaml`), 'utf8')))
    .sections.flatMap(({ items }) => items),
}));

describe('製品に付いている調査票', () => {
  test.each(forms)('$name：公開を妨げる誤りがなく、公開の前の確認もない', ({ form }) => {
    expect(checkForm(form)).toEqual([]);
  });

  test('設問集の設問は識別子で採り、書き写していない', () => {
    for (const { name, items } of written) {
      for (const { id, take } of items) {
        if (take !== undefined) expect(shelf().has(take), `${name} ${take}`).toBe(true);
        else expect(shelf().has(id ?? ''), `${name} ${id}`).toBe(false);
      }
    }
  });

  test('設問集にない設問を採る調査票は読み取らない', () => {
    const text = readFileSync(content('questionnaires/my-number-self-check-2026.yaml'), 'utf8');
    expect(() => parseQuestionnaire(text, {}, shelf())).not.toThrow();
    expect(() => parseQuestionnaire(text.replace('mn-policy-known', 'mn-nowhere'), {}, shelf())).toThrow();
  });

  test('引用は全て基準の目録にある', () => {
    const standards = readdirSync(content('standards'))
      .filter((name) => name.endsWith('.yaml'))
      .map((name) => parseStandard(readFileSync(content(`standards/${name}`), 'utf8')));
    const open = forms.flatMap(({ name, form }) =>
      [...form.references, ...questionnaireItems(form).flatMap(({ references }) => references)]
        .filter((target) => findProvision(standards, target) === undefined)
        .map((target) => ({ name, target })),
    );
    expect(open).toEqual([]);
  });

  test('種類ごとに使える調査票がある', () => {
    const types = new Set(forms.map(({ form }) => form.type));
    expect([...types].sort()).toEqual(
      ['course-survey', 'my-number-self-check', 'pre-audit-survey', 'preliminary-survey', 'self-check'].sort(),
    );
  });
});

describe('マイナンバー自己点検', () => {
  const form = formNamed('my-number-self-check');
  const shownTo = (kind: string) => visibleItems(form, { 'my-number-affairs': { value: kind } });

  test('利用事務にも関係事務にも30問以上を尋ね、関係事務に特有の設問は関係事務だけに見せる', () => {
    expect(shownTo('number-using').length).toBeGreaterThanOrEqual(31);
    expect(shownTo('number-related').length).toBeGreaterThanOrEqual(31);
    const ids = (kind: string) => shownTo(kind).map(({ id }) => id);
    expect(ids('number-related')).toContain('mn-related-collect');
    expect(ids('number-using')).not.toContain('mn-related-collect');
    expect(ids('number-using')).toContain('mn-access-link');
    expect(ids('number-related')).not.toContain('mn-access-link');
  });

  test('安全管理措置AからGまでの全てを尋ねる', () => {
    const letters = questionnaireItems(form)
      .flatMap(({ references }) => references)
      .filter(({ standard }) => standard === 'my-number-safety')
      .map(({ provision }) => provision.slice(0, 1));
    expect(new Set(letters)).toEqual(new Set(['a', 'b', 'c', 'd', 'e', 'f', 'g']));
  });
});

describe('監査の事前調査', () => {
  test.each(['system-owner', 'operator', 'vendor', 'department'])(
    '%sには、提出できる資料の一覧を最後に求める',
    (who) => {
      const items = questionnaireItems(formNamed(`pre-survey-${who}`));
      expect(items.at(-1)?.type).toBe('table');
      expect(items.map(({ number }) => number)).toEqual(items.map((_, at) => at + 1));
    },
  );
});

describe('職員用の自己点検', () => {
  const form = formNamed('self-check-segments');

  test('三つの区分に15問以上ずつあり、意識とポリシーの理解を測り、リスクの設問には解説がある', () => {
    expect(designOf(form)).toMatchObject({
      segments: ['一般職員', 'システム担当者', '保護担当者'],
      subjects: ['情報セキュリティ意識', '市セキュリティポリシーの理解'],
      withoutSubject: 0,
      riskItems: 9,
      riskWithoutExplanation: 0,
    });
    for (const who of ['general-staff', 'system-staff', 'protection-officer']) {
      const shown = visibleItems(form, { 'respondent-duty': { value: who } });
      expect(shown.length, who).toBeGreaterThan(15);
      expect(new Set(shown.map(({ subject }) => subject)), who).toEqual(new Set([undefined, 'awareness', 'policy']));
    }
  });
});
