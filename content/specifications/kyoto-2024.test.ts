import { kyotoFacts } from './kyoto-2024.facts.fixture.ts';
import { describeSpecification } from './specification.fixture.ts';
import { alter, both, describeYear, drop, dropKind, is, repeat, shift } from './year.fixture.ts';

describeSpecification('kyoto-2024', {
  clauses: 107,
  anchors: { contractDate: '2024-04-05', periodFrom: '2024-04-05', periodTo: '2025-03-31' },
});

const consultation = (fact: { subject: string }): boolean => fact.subject === 'c1';
const regularHeld = is('meeting.held', { type: 'regular' });

describeYear('kyoto-2024', {
  facts: kyotoFacts(),
  first: '2024-04-05',
  last: '2025-03-31',
  statements: [],
  faults: [
    ['an eleventh consultation in a month', ['4(1)ア(ア)-p2'], repeat(consultation, 11)],
    ['a consultation without an answer', ['4(1)ア(ア)-p1', '4(1)ア(ア)-p2'], dropKind('consultation.answered')],
    [
      'an answer that does not look at the city standard',
      ['4(1)ア(ア)-p1'],
      alter(is('consultation.answered'), { considerations: ['最近の技術動向'] }),
    ],
    [
      'a revision without its text',
      ['4(1)ア(イ)-p2'],
      alter(is('revision.proposed'), { fields: ['改定対象の規定名', '改定対象の項目'] }),
    ],
    [
      'an older edition of the guideline',
      ['4(1)イ(ウ)-p1'],
      alter(is('standard.received', { code: 'mic-policy-guideline' }), { edition: '令和4年3月版' }),
    ],
    ['a third system', ['4(1)イ(イ)'], alter(is('audit-target.agreed', { affair: 'a1' }), { system: 's0' })],
    ['audit items without provisions', ['4(1)イ(エ)a-p3'], alter(is('checklist.drafted'), { withoutBasis: 2 })],
    [
      'an investigation by one person',
      ['4(1)イ(エ)c-p2'],
      alter(is('audit-session.held', { target: 't2' }), { participants: ['m1'] }),
    ],
    ['further documents without notice', ['4(1)イ(エ)c-p3'], dropKind('additional-document.notified')],
    [
      'working papers that the departments never confirmed',
      ['4(1)イ(エ)e-p2', '4(1)イ(エ)f'],
      dropKind('working-paper.confirmed'),
    ],
    [
      'a report without the good points',
      ['4(1)イ(エ)f(a)-p1'],
      alter(is('audit-report.drafted', { type: 'my-number' }), {
        categories: ['改善すべき事項', '改善が望まれる事項'],
      }),
    ],
    [
      'improvements without a remedy',
      ['4(1)イ(エ)f(a)-p2', '4(1)イ(エ)g-p2'],
      alter(is('audit-report.drafted', { type: 'my-number' }), { incomplete: 1 }),
    ],
    ['one debriefing for two affairs', ['4(1)イ(エ)g-p1'], drop(is('meeting.held', { document: 'ar-t2' }))],
    ['a site left out', ['4(1)ウ-p1', '4(1)ウ-p2'], drop(is('audit-session.held', { target: 'v4' }))],
    ['no look at the ISMAP list', ['4(1)エ-p2'], alter(is('service-assessment.completed'), { ismapChecked: false })],
    [
      'a viewpoint left out of a review',
      ['4(2)ア(ア)-p6', '4(2)ア(ア)g'],
      drop((fact) => fact.subject === 'rb' && is('review-viewpoint.judged', { viewpoint: 'g' })(fact)),
    ],
    [
      'remarks of the year before not looked at',
      ['4(2)ア(ア)h'],
      alter(is('review-viewpoint.judged', { viewpoint: 'h' }), { remarksOpen: 1 }),
    ],
    ['missing requirements without wording', ['4(2)ア(ア)-p4'], alter(is('review-case.completed'), { unworded: 1 })],
    ['thirty-one reviews', ['4(2)ア(イ)'], repeat((fact) => fact.subject === 'rb', 21)],
    [
      'a small case without importance',
      ['4(2)ア(イ)c'],
      alter(is('review-case.accepted', { category: 'c' }), { amount: 29_999 }),
    ],
    [
      'papers never sent',
      ['5(2)イ(イ)-p1', '5(2)イ(イ)-p2'],
      drop(is('meeting.materials-sent', { type: 'regular', meeting: 'rg3' })),
    ],
    ['a regular meeting without information', ['5(2)イ(ウ)'], drop(is('information.provided', { meeting: 'rg5' }))],
    ['regular meetings without minutes', ['5(2)イ(ア)'], drop(is('minutes.submitted', { meeting: 'rg5' }))],
    [
      'a kickoff on the net that nobody agreed to',
      ['5(2)エ-p1', '5(2)エ-p2'],
      alter(is('meeting.held', { type: 'kickoff' }), { mode: 'オンライン' }),
    ],
    ['a manager with nine years', ['6(4)-p1'], alter(is('career.declared', { member: 'm1' }), { years: 9 })],
    ['an expired PMP', ['6(4)-p3'], alter(is('qualification.registered', { code: 'pmp' }), { validTo: '2024-12-31' })],
    ['no network specialist', ['6(4)-p4', '6(4)-p7'], drop(is('qualification.registered', { member: 'm2' }))],
    ['no adviser', ['6(4)-p5'], drop(is('role.appointed', { role: 'アドバイザー' }))],
    [
      'a report on paper',
      ['7※-p1'],
      alter(is('deliverable.submitted', { type: 'business-report' }), { form: 'paper' }),
    ],
    [
      'a report as PDF without asking',
      ['7※-p2', '7※-p3'],
      alter(is('deliverable.submitted', { type: 'business-report' }), { format: 'pdf' }),
    ],
    ['nobody signed', ['8(1)-p1'], drop(is('confidentiality.signed', { member: 'm2' }))],
  ],
  readings: [
    ['carry-over', 'within-year', '4(1)ア(ア)-p2', repeat(consultation, 11), 'breached', 'met'],
    ['answer-due', 'five-days', '4(1)ア(ア)-p2', shift(is('consultation.answered'), 3), 'met', 'late'],
    [
      'item-lower-bound',
      'from-thirty',
      '4(1)イ(エ)a-p2',
      alter(is('checklist.drafted'), { items: 27 }),
      'met',
      'breached',
    ],
    [
      'briefing-count',
      'one-per-affair',
      '4(1)イ(エ)b-p2',
      repeat(is('meeting.held', { type: 'my-number-briefing' }), 2),
      'breached',
      'met',
    ],
    [
      'survey-month',
      'within-september',
      '5(1)表(1)-2',
      shift(is('audit-session.held', { target: 't1' }), 25),
      'met',
      'late',
    ],
    ['vendor-sites', 'three', '4(1)ウ-p2', drop(is('audit-session.held', { target: 'v4' })), 'breached', 'met'],
    ['case-unit', 'per-project', '4(2)ア(イ)', repeat((fact) => fact.subject === 'rb', 21), 'breached', 'met'],
    ['lecture-times', 'twice', '4(2)イ-p1', alter(is('course.held'), { minutes: 25 }), 'met', 'breached'],
    ['lecture-length', 'up-to-sixty', '4(2)イ-p3', alter(is('course.held'), { minutes: 60 }), 'breached', 'met'],
    [
      'regular-window',
      'six-weeks',
      '5(2)イ(ア)',
      both(
        shift((fact) => regularHeld(fact) && fact.subject === 'rg1', 14),
        shift(is('minutes.submitted', { meeting: 'rg1' }), 14),
      ),
      'breached',
      'met',
    ],
    ['minutes-due', 'ten-days', '5(2)イ(ア)', shift(is('minutes.submitted', { meeting: 'rg4' }), 7), 'late', 'met'],
    [
      'papers-unit',
      'calendar-days',
      '5(2)イ(イ)-p2',
      shift(is('meeting.materials-sent', { type: 'regular', meeting: 'rg0' }), 4),
      'late',
      'met',
    ],
    ['touchpoint-types', 'separate', '6(3)-p1', drop((fact) => fact.subject === 'bw1'), 'met', 'breached'],
    [
      'manager-years',
      'approximate',
      '6(4)-p1',
      alter(is('career.declared', { member: 'm1' }), { years: 9 }),
      'breached',
      'met',
    ],
    ['promptly-return', 'three-days', '11-p3', shift(is('material.returned'), 10), 'met', 'late'],
    ['disposal-proof', 'certificate', '11-p3', shift(is('material.returned'), -1), 'met', 'breached'],
  ],
});
