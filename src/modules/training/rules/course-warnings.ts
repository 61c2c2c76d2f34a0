/** What stands against a course as its records are. Nothing is blocked: the obligations of the contract say what is owed. */
import type { CourseView, Offer, PersonLine } from '../contract/courses.ts';
import type { MaterialContent } from '../contract/material.ts';
import type { SessionView } from '../contract/sessions.ts';
import { minutesOf, missingTopics } from './material-rules.ts';
import { suggestedSessions } from './attendance.ts';

export interface Situation {
  readonly course: CourseView;
  readonly offer: Offer | null;
  readonly material: MaterialContent | null;
  readonly sessions: readonly SessionView[];
  readonly people: readonly PersonLine[];
}

export function courseWarnings({ course, offer, material, sessions, people }: Situation): string[] {
  const warnings: string[] = [];
  const alive = sessions.filter(({ state }) => state !== 'cancelled');
  if (people.length === 0 && course.audience === 'internal-auditors')
    warnings.push('受講する内部監査人が登録されていません。監査計画の「監査人と輪番」で登録してください。');
  if (offer !== null) {
    const suited = suggestedSessions(people.length, offer.sessionsAtMost);
    if (course.sessions > offer.sessionsAtMost)
      warnings.push(
        `開催を${course.sessions}回としています。仕様書${offer.clause}では${offer.sessionsAtMost}回までです。`,
      );
    else if (people.length > 0 && course.sessions !== suited)
      warnings.push(`受講する人は${people.length}人です。人数からみて、開催は${suited}回が目安です。`);
    if (alive.length > offer.sessionsAtMost)
      warnings.push(`予定と実施を合わせて${alive.length}回あります。${offer.sessionsAtMost}回までにしてください。`);
    warnings.push(...timeWarnings(offer, material, sessions));
  }
  if (material !== null) {
    const missing = missingTopics(material);
    if (missing.length > 0) warnings.push(`教材に、教えるべき事項のうち${missing.join('、')}がありません。`);
  }
  if (course.state !== 'closed' && alive.some(({ day }) => day < course.from || day > course.to))
    warnings.push('開催の日に、同意した実施時期の外の日があります。時期を直して市の同意を得てください。');
  const missed = people.filter(({ completedOn }) => completedOn === null);
  if (sessions.some(({ state }) => state === 'held') && missed.length > 0)
    warnings.push(`まだ修了していない人が${missed.length}人います（${missed.map(({ name }) => name).join('、')}）。`);
  return warnings;
}

function timeWarnings(offer: Offer, material: MaterialContent | null, sessions: readonly SessionView[]): string[] {
  const { atLeast, atMost } = offer.minutes;
  const middle = Math.round((atLeast + atMost) / 2);
  const said = (what: string, minutes: number) =>
    minutes < atLeast || minutes > atMost
      ? [
          `${what}は${minutes}分です。仕様書${offer.clause}の目安は約${middle}分（${atLeast}分から${atMost}分まで）です。`,
        ]
      : [];
  return [
    ...(material === null ? [] : said('教材の講義と演習を合わせた時間', minutesOf(material))),
    ...sessions.flatMap(({ number, held }) => (held === null ? [] : said(`第${number}回の時間`, held.minutes))),
  ];
}
