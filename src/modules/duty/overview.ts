/** The duties of the specification with what is done and what is open. What it is silent about has no line. Pure. */
import type { DutyConditions } from '../../core/specification/index.ts';
import { conduct } from './overview-conduct.ts';
import { type DutyLine, ended, line, type Lines, type Moment } from './overview-line.ts';
import { cloudUsable, currentManager, lackingForReceipt, overdueCarryOuts, type Records, unsettled } from './rules.ts';

export function overview(records: Records, conditions: DutyConditions, moment: Moment): readonly DutyLine[] {
  return [
    ...basics(records, conditions, moment),
    ...people(records, conditions, moment),
    ...secrecy(records, conditions, moment),
    ...assets(records, conditions, moment),
    ...conduct(records, conditions, moment),
  ].filter((line) => line !== null);
}

function basics(records: Records, conditions: DutyConditions, moment: Moment): Lines {
  const silent = moment.members.filter((id) => !records.acknowledgement.some(({ memberId }) => memberId === id));
  const measures = lackingForReceipt(records, conditions).filter((lacking) => lacking.includes('措置'));
  const documents = records['security-document'].filter(({ submittedOn }) => submittedOn === null);
  const late = documents.filter(({ due }) => due < moment.today);
  const services = records['cloud-service'].filter(({ state }) => state === 'in-use');
  const expired = services.filter((service) => !cloudUsable(service, moment.today));
  const { rules, measures: asked, documents: wanted, cloud } = conditions;
  return [
    rules === undefined
      ? null
      : line(
          'basics',
          rules.clause,
          '規程の遵守の確認',
          silent.length === 0 ? null : `規程を確認していない担当者が${silent.length}人います。`,
          '全員が規程を確認しています。',
        ),
    asked === undefined
      ? null
      : line(
          'basics',
          asked.clause,
          '事故を防ぐ措置',
          measures.length === 0 ? null : `${measures.join('、')}が必要です。`,
          `${records.measure.length}件の措置を登録しています。`,
        ),
    wanted === undefined
      ? null
      : line(
          'basics',
          wanted.clause,
          wanted.names.length === 0 ? '情報セキュリティに係る書類の提出' : '発注者の指示による書類の提出',
          documents.length === 0
            ? null
            : `未提出の書類が${documents.length}件あります。${late.length === 0 ? '' : `うち${late.length}件は期限を過ぎています。`}`,
          '期限の定められた書類は、すべて提出しています。',
        ),
    cloud === undefined
      ? null
      : line(
          'basics',
          cloud.clause,
          'クラウドサービスの利用条件',
          expired.length === 0 ? null : `証明の期限が切れたサービスが${expired.length}件あります。`,
          services.length === 0
            ? 'この業務ではクラウドサービスを使っていません。'
            : `${services.length}件のサービスすべてに有効な証明があります。`,
        ),
  ];
}

function people(records: Records, { manager, handlerNotice, workplace }: DutyConditions, moment: Moment): Lines {
  const current = currentManager(records);
  const notified = new Set(
    records['handler-notice'].flatMap(({ handlers }) => handlers.map(({ memberId }) => memberId)),
  );
  const unnamed = moment.members.filter((id) => !notified.has(id));
  const places = records.workplace.filter(({ state }) => state === 'requested');
  return [
    manager === undefined
      ? null
      : line(
          'handlers',
          manager.clause,
          manager.role,
          current !== undefined && moment.members.includes(current.memberId)
            ? null
            : `${manager.role}を選任してください。`,
          `${manager.role}を選任しています。`,
        ),
    handlerNotice === undefined
      ? null
      : line(
          'handlers',
          handlerNotice.clause,
          '情報取扱従事者の通知',
          unnamed.length === 0 ? null : `発注者に通知していない担当者が${unnamed.length}人います。`,
          '全員を発注者に通知しています。',
        ),
    workplace === undefined
      ? null
      : line(
          'handlers',
          workplace.clause,
          '庁舎外の作業場所',
          places.length === 0 ? null : `発注者の承諾を待っている作業場所が${places.length}件あります。`,
          records.workplace.length === 0
            ? '庁舎外の作業場所の届出はありません。'
            : '届け出た作業場所は、すべて判断済みです。',
        ),
  ];
}

