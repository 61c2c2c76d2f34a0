/** Overview, conduct part: incidents, inspections and what the contractor owes to the city and to third parties. Pure. */
import type { DutyConditions } from '../../core/specification/index.ts';
import { type DutyLine, ended, line, type Lines, type Moment, onceByEnd } from './overview-line.ts';
import type { Records } from './rules.ts';

export function conduct(records: Records, conditions: DutyConditions, moment: Moment): Lines {
  return [
    ...dealings(records, conditions, moment),
    reports(records, conditions, moment),
    supervisor(records, conditions),
    works(records, conditions),
    eco(records, conditions, moment),
    ...annexes(records, conditions),
    ...compliance(records, conditions, moment),
    proposals(records, conditions, moment),
  ];
}

function dealings(records: Records, { incident, inspection, thirdParties }: DutyConditions, moment: Moment): Lines {
  const incidents = records.incident.filter(({ state }) => state !== 'completed' && state !== 'reported');
  const waiting = records.inspection.filter(({ state }) => state === 'requested');
  const inspected = records.inspection.some(({ state }) => state === 'held');
  const undecided = records.disclosure.filter(({ state }) => state === 'requested');
  const noIncident = records.incident.length === 0 && records['no-incident'].length === 0;
  return [
    thirdParties === undefined
      ? null
      : line(
          'requests',
          thirdParties.clause,
          '第三者への提供等の制限',
          undecided.length === 0 ? null : `発注者の許可を待っている申請が${undecided.length}件あります。`,
          '許可のない第三者への提供等はありません。',
        ),
    incident === undefined
      ? null
      : {
          page: 'incidents',
          clause: incident.clause,
          title: '緊急時の報告',
          state:
            incidents.length > 0 ? 'open' : noIncident && !ended(moment) ? 'not-due' : noIncident ? 'open' : 'done',
          explanation:
            incidents.length > 0
              ? `報告又は指示への対応が済んでいない事故が${incidents.length}件あります。`
              : noIncident
                ? '事故の記録はありません。契約の終わりに、なかった旨を申告してください。'
                : '報告と指示への対応が済んでいます。',
        },
    inspection === undefined
      ? null
      : {
          page: 'inspections',
          clause: inspection.clause,
          title: '検査',
          state: waiting.length > 0 ? 'open' : inspected ? 'done' : 'not-due',
          explanation:
            waiting.length > 0
              ? `回答していない検査の求めが${waiting.length}件あります。`
              : inspected
                ? '検査を受けています。'
                : '検査はまだ行われていません。',
        },
  ];
}

function reports(records: Records, { reports: asked }: DutyConditions, { today }: Moment): DutyLine | null {
  if (asked === undefined) return null;
  const open = records['report-request'].filter(({ answeredOn }) => answeredOn === null);
  const late = open.filter(({ due }) => due !== null && due < today);
  const unread = records['report-request'].filter(
    ({ answeredOn, acceptedOn }) => answeredOn !== null && acceptedOn === null,
  );
  const waiting = unread.length === 0 ? null : `発注者の確認を待っている回答が${unread.length}件あります。`;
  return line(
    'requests',
    asked.clause,
    '報告の求め・指示',
    open.length === 0
      ? waiting
      : `答えていない報告の求めが${open.length}件あります。${late.length === 0 ? '' : `うち${late.length}件は期限を過ぎています。`}`,
    records['report-request'].length === 0
      ? '報告の求めはありません。'
      : 'すべての報告の求めに答え、受け入れられています。',
  );
}

function supervisor(records: Records, { supervisor: asked }: DutyConditions): DutyLine | null {
  if (asked === undefined) return null;
  return line(
    'requests',
    asked.clause,
    `${asked.title}の指定`,
    records.supervisor.some(({ endedOn }) => endedOn === null) ? null : `発注者が${asked.title}を定めてください。`,
    `${asked.title}が定められています。`,
  );
}

function works(records: Records, { works: asked }: DutyConditions): DutyLine | null {
  if (asked === undefined) return null;
  const found = records['third-party-work'];
  const done =
    found.length === 0 ? '第三者の著作物の使用は記録されていません。' : `${found.length}件を登録しています。`;
  return line('requests', asked.clause, '第三者の著作物', null, done);
}

function eco(records: Records, { eco: asked }: DutyConditions, moment: Moment): DutyLine | null {
  if (asked === undefined) return null;
  return onceByEnd(
    { page: 'requests', clause: asked.clause, title: '環境に配慮した物品' },
    records.eco.length === 0 ? null : `${records.eco.length}件の使用を記録しています。`,
    `${asked.scope.join('・')}に環境に配慮したものを用い、契約の終わりまでに記録してください。`,
    moment,
  );
}

function annexes(records: Records, { annexes: asked = [] }: DutyConditions): Lines {
  return asked.map(({ clause, annex, title }) =>
    line(
      'basics',
      clause,
      `${annex}の確認`,
      records.annex.some((entry) => entry.annex === annex)
        ? null
        : `${annex}（${title}）を受け取り、守る事項を登録してください。資料の貸与を受ける前に必要です。`,
      '守る事項を登録しています。',
    ),
  );
}

function compliance(records: Records, { compliance: asked = [] }: DutyConditions, moment: Moment): Lines {
  return asked.map(({ clause, laws }) =>
    onceByEnd(
      { page: 'basics', clause, title: '法令の遵守の申告' },
      records.compliance.some((entry) => entry.clause === clause) ? `${laws.join('・')}の遵守を申告しています。` : null,
      `${laws.join('・')}を守って業務を行い、契約の終わりまでに申告してください。`,
      moment,
    ),
  );
}

function proposals(records: Records, { proposals: asked }: DutyConditions, moment: Moment): DutyLine | null {
  if (asked === undefined) return null;
  const waiting = records.proposal.filter(({ state }) => state === 'made');
  const at = { page: 'proposals', clause: asked.clause, title: '積極的な提案' } as const;
  if (waiting.length > 0) {
    return { ...at, state: 'open', explanation: `発注者の判断を待っている提案が${waiting.length}件あります。` };
  }
  return onceByEnd(
    at,
    records.proposal.length === 0 ? null : `${records.proposal.length}件の提案について、判断を受けています。`,
    '業務の目的の達成に必要なことを、契約の終わりまでに提案してください。',
    moment,
  );
}
