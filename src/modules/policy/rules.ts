/** Words and decisions of the help with policy documents, from values alone. Browser-safe. */

/** What makes a revision necessary (9(2)). */
export const TRIGGERS = {
  audit: '情報セキュリティ監査の結果',
  guideline: '総務省ガイドライン等の改定',
  other: 'その他市で見直す必要が生じた場合',
} as const;
export type Trigger = keyof typeof TRIGGERS;

/** 「3回程度」 (9(2)※): shown as what is expected; a fourth round is not refused. */
export const EXPECTED_ROUNDS = 3;

/** 条項を新たに設ける提案の現行欄 */
export const NEW_PROVISION = '（新設）';

interface WithAdvice {
  readonly closedOn: string | null;
  readonly advice: readonly unknown[];
}

/** Rounds of advice over all requests. */
export function roundsOf(requests: readonly WithAdvice[]): number {
  return requests.reduce((sum, request) => sum + request.advice.length, 0);
}

export type RequestState = 'waiting' | 'advised' | 'closed';

/** Who is to act: the contractor while there is no advice, then the city until it closes the request. */
export function stateOf(request: WithAdvice): RequestState {
  if (request.closedOn !== null) return 'closed';
  return request.advice.length === 0 ? 'waiting' : 'advised';
}
