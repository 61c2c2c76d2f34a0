import { describe, expect, it } from 'vitest';
import type { ProgrammeReport } from '../../../core/programme/index.ts';
import { glossary } from '../glossary.ts';
import { finding, material, target } from '../testing/material.ts';
import { draftPart } from './drafting.ts';
import { figuresOf, openPoints } from './figures.ts';
import { stumblesIn, termsIn } from './plain.ts';

const REPORT: ProgrammeReport = {
  ...{ scope: 'programme', title: '報告書', plain: true, publicEdition: null, clause: null, because: '定める。' },
  parts: [{ title: '指摘事項', content: 'findings' }],
  considerations: ['法的根拠', 'その他事務特有の事項'],
  viewpoints: [],
};

describe('what stands between a report and its end', () => {
  it('is nothing when every fact is confirmed and every finding is complete', () => {
    expect(openPoints(material(), REPORT, [])).toEqual([]);
  });

  it('names the finding without a remedy, and the consideration that it lacks', () => {
    const poor = finding({
      recommendation: ' ',
      constraints: { physical: 'なし', organisational: 'なし', affair: '' },
    });
    expect(openPoints(material({ findings: [poor] }), REPORT, [])).toEqual([
      '「市民課」の発見事項「書庫の施錠」に、改善提言、その他事務特有の事項が書かれていません。',
    ]);
  });

  it('asks nothing of a target that was withdrawn, but at least one must be left', () => {
    const gone = target({ withdrawal: { reason: '庁舎の移転', on: '2025-09-10' }, papersConfirmedOn: null });
    expect(openPoints(material({ targets: [gone], findings: [] }), REPORT, [])).toEqual([
      '監査の対象がまだ決まっていません。',
    ]);
  });

  it('asks what is well done for no remedy', () => {
    const praised = finding({ grade: '良好な事項', risk: '', recommendation: '', cost: '', ease: null });
    const { incomplete, withoutRemedy, considerations } = figuresOf(material({ findings: [praised] }), REPORT, {
      ...{ headings: new Set<string>(), glossary: false, plainChecked: false },
    });
    expect({ incomplete, withoutRemedy, considerations: considerations.length }).toEqual({
      ...{ incomplete: 0, withoutRemedy: 0, considerations: 7 },
    });
  });
});

describe('first wordings', () => {
  it('count without naming a department', () => {
    const text = draftPart('summary', material());
    expect(text).toMatch(/発見事項は1件（指摘1件、良好な事項0件）/u);
    expect(text).not.toContain('市民課');
  });

  it('advise on the next year by where the findings were', () => {
    expect(draftPart('next-year', material())).toMatch(/「物理的な対策」を重点/u);
  });
});

describe('plain words', () => {
  const look = (text: string, names: readonly string[] = []) =>
    stumblesIn([{ place: '本文', text }], glossary(), names).map(({ kind, found }) => [kind, found]);

  it('stop at abbreviations and words that nobody explains', () => {
    expect(look('XDRを導入する。')).toEqual([['abbreviation', 'XDR']]);
    expect(look('XDR（端末の動きを見張る仕組み）を導入する。')).toEqual([]);
    expect(look('オブザーバビリティを高める。')).toEqual([['katakana', 'オブザーバビリティ']]);
  });

  it('do not stop at terms of the glossary, compounds of known words, and names', () => {
    expect(look('サーバのアクセスログをCSIRTが見る。')).toEqual([]);
    expect(look('ミドリネットの設定を改める。', ['ミドリネット'])).toEqual([]);
  });

  it('stop at long sentences and at a negation of a negation', () => {
    expect(look(`${'長い文を書く、'.repeat(20)}終わり。`).map(([kind]) => kind)).toEqual(['long']);
    expect(look('検討しないわけではない。').map(([kind]) => kind)).toEqual(['negation']);
  });

  it('find Latin terms only where they stand alone', () => {
    expect(termsIn(['CLOSEDの表示'], glossary()).map(({ term }) => term)).toEqual([]);
    expect(termsIn(['端末のOSを更新する。'], glossary()).map(({ term }) => term)).toContain('OS');
  });
});
