import type { Fact } from '../../src/core/obligation/index.ts';
import { fukuokaFacts } from './fukuoka-2025.facts.fixture.ts';
import { describeSpecification } from './specification.fixture.ts';
import { alter, type Change, describeYear, drop, dropKind, is, shift } from './year.fixture.ts';

const period = { contractDate: '2025-04-21', periodFrom: '2025-04-21', periodTo: '2026-03-27' };

describeSpecification('fukuoka-2025', { clauses: 124, anchors: period });

const at =
  (kind: string, subject: string) =>
  (fact: Fact): boolean =>
    fact.kind === kind && fact.subject === subject;
const asItWas: Change = (fact) => fact;
/** Beside the fact that fits, one of another kind on the same day, for another subject. */
const also =
  (fit: (fact: Fact) => boolean, kind: string, subject: string, data: Record<string, unknown> = {}): Change =>
  (fact) =>
    fit(fact) ? [fact, { ...fact, seq: 80_000 + fact.seq, kind, subject, data }] : fact;
const onDay =
  (fit: (fact: Fact) => boolean, day: string): Change =>
  (fact) =>
    fit(fact) ? { ...fact, day } : fact;
describeYear('fukuoka-2025', {
  facts: fukuokaFacts(),
  first: period.periodFrom,
  last: period.periodTo,
  statements: ['11(1)-p1'],
  faults: [
    ['only four systems are audited', ['5(1)-p1'], drop(at('audit-session.held', 's-s5'))],
    [
      'a vulnerability scan is run in an operational audit',
      ['5(1)-p2'],
      also(is('supervisor.named'), 'verification.run', 'vr1'),
    ],
    [
      'the contractor of a system is not looked at',
      ['5(1)-p3'],
      alter(at('audit-session.held', 's-s1'), { checks: [] }),
    ],
    [
      'the session without a qualified person',
      ['5(1)④ア'],
      alter(at('audit-session.held', 's-s3'), { participants: ['m3'] }),
    ],
    [
      'a session that is a talk over the web',
      ['5(1)④', '7-p1'],
      alter(at('audit-session.held', 's-w1'), { onSite: false }),
    ],
    ['a session without a look at the place', ['5(1)④※3'], alter(at('audit-session.held', 's-s2'), { placesSeen: 0 })],
    [
      'a short visit of twenty minutes',
      ['5(1)④イ-p2'],
      alter(at('audit-session.held', 's-w3'), { plannedMinutes: 20 }),
    ],
    ['a list of findings on two pages', ['5(1)⑤-p4'], alter(is('findings-list.made'), { pages: 2 })],
    [
      'the debriefing without a qualified person',
      ['5(1)⑥-p3'],
      alter(at('meeting.held', 'mt4'), { participants: ['m3'] }),
    ],
    [
      'the qualification of the auditor expired',
      ['5(1)⑥-p2', '5(1)⑥-p3', '9(2)-p2'],
      alter(at('qualification.registered', 'q-m1'), { validTo: '2025-10-31' }),
    ],
    ['no experience of policy revision', ['9(3)-p1', '9(3)-p2'], drop(at('experience.registered', 'x-m2'))],
    ['minutes are missing', ['10表 全体-2'], drop(at('minutes.submitted', 'min-mt2'))],
    ['a support record is missing', ['10表(1)-7'], dropKind('improvement.support-recorded')],
    [
      'a service is contracted before the decision',
      ['5(4)③-p2'],
      alter(is('service-case.contracted'), { occurredOn: '2025-10-15' }),
    ],
    ['one on-site day in a month', ['7-p3'], drop(at('work.recorded', 'wk4'))],
    [
      'one of the five revision papers is missing',
      ['10表(4)⑦'],
      drop(at('deliverable.submitted', 'dl-forms-revision')),
    ],
    ['a final version is missing', ['10(1)-p2'], drop(at('deliverable.finalised', 'dl-audit-report'))],
    ['a delivery without the note of the city', ['10(1)-p4'], drop(at('delivery.note-attached', 'dv-(2)'))],
    ['a disc that nobody checked for viruses', ['10(1)-p5'], drop(at('delivery.virus-checked', 'dv-(3)'))],
    ['no certificate of erasure', ['10表 その他'], dropKind('erasure.certified')],
    [
      'a briefing that does not name the requests of the day',
      ['5(1)③'],
      alter(is('briefing.prepared'), { contents: ['目的'] }),
    ],
    [
      'a document in hard words',
      ['7-p5'],
      alter(at('deliverable.quality-checked', 'dl-policy-support'), { plainLanguage: false }),
    ],
    ['a document that was ordered is not handed in', ['11(5)'], dropKind('document.handed-in')],
  ],
  readings: [
    ['systems-minimum', 'four', '5(1)-p1', dropTarget('s5'), 'breached', 'met'],
    ['websites-minimum', 'two', '5(1)-p1', dropTarget('w3'), 'breached', 'met'],
    [
      'system-minutes',
      'full',
      '5(1)④イ-p2',
      alter(at('audit-session.held', 's-s1'), { plannedMinutes: 100 }),
      'met',
      'breached',
    ],
    [
      'website-minutes',
      'full',
      '5(1)④イ-p2',
      alter(at('audit-session.held', 's-w1'), { plannedMinutes: 50 }),
      'met',
      'breached',
    ],
    [
      'committee-qualified',
      'not-needed',
      '5(1)⑥-p2',
      alter(at('meeting.held', 'mt3'), { participants: ['m3'] }),
      'breached',
      'met',
    ],
    ['consultation-answer', 'five-days', '5(4)②', shift(is('consultation.answered'), 1), 'met', 'late'],
    [
      'high-confidentiality',
      'level-two',
      '5(4)③-p1',
      also(is('service-case.opened'), 'service-case.opened', 'v2', { level: '2' }),
      'met',
      'breached',
    ],
    ['on-site-months', 'contract-month', '7-p3', asItWas, 'met', 'breached'],
    ['expert-same-person', 'same', '9(3)-p3', asItWas, 'met', 'breached'],
    [
      'disc-sets',
      'one-set',
      '10(1)-p3',
      drop((fact) => fact.kind === 'delivery.made' && fact.subject !== 'dv-全体'),
      'breached',
      'met',
    ],
    ['plan-first-day', 'inclusive', '10表 全体-1', onDay(is('plan.submitted'), '2025-05-01'), 'met', 'late'],
    ['audit-plan-document', 'in-master-plan', '5(1)①', dropKind('audit-plan.submitted'), 'breached', 'met'],
    ['minutes-first-day', 'inclusive', '10表 全体-2', asItWas, 'met', 'late'],
    [
      'late-february',
      'last-open-day',
      '10表(4)⑦',
      onDay(at('deliverable.submitted', 'dl-forms-revision'), '2026-02-28'),
      'met',
      'late',
    ],
    ['certificate-due', 'week-before-end', '10表 その他', shift(is('erasure.certified'), 5), 'met', 'late'],
  ],
});

/** One target fewer: neither agreed nor visited. */
function dropTarget(target: string): Change {
  return drop((fact) => fact.subject === target || fact.data['target'] === target);
}
