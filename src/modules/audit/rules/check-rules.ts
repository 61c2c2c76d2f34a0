/** What a judgement needs, what contradicts the department's own answer, and which grade is suggested. */
import type { Basis } from './basis.ts';
import type { CheckContent, Judgement } from '../contract/checks.ts';
import type { Profile } from '../contract/programme.ts';
import type { GradingLevel } from '../contract/target.ts';

type Answer = 'yes' | 'no' | 'not-applicable';
export interface OwnAnswer {
  readonly item: string;
  readonly answer: Answer;
}

/** What keeps a judgement from being recorded; empty when it stands. */
export function judgementGaps(input: {
  readonly judgement: Judgement;
  readonly techniques: readonly string[];
  readonly fact: string;
  readonly note: string;
  readonly evidence: number;
}): { readonly path: string; readonly message: string }[] {
  const gaps: { path: string; message: string }[] = [];
  if (input.judgement === 'unconfirmed') return gaps;
  if (input.fact.trim() === '') gaps.push({ path: 'fact', message: '確認した事実を書いてください。' });
  if (input.techniques.length === 0) gaps.push({ path: 'techniques', message: '確認の方法を一つ以上選んでください。' });
  if ((input.judgement === 'minor' || input.judgement === 'inadequate') && input.evidence === 0)
    gaps.push({ path: 'evidenceIds', message: '不備の判断には、根拠となる証拠を一つ以上選んでください。' });
  return gaps;
}

/** What to follow up because the observation and the self-check answer do not fit; null when they do. */
export function contradiction(
  check: Pick<CheckContent, 'judgement' | 'selfCheckItems' | 'contradiction'>,
  answers: readonly OwnAnswer[],
): string | null {
  const own = answers.filter(({ item }) => check.selfCheckItems.includes(item));
  const failed = check.judgement === 'minor' || check.judgement === 'inadequate';
  if (failed && own.some(({ answer }) => answer === 'yes')) {
    return (
      check.contradiction ?? '自己点検では「はい」と答えています。回答の根拠と、いつからの状態かを確かめてください。'
    );
  }
  if (check.judgement === 'adequate' && own.some(({ answer }) => answer === 'no')) {
    return '自己点検では「いいえ」と答えています。回答の後に改めたのか、設問の受け取り方が違ったのかを確かめてください。';
  }
  if (failed && own.some(({ answer }) => answer === 'not-applicable')) {
    return '自己点検では「対象外」と答えています。対象外とした理由を確かめてください。';
  }
  return null;
}

/** Whether an item belongs on the checklist of a department of this kind. */
export function suits(suitability: readonly string[], profile: Profile): boolean {
  return suitability.some(
    (kind) =>
      kind === 'all' ||
      (kind === 'visitor-counter' && profile.visitorCounter) ||
      (kind === 'server-room' && profile.serverRoom) ||
      (kind === 'external-service' && profile.externalService),
  );
}

export interface GradeSuggestion {
  readonly grade: string;
  readonly reason: string;
}

/**
 * Suggests a grade in the sense of the usual criterion: an operation against a rule of the city is a 指摘, room for a
 * better way is an 意見. The auditor decides by the criterion that the policy states.
 */
export function suggestGrade(
  observed: { readonly judgement: 'minor' | 'inadequate' | 'partly' | 'absent' | 'other'; readonly severity: number },
  basis: readonly Basis[],
): GradeSuggestion {
  const city = basis.some(({ tier }) => tier <= 2);
  const whole = observed.judgement === 'inadequate' || observed.judgement === 'absent';
  if (city && (whole || observed.severity >= 3)) {
    return { grade: '指摘', reason: '市の基準に定めのある事項が守られていないため。' };
  }
  return {
    grade: '意見',
    reason: city
      ? '市の基準におおむね沿っているが、徹底又は改善が望まれるため。'
      : '市の基準に直接の定めがなく、改善が望まれる事項のため。',
  };
}

/**
 * Suggests a level of a programme's own scheme: the gravest for what is not done or grave if it fails, the next one for
 * what is done in part, and the level without a remedy for what is well done. The auditor decides by the stated criterion.
 */
export function suggestLevel(
  observed: { readonly judgement: Judgement; readonly severity: number },
  levels: readonly GradingLevel[],
): { readonly grade: string | null; readonly reason: string } {
  const ranked = levels.toSorted((a, b) => a.rank - b.rank);
  const remedied = ranked.filter(({ needsRemedy }) => needsRemedy);
  if (observed.judgement === 'adequate') {
    const praise = ranked.find(({ needsRemedy }) => !needsRemedy);
    return { grade: praise?.label ?? null, reason: praise === undefined ? '' : '基準に沿った取組が確認できたため。' };
  }
  const grave = observed.judgement === 'inadequate' || observed.severity >= 3;
  const level = grave ? remedied[0] : (remedied[1] ?? remedied[0]);
  if (level === undefined) return { grade: null, reason: '' };
  const reason = grave
    ? '基準に定めのある事項が行われていないため。'
    : '基準におおむね沿っているが、改善の余地があるため。';
  return { grade: level.label, reason };
}
