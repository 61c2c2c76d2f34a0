import { describe, expect, it } from 'vitest';
import { RuleSchema } from './rule.ts';
import { ruleSentence } from './rule-sentence.ts';

const NAMES: Readonly<Record<string, string>> = {
  'deliverable.submitted': '成果物の提出',
  'meeting.held': '会議の開催',
  'minutes.submitted': '議事録の提出',
  'plan.approved': '作業計画書の承認',
  'consultation.received': '相談の受付',
  'qualification.registered': '資格の登録',
};
const say = (rule: unknown): string =>
  ruleSentence(rule, {
    event: (kind, where) =>
      typeof where['type'] === 'string' ? `${where['type']}の${NAMES[kind] ?? kind}` : (NAMES[kind] ?? kind),
    field: (path) => (path === 'copies' ? '部数' : path),
  });
const base = { id: 'r', title: '題' };
const plan = { fact: 'deliverable.submitted', where: { type: '計画書' } };

describe('a rule in one sentence', () => {
  it.each([
    [
      { type: 'by', fact: plan, due: { from: 'contractDate', span: { n: 14, unit: 'days' } } },
      '契約締結日の翌日から起算して14日目までに、計画書の成果物の提出が必要です。',
    ],
    [
      { type: 'by', fact: plan, due: { from: 'periodTo', span: { n: -7, unit: 'days', roll: 'previous' } } },
      '委託期間の末日の7日前（閉庁日に当たるときは前開庁日）までに、計画書の成果物の提出が必要です。',
    ],
    [
      { type: 'by', fact: plan, due: '2027-03-31', unless: [{ fact: 'plan.approved' }] },
      '令和9年3月31日までに、計画書の成果物の提出が必要です。ただし、作業計画書の承認があるときは求めません。',
    ],
    [
      {
        type: 'respond',
        trigger: { fact: 'meeting.held' },
        response: { fact: 'minutes.submitted', party: 'contractor' },
        within: { n: 5, unit: 'business-days', first: 'inclusive' },
      },
      '会議の開催があったら、その日を初日に算入して5営業日目までに、受託者による議事録の提出が必要です。',
    ],
    [
      {
        type: 'before',
        trigger: { fact: 'meeting.held' },
        required: plan,
        lead: { n: 2, unit: 'opening-days' },
      },
      '会議の開催の2開庁日前までに、計画書の成果物の提出が必要です。',
    ],
    [
      { type: 'without', trigger: plan, required: [{ fact: 'plan.approved' }] },
      '作業計画書の承認が済むまで、計画書の成果物の提出はできません。',
    ],
    [{ type: 'without', trigger: plan }, '計画書の成果物の提出は、行ってはなりません。'],
    [
      { type: 'recur', fact: { fact: 'meeting.held' }, every: { unit: 'months' } },
      '1か月ごとに、会議の開催が1回以上必要です。',
    ],
    [
      { type: 'count', fact: { fact: 'consultation.received' }, max: 10, every: { unit: 'months' } },
      '1か月ごとに、相談の受付は、10件以内です。',
    ],
    [
      { type: 'participants', fact: { fact: 'meeting.held' }, min: 1, holding: [{ fact: 'qualification.registered' }] },
      '会議の開催には、資格の登録を満たす人が1人以上加わります。',
    ],
    [
      { type: 'holds', all: [{ fact: 'qualification.registered' }], min: 2 },
      '委託期間を通じて、資格の登録が2以上必要です。',
    ],
    [
      { type: 'content', fact: plan, must: { copies: { atLeast: 2 } } },
      '計画書の成果物の提出では、部数が2以上であることが必要です。',
    ],
  ])('%j', (rule, sentence) => {
    const whole = { ...base, ...rule };
    // What is said here is a rule that the evaluation knows.
    expect(RuleSchema.safeParse(whole).success).toBe(true);
    expect(say(whole)).toBe(sentence);
  });

  it('of a rule that is not finished shows what is missing', () => {
    expect(say({ type: 'by' })).toBe('…までに、…が必要です。');
    expect(say({ type: 'by', fact: plan, due: { $reading: 'x' } })).toContain('論点の読み方で決まる日までに');
    expect(say(null)).toBe('規則の形を選んでください。');
  });
});
