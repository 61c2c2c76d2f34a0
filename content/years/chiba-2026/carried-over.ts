/** Plans against findings of the year before, which an earlier contractor handed over: as they stood at the end of March 2026. */
import { BUREAUS, MUNICIPALITY } from './cast.ts';

export interface CarriedOver {
  /** The section in charge. */
  readonly section: string;
  readonly state: 'approved' | 'returned';
  readonly title: string;
  readonly grade: '指摘' | '意見';
  readonly fact: string;
  readonly risk: string;
  readonly recommendation: string;
  readonly basis: string;
  readonly fields: {
    readonly cause: string;
    readonly measure: string;
    readonly shortTerm: string;
    readonly longTerm: string;
    readonly due: string;
    readonly budget: string;
  };
  /** By when the section writes again, and why it got its plan back. */
  readonly again?: { readonly by: string; readonly reason: string };
}

export const CARRIED_OVER: readonly CarriedOver[] = [
  {
    section: 'personnel',
    state: 'approved',
    title: '退職者の利用者IDの停止',
    grade: '指摘',
    fact: '令和7年4月から9月までに退職した5人のうち2人の利用者IDが、退職の日から30日を過ぎても停止されていなかった。',
    risk: '退職した者が庁内の情報に接続し、情報が漏えいするおそれがある。',
    recommendation: '退職の手続の確認表に利用者IDの停止の依頼を加え、停止した日を記録する。',
    basis: 'あおば市情報セキュリティ対策基準第21条',
    fields: {
      cause: '退職の手続と利用者IDの停止の依頼を、別々の係が行っていた。',
      measure: '退職の手続の確認表に停止の依頼の欄を設け、退職の日までに停止したことを確かめる。',
      shortTerm: '残っていた2人の利用者IDを停止する。',
      longTerm: '四半期ごとに、利用者IDと在籍者を照らし合わせる。',
      due: '2026-08-31',
      budget: '不要',
    },
  },
  {
    section: 'systems',
    state: 'approved',
    title: '管理者の権限の見直し',
    grade: '指摘',
    fact: '業務システムの管理者の権限を持つ18人のうち、4人が担当を離れた後も権限を持っていた。',
    risk: '担当でない者の操作により、情報が改ざんされ、又は消去されるおそれがある。',
    recommendation: '担当が変わるときに権限を外す手順を定め、年2回、権限の一覧と担当を照らし合わせる。',
    basis: 'あおば市情報セキュリティ対策基準第22条',
    fields: {
      cause: '権限を外す依頼の手順がなく、システムごとの担当者の判断に任されていた。',
      measure: '11の業務システムの管理者の権限を見直し、権限を外す依頼の様式と年2回の照合の手順を定める。',
      shortTerm: '4人の権限を外す。',
      longTerm: '次の基盤の更新の際に、権限の一覧を一か所で管理する。',
      due: '2027-01-29',
      budget: '不要',
    },
  },
  {
    section: 'care',
    state: 'approved',
    title: '調査票を送る際の宛先の確認',
    grade: '意見',
    fact: '認定調査の委託先に調査票を送る際の宛先の確認を、1人の職員だけで行っていた。',
    risk: '宛先を誤り、心身の状況を記した書類が第三者に渡るおそれがある。',
    recommendation: '封入の前に、宛先と内容を2人で確かめて記録する。',
    basis: 'あおば市情報セキュリティ対策基準第17条',
    fields: {
      cause: '送付の件数が増えた後も、確認の手順を見直していなかった。',
      measure: '封入の前に2人で宛先と内容を読み合わせ、確認簿に記録する。',
      shortTerm: '確認簿の様式を作り、試しに1か月記録する。',
      longTerm: '宛名の印刷と調査票の番号を結び付け、誤りを機械で見付けられるようにする。',
      due: '2026-12-18',
      budget: '不要',
    },
  },
  {
    section: 'farming',
    state: 'approved',
    title: '補助金の申請書の保管',
    grade: '指摘',
    fact: '受付を終えた補助金の申請書の綴り9冊が、施錠できない書架に置かれていた。',
    risk: '申請した者の氏名、口座等を記した書類が持ち出されるおそれがある。',
    recommendation: '申請書の綴りを施錠できる書庫に移し、鍵の管理者を定める。',
    basis: 'あおば市情報セキュリティ対策基準第15条',
    fields: {
      cause: '保存期間を過ぎた文書の廃棄が遅れ、施錠できる書庫に空きがなかった。',
      measure: '保存期間を過ぎた文書を廃棄し、申請書の綴りを全て施錠できる書庫に移す。',
      shortTerm: '今年度の申請書の綴り3冊を、課長補佐の施錠した書庫に移す。',
      longTerm: '毎年6月に文書を廃棄し、書庫の空きを確かめる。',
      due: '2027-01-29',
      budget: '文書の溶解処理　約2万円（既定の予算で対応）',
    },
  },
  {
    section: 'welfare',
    state: 'returned',
    title: '訪問に持ち出す端末の暗号化',
    grade: '指摘',
    fact: '訪問に持ち出す端末12台のうち、7台の記憶装置が暗号化されていなかった。',
    risk: '端末を失ったときに、相談の記録が第三者に読まれるおそれがある。',
    recommendation: '持ち出す端末を全て暗号化し、それまでの間、暗号化していない端末の持出しを止める。',
    basis: 'あおば市情報セキュリティ対策基準第18条',
    fields: {
      cause: '端末を替えた際に、暗号化の設定を引き継がなかった。',
      measure: '全ての端末を暗号化する。',
      shortTerm: '暗号化していない7台の持出しを止める。',
      longTerm: '端末の受入れの確認表に、暗号化の欄を加える。',
      due: '2026-09-30',
      budget: '令和8年度の補正予算に要求する。',
    },
    again: {
      by: '2026-12-11',
      reason: '費用の見通しが立っていないため、補正予算が決まった後に、完了の予定日と予算を改めて示してください。',
    },
  },
];

