/** What follows the findings of an audit: sheets, plans, advice, support, reports, confirmation, and the end with the contract. */
import type { Step } from '../../../src/cli/year/year.ts';
import { improvementContract } from '../../../src/modules/improvement/contract.ts';
import { observedAt } from './audit-work.ts';
import type { PlannedAudit } from './audit-data.ts';
import { sectionsOf } from './cast.ts';
import { improvementActs } from './improvement-acts.ts';
import type { Moment } from './moment.ts';
import { IMPROVEMENT_WORDS, type ImprovementWords } from './improvement-words.ts';
import { type Play, step } from './play.ts';
import type { PlannedImprovement } from './improvement-data.ts';

export function improvementSteps(play: Play): Step[] {
  return (play.data.improvements ?? []).flatMap((planned) => {
    const audit = play.data.audits?.find(({ source }) => source === planned.source);
    if (audit === undefined) throw new Error(`no audit ${planned.source}`);
    return [...courseOf(play, audit, planned), ...supportOf(play, audit, planned)];
  });
}

interface Case {
  readonly target: number;
  readonly item: string;
  /** The section in charge. */
  readonly section: string;
  readonly words: ImprovementWords;
}

/** Every observation that wants a remedy, with what the section writes about it. */
function casesOf(audit: PlannedAudit): Case[] {
  return audit.targets.flatMap(({ sections }, target) =>
    [...observedAt(audit, target).values()]
      .filter(({ judgement }) => judgement === 'inadequate' || judgement === 'minor')
      .map(({ item }) => {
        const words = IMPROVEMENT_WORDS[item];
        if (words === undefined) throw new Error(`no words for ${item}`);
        return { target, item, section: sections[0] ?? '', words };
      }),
  );
}

function courseOf(play: Play, audit: PlannedAudit, planned: PlannedImprovement): Step[] {
  const { world, get, keep, engagement } = play;
  const acts = improvementActs(world, engagement);
  const all = casesOf(audit);
  const goesOn = ({ item }: Case): boolean => planned.open?.items.includes(item) ?? false;
  const done = all.filter((one) => !goesOn(one));
  const key = ({ target, item }: Case) => `improvement:${audit.source}:${target}:${item}`;
  const each = (
    at: Moment,
    title: string,
    cases: readonly Case[],
    run: (planId: string, one: Case) => Promise<void>,
  ): Step =>
    step(at, title, async () => {
      for (const one of cases) await run(get(key(one)), one);
    });
  return [
    step(planned.issued, '改善計画書シートを作り、所属に計画を求める', async () => {
      const { plans } = await world.as('office', improvementContract).issueSheets({
        ...engagement(),
        findings: all.map(({ target, item }) => ({ findingId: get(`finding:${audit.source}:${target}:${item}`) })),
        replyBy: planned.replyBy,
      });
      for (const [index, one] of all.entries()) keep(key(one), plans[index]?.id ?? '');
    }),
    each(planned.submitted, '所属が改善計画を書いて提出する', all, (planId, one) => {
      const { cause, measure, shortTerm, longTerm, budget } = one.words;
      return acts.write(writerOf(play, one), planId, {
        ...{ cause, measure, shortTerm, longTerm, budget },
        responsible: postOf(play, one),
        due: goesOn(one) ? (planned.open?.due ?? planned.due) : planned.due,
      });
    }),
    each(planned.advised, '受託者が改善計画を確かめて助言する', all, (planId, { words }) =>
      acts.advise(planId, words.advice),
    ),
    each(planned.approved, '改善計画を承認する', all, (planId) => acts.approve(planId)),
    each(planned.reported, '所属が改善を報告する', done, (planId, one) =>
      acts.report(writerOf(play, one), planId, one.words),
    ),
    each(planned.confirmed, '受託者が改善を確認する', done, (planId, { words }) =>
      acts.confirm(planId, planned.techniques, words),
    ),
    each(planned.closed, '改善を確認した計画を終了する', done, (planId) => acts.close(planId)),
    ...endOf(play, audit, planned),
  ];
}

function endOf({ world, get, engagement }: Play, audit: PlannedAudit, { ended }: PlannedImprovement): Step[] {
  if (ended === undefined) return [];
  return [
    step(ended.at, '改善支援を終え、残った改善を引き継ぐ', async () => {
      const lead = world.as('lead', improvementContract);
      const { plans } = await lead.listPlans(engagement());
      const [first] = casesOf(audit);
      const own = plans.find(({ id }) => id === get(`improvement:${audit.source}:${first?.target}:${first?.item}`));
      await lead.closeFollowUp({ ...engagement(), type: own?.audit.type ?? '', note: ended.note });
    }),
  ];
}

function supportOf({ world, get, keep, engagement }: Play, audit: PlannedAudit, planned: PlannedImprovement): Step[] {
  const lead = () => world.as('lead', improvementContract);
  return (planned.support ?? []).flatMap((support, index) => {
    const { channel, minutes, asked, answered, target, item } = support;
    const key = `support:${audit.source}:${index}`;
    return [
      step(support.at, '所属の改善を支援する', async () => {
        const { id, departmentId } = await lead().getPlan({
          planId: get(`improvement:${audit.source}:${target}:${item}`),
        });
        const noted = await lead().noteSupport({
          ...engagement(),
          ...{ departmentId, planId: id, channel, minutes, asked, answered },
        });
        keep(key, noted.id);
      }),
      step(support.recorded, '支援の記録を市に出す', async () => {
        const { records } = await lead().listSupport(engagement());
        const { id = '', version = 0 } = records.find((one) => one.id === get(key)) ?? {};
        await lead().submitSupport({ supportId: id, version });
      }),
    ];
  });
}

/** The head of the section, or the office on behalf of a section without people of its own. */
function writerOf({ cast }: Play, { section }: Case): string {
  const head = `${section}-head`;
  return cast.some(({ key }) => key === head) ? head : 'office';
}

const postOf = ({ data }: Play, { section }: Case): string =>
  `${sectionsOf(data).find(({ key }) => key === section)?.name ?? data.office.name}長`;
