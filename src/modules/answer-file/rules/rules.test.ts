import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { asset, selfCheckForm, surveyForm, surveySheet } from '../../../core/assessment/testing/sheets.ts';
import { questionnaireItems, type TableItem } from '../../../core/content-schema/index.ts';
import { sheetArbitrary } from '../testing/answering.ts';
import { everyForm } from '../../../core/assessment/testing/forms.ts';
import { checkValue, orderedJson } from './answer-json.ts';
import { askedWhen } from './condition-words.ts';
import { answersOf, boxesOf, typingOf } from './entry.ts';
import type { Holder } from './holder.ts';
import { readTyped } from './read-typed.ts';
import { differencesOf, tidySheet } from './sheet.ts';
import { placeOf, sheetNumber } from './sheet-number.ts';
import { judge, type JudgedFile } from './verdict.ts';

const items = questionnaireItems(surveyForm);
const item = (id: string): Holder => {
  const found = items.find((one) => one.id === id);
  if (found === undefined || found.type === 'table' || found.type === 'matrix' || found.type === 'file')
    throw new Error(id);
  return found;
};
const column = (id: string): Holder => {
  const table = items.find((one): one is TableItem => one.id === 'asset-table');
  const found = table?.columns.find((one) => one.id === id);
  if (found === undefined) throw new Error(id);
  return found;
};
const value = (holder: Holder, typed: string): unknown => {
  const read = readTyped(holder, typed, '欄');
  return 'value' in read ? read.value : 'refused';
};

describe('what was typed', () => {
  it('means a choice by its number, its words or a tick, in any width', () => {
    const visitors = item('visitor-traffic');
    expect(['2', '２', '②', '10人くらいまで', ' １０人くらいまで '].map((typed) => value(visitors, typed))).toEqual(
      Array.from({ length: 5 }, () => 'few'),
    );
    expect(['5', '0', 'たくさん', '2、3'].map((typed) => value(visitors, typed))).toEqual(
      Array.from({ length: 4 }, () => 'refused'),
    );
    const taking = column('taking-out');
    expect(['はい', '1', '○', '有', 'いいえ', '2', '×'].map((typed) => value(taking, typed))).toEqual([
      true,
      true,
      true,
      true,
      false,
      false,
      false,
    ]);
  });

  it('means several choices, also where a label holds a comma or digits stand in a row', () => {
    const medium = column('medium');
    const [first, , third] = medium.type === 'multiple' ? medium.options : [];
    for (const typed of ['13', '1、3', '3,1', '１　、３', `${third?.label}、${first?.label}`, `${first?.label}\n3`]) {
      expect(value(medium, typed)).toEqual([first?.value, third?.value]);
    }
    expect(value(medium, '1、9')).toBe('refused');
    const commas: Holder = {
      ...(medium as Extract<Holder, { type: 'multiple' }>),
      options: [
        { value: 'a', label: '書類、綴り' },
        { value: 'b', label: '書類' },
        { value: 'c', label: '綴り' },
      ],
    };
    expect(value(commas, '書類、綴り')).toEqual(['a']);
    expect(value(commas, '綴り、書類')).toEqual(['b', 'c']);
  });

  it('means numbers and days as offices write them', () => {
    expect(['１２', '12台', '１，０００', '12.5', '十二'].map((typed) => value(item('server-count'), typed))).toEqual([
      12,
      12,
      1000,
      'refused',
      'refused',
    ]);
    const day: Holder = { ...column('asset-name'), type: 'date' } as never;
    expect(
      ['令和8年4月1日', 'R8.4.1', 'Ｒ８／４／１', '2026-04-01', '20260401', '4月1日'].map((typed) => value(day, typed)),
    ).toEqual([...Array.from({ length: 5 }, () => '2026-04-01'), 'refused']);
  });

  it('gives the answers back that it was made from', () => {
    for (const form of [selfCheckForm, surveyForm, everyForm]) {
      fc.assert(
        fc.property(sheetArbitrary(form), (sheet) => {
          const typing = typingOf(form, sheet);
          expect(tidySheet(form, answersOf(form, typing))).toEqual(tidySheet(form, sheet));
          const boxes = boxesOf(form, typing);
          expect(new Set(boxes.map(({ name }) => name)).size).toBe(boxes.length);
        }),
        { numRuns: 40 },
      );
    }
  });
});

