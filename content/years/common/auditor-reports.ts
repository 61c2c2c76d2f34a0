/** Reports of the city's own auditors: the first forgets a finding, which the review notices; the others stand at once. */
import type { Step } from '../../../src/cli/year/year.ts';
import {
  internalAuditContract,
  type ReportFields,
  type ReportView,
  type ReviewFields,
} from '../../../src/modules/internal-audit/contract.ts';
import type { Observation } from './audit-data.ts';
import type { AuditorPlan } from './auditor-data.ts';
import { type Play, step } from './play.ts';

export function reportSteps(play: Play, plan: AuditorPlan): Step[] {
  const audit = (play.data.audits ?? []).find(({ source }) => source === plan.source);
  if (audit?.held === undefined) return [];
  const every = [...audit.targets.keys()];
  const first = every.slice(0, 1);
  return [
    step(plan.submitted, '内部監査人が報告書を出す', async () => {
      for (const index of every) await write(play, plan, index, index === 0);
    }),
    step(plan.reviewed, '報告書をレビューし、助言を返す', async () => {
      for (const index of every) await review(play, plan, index);
    }),
    step(plan.again, '助言に答えて報告書の次の版を出す', async () => {
      for (const index of first) await writeAgain(play, plan, index);
    }),
    step(plan.settled, '報告書の次の版をレビューする', async () => {
      for (const index of first) await review(play, plan, index);
    }),
  ];
}

const targetOf = ({ engagement, get }: Play, { source }: AuditorPlan, index: number) => ({
  ...engagement(),
  targetId: get(`target:${source}:${index}`),
});

const authorOf = ({ world, get }: Play, index: number) => world.as(get(`auditor-of:${index}`), internalAuditContract);

async function draftOf(play: Play, plan: AuditorPlan, index: number) {
  const { audit, versions, reviews } = await authorOf(play, index).getOwnReport(targetOf(play, plan, index));
  const report = versions.at(-1);
  if (audit === null || report === undefined) throw new Error(`${plan.source}: no report of ${index}`);
  return { audit, report, reviews };
}

type Levels = Awaited<ReturnType<typeof draftOf>>['audit'];

/** What the script tells about the item that an observation comes from. */
function toldOf({ data }: Play, { source }: AuditorPlan, fact: string): Observation['text'] {
  const audit = (data.audits ?? []).find((one) => one.source === source);
  return audit?.observed?.find(({ what }) => what.fact === fact)?.what.text;
}

/** A finding as the auditor completes it: the grade by the judgement, cause and remedy in words that the section can use. */
function completed(
  play: Play,
  plan: AuditorPlan,
  audit: Levels,
  observations: ReportView['observations'],
): ReportView['observations'] {
  const grave = audit.levels.filter(({ needsRemedy }) => needsRemedy).toSorted((a, b) => a.rank - b.rank);
  return observations.map((one) => {
    const check = audit.checks.find(({ id }) => id === one.checkId);
    const told = toldOf(play, plan, one.fact);
    const level = check?.judgement === 'inadequate' ? (grave[1] ?? grave[0]) : grave.at(-1);
    return {
      ...one,
      grade: level?.label ?? '',
      cause: told?.cause ?? '手順に担当と時期が書かれておらず、前任からの口頭の引継ぎに頼っていた。',
      effect: told?.risk ?? one.effect,
      remedy: told?.recommendation ?? '担当と時期を手順に書き、毎月末に係長が記録を確かめる。',
      evidence: '当日に閲覧した記録及び担当者への聞き取りによる。',
    };
  });
}

