import type { Fact } from '../../src/core/obligation/index.ts';
import { describeSpecification } from './specification.fixture.ts';
import { tokubetsukuFacts } from './tokubetsuku.facts.fixture.ts';
import { alter, type Change, describeYear, drop, dropKind, is, repeat, shift } from './year.fixture.ts';

const period = { contractDate: '2026-04-01', periodFrom: '2026-04-01', periodTo: '2027-03-31' };

describeSpecification('tokubetsuku', { clauses: 137, anchors: period });

const at =
  (kind: string, subject: string) =>
  (fact: Fact): boolean =>
    fact.kind === kind && fact.subject === subject;
const of =
  (subject: string) =>
  (fact: Fact): boolean =>
    fact.subject === subject;
const asItWas: Change = (fact) => fact;
/** Beside the fact that fits, one of another kind on the same day. */
const also =
  (fit: (fact: Fact) => boolean, kind: string, subject: string, data: Record<string, unknown>): Change =>
  (fact) =>
    fit(fact) ? [fact, { ...fact, seq: 80_000 + fact.seq, kind, subject, data }] : fact;
/** The section, or the two sections more, that are audited. */
const oneSectionFewer = drop((fact) => fact.data['target'] === 'i12');
const twoSectionsMore: Change = (fact) =>
  at('audit-session.held', 'is-i1')(fact)
    ? ['i1', 'i13', 'i14'].map((target, n) => ({
        ...fact,
        seq: fact.seq + n / 10,
        subject: `is-${target}`,
        data: { ...fact.data, target },
      }))
    : fact;
const sixVisits = (): Change => repeat(is('city-incident.visited'), 6);
const keptInsteadOfErased: Change = (fact) =>
  fact.kind === 'material.erased' ? { ...fact, kind: 'retention.recorded', data: { reason: '区の指示による' } } : fact;