describe('a sheet', () => {
  it('is tidied once and for all', () => {
    fc.assert(
      fc.property(sheetArbitrary(surveyForm), (sheet) => {
        const once = tidySheet(surveyForm, sheet);
        expect(tidySheet(surveyForm, once)).toEqual(once);
        expect(differencesOf(surveyForm, once, once)).toEqual([]);
      }),
      { numRuns: 40 },
    );
    const hidden = surveySheet({ 'server-count': { value: 3 } });
    expect(Object.keys(tidySheet(surveyForm, hidden))).not.toContain('server-count');
    const rows = surveySheet({ 'asset-table': { value: [asset, {}, { 'asset-name': '' }] } });
    expect(tidySheet(surveyForm, rows)['asset-table']).toEqual({ value: [asset] });
  });

  it('says on paper when an item is asked', () => {
    const when = (id: string): string => {
      const found = items.find((one) => one.id === id);
      return found === undefined ? '' : askedWhen(surveyForm, found);
    };
    expect(when('visitor-traffic')).toBe('');
    expect(when('survey-note')).toBe('（任意）');
    expect(when('external-service-count')).toBe('（問5の回答が「ある」のとき）');
  });
});

describe('the number of a sheet', () => {
  it('shows every wrong digit', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 9999 }), fc.nat(4), fc.integer({ min: 1, max: 9 }), (place, at, shift) => {
        const number = sheetNumber(place);
        expect([placeOf(number), placeOf(number.replace('-', ''))]).toEqual([place, place]);
        const digits = [...number.replace('-', '')];
        digits[at] = String((Number(digits[at]) + shift) % 10);
        expect(placeOf(digits.join(''))).toBeNull();
      }),
    );
    expect(['', '12', 'abcde', '１２３４５６７８'].map(placeOf)).toEqual([null, null, null, null]);
  });
});

describe('check values', () => {
  it('are those of CRC-32, over text that is the same for equal values', () => {
    expect(checkValue('123456789')).toBe('cbf43926');
    expect(orderedJson({ b: [1, { d: 'あ', c: null }], a: undefined })).toBe('{"b":[1,{"c":null,"d":"あ"}]}');
  });
});

describe('a verdict', () => {
  const file: JudgedFile = {
    number: 1,
    respondentId: 'd',
    channel: 'html',
    answersHash: 'a',
    baseRevision: 0,
    savedAt: '2026-07-01T00:00:00.000Z',
    serial: 1,
    problems: 0,
    acceptedRevision: null,
  };
  const rival: JudgedFile = { ...file, number: 2, answersHash: 'b' };
  const empty = { revision: 0, answersHash: null };

  it('follows what is stored', () => {
    expect(judge(file, [file], empty)).toBe('new');
    expect(judge({ ...file, baseRevision: 2 }, [], { revision: 2, answersHash: 'x' })).toBe('changed');
    expect(judge(file, [], { revision: 1, answersHash: 'a' })).toBe('same');
    expect(judge(file, [], { revision: 1, answersHash: 'x' })).toBe('overtaken');
    expect(judge({ ...file, problems: 1 }, [], empty)).toBe('refused');
    expect(judge(file, [], null)).toBe('refused');
    expect(judge({ ...file, acceptedRevision: 1 }, [], empty)).toBe('accepted');
  });

  it('tells the newer of two only when clock and count do not contradict each other', () => {
    const later = { ...rival, savedAt: '2026-07-02T00:00:00.000Z' };
    const pair = (other: JudgedFile) => [judge(file, [file, other], empty), judge(other, [file, other], empty)];
    expect(pair({ ...later, serial: 2 })).toEqual(['older', 'new']);
    expect(pair({ ...later, serial: 1 })).toEqual(['older', 'new']);
    expect(pair({ ...later, serial: 0 })).toEqual(['competing', 'competing']);
    expect(pair({ ...rival, serial: 2 })).toEqual(['older', 'new']);
    expect(pair({ ...rival, channel: 'excel', savedAt: null, serial: null })).toEqual(['competing', 'competing']);
    expect(pair({ ...rival, answersHash: 'a' })).toEqual(['new', 'repeated']);
    expect(pair({ ...rival, problems: 1 })).toEqual(['new', 'refused']);
    expect(pair({ ...rival, respondentId: 'e' })).toEqual(['new', 'new']);
  });
});