const id = (kind: number, at: number): string =>
  `00000000-0000-7000-8000-${`${kind}`.padStart(4, '0')}${`${at}`.padStart(8, '0')}`;

/** The finding that a plan answers, as the earlier year knew it. */
export const findingIdOf = (at: number): string => id(1, at);

/** The file as the product of the earlier contractor wrote it. */
export function handOverFile(): Uint8Array {
  const file = {
    format: 'machimori-improvement-plans/1',
    municipality: MUNICIPALITY,
    title: '令和7年度情報セキュリティ監査業務委託',
    contractor: '株式会社こずえ情報監査',
    fiscalYear: 2025,
    plans: CARRIED_OVER.map((plan, at) => ({
      state: plan.state,
      department: fullNameOf(plan.section),
      content: contentOf(plan, at),
    })),
  };
  return new TextEncoder().encode(`${JSON.stringify(file, null, 2)}\n`);
}

function contentOf({ section, state, fields, again, ...finding }: CarriedOver, at: number) {
  const { title, fact, risk, recommendation, grade, basis } = finding;
  const name = fullNameOf(section);
  return {
    finding: {
      ...{ findingId: findingIdOf(at), number: at + 1, title, fact, risk, recommendation, grade },
      ...{ basis: [basis], times: 1 },
    },
    audit: {
      ...{ auditId: id(2, at), targetId: id(2, at), targetName: name, type: 'external' },
      programme: '情報セキュリティ監査',
    },
    fields: { ...fields, responsible: `${nameOf(section)}長` },
    ...{ issuedOn: '2026-02-20', replyBy: again?.by ?? '2026-03-13', round: 1, submittedOn: '2026-03-10' },
    approvedOn: state === 'approved' ? '2026-03-19' : null,
    ...{ reportedOn: null, confirmedOn: null, closedOn: null, advice: [] },
    decisions:
      again === undefined ? [] : [{ by: id(3, 1), on: '2026-03-19', decision: 'return', remark: again.reason }],
    ...{ progress: [], confirmations: [], effectOn: null, effects: [], closing: '', reopenings: [] },
    ...{ cancellation: null, carriedFrom: null, carriedTo: null },
  };
}

const nameOf = (section: string): string => placeOf(section).name;

/** As the departments are called in files: bureau and section. */
function fullNameOf(section: string): string {
  const { bureau, name } = placeOf(section);
  return `${bureau} ${name}`;
}

function placeOf(section: string): { readonly bureau: string; readonly name: string } {
  for (const bureau of BUREAUS) {
    const found = bureau.sections.find(({ key }) => key === section);
    if (found !== undefined) return { bureau: bureau.name, name: found.name };
  }
  throw new Error(`no section ${section}`);
}