describeYear('tokubetsuku', {
  facts: tokubetsukuFacts(),
  first: period.periodFrom,
  last: period.periodTo,
  statements: [],
  faults: [
    ['one section fewer is audited', ['1(1)エ-p1'], oneSectionFewer],
    ['a section without attendance', ['1(1)エ'], drop(at('audit-session.attended', 'ia-i3'))],
    [
      'an attendance that looks at one point only',
      ['1(1)エ'],
      alter(at('audit-session.attended', 'ia-i4'), { points: ['監査目的の達成'] }),
    ],
    ['a third auditor course', ['1(1)ウ(イ)'], repeat(at('course.held', 'ch-ia'), 3)],
    [
      'a course that is a lecture only',
      ['1(1)ウ', '1(1)ウ-p1', '1(1)ウ(ア)'],
      alter(at('course.held', 'ch-ia'), { forms: ['座学'], exercises: [] }),
    ],
    ['an auditor report without review', ['1(1)エ・10'], drop(at('auditor-report.reviewed', 'ir-i5'))],
    [
      'an overall report without advice for the next year',
      ['1(1)カ'],
      alter(at('audit-report.drafted', 'iar'), { parts: ['遵守状況', '問題点', '対策案', '総括'] }),
    ],
    ['two segments in the self-check', ['1(2)ア-p2'], alter(is('self-check.designed'), { segments: ['一般職員'] })],
    [
      'a plan with two fields',
      ['1(4)イ'],
      alter(at('audit-plan.submitted', 'ap-system'), { fields: ['評価の日', 'その他監査に必要な事項'] }),
    ],
    ['a plan after the audit began', ['1(4)イ'], shift(at('audit-plan.submitted', 'ap-system'), 100)],
    ['an audit of two and a half hours', ['1(3)ア-p1'], alter(at('audit-session.held', 'as-dep1'), { minutes: 150 })],
    [
      'vendor people without approval',
      ['1(4)カ-p1'],
      alter(at('audit-session.held', 'ss-s1'), { vendorApproved: false }),
    ],
    ['no visit to the data centre', ['1(4)ア-p2'], drop(at('audit-session.held', 'vs1'))],
    ['a verification without approval', ['1(4)キ-p2'], dropKind('verification.approved')],
    [
      'a verification that disturbs the system',
      ['1(4)キ-p2'],
      also(is('verification.run'), 'verification.disturbed', 'vr1', { target: 's1' }),
    ],
    [
      'the third viewpoint is missing for a My Number system',
      ['1(4)ク-p1'],
      alter(at('audit-report.drafted', 'ar-system'), { myNumber: true }),
    ],
    ['a course with three times the same material', ['1(5)ア-p1'], alter(of('cm-pi'), { variantsAlike: 2 })],
    ['a course without a text edition', ['1(5)-p2'], alter(of('cm-mn'), { textEdition: false })],
    ['a scenario without residents', ['1(6)-p2'], alter(is('drill.scenario-drafted'), { effects: ['職員同士の伝達'] })],
    ['no plan of the drill day', ['1(6)ア(ア)'], drop(is('drill.plan-issued', { scope: '訓練当日' }))],
    ['a report of the drill that never came', ['1(6)イ(オ)'], dropKind('drill.reported')],
    ['nobody came after the incident', ['1(7)ア', '1(7)イ'], dropKind('city-incident.visited')],
    ['six visits, five without a report', ['1(7)ア-p1', '1(7)イ'], sixVisits()],
    ['a difference is not decided', ['1(9)ア(イ)', '1(9)ア(ウ)'], dropKind('difference.decided')],
    ['a month without a regular meeting', ['1(10)イ'], drop(at('meeting.held', 'mo5'))],
    ['minutes are missing', ['1(10)イ-p2'], drop((fact) => fact.subject === 'mo4' && fact.kind.startsWith('minutes.'))],
    ['no bound copy', ['3'], drop(at('delivery.made', 'dv1'))],
    [
      'the redline is missing',
      ['3(8)イ'],
      alter(at('deliverable.parts-listed', 'dl-policy-revision-draft'), { parts: ['改訂案'] }),
    ],
    ['a subcontractor without consent', ['4(1)'], also(is('annex.registered'), 'subcontract.started', 'su1', {})],
    [
      'the main person is replaced without a word',
      ['4(3)'],
      also(is('annex.registered'), 'member.left', 'm1', { member: 'm1', replacedBy: 'm2' }),
    ],
    ['files that can be restored', ['4(4)-p1'], alter(is('material.erased'), { irrecoverable: false })],
  ],
  readings: [
    ['auditor-course-minutes', 'full', '1(1)ウ(ウ)', asItWas, 'met', 'breached'],
    ['internal-minimum', 'eleven', '1(1)エ-p1', oneSectionFewer, 'breached', 'met'],
    ['internal-maximum', 'fifteen', '1(1)エ-p1', twoSectionsMore, 'breached', 'met'],
    ['report-reviewer', 'city', '1(1)エ・10', asItWas, 'met', 'breached'],
    ['findings-as-document', 'separate', '1(1)カ-p1', asItWas, 'met', 'breached'],
    ['vendor-check-decider', 'contractor', '1(4)ア-p2', asItWas, 'met', 'breached'],
    [
      'verification-in-report',
      'apart',
      '1(4)ク',
      alter(at('audit-report.drafted', 'ar-system'), { parts: ['事前調査の結果', '監査の結果'] }),
      'breached',
      'met',
    ],
    ['course-minutes', 'sixty', '1(5)-p1', asItWas, 'met', 'breached'],
    [
      'drill-sections',
      'twenty',
      '1(6)-p1',
      alter(is('drill.targets-designated'), { departments: Array.from({ length: 21 }, (_, n) => `d${n + 1}`) }),
      'breached',
      'met',
    ],
    ['visit-days', 'next-day', '1(7)ア', asItWas, 'met', 'late'],
    ['visits-limit', 'forecast', '1(7)ア-p1', sixVisits(), 'breached', 'met'],
    ['incident-report-days', 'five-days', '1(7)イ', shift(is('city-incident.report-submitted'), 1), 'met', 'late'],
    ['service-checklist-author', 'drafted', '1(8)ア', asItWas, 'met', 'breached'],
    ['publicity-form', 'video', '1(9)ウ', asItWas, 'met', 'breached'],
    [
      'minutes-days',
      'seven-days',
      '1(10)イ-p2',
      shift((fact) => fact.subject === 'mo3' && fact.kind !== 'meeting.held', 10),
      'met',
      'late',
    ],
    ['minutes-approval', 'submitted', '1(10)イ-p2', drop(at('minutes.approved', 'mo3')), 'breached', 'met'],
    ['consultation-days', 'five-days', '1(10)ウ', asItWas, 'met', 'late'],
    ['next-period', 'medium-term', '1(10)エ', asItWas, 'met', 'breached'],
    ['final-due', 'week-before-end', '3', shift(at('delivery.made', 'dv1'), 2), 'met', 'late'],
    ['section-reports', 'with-sections', '3(1)エ', asItWas, 'met', 'breached'],
    ['substitutes', 'everyone', '4(1)-p1', asItWas, 'met', 'breached'],
    ['return-days', 'same-day', '4(4)', shift(is('material.returned'), 6), 'met', 'late'],
    ['kept-documents', 'all-documents', '4(4)-p1', keptInsteadOfErased, 'met', 'breached'],
  ],
});
