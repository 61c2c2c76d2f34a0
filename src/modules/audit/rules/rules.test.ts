import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { orderBasis, precedenceNote } from './basis.ts';
import { contradiction, judgementGaps, suggestGrade } from './check-rules.ts';
import { openReason } from './contract-rules.ts';
import { emptyColumns } from './finding-rules.ts';
import { type Machine, step } from './machine.ts';
import {
  auditMachine,
  contractMachine,
  findingMachine,
  hearingMachine,
  policyMachine,
  proposalMachine,
  requestMachine,
  resultNoticeMachine,
  visitMachine,
} from './machines.ts';
import { INITIAL_FIELDS, missingFields, noticeText } from './policy-rules.ts';
import { timetableGaps } from './visit-rules.ts';

/** Carries out the actions that are allowed, in the order given; answers with those carried out and the end state. */
function walk<State extends string, Action extends string>(
  machine: Machine<State, Action>,
  start: State,
  actions: readonly Action[],
): { readonly done: readonly Action[]; readonly states: readonly State[] } {
  const done: Action[] = [];
  const states: State[] = [start];
  for (const action of actions) {
    const result = step(machine, states.at(-1) ?? start, action);
    if ('refusal' in result) continue;
    done.push(action);
    states.push(result.next);
  }
  return { done, states };
}

const actionsOf = <Action extends string>(machine: Machine<string, Action>) =>
  fc.array(fc.constantFrom(...(Object.keys(machine.moves) as Action[])), { maxLength: 40 });

/** Everything carried out since the last action of a kind; all of it when there was none. */
const since = <Action>(done: readonly Action[], kinds: readonly Action[]): readonly Action[] =>
  done.slice(done.findLastIndex((action) => kinds.includes(action)) + 1);

describe('no order of commands', () => {
  it('settles a finding without review, issue and confirmation after its last change', () => {
    fc.assert(
      fc.property(actionsOf(findingMachine), (actions) => {
        const { done, states } = walk(findingMachine, 'draft', actions);
        if (states.at(-1) !== 'agreed') return;
        const afterChange = since(done, ['save', 'return', 'object']);
        expect(afterChange).toEqual(expect.arrayContaining(['review', 'issue', 'confirm']));
        expect(afterChange.indexOf('review')).toBeLessThan(afterChange.indexOf('issue'));
        expect(afterChange.indexOf('issue')).toBeLessThan(afterChange.indexOf('confirm'));
      }),
      { numRuns: 2000 },
    );
  });

  it('shows a department a finding that the city has not confirmed', () => {
    fc.assert(
      fc.property(actionsOf(findingMachine), (actions) => {
        const { done, states } = walk(findingMachine, 'draft', actions);
        if (states.at(-1) === 'shown') expect(since(done, ['save', 'return', 'object'])).toContain('confirm');
      }),
      { numRuns: 2000 },
    );
  });

  it('changes a finding that is settled or withdrawn', () => {
    for (const state of ['agreed', 'withdrawn'] as const)
      for (const action of Object.keys(findingMachine.moves) as (keyof typeof findingMachine.moves)[])
        expect(step(findingMachine, state, action)).toHaveProperty('refusal');
  });

  it('records a visit whose last timetable the city did not confirm', () => {
    fc.assert(
      fc.property(actionsOf(visitMachine), (actions) => {
        const { done } = walk(visitMachine, 'draft', actions);
        const held = done.indexOf('hold');
        if (held === -1) return;
        expect(since(done.slice(0, held), ['save', 'return'])).toEqual(['submit', 'confirm']);
      }),
      { numRuns: 2000 },
    );
  });

  it('sends a result before the notice and the end of field work, or closes without an explanation', () => {
    fc.assert(
      fc.property(actionsOf(auditMachine), (actions) => {
        const { done } = walk(auditMachine, 'preparing', actions);
        // Another programme begins without the notice of this module; only a stop leaves the way, and ends it.
        const way = done.map((action) => (action === 'begin' ? 'notify' : action));
        const stopped = way.indexOf('stop');
        const told = stopped === -1 ? way : way.slice(0, stopped);
        expect(['notify', 'close-fieldwork', 'send-result', 'explain', 'close'].slice(0, told.length)).toEqual(told);
        expect([-1, way.length - 1]).toContain(stopped);
      }),
    );
  });

  it('sends a result notice that was not issued, or replaces one that was sent', () => {
    fc.assert(
      fc.property(actionsOf(resultNoticeMachine), (actions) => {
        const { done, states } = walk(resultNoticeMachine, 'drafted', actions);
        if (states.includes('sent')) {
          expect(done).toContain('issue');
          expect(states.at(-1)).toBe('sent');
        }
      }),
    );
  });

  it('takes documents for a request that the city has not sent', () => {
    fc.assert(
      fc.property(actionsOf(requestMachine), (actions) => {
        const { done } = walk(requestMachine, 'prepared', actions);
        const answered = done.indexOf('answer');
        if (answered !== -1) expect(done.slice(0, answered)).toContain('send');
      }),
    );
  });

  it('brings minutes before the hearing', () => {
    fc.assert(
      fc.property(actionsOf(hearingMachine), (actions) => {
        const { done } = walk(hearingMachine, 'planned', actions);
        if (done.includes('minutes')) expect(done.indexOf('hold')).toBeLessThan(done.indexOf('minutes'));
      }),
    );
  });

  it('meets a refusal without a sentence that says who acts first', () => {
    const machines = [
      auditMachine,
      policyMachine,
      requestMachine,
      hearingMachine,
      visitMachine,
      contractMachine,
      proposalMachine,
      findingMachine,
      resultNoticeMachine,
    ] as unknown as readonly Machine<string, string>[];
    const refusals = machines.flatMap((machine) =>
      Object.keys(machine.labels).flatMap((state) =>
        Object.keys(machine.moves).flatMap((action) => {
          const result = step(machine, state, action);
          return 'refusal' in result ? [result.refusal] : [];
        }),
      ),
    );
    expect(refusals.filter((refusal) => !/のため、.+はできません。.+。$/u.test(refusal))).toEqual([]);
    expect(refusals.length).toBeGreaterThan(50);
  });
});

