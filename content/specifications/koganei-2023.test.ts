import { koganeiFacts } from './koganei-2023.facts.fixture.ts';
import { describeSpecification } from './specification.fixture.ts';
import { alter, both, describeYear, drop, dropKind, is, repeat, shift } from './year.fixture.ts';

describeSpecification('koganei-2023', {
  clauses: 193,
  anchors: { contractDate: '2023-04-03', periodFrom: '2023-04-04', periodTo: '2024-03-31' },
});

type Named = { readonly subject: string };
const named =
  (subject: string) =>
  (fact: Named): boolean =>
    fact.subject === subject;
const delivered = (type: string) => is('deliverable.submitted', { type });
const basicPlan = is('audit-plan.drafted', { type: 'internal', stage: 'basic' });
const external = is('audit-report.drafted', { type: 'external' });
const fewer = (course: string, participants: number) => alter(is('course.closed', { course }), { participants });

describeYear('koganei-2023', {
  facts: koganeiFacts(),
  first: '2023-04-03',
  last: '2024-03-31',
  statements: ['9(1)', '9(2)'],
  faults: [
    ['a fifth target from the internet', ['4(1)①ア'], repeat(named('ex1'), 2)],
    ['a test of two days without a reason', ['4(1)①ア', '4(1)②エ-p1'], alter(is('diagnosis.held'), { days: 2 })],
    ['nobody of the network operator there', ['4(1)①ア-p1'], alter(is('diagnosis.held'), { operatorPresent: false })],
    ['a method that the city never accepted', ['4(1)①ア-p2'], dropKind('diagnosis-method.accepted')],
    ['logs taken out without consent', ['4(1)①ア-p3', '4(1)①イ-p2'], dropKind('carry-out.decided')],
    ['a level without advice', ['4(1)①ア-p4'], alter(is('diagnosis.rated'), { withoutAdvice: 1 })],
    [
      'ports without a service',
      ['4(1)①イ・7'],
      alter(is('diagnosis.checked', { kind: 'configuration' }), { withoutService: 3 }),
    ],
    [
      'the contractor extracts the passwords',
      ['4(1)①エ-p2'],
      (fact) =>
        fact.kind === 'password-file.extracted' ? { ...fact, actor: { ...fact.actor, party: 'contractor' } } : fact,
    ],
    [
      'a table without the rows of seven and ten days',
      ['4(1)②イ・4'],
      alter(is('password-analysis.completed'), { checkpoints: [10, 30, 60, 180, 360, 720, 1440, 4320] }),
    ],
    ['a report without the environment', ['4(1)②イ-p4'], alter(is('password-report.drafted'), { environment: ['OS'] })],
    ['a plan that was never put together', ['4(1)②ア'], dropKind('plan.drafted')],
    ['work before the plan is agreed', ['4(1)②ア'], shift(is('plan.approved'), 150)],
    [
      'scanner output without analysis',
      ['4(1)②イ-p3'],
      alter(is('diagnosis-report.drafted', { edition: 'full' }), { withoutAnalysis: 2 }),
    ],
    ['no executive edition', ['4(1)②イ-p5'], drop(is('diagnosis-report.drafted', { edition: 'executive' }))],
    ['an urgent weakness that nobody reported', ['4(1)②ウ-p1'], dropKind('finding.urgent-reported')],
    ['no check of the load', ['4(1)②エ-p2'], dropKind('diagnosis.pre-checked')],
    ['three sessions instead of four', ['4(2)②・2'], drop(named('ch1-3'))],
    ['a course before its survey', ['4(2)②-p3'], shift(is('course.surveyed', { course: '初級研修' }), 20)],
    ['a course without analysis', ['4(2)②-p4'], drop(is('course.analysed', { course: '中級研修' }))],
    ['a cycle that leaves departments out', ['4(3)'], alter(basicPlan, { outsideCycle: 2 })],
    ['a third of the departments', ['4(3)①ア'], alter(basicPlan, { share: 0.33 })],
    ['a plan that the department did not confirm', ['4(3)②-p1'], drop(is('audit-plan.confirmed', { target: 'd2' }))],
    ['no meeting about the checklist', ['4(3)③・2'], drop(is('meeting.held', { type: 'internal-checklist-review' }))],
    [
      'a course without practice',
      ['4(3)④ア'],
      alter(is('course.held', { course: '内部監査人養成研修' }), { forms: ['座学'] }),
    ],
    ['one audit without the contractor', ['4(3)⑤'], drop(is('audit-session.attended', { target: 'd2' }))],
    [
      'eight points looked at',
      ['4(3)⑤'],
      alter(is('audit-session.attended', { target: 'd1' }), { points: Array.from('12345678') }),
    ],
    ['a report that nobody reviewed', ['4(3)⑥'], drop(is('auditor-report.reviewed', { target: 'd1' }))],
    ['an improvement not followed up', ['4(3)⑦'], drop(is('followup.confirmed', { target: 'd1' }))],
    ['an affair without an answer', ['4(4)①・1'], alter(is('self-check.analysed'), { coverage: 0.9 })],
    ['nineteen items', ['4(4)①ア'], alter(is('campaign.opened'), { items: 19 })],
    [
      'a my-number audit by the city itself',
      ['4(4)②'],
      (fact) =>
        is('audit-session.held', { target: 'n1' })(fact) ? { ...fact, actor: { ...fact.actor, party: 'city' } } : fact,
    ],
    [
      'no law behind the items',
      ['4(4)②ウ・2'],
      alter(is('checklist.drafted', { type: 'my-number' }), { basis: ['city-policy'] }),
    ],
    [
      'no advice for next year',
      ['4(4)②キ'],
      alter(is('audit-report.drafted', { type: 'my-number', target: 'overall' }), { parts: ['総括'] }),
    ],
    ['a common issue without a template', ['4(4)②キ-p2'], dropKind('template.provided')],
    [
      'national items not taught',
      ['4(4)③ア'],
      alter(is('course-material.prepared', { course: 'マイナンバー研修（関係事務）' }), { missing: 1 }),
    ],
    ['a register that nobody looked at', ['4(5)-p2', '4(5)・8'], drop(is('revision.unneeded'))],
    [
      'thirty-five items',
      ['4(7)③', '4(7)③イ'],
      alter(is('checklist.drafted', { type: 'external' }), { items: 35, addedItems: 12 }),
    ],
    [
      'an older edition of the guideline',
      ['4(7)③ア', '4(7)③イ'],
      alter(is('standard.received'), { edition: '令和2年12月版' }),
    ],
    ['a report before the facts are settled', ['4(7)④-p1'], dropKind('audit-report.settled')],
    ['an item without a result', ['4(7)④ア'], alter(external, { judged: 35 })],
    ['findings without a remedy', ['4(7)④ウ'], alter(external, { withoutRemedy: 1 })],
    ['one disc', ['5(1)'], alter(is('delivery.made'), { copies: 1 })],
    [
      'a course without its analysis handed in',
      ['5(2)②・1'],
      alter(is('deliverable.parts-listed', { type: 'beginner-course' }), { parts: ['研修資料'] }),
    ],
    ['a document not delivered', ['5(2)③・6'], drop(delivered('internal-improvement'))],
    ['a meeting without minutes', ['5(2)⑥・1'], drop(is('minutes.submitted', { meeting: 'rg3' }))],
    ['no check of quality', ['6-p2'], drop(is('deliverable.reviewed', { type: 'overall-plan' }))],
    ['no counted experience', ['6(1)'], alter(is('experience.registered'), { counted: false })],
    ['an expired qualification', ['6(2)'], alter(is('qualification.registered'), { validTo: '2023-12-31' })],
    [
      'a certificate that lapsed',
      ['6(3)'],
      alter(is('firm-credential.registered', { type: 'iso9001' }), { validTo: '2023-12-31' }),
    ],
    ['one association only', ['6(5)'], drop(is('firm-credential.registered', { type: 'csirt-association' }))],
    ['an oath missing', ['8-p2'], alter(is('oath.submitted'), { members: ['m1'] })],
    ['documents that could be put together again', ['9(3)'], alter(is('material.erased'), { irrecoverable: false })],
    ['nobody responsible for a stage', ['9(4)'], alter(is('work.recorded'), { responsible: null })],
  ],
  readings: [
    [
      'configuration-targets',
      'as-agreed',
      '4(1)①イ',
      alter(is('diagnosis.checked', { kind: 'configuration' }), { targets: 5 }),
      'breached',
      'met',
    ],
    [
      'web-pages',
      'from-ten',
      '4(1)①ウ・1',
      alter(is('diagnosis.checked', { kind: 'web' }), { pages: 9 }),
      'met',
      'breached',
    ],
    [
      'account-number',
      'from-one-thousand',
      '4(1)①エ',
      alter(is('password-analysis.completed'), { accounts: 950 }),
      'met',
      'breached',
    ],
    ['password-report-form', 'part', '4(1)②イ-p4', drop(delivered('password-report')), 'breached', 'met'],
    ['urgent-vulnerability', 'same-day', '4(1)②ウ-p1', shift(is('password-file.erased'), 1), 'met', 'late'],
    ['beginner-attendance', 'full', '4(2)②・1', fewer('初級研修', 360), 'met', 'breached'],
    ['intermediate-attendance', 'full', '4(2)②・2', fewer('中級研修', 110), 'met', 'breached'],
    ['manager-attendance', 'full', '4(2)②・3', fewer('運用管理者向け研修', 75), 'met', 'breached'],
    ['my-number-use-attendance', 'full', '4(4)③イ・1', fewer('マイナンバー研修（利用事務）', 40), 'met', 'breached'],
    [
      'my-number-related-attendance',
      'full',
      '4(4)③イ・2',
      fewer('マイナンバー研修（関係事務）', 28),
      'met',
      'breached',
    ],
    ['executive-form', 'session', '4(2)②・4', shift(delivered('headquarters-material'), 1), 'met', 'breached'],
    ['half-rounding', 'round-down', '4(3)①ア', alter(basicPlan, { share: 0.49 }), 'breached', 'met'],
    ['my-number-sections', 'three', '4(4)②ア・1', drop(named('n4')), 'breached', 'met'],
    ['regular-window', 'six-weeks', '4(6)①', shift(named('rg2'), 15), 'breached', 'met'],
    ['consultation-answer', 'three-days', '4(6)②-p1', shift(is('consultation.answered'), 1), 'met', 'late'],
    [
      'urgent-finding',
      'three-days',
      '4(7)⑤-p1',
      both(alter(named('uf1'), { source: 'external-audit' }), shift(is('finding.urgent-reported'), 2)),
      'late',
      'met',
    ],
    ['delivery-due', 'last-open-day', '5(1)', shift(is('delivery.made'), 8), 'met', 'late'],
    ['minutes-due', 'ten-days', '5(2)⑥・1', shift(is('minutes.submitted', { meeting: 'rg4' }), 8), 'late', 'met'],
    [
      'minutes-approval',
      'approval',
      '5(2)⑥・1',
      shift(is('minutes.submitted', { meeting: 'rg4' }), 1),
      'met',
      'breached',
    ],
    ['overall-plan-due', 'with-delivery', '5(2)⑥・2', shift(named('overall-plan'), 30), 'late', 'met'],
    [
      'all-certificates',
      'any',
      '6(3)',
      drop(is('firm-credential.registered', { type: 'privacy-mark' })),
      'breached',
      'met',
    ],
    ['oath-unit', 'per-firm', '8-p2', alter(is('oath.submitted'), { signer: 'firm', members: [] }), 'breached', 'met'],
    ['after-completion', 'ten-days', '9(3)', shift(is('material.erased'), 14), 'late', 'met'],
    ['disposal-proof', 'certificate', '9(3)', shift(is('material.erased'), -1), 'met', 'breached'],
    ['periodic-talks', 'separate', '9(5)', shift(named('rg0'), 1), 'met', 'breached'],
  ],
});