function secrecy(records: Records, { training, confidentiality, subcontract }: DutyConditions, moment: Moment): Lines {
  const trained = new Set(records.training.flatMap(({ attendees }) => attendees));
  const untrained = moment.members.filter((id) => !trained.has(id));
  const unreported = records.training.filter(({ state }) => state === 'held');
  const subcontracts = records.subcontract.filter(({ state }) => state !== 'refused' && state !== 'ended');
  const waiting = subcontracts.filter(({ state }) => state !== 'started');
  const undeclared =
    subcontract?.declarationClause !== undefined && subcontracts.length === 0 && records['no-subcontract'].length === 0;
  return [
    training === undefined
      ? null
      : line(
          'training',
          training.clause,
          '従業員の研修',
          untrained.length > 0
            ? `研修を受けていない担当者が${untrained.length}人います。`
            : unreported.length > 0
              ? '実施した研修を発注者に報告してください。'
              : null,
          '全員が研修を受け、発注者に報告しています。',
        ),
    confidentiality === undefined
      ? null
      : line(
          'training',
          confidentiality.clause,
          confidentiality.evidenceClause === undefined ? '守秘の誓約' : '守秘の誓約と書面の提出',
          openSecrecy(records, confidentiality, moment),
          confidentiality.evidenceClause === undefined
            ? '全員が誓約しています。'
            : '全員が誓約し、書面を提出しています。',
        ),
    subcontract === undefined
      ? null
      : line(
          'subcontracts',
          subcontract.clause,
          '再委託',
          waiting.length > 0
            ? `手続の途中の再委託が${waiting.length}件あります。`
            : undeclared
              ? '再委託の申請か、再委託をしない旨の申告をしてください。'
              : null,
          subcontracts.length > 0
            ? '承諾を得た再委託だけを行っています。'
            : records['no-subcontract'].length > 0
              ? '再委託をしない旨を申告しています。'
              : '再委託は行っていません。',
        ),
  ];
}

function openSecrecy(
  records: Records,
  { signers, evidenceClause }: NonNullable<DutyConditions['confidentiality']>,
  moment: Moment,
): string | null {
  const unsigned = moment.members.filter((id) => !records.confidentiality.some(({ memberId }) => memberId === id));
  if (signers.includes('member') && unsigned.length > 0) return `誓約していない担当者が${unsigned.length}人います。`;
  const evidenced = new Set(records['confidentiality-evidence'].flatMap(({ members }) => members));
  const unevidenced = records.confidentiality.filter(
    ({ memberId }) =>
      !evidenced.has(memberId) &&
      !records.oath.some(({ signer, members }) => signer === 'member' && members.includes(memberId)),
  );
  if (evidenceClause !== undefined && unevidenced.length > 0) {
    return `了知させたことが分かる書面を提出していない担当者が${unevidenced.length}人います。`;
  }
  if (signers.includes('firm') && !records.oath.some(({ signer }) => signer === 'firm')) {
    return '受託者の誓約書を発注者に提出してください。';
  }
  const without = records.subcontract.filter(
    ({ id, state }) => state === 'started' && !records.oath.some(({ subcontractId }) => subcontractId === id),
  );
  if (signers.includes('subcontractor') && without.length > 0) {
    return `誓約書を提出していない再委託先が${without.length}件あります。`;
  }
  return null;
}

function assets(records: Records, { materials, disposal, carryOut }: DutyConditions, moment: Moment): Lines {
  const held = unsettled(records);
  const open = held.materials.length + held.copies.length;
  const clause = disposal?.clause ?? materials?.clause;
  const reported = records['disposal-report'].length > 0;
  const overdue = overdueCarryOuts(records, moment.today);
  const undecided = records['carry-out'].filter(({ state }) => state === 'requested');
  const out = records['carry-out'].filter(({ state }) => state === 'taken');
  const certified = records.erasure.some(({ state }) => state === 'certified');
  return [
    clause === undefined
      ? null
      : {
          page: 'materials',
          clause,
          title: '返還・引渡し・消去',
          state: open === 0 && (reported || certified) ? 'done' : ended(moment) ? 'open' : 'not-due',
          explanation:
            open > 0
              ? `手元にある資料等が${held.materials.length}件、複製が${held.copies.length}件あります。`
              : ended(moment) && !reported && !certified
                ? '返還・消去を発注者に報告してください。'
                : '手元に残っている資料等はありません。',
        },
    disposal === undefined
      ? null
      : {
          page: 'erasure',
          clause: disposal.clause,
          title: '契約の終わりの消去',
          state: certified ? 'done' : ended(moment) ? 'open' : 'not-due',
          explanation: certified
            ? '消去を済ませ、証明書を発行しています。'
            : '契約が終わったら、受託者の手元にある情報を消去し、証明書を発行してください。',
        },
    carryOut === undefined
      ? null
      : line(
          'carry-outs',
          carryOut.clause,
          '資料等の持出し',
          overdue.length > 0
            ? `持ち帰る期限を過ぎた持出しが${overdue.length}件あります。返却を記録してください。`
            : undecided.length > 0
              ? `発注者の承諾を待っている持出しが${undecided.length}件あります。`
              : null,
          out.length > 0
            ? `承諾を得て持ち出しているものが${out.length}件あります。`
            : '持ち出しているものはありません。',
        ),
  ];
}
