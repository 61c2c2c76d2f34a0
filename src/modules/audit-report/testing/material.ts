/** What a small report is made from. */
import type { Material, ReportedFinding } from '../contract/material.ts';

export const finding = (change: Partial<ReportedFinding> = {}): ReportedFinding => ({
  ...{ id: 'f1', targetId: 't1', number: 1, area: '物理的な対策', grade: '指摘', title: '書庫の施錠' },
  ...{ fact: '施錠されていない。', cause: '手順がない。', basis: ['対策基準　第20条'], risk: '持ち出される。' },
  ...{ recommendation: '施錠する。', alternatives: [], importance: 'high', ease: 'easy', cost: 'かからない。' },
  constraints: { physical: 'なし', organisational: 'なし', affair: 'なし' },
  ...{ view: '', confirmed: true, times: 0 },
  ...change,
});

export const target = (change: Partial<Material['targets'][number]> = {}): Material['targets'][number] => ({
  ...{ id: 't1', auditId: 'a1', kind: 'department', name: '市民課', departmentIds: [], departments: ['市民課'] },
  ...{ affair: '', system: '', vendor: '', route: '', systems: [], myNumber: false },
  ...{ heldOn: ['2025-09-01'], minutes: 60, places: [], methods: [], interviewees: [] },
  ...{ withdrawal: null, papersConfirmedOn: '2025-10-01', openRemarks: 0 },
  items: [{ number: 1, section: '物理的な対策', title: '書庫', judgement: 'inadequate', fact: '' }],
  ...change,
});

export const material = (change: Partial<Material> = {}): Material => ({
  levels: [
    { label: '指摘', rank: 1, meaning: '基準に反する。', needsRemedy: true },
    { label: '良好な事項', rank: 2, meaning: '優れた取組である。', needsRemedy: false },
  ],
  programme: {
    ...{ title: '内部監査', recordType: 'internal', conductedBy: 'contractor', assurance: 'advice' },
    ...{ purpose: '確かめる。', scope: '全所属', techniques: [] },
  },
  targets: [target()],
  findings: [finding()],
  ...{ issues: [], survey: null, verifications: [] },
  ...change,
});
