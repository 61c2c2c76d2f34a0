/**
 * Improvement. The specification asks for none, but the city follows its findings up with the tool: plans that an earlier
 * contractor left open, and those of this year, which are handed on when the contract ends.
 */
import type { Step, World } from '../../../src/cli/year/year.ts';
import { improvementContract } from '../../../src/modules/improvement/contract.ts';
import { improvementActs } from '../common/improvement-acts.ts';
import { CASES } from './audit-cases.ts';
import { CARRIED_OVER, findingIdOf, handOverFile } from './carried-over.ts';
import { AUDITED, SECTIONS } from './cast.ts';
import { carriedCourse } from './improvement-course.ts';
import { PLAN_WORDS, type PlanWords } from './improvement-words.ts';
import type { Memory } from './memory.ts';

export function improvement(world: World, memory: Memory): Step[] {
  return [...handedOver(world, memory), ...carriedCourse(world, memory), ...ofThisYear(world, memory)];
}

function handedOver(world: World, memory: Memory): Step[] {
  return [
    {
      at: '2026-06-17 10:00',
      title: '前年度の受託者から引き継いだ改善計画を読み込む',
      run: async () => {
        const office = world.as('office', improvementContract);
        const engagementId = memory.get('engagement');
        const fileId = await world.upload('office', '改善計画引継ぎ_2025年度.json', handOverFile());
        const { taken } = await office.importHandOver({ engagementId, fileId });
        if (taken !== CARRIED_OVER.length) throw new Error(`only ${taken} plans were taken over`);
        const { plans } = await office.listPlans({ engagementId });
        for (const [at, { section }] of CARRIED_OVER.entries()) {
          const plan = plans.find(({ finding }) => finding.findingId === findingIdOf(at));
          memory.keep(`carried:${section}`, plan?.id ?? '');
        }
      },
    },
  ];
}

/** The techniques by which an improvement was confirmed from a distance. */
const BY_PAPER = ['書類確認'];

function ofThisYear(world: World, memory: Memory): Step[] {
  const engagement = () => ({ engagementId: memory.get('engagement') });
  const acts = improvementActs(world, engagement);
  const each = (at: string, title: string, run: (planId: string, one: Planned) => Promise<void>): Step => ({
    at,
    title,
    run: async () => {
      for (const one of PLANNED) await run(memory.get(`plan-of:${one.key}`), one);
    },
  });
  return [
    {
      at: '2027-02-26 14:00',
      title: '監査対象課に改善計画を求める',
      run: async () => {
        const office = world.as('office', improvementContract);
        const { findings } = await office.listPlannable(engagement());
        await office.issueSheets({
          ...engagement(),
          findings: findings.map(({ findingId }) => ({ findingId })),
          replyBy: '2027-03-12',
        });
        const { plans } = await office.listPlans(engagement());
        for (const { key, fact } of PLANNED)
          memory.keep(`plan-of:${key}`, plans.find(({ finding }) => finding.fact === fact)?.id ?? '');
      },
    },
    each('2027-03-11 10:00', '監査対象課が改善計画を書いて提出する', (planId, { section, words }) => {
      const { cause, measure, shortTerm, longTerm, budget, due } = words;
      const responsible = `${SECTIONS.find(({ key }) => key === section)?.name ?? ''}長`;
      return acts.write(`${section}-head`, planId, { cause, measure, shortTerm, longTerm, budget, due, responsible });
    }),
    each('2027-03-15 10:00', '受注者が改善計画を確かめて助言する', (planId, { words }) =>
      acts.advise(planId, words.advice),
    ),
    each('2027-03-17 14:00', '改善計画を承認する', (planId) => acts.approve(planId)),
    each('2027-03-19 15:00', '改善を終えた課が報告する', async (planId, { section, words: { done } }) => {
      if (done !== undefined) await acts.report(`${section}-head`, planId, done);
    }),
    each('2027-03-23 10:00', '受注者が改善を確認する', async (planId, { words: { done } }) => {
      if (done !== undefined) await acts.confirm(planId, BY_PAPER, done);
    }),
    each('2027-03-25 10:00', '改善を確認した計画を終了する', async (planId, { words: { done } }) => {
      if (done !== undefined) await acts.close(planId);
    }),
    {
      at: '2027-03-30 11:00',
      title: '改善の支援を終え、残った改善計画を引き継ぐ',
      run: async () => {
        await world.as('lead', improvementContract).closeFollowUp({
          ...engagement(),
          type: 'external',
          note: '実施中の改善計画は、次年度に発注者が状況を確かめる。次の受注者には、引継ぎファイルにより渡す。',
        });
      },
    },
  ];
}

interface Planned {
  /** Section and item of the checklist. */
  readonly key: string;
  readonly section: string;
  readonly fact: string;
  readonly words: PlanWords;
}

/** Every finding of the four audits with what its section plans. */
const PLANNED: readonly Planned[] = AUDITED.flatMap((section) =>
  Object.entries(CASES[section].faults).map(([item, { fact }]) => {
    const key = `${section}:${item}`;
    const words = PLAN_WORDS[key];
    if (words === undefined) throw new Error(`no words for ${key}`);
    return { key, section, fact, words };
  }),
);
