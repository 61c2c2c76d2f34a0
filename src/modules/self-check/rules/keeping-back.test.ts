import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseQuestionnaire } from '../../../core/content-schema/index.ts';
import { analyse } from './analysis.ts';
import { type Answering, keepBack, meanForOne } from './keeping-back.ts';
import { choicesOf, recount } from './tally.ts';

const scores = { yes: 1, no: 0, noWithAlternative: 0.5, notApplicable: null };
const form = parseQuestionnaire(
  JSON.stringify({
    code: 'small',
    version: '1',
    type: 'self-check',
    fiscalYear: 2026,
    title: '点検',
    introduction: '点検です。',
    respondent: '職員です。',
    sections: [
      {
        id: 's',
        number: 1,
        title: '全て',
        items: [
          { id: 'lock', number: 1, type: 'yes-no-na', question: '施錠しているか。', severity: 1, scores },
          {
            id: 'rare',
            number: 2,
            type: 'yes-no-na',
            question: '封をしているか。',
            severity: 1,
            scores,
            required: false,
          },
          {
            id: 'media',
            number: 3,
            type: 'multiple',
            question: '何を使うか。',
            required: false,
            options: ['paper', 'usb', 'disc'].map((value) => ({ value, label: value })),
          },
        ],
      },
    ],
  }),
);

const sheet = (bureauName: string, yes = true) => ({
  departmentId: '',
  bureauName,
  answers: { lock: { value: yes ? 'yes' : 'no' } },
});

function kept(sheets: readonly ReturnType<typeof sheet>[], rest: Partial<Answering> = {}) {
  const answers = sheets.map((one) => one.answers);
  return keepBack(
    { analysis: analyse(form, sheets), choices: choicesOf(form, recount(form, answers)) },
    { unit: 'department', anonymous: false, segments: false, smallestGroup: 5, ...rest },
  );
}

const times = (count: number, bureau: string) => Array.from({ length: count }, () => sheet(bureau));
const meansOf = (result: ReturnType<typeof kept>) =>
  Object.fromEntries(result.analysis.bureaus.map(({ name, points }) => [name, points]));

describe('small groups', () => {
  it('a small bureau has no mean, nor has the one that would give it away', () => {
    const result = kept([...times(2, '小'), ...times(6, '中'), ...times(9, '大')]);
    expect(meansOf(result)).toEqual({ 小: null, 中: null, 大: 100 });
    expect(result.suppression).toMatchObject({ hiddenGroups: ['中', '小'].toSorted(), few: false, hiddenItems: [] });
    expect(kept([...times(6, '中'), ...times(9, '大')]).suppression).toBeNull();
  });

  it('whatever the sizes, what is hidden is nobody or at least the smallest group together', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 9 }), { minLength: 1, maxLength: 8 }), (sizes) => {
        const result = kept(sizes.flatMap((size, at) => times(size, `局${at}`)));
        const hidden = result.analysis.bureaus.filter(({ points }) => points === null);
        const together = hidden.reduce((sum, { departments }) => sum + departments, 0);
        const all = sizes.reduce((sum, size) => sum + size, 0);
        expect(together === 0 || together >= 5 || together === all).toBe(true);
        for (const { departments, points } of result.analysis.bureaus)
          if (points !== null) expect(departments).toBeGreaterThan(4);
      }),
    );
  });

  it('of people also items and choices that few answered, and bureaus only where all groups are looked at', () => {
    const people = [
      ...times(12, '局'),
      ...Array.from({ length: 2 }, () => ({
        ...sheet('局'),
        answers: { lock: { value: 'yes' }, rare: { value: 'no' }, media: { value: ['paper', 'usb', 'disc'] } },
      })),
    ];
    const result = kept(people, { unit: 'person' });
    expect(result.analysis.items.map(({ id }) => id)).toEqual(['lock']);
    expect(result.analysis.weak).toEqual([]);
    expect(result.analysis.bureaus).toEqual([]);
    expect(result.choices).toEqual([]);
    expect(result.suppression).toMatchObject({ hiddenItems: [2], hiddenGroups: ['局'] });
    expect(kept(people).analysis.items).toHaveLength(2);
    expect(kept(people, { unit: 'person', anonymous: true }).analysis.bureaus).toHaveLength(1);
    expect(meansOf(kept(people, { segments: true }))).toEqual({ 局: null });
  });

  it('a mean is for one who reads it only with enough others in it', () => {
    expect(meanForOne(80, 6, true, 5)).toBe(80);
    expect(meanForOne(80, 5, true, 5)).toBeNull();
    expect(meanForOne(80, 5, false, 5)).toBe(80);
  });
});