async function write(play: Play, plan: AuditorPlan, index: number, forgets: boolean): Promise<void> {
  const author = authorOf(play, index);
  await author.startReport(targetOf(play, plan, index));
  const { audit, report } = await draftOf(play, plan, index);
  const found = completed(play, plan, audit, report.observations);
  const fields: ReportFields = {
    overview: `${audit.target}の執務室で、所属長と担当者への聞き取り、記録の閲覧及び視察を行った。`,
    goodPoints: ['離席するときに画面をロックすることが、係の全員に行き届いていた。'],
    observations: forgets ? found.slice(1) : found,
    unconfirmed: '',
    conclusion: 'おおむね定めのとおり行われていた。検出した事項は、担当と時期を決めることで改善できる。',
    answers: [],
  };
  const saved = await author.saveReport({ reportId: report.id, version: report.version, ...fields });
  await author.submitReport({ reportId: report.id, version: saved.version });
}

async function writeAgain(play: Play, plan: AuditorPlan, index: number): Promise<void> {
  const { get, world } = play;
  const author = authorOf(play, index);
  await author.startReport(targetOf(play, plan, index));
  const { audit, report, reviews } = await draftOf(play, plan, index);
  const missed = audit.checks.filter(
    ({ id, judgement }) =>
      (judgement === 'minor' || judgement === 'inadequate') &&
      !report.observations.some(({ checkId }) => checkId === id),
  );
  const added = missed.map(({ id, title, point, fact, assumedRisk }, at) => ({
    key: keyOf(world.caller(get(`auditor-of:${index}`)).accountId, at),
    ...{
      checkId: id,
      title,
      grade: '',
      fact,
      criterion: point,
      cause: '',
      effect: assumedRisk,
      remedy: '',
      evidence: '',
    },
  }));
  const saved = await author.saveReport({
    ...{ reportId: report.id, version: report.version },
    ...{ overview: report.overview, goodPoints: report.goodPoints, unconfirmed: report.unconfirmed },
    conclusion: report.conclusion,
    observations: [...completed(play, plan, audit, added), ...report.observations],
    answers: (reviews.at(-1)?.advice ?? []).map(({ key }) => ({ advice: key, taken: 'taken' as const, reason: '' })),
  });
  await author.submitReport({ reportId: report.id, version: saved.version });
}

const CRITERIA = [
  '検出事項の漏れ',
  '適切性',
  '有効性',
  '実現可能性',
  '監査証拠による裏付け',
  '表現の分かりやすさ',
] as const;

async function review(play: Play, plan: AuditorPlan, index: number): Promise<void> {
  const lead = play.world.as('lead', internalAuditContract);
  const { versions } = await lead.getReports(targetOf(play, plan, index));
  const report = versions.at(-1);
  if (report === undefined) throw new Error(`${plan.source}: nothing was handed in for ${index}`);
  const { doubts } = await lead.getDoubts({ reportId: report.id });
  const checks = doubts.filter(({ key }) => key.startsWith('check '));
  const missed = checks.length > 0;
  const fields: ReviewFields = {
    criteria: CRITERIA.map((criterion) =>
      missed && criterion === '検出事項の漏れ'
        ? { criterion, result: 'advise', comment: '不備と判断した項目のうち、報告書に書かれていないものがある。' }
        : { criterion, result: 'good', comment: '' },
    ),
    doubts: doubts.map((doubt) =>
      checks.includes(doubt)
        ? { ...doubt, decision: 'missed', comment: '' }
        : { ...doubt, decision: 'explained', comment: '立会いのときに助言し、その場で確かめられた。' },
    ),
    advice: missed
      ? checks.map(({ title, ground }, at) => ({
          key: keyOf(report.id, at),
          observation: null,
          criterion: '検出事項の漏れ',
          text: `「${title}」を検出事項に加えてください。${ground}`.slice(0, 2000),
          wording: '',
        }))
      : [],
    overall: missed
      ? '事実は具体的に書かれている。漏れた事項を加えた版を待つ。'
      : '事実、基準及び提言が対になっている。',
    outcome: missed ? 'again' : 'settled',
  };
  const saved = await lead.saveReview({ reportId: report.id, version: 0, ...fields });
  await lead.issueReview({ reviewId: saved.id, version: saved.version });
}

/** An id that is the same in every replay: the given one with another end. */
const keyOf = (id: string, at: number): string => `${id.slice(0, -2)}${(0xa0 + at).toString(16)}`;
