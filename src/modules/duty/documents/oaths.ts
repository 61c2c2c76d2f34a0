/** 誓約書 of each member, the firm and each subcontractor; 再委託先への義務の承継書. */
import { formatEra } from '../../../core/calendar/index.ts';
import { clauseNumber } from '../../../core/specification/index.ts';
import {
  type Block,
  bulletList,
  definitionList,
  heading,
  numberedList,
  paragraph,
  signature,
} from '../../../documents/index.ts';
import type { Context, DocumentProvider } from '../../../kernel/module.ts';
import { peopleContract } from '../../people/contract.ts';
import { dutyContract } from '../contract.ts';
import { assetsOf } from '../rules.ts';
import { paper, read, required, shared, type Source } from './common.ts';
import { OATH_FIELDS } from './fields.ts';
import { incidentGaps, subcontractGaps } from './gaps.ts';

const ALWAYS = ['業務上知り得た秘密を、在職中も退職後も、契約の終了又は解除の後も、他に漏らさないこと。'];

const contentsOf = ({ conditions }: Source): readonly string[] => {
  const contents = conditions.confidentiality?.contents ?? [];
  return contents.length === 0 ? ALWAYS : contents;
};

const oathBlocks = (source: Source, who: string): readonly Block[] => [
  paragraph(
    `「${source.profile.title}」の業務に${who}に当たり、次の事項を守ることを誓約します。契約の終了又は解除の後も同様とします。`,
  ),
  heading(1, '誓約する事項'),
  numberedList(contentsOf(source)),
];

export const oathPaper: DocumentProvider = {
  ...shared,
  kind: 'oath',
  title: '誓約書',
  fields: OATH_FIELDS,
  perSubject: '誓約する者',
  async subjects(context, engagementId) {
    const { conditions, members, registers } = await context.client(dutyContract).getDuties({ engagementId });
    const signers = conditions.confidentiality?.signers ?? [];
    return [
      ...(signers.includes('firm') ? [{ id: engagementId, title: '受託者' }] : []),
      ...members.filter(({ active }) => active).map(({ id, name }) => ({ id, title: name })),
      ...(signers.includes('subcontractor') ? registers.subcontract.map(({ id, firm }) => ({ id, title: firm })) : []),
    ];
  },
  async build(context, { engagementId, subject }) {
    const source = await read(context, engagementId);
    return paper('誓約書', context.today, source, signedBy(source, subject, engagementId));
  },
};

function signedBy(source: Source, subject: string | null, engagementId: string): readonly Block[] {
  if (subject === engagementId) {
    return [
      ...oathBlocks(source, '従事させる'),
      paragraph('業務に従事する者にも、同じ事項を守らせます。'),
      signature([
        { label: '所在地' },
        { label: '受注者', value: source.profile.contractor },
        { label: '代表者', seal: true },
      ]),
    ];
  }
  const subcontract = source.registers.subcontract.find(({ id }) => id === subject);
  if (subcontract !== undefined) {
    return [
      ...oathBlocks(source, '再委託を受けて従事する'),
      signature([
        { label: '再委託先', value: subcontract.firm },
        { label: '代表者', seal: true },
      ]),
    ];
  }
  const name = subject === null ? '' : source.nameOf(subject);
  const known = required(
    name === '' ? undefined : name,
    '誓約する者が見つかりません。誓約する者を一覧から選び直してください。',
  );
  return [
    ...oathBlocks(source, '従事する'),
    signature([
      { label: '所属', value: subject === null ? '' : source.placeOf(subject) },
      { label: '氏名', value: known, seal: true },
    ]),
  ];
}

async function subcontracts(context: Context, engagementId: string) {
  const { registers } = await context.client(dutyContract).getDuties({ engagementId });
  return registers.subcontract
    .filter(({ state }) => state !== 'requested' && state !== 'refused')
    .map(({ id, firm }) => ({ id, title: firm }));
}

export const obligationsPaper: DocumentProvider = {
  ...shared,
  kind: 'subcontract-obligations',
  title: '再委託先への義務の承継書',
  perSubject: '再委託先',
  subjects: subcontracts,
  gaps: subcontractGaps,
  async build(context, { engagementId, subject }) {
    const source = await read(context, engagementId);
    const row = required(
      source.registers.subcontract.find(({ id }) => id === subject),
      '対象の再委託が見つかりません。再委託の一覧から選び直してください。',
    );
    if (row.state === 'requested' || row.state === 'refused') {
      required(undefined, '発注者の承諾を得ていない再委託です。承諾を得てから作成してください。');
    }
    return paper('再委託先への義務の承継書', context.today, source, [
      paragraph(
        `「${source.profile.title}」の一部を再委託するに当たり、受注者が発注者に対して負う次の義務を、再委託先も受注者と同様に負うことを、受注者と再委託先の間で確認します。再委託先の行為については、受注者が発注者に対して責任を負います。`,
      ),
      definitionList([
        ['再委託先', `${row.firm}${row.groupCompany ? '（グループ企業）' : ''}`],
        ['再委託の内容', row.content],
        ['取り扱う情報', row.information],
        ['監督の方法', row.supervision],
        ['安全管理措置', row.safeguards],
        ['発注者の承諾', `${row.decidedOn === null ? '' : formatEra(row.decidedOn)}　${row.approval}`],
      ]),
      heading(1, '承継する義務'),
      numberedList(obligationsOf(source)),
      heading(1, '確認'),
      signature([
        { label: '受注者', value: source.profile.contractor, seal: true },
        { label: '再委託先', value: row.firm, seal: true },
      ]),
    ]);
  },
};

