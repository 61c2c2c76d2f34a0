/**
 * What the texts of the clauses say about team, meetings and consultations, as the modules read it: a proposal that a
 * person opens, puts right and saves. What the text does not say is left out, or given as the most cautious value.
 */
import type { FoundDeadline } from './finding.ts';
import { fold } from './line.ts';
import type { ProposedClause } from './propose.ts';
import type { DraftMeeting } from './draft-meeting.ts';

type Span = { n: number; unit: string; first: 'inclusive' | 'exclusive'; roll: 'none' };
export type DraftConditions = {
  meetings?: { regular: string[]; minutes?: { clause: string; within?: Span; approval: boolean } };
  team?: {
    roles: string[];
    people: { id: string; clause: string; title: string; min: number; anyQualification: string[] }[];
  };
  consultation?: {
    clause: string;
    intake: string;
    categories: string[];
    channels: string[];
    cap?: { clause: string; max: number; per: 'month' | 'fiscal-year'; carryOver: 'none'; unit: 'consultation' };
    answerWithin?: Span;
  };
};

type Known = { meetings: readonly DraftMeeting[]; qualifications: ReadonlyMap<string, string> };

export function conditionsOf(clauses: readonly ProposedClause[], known: Known): DraftConditions {
  const meetings = meetingConditions(clauses, known.meetings);
  const team = teamConditions(clauses, known.qualifications);
  const consultation = consultationConditions(clauses);
  return {
    ...(meetings === null ? {} : { meetings }),
    ...(team === null ? {} : { team }),
    ...(consultation === null ? {} : { consultation }),
  };
}

const MINUTES = /議事録|議事要旨|会議録/u;

function meetingConditions(
  clauses: readonly ProposedClause[],
  meetings: readonly DraftMeeting[],
): NonNullable<DraftConditions['meetings']> | null {
  const written = clauses.filter((one) => MINUTES.test(one.text));
  const dated = written.find((one) => spanWithin(one) !== null);
  const clause = dated ?? written[0];
  if (meetings.length === 0 && clause === undefined) return null;
  const within = clause === undefined ? null : spanWithin(clause);
  return {
    regular: meetings.map(({ type }) => type),
    ...(clause === undefined
      ? {}
      : {
          minutes: {
            clause: clause.id,
            ...(within === null ? {} : { within }),
            approval: /承認|承諾|確認を(?:受|得)/u.test(clause.text),
          },
        }),
  };
}

/** Names of parts that people play, as specifications write them. */
const ROLES =
  /(?:主任担当者|業務責任者|監査責任者|監査補助者|監査人補?|監査担当者|品質管理(?:責任)?者|情報管理責任者|プロジェクトマネージャー?|プロジェクトリーダー?|統括責任者|現場責任者|主任技術者)/gu;

function teamConditions(
  clauses: readonly ProposedClause[],
  qualifications: ReadonlyMap<string, string>,
): NonNullable<DraftConditions['team']> | null {
  const people = clauses.flatMap((clause, at) => {
    const { condition } = clause;
    const codes = (condition?.qualifications ?? []).flatMap((name) => qualifications.get(name) ?? []);
    if (condition === null || codes.length === 0 || condition.minPersons === null) return [];
    return [
      {
        id: `people-${at + 1}`,
        clause: clause.id,
        title: '資格を有する者',
        min: Math.max(1, condition.minPersons),
        anyQualification: [...new Set(codes)],
      },
    ];
  });
  if (people.length === 0) return null;
  const roles = [...new Set(clauses.flatMap((one) => one.text.match(ROLES) ?? []))];
  return { roles: roles.length > 0 ? roles : ['業務責任者', '担当者'], people };
}

const CONSULTATION = /相談|問[いい]?合わ?せ/u;

function consultationConditions(
  clauses: readonly ProposedClause[],
): NonNullable<DraftConditions['consultation']> | null {
  const about = clauses.filter((one) => CONSULTATION.test(one.title) || /(?:相談|問[いい]?合わ?せ)に/u.test(one.text));
  const [first] = about;
  if (first === undefined) return null;
  const capped = about.flatMap((clause) =>
    clause.found.quantities
      .filter((one) => one.bound === 'cap' && /件|回/u.test(one.unit) && (one.per === 'month' || one.per === 'year'))
      .map((one) => ({ clause, one })),
  )[0];
  const texts = fold(about.map((one) => one.text).join('\n'));
  const channels = [
    ...(/訪問|来庁|赴/u.test(texts) ? ['訪問'] : []),
    ...(/電子メール|メール/u.test(texts) ? ['電子メール'] : []),
    ...(/電話/u.test(texts) ? ['電話'] : []),
    ...(/web|オンライン/iu.test(texts) ? ['Web会議'] : []),
  ];
  const within = about.map(spanWithin).find((one) => one !== null) ?? null;
  return {
    clause: first.id,
    intake: '担当課',
    categories: ['情報セキュリティの相談'],
    channels: channels.length > 0 ? channels : ['電子メール', '電話'],
    ...(capped === undefined
      ? {}
      : {
          cap: {
            clause: capped.clause.id,
            max: capped.one.max,
            per: capped.one.per === 'year' ? ('fiscal-year' as const) : ('month' as const),
            carryOver: 'none' as const,
            unit: 'consultation' as const,
          },
        }),
    ...(within === null ? {} : { answerWithin: within }),
  };
}

/** The time within which something follows, unless it is counted from the contract. */
function spanWithin({ found }: ProposedClause): Span | null {
  const span = found.deadlines.find(
    (one): one is Extract<FoundDeadline, { kind: 'span' }> =>
      one.kind === 'span' && one.side === 'within' && one.from !== 'contractDate',
  );
  return span === undefined ? null : { n: span.n, unit: span.unit, first: span.first, roll: 'none' };
}