describe('grounds', () => {
  const basis = fc.record({
    standard: fc.constantFrom('city-standard', 'city-guideline', 'mic-policy-guideline'),
    provision: fc.constantFrom('a', 'b', 'c'),
    citation: fc.string(),
    tier: fc.integer({ min: 1, max: 4 }),
  });

  it('stand in the order of precedence, each once, none lost', () => {
    fc.assert(
      fc.property(fc.array(basis), (given) => {
        const ordered = orderBasis(given);
        const keys = (list: typeof given) => new Set(list.map(({ standard, provision }) => `${standard} ${provision}`));
        expect(keys(ordered)).toEqual(keys(given));
        expect(ordered).toHaveLength(keys(given).size);
        for (const [index, { tier }] of ordered.entries())
          expect(tier).toBeGreaterThanOrEqual(ordered[index - 1]?.tier ?? 0);
      }),
    );
  });

  it('of both levels carry the note on precedence', () => {
    const entry = (tier: number) => ({ standard: 's', provision: 'p', citation: '', tier });
    expect(precedenceNote([entry(1), entry(3)])).toContain('市の基準を優先');
    expect(precedenceNote([entry(1), entry(2)])).toBe('');
    expect(precedenceNote([entry(4)])).toBe('');
  });

  it('of the city make a failure a 指摘; national ones alone an 意見', () => {
    const entry = (tier: number) => ({ standard: 's', provision: 'p', citation: '', tier });
    expect(suggestGrade({ judgement: 'inadequate', severity: 1 }, [entry(1)]).grade).toBe('指摘');
    expect(suggestGrade({ judgement: 'minor', severity: 1 }, [entry(1)]).grade).toBe('意見');
    expect(suggestGrade({ judgement: 'minor', severity: 3 }, [entry(2)]).grade).toBe('指摘');
    expect(suggestGrade({ judgement: 'inadequate', severity: 3 }, [entry(3)]).grade).toBe('意見');
  });
});