/** The duties of the specification in one sentence each; what it is silent about is not passed on. */
function obligationsOf({ conditions }: Source): readonly string[] {
  const assets = assetsOf(conditions);
  const { rules, measures, cloud, workplace, training, carryOut, thirdParties, incident, inspection, disposal } =
    conditions;
  const { handlerNotice, confidentiality } = conditions;
  const clause = (part: { readonly clause: string }): string => `（仕様書${clauseNumber(part.clause)}）`;
  const lines: readonly (string | false | undefined)[] = [
    confidentiality && `秘密を保持し、従事者に誓約させること。${clause(confidentiality)}`,
    rules && `${rules.names.join('、')}を守ること。${clause(rules)}`,
    measures && `${measures.prevents.join('、')}を防ぐ措置を講ずること。${clause(measures)}`,
    handlerNotice && `${assets}を取り扱う者を通知すること。${clause(handlerNotice)}`,
    workplace && `庁舎外で作業するときは、あらかじめ承諾を得ること。${clause(workplace)}`,
    training && `従事者に研修を行うこと。${clause(training)}`,
    cloud && `クラウドサービスは、条件を満たすものだけを用いること。${clause(cloud)}`,
    carryOut && `資料等を持ち出すときは、あらかじめ承諾を得ること。${clause(carryOut)}`,
    thirdParties && `許可なく第三者に${thirdParties.acts.join('、')}をしないこと。${clause(thirdParties)}`,
    incident && `事故又はそのおそれを知ったときは、直ちに受注者に報告し、指示に従うこと。${clause(incident)}`,
    inspection && `発注者の報告の求め及び検査に応ずること。${clause(inspection)}`,
    disposal && `業務が終わったときは、資料等を返還し、又は復元できない方法で消去すること。${clause(disposal)}`,
    '受けた業務を更に他に委託しないこと。',
  ];
  return lines.filter((line): line is string => typeof line === 'string');
}

export const incidentPaper: DocumentProvider = {
  ...shared,
  kind: 'incident-report',
  title: '事故等報告書',
  perSubject: '事故',
  gaps: incidentGaps,
  async subjects(context, engagementId) {
    const { registers } = await context.client(dutyContract).getDuties({ engagementId });
    return registers.incident.map(({ id, title }) => ({ id, title }));
  },
  async build(context, { engagementId, subject }) {
    const source = await read(context, engagementId);
    const row = required(
      source.registers.incident.find(({ id }) => id === subject),
      '対象の事故が見つかりません。事故の一覧から選び直してください。',
    );
    const concerned = await departmentNames(context, row.departments);
    const firm = source.registers.subcontract.find(({ id }) => id === row.subcontractId)?.firm;
    return paper('事故等報告書', row.reportedOn ?? context.today, source, [
      paragraph(
        `「${source.profile.title}」において次の事態${row.suspected ? 'のおそれ' : ''}を知りましたので、報告します。`,
      ),
      definitionList([
        ['件名', row.title],
        ['区分', `${row.class}${row.suspected ? '（おそれ）' : ''}`],
        ['知った日', formatEra(row.awareOn)],
        ...(concerned === '' ? [] : [['関係する所属', concerned] as [string, string]]),
        ...(firm === undefined ? [] : [['生じた再委託先', firm] as [string, string]]),
      ]),
      heading(1, '内容'),
      paragraph(row.description),
      heading(1, '直ちに講じた措置'),
      paragraph(row.firstMeasures.trim() === '' ? '報告の時点では、講じた措置はありません。' : row.firstMeasures),
      ...(row.instructions.length === 0
        ? []
        : [
            heading(1, '発注者の指示と対応'),
            bulletList(
              row.instructions.map(
                ({ on, text, completedOn, result }) =>
                  `${formatEra(on)}の指示：${text}${completedOn === null ? '（対応中）' : `　${formatEra(completedOn)}の対応：${result}`}`,
              ),
            ),
          ]),
    ]);
  },
};

async function departmentNames(context: Context, ids: readonly string[]): Promise<string> {
  if (ids.length === 0) return '';
  const { departments } = await context.client(peopleContract).listDepartments({});
  return departments.flatMap(({ id, name }) => (ids.includes(id) ? [name] : [])).join('、');
}
