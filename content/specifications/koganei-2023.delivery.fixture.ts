import type { Day } from '../../src/core/calendar/index.ts';
import type { Line } from './facts.fixture.ts';

/** Deliverables that go to the city when their work is done; all others are handed in together in March. */
const EARLY: Readonly<Record<string, Day>> = {
  'overall-plan': '2023-05-22',
  'diagnosis-report': '2024-01-19',
  'headquarters-material': '2023-08-21',
  'external-audit-report': '2024-02-20',
};

const TOGETHER = [
  'diagnosis-summary',
  'web-diagnosis-report',
  'password-report',
  'other-diagnosis',
  'beginner-course',
  'intermediate-course',
  'manager-course',
  'promotion-plan-proposal',
  'other-training',
  'internal-basic-plan',
  'internal-implementation-plan',
  'internal-checklist',
  'auditor-course',
  'internal-report',
  'internal-improvement',
  'internal-followup',
  'internal-overall-report',
  'internal-findings-list',
  'other-internal-audit',
  'my-number-check-sheet',
  'my-number-check-analysis',
  'my-number-basic-plan',
  'my-number-implementation-plan',
  'my-number-checklist',
  'my-number-report',
  'my-number-followup',
  'my-number-overall-report',
  'my-number-findings-list',
  'my-number-use-course',
  'my-number-related-course',
  'other-my-number',
  'revision-proposal',
  'other-document-support',
  'consultation-record',
  'external-audit-plan',
  'external-audit-checklist',
];

const COURSES = [
  'beginner-course',
  'intermediate-course',
  'manager-course',
  'my-number-use-course',
  'my-number-related-course',
];

/** What is handed in, with the check before it, and what is destroyed at the end of a faultless Koganei year. */
export function koganeiDelivery(): Line[] {
  const days: [string, Day][] = [
    ...Object.entries(EARLY),
    ...TOGETHER.map((type): [string, Day] => [type, '2024-03-14']),
  ];
  return [
    ...days.flatMap(([type, day]): Line[] => [
      [day, 'deliverable.reviewed', type, { type, version: 1, reviewer: 'm2' }],
      [day, 'deliverable.submitted', type, { type, version: 1, form: 'electronic', format: 'docx' }],
    ]),
    ...COURSES.map((type): Line => [
      '2024-03-14',
      'deliverable.parts-listed',
      type,
      { type, parts: ['研修資料', '理解度の分析結果'] },
    ]),
    ['2024-03-15', 'eco.recorded', 'ec1', { items: ['再生材を使った媒体'] }],
    [
      '2024-03-22',
      'delivery.made',
      'dl1',
      { form: 'disc', copies: 2, folders: ['PDF', 'Microsoft Office'], incomplete: 0 },
    ],
    ['2024-03-27', 'material.erased', 'mat1', { method: '切断', irrecoverable: true, person: 'm1' }],
  ];
}