describe('judgements', () => {
  const check = { selfCheckItems: ['q1'], contradiction: null };
  it.each([
    ['inadequate', 'yes', true],
    ['minor', 'not-applicable', true],
    ['adequate', 'no', true],
    ['adequate', 'yes', false],
    ['inadequate', 'no', false],
    ['unconfirmed', 'yes', false],
  ] as const)('%s against the answer %s gives a hint: %s', (judgement, answer, hinted) => {
    const hint = contradiction({ ...check, judgement }, [{ item: 'q1', answer }]);
    expect(hint !== null).toBe(hinted);
    expect(contradiction({ ...check, judgement }, [{ item: 'q2', answer }])).toBeNull();
  });

  it('stand without evidence only when nothing failed', () => {
    const given = { techniques: ['interview'], fact: '事実', note: '', evidence: 0 };
    expect(judgementGaps({ ...given, judgement: 'adequate' })).toEqual([]);
    expect(judgementGaps({ ...given, judgement: 'minor' })).toHaveLength(1);
    expect(judgementGaps({ ...given, fact: '　', judgement: 'not-applicable' })).toHaveLength(1);
    expect(judgementGaps({ ...given, techniques: [], judgement: 'not-applicable' })).toHaveLength(1);
    expect(judgementGaps({ ...given, techniques: [], fact: '', judgement: 'unconfirmed' })).toEqual([]);
  });
});

describe('completeness', () => {
  const item = { judgement: null, advice: null, waiver: null, documentId: null, quote: '', supplement: null };
  const advice = { kind: 'example' as const, text: '例', reason: '' };
  const waiver = { reason: '不要', on: '2026-10-01', by: '00000000-0000-7000-8000-0000000000aa' };

  it('of a contract item: absent needs advice or waiver', () => {
    expect(openReason(item)).not.toBeNull();
    expect(openReason({ ...item, judgement: 'reflected' })).toBeNull();
    expect(openReason({ ...item, judgement: 'absent' })).toContain('不要');
    expect(openReason({ ...item, judgement: 'absent', waiver })).toBeNull();
    expect(openReason({ ...item, judgement: 'absent', advice })).toBeNull();
    expect(openReason({ ...item, judgement: 'partly' })).not.toBeNull();
    expect(openReason({ ...item, judgement: 'reflected', supplement: { needed: true, text: '' } })).not.toBeNull();
  });

  it('of a notice row: every empty column has its name', () => {
    expect(emptyColumns({ finding: '　', grade: null, risk: '', recommendation: '改善' })).toEqual([
      '発見事項',
      '指摘・意見の評価',
      '想定されるリスク',
    ]);
  });

  it('of a policy: all seven fields, both criteria', () => {
    expect(missingFields(INITIAL_FIELDS)).toHaveLength(7);
    const one = { ...INITIAL_FIELDS, criteria: [{ grade: '指摘' as const, criterion: '基準', example: '' }] };
    expect(missingFields(one)).toContain('指摘・意見の基準');
    expect(missingFields({ ...INITIAL_FIELDS, period: { from: '2026-12-01', to: '2026-11-01' } })).toContain(
      '実施期間',
    );
  });

  it('of a timetable: rows in order, none overlapping, at least one', () => {
    const row = (from: string, to: string) => ({ from, to, what: '確認', where: '執務室', who: '' });
    expect(timetableGaps([])).toHaveLength(1);
    expect(timetableGaps([row('09:00', '10:00'), row('10:00', '11:00')])).toEqual([]);
    expect(timetableGaps([row('10:00', '09:00')])).toHaveLength(1);
    expect(timetableGaps([row('09:00', '10:00'), row('09:30', '11:00')])).toHaveLength(1);
  });
});

describe('texts', () => {
  it('of the notice name department, theme, period and the way of contact', () => {
    const text = noticeText({
      municipality: 'あおば市',
      department: '市民局 窓口課',
      contractName: '業務委託',
      contractor: '青空監査法人',
      theme: null,
      policy: { ...INITIAL_FIELDS, purpose: '目的', requests: ['管理簿'] },
    });
    expect(text).toContain('市民局 窓口課');
    expect(text).toContain('（未定）');
    expect(text).not.toContain('重点テーマ');
    expect(text).toContain('市の情報セキュリティ担当課から行います');
  });
});
