import { describe, expect, it } from 'vitest';
import type { ProgrammeReport } from '../../../core/programme/index.ts';
import { type DocumentTree, editionOf, textsOf } from '../../../documents/index.ts';
import { sampleEngagement } from '../../engagement/testing/sample-plan.ts';
import type { Material, ReportedFinding } from '../contract/material.ts';
import { finding, material } from '../testing/material.ts';
import { GLOSSARY_TITLE, reportTree } from './report.ts';

const REPORT: ProgrammeReport = {
  ...{ scope: 'programme', title: '監査報告書', plain: true, publicEdition: '概要版', clause: null },
  because: '公表の定めがある。',
  parts: [
    { title: '総括', content: 'summary' },
    { title: '指摘事項', content: 'findings' },
  ],
  considerations: [],
  viewpoints: [],
};

interface Change {
  readonly report?: Partial<ProgrammeReport>;
  readonly programme?: Partial<Material['programme']>;
}

const paper = (summary: string, found: Partial<ReportedFinding>, change: Change = {}): DocumentTree =>
  reportTree({
    engagement: sampleEngagement,
    report: { ...REPORT, ...change.report },
    content: { title: '監査報告書', parts: [{ title: '総括', text: summary }], viewpoints: [], reason: '' },
    material: material({
      findings: [finding(found)],
      programme: { ...material().programme, ...change.programme },
    }),
    ...{ number: 1, on: '2025-11-01', open: [] },
  });

const publicOf = (tree: DocumentTree) => editionOf(tree, { kind: 'public' });
/** The whole paper as one text. */
const read = (tree: DocumentTree): string =>
  textsOf(tree)
    .map(({ text }) => text)
    .join('\n');

describe('the explanation of terms in the public edition', () => {
  it('leaves out what is explained for passages that the public does not read, and says so', () => {
    const tree = paper('VPNの設定を確かめた。', { fact: '生体認証を用いていない。' });
    expect(read(tree)).toContain('指紋や顔');
    expect(read(tree)).toContain('専用の通り道');
    const { tree: open, removed } = publicOf(tree);
    expect(read(open)).not.toContain('生体認証');
    expect(read(open)).toContain('専用の通り道');
    expect(removed).toContainEqual(
      expect.objectContaining({ kind: '表の行', reason: '公表しない記載だけに現れる用語' }),
    );
  });

  it('is gone where it would explain nothing', () => {
    const tree = paper(
      '総括である。',
      { fact: '生体認証を用いていない。' },
      { programme: { title: '年次の監査', assurance: 'assurance' } },
    );
    expect(read(tree)).toContain(GLOSSARY_TITLE);
    expect(read(publicOf(tree).tree)).not.toContain(GLOSSARY_TITLE);
  });
});

describe('the note on the kind of audit', () => {
  it('stands in the public edition also where the last part ends with a passage that is hidden', () => {
    const tree = paper('総括である。', { grade: '良好な事項' }, { report: { plain: false } });
    expect(read(publicOf(tree).tree)).toContain('全ての業務を対象に対策の状況を請け合うものではありません');
  });
});
