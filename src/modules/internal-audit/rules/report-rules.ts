/** What a report must say before it is handed in, and what it may have left out. */
import { similarity } from '../../../core/text/index.ts';
import type { AssignedAudit, AssignedCheck, GradingLevel, SessionView } from '../../audit/contract.ts';
import type { Observation, ReportFields } from '../contract/reports.ts';
import type { Advice, Doubt } from '../contract/reviews.ts';

/** Judgements that call for a finding. */
const FAILED: readonly AssignedCheck['judgement'][] = ['minor', 'inadequate'];

export const failedChecks = ({ checks }: Pick<AssignedAudit, 'checks'>): AssignedCheck[] =>
  checks.filter(({ judgement }) => FAILED.includes(judgement));

/** A first observation from an item that failed: its fact as judged; cause and remedy are the auditor's own work. */
export function observationOf(check: AssignedCheck, key: string): Observation {
  return {
    key,
    checkId: check.id,
    title: check.title,
    grade: '',
    fact: check.fact,
    criterion: check.point,
    cause: '',
    effect: check.assumedRisk,
    remedy: '',
    evidence: '',
  };
}

interface Fault {
  readonly path: string;
  readonly message: string;
}

export function reportFaults(report: ReportFields, levels: readonly GradingLevel[], asked: readonly Advice[]): Fault[] {
  const faults: Fault[] = [];
  if (report.overview.trim() === '')
    faults.push({ path: 'overview', message: '監査の日、場所、確かめた範囲を「監査の概要」に書いてください。' });
  if (report.conclusion.trim() === '') faults.push({ path: 'conclusion', message: '「総括」を書いてください。' });
  for (const [at, one] of report.observations.entries()) {
    const path = (field: string) => `observations.${at}.${field}`;
    const level = levels.find(({ label }) => label === one.grade);
    if (level === undefined)
      faults.push({ path: path('grade'), message: `「${one.title}」の評価を、手順の定める段階から選んでください。` });
    if (one.fact.trim() === '')
      faults.push({ path: path('fact'), message: `「${one.title}」の事実を書いてください。` });
    if (level === undefined || !level.needsRemedy) continue;
    if (one.criterion.trim() === '')
      faults.push({ path: path('criterion'), message: `「${one.title}」で照らした基準を書いてください。` });
    if (one.remedy.trim() === '')
      faults.push({ path: path('remedy'), message: `「${one.title}」の改善提言を書いてください。` });
  }
  const open = asked.filter(({ key }) => !report.answers.some(({ advice }) => advice === key));
  if (open.length > 0)
    faults.push({ path: 'answers', message: `助言のうち${open.length}件に、どう対応したかを答えてください。` });
  for (const [at, { taken, reason }] of report.answers.entries())
    if (taken !== 'taken' && reason.trim() === '')
      faults.push({ path: `answers.${at}.reason`, message: '助言を採らない、又は一部だけ採る理由を書いてください。' });
  return faults;
}

/** Two texts that speak of the same thing, in reports. */
const SAME = 0.35;

/** Failed items and points of the attendance that no observation of the report speaks of. */
export function doubtsOf(
  audit: Pick<AssignedAudit, 'checks'>,
  observations: readonly Observation[],
  attended: readonly Pick<SessionView, 'points'>[],
): Doubt[] {
  const told = (check: AssignedCheck) =>
    observations.some(
      ({ checkId, fact, title }) =>
        checkId === check.id || similarity(fact, check.fact) >= SAME || title === check.title,
    );
  const items = failedChecks(audit)
    .filter((check) => !told(check))
    .map((check) => ({
      key: `check ${check.id}`,
      title: `監査項目${check.number}　${check.title}`,
      ground: `「${check.judgement === 'inadequate' ? '不備' : '一部不備'}」と判断した。${check.fact}`,
    }));
  const points = attended.flatMap(({ points: all }, session) =>
    all.flatMap(({ point, result, support }, at) =>
      result === 'done' || !/検出事項|監査証拠/u.test(point)
        ? []
        : [
            {
              key: `attendance ${session} ${at}`,
              title: `立会いの記録　${point}`,
              ground: `${result === 'missing' ? 'できていなかった' : '助言して補った'}と記録した。${support}`,
            },
          ],
    ),
  );
  return [...items, ...points];
}
