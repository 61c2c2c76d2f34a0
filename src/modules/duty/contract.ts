/** Duty: the contractor's own security duties under the specification. */
import { z } from 'zod';
import { DutyConditionsSchema } from '../../core/specification/conditions.ts';
import { defineContract, download, query } from '../../kernel/contract.ts';
import { CONTRACTOR_ROLES } from '../../kernel/role.ts';
import { day, engagementInput, id, line, requiredText, text } from '../../kernel/schema.ts';
import { change, creation, decision, inEngagement, occurredOn, record } from './contract/commands.ts';
import { dutyLine, registers } from './contract/registers.ts';
import { conductOperations } from './contract/conduct.ts';
import { erasureOperations } from './contract/erasure.ts';
import { exchangeOperations } from './contract/exchanges.ts';
import { cloudEvidence, departments, files, incidentClass, inspectionMode, level, lines } from './records.ts';
import { materialKind, materialOrigin } from './records.ts';

/** How something was made unreadable. Without irrecoverability the city's own instruction has to be named. */
const erasure = { method: line, memberId: id, irrecoverable: z.boolean(), cityInstruction: text, occurredOn };

export const dutyContract = defineContract({
  id: 'duty',
  title: '受託者の義務',
  permissions: {
    'duty.read': {
      roles: ['ciso', 'security-office', ...CONTRACTOR_ROLES],
      because: '発注者は受託者の管理の状況を確かめ、受託者は自らの義務を果たす。',
    },
    'duty.manage': {
      roles: ['project-manager', 'audit-lead', 'quality-manager'],
      because: '受託者としての届出と記録は、業務責任者・主任担当者・品質管理者が行う。',
    },
    'duty.take-part': {
      roles: [...CONTRACTOR_ROLES],
      because: '規程の確認、守秘の誓約、取扱いの記録は、担当者一人ひとりが自分について行う。',
    },
    'duty.exchange': {
      roles: ['security-office', 'project-manager', 'audit-lead', 'quality-manager'],
      because: '資料の受渡しは、渡した側でも受けた側でも記録できる。',
    },
    'duty.decide': {
      roles: ['security-office'],
      because: '承諾、期限の指定、指示、提案の採否、公表及び検査は、発注者だけが行う（10）。',
    },
  },
  operations: {
    ...exchangeOperations,
    ...erasureOperations,
    ...conductOperations,
    getDuties: query({
      summary: '受託者の義務の状況と、すべての記録を返す。',
      permission: 'duty.read',
      input: engagementInput,
      output: z.strictObject({
        /** The day in the municipality, for what is overdue. */
        today: day,
        lines: z.array(dutyLine),
        registers,
        /** What the specification asks for; a part that it is silent about is absent. */
        conditions: DutyConditionsSchema,
        /** Members of the team, also those who have left, for names and choices. */
        members: z.array(
          z.strictObject({
            id,
            name: z.string(),
            active: z.boolean(),
            accountId: id.nullable(),
            roles: z.array(z.string()),
          }),
        ),
      }),
    }),
    downloadDocument: download({
      summary: '受託者の義務に関する文書を今の記録から作って返す。',
      permission: 'duty.read',
      input: z.strictObject({
        ...inEngagement,
        kind: z.string().max(60),
        subject: id.nullable(),
        format: z.enum(['docx', 'pdf', 'xlsx']),
      }),
    }),
    downloadFile: download({
      summary: '記録に添付されたファイルを返す。',
      permission: 'duty.read',
      input: z.strictObject({ ...inEngagement, recordId: id, fileId: id }),
    }),

    acknowledgeRules: creation('duty.take-part', '担当者が、守るべき規程を確認したことを記録する。', {
      memberId: id,
      rules: lines.min(1),
      occurredOn,
    }),
    recordMeasure: creation('duty.manage', '漏えい・改ざん・滅失などを防ぐ措置を登録する。', {
      name: line,
      prevents: lines.min(1),
      owner: id,
      evidence: text,
      files,
    }),
    setDocumentDue: creation('duty.decide', '情報セキュリティに係る書類の提出期限を指定する。', {
      document: line,
      due: day,
      note: text,
    }),
    submitSecurityDocument: change('duty.manage', '情報セキュリティに係る書類を提出する。', {
      ...record,
      files,
      occurredOn,
    }),
    registerCloudService: creation(
      'duty.manage',
      '業務に使うクラウドサービスを、四つの証明のいずれかとともに登録する。',
      {
        name: line,
        provider: line,
        use: requiredText,
        evidence: cloudEvidence,
        reference: line,
        validTo: day.nullable(),
        files,
      },
    ),
    decideCloudService: change('duty.decide', '同等以上の水準のクラウドサービスかどうかを発注者が判断する。', decision),
    renewCloudService: change('duty.manage', 'クラウドサービスの証明の更新を記録する。', {
      ...record,
      reference: line,
      validTo: day.nullable(),
      files,
    }),
    endCloudService: change('duty.manage', 'クラウドサービスの利用をやめる。', record),

    appointInformationManager: creation('duty.manage', '情報管理責任者を選任する。', { memberId: id, occurredOn }),
    notifyHandlers: creation('duty.manage', '情報取扱従事者を体制から作成して発注者に通知する。', {
      /** All members of the team when left out. */
      members: z.array(id).min(1).max(200).optional(),
      occurredOn,
    }),
    requestWorkplace: creation('duty.manage', '庁舎外の作業場所を、適正管理の措置とともに届け出る。', {
      name: line,
      address: line,
      reason: requiredText,
      safeguards: lines.min(1),
      files,
    }),
    decideWorkplace: change('duty.decide', '庁舎外の作業場所を承諾するかどうかを決める。', decision),
    grantLevel3: creation('duty.manage', '担当者に機密性3の情報資産の取扱いを認める。', { memberId: id }),
    revokeLevel3: change('duty.manage', '担当者の機密性3の情報資産の取扱いを終わらせる。', record),
    recordHandling: creation('duty.take-part', '機密性3の情報資産を取り扱った場所と目的を記録する。', {
      memberId: id,
      workplaceId: id.nullable(),
      materialId: id.nullable(),
      purpose: requiredText,
      occurredOn,
    }),

    planTraining: creation('duty.manage', '従業員の研修を計画する。', {
      title: line,
      plannedOn: day,
      method: line,
      lecturer: line,
      topics: lines.min(1),
      members: z.array(id).min(1).max(200),
    }),
    reportTrainingPlan: change('duty.manage', '研修の実施計画を発注者に報告する。', { ...record, occurredOn }),
    holdTraining: change('duty.manage', '研修を実施したことを、受講者とともに記録する。', {
      ...record,
      topics: lines.min(1),
      attendees: z.array(id).min(1).max(200),
      result: text,
      files,
      occurredOn,
    }),
    reportTraining: change('duty.manage', '研修を実施した旨を発注者に報告する。', { ...record, occurredOn }),
    signConfidentiality: creation('duty.take-part', '担当者が、在職中も退職後も秘密を守ることを誓約する。', {
      memberId: id,
      occurredOn,
    }),
    submitConfidentiality: creation('duty.manage', '従事者に了知させたことが分かる書面を発注者に提出する。', {
      members: z.array(id).min(1).max(200),
      files,
      occurredOn,
    }),

    requestSubcontract: creation('duty.manage', '仕様書が求める再委託の事項を報告し、承諾を求める。', {
      firm: line,
      groupCompany: z.boolean(),
      important: z.boolean(),
      /** True when all of the work would go to the subcontractor. */
      wholly: z.boolean().optional(),
      reason: requiredText,
      content: requiredText,
      information: requiredText,
      supervision: requiredText,
      safeguards: requiredText,
      files,
    }),
    decideSubcontract: change('duty.decide', '再委託を承諾するかどうかを決める。', {
      ...decision,
      /** Number or name of the written approval. */
      approval: text,
    }),
    confirmSubcontract: change(
      'duty.manage',
      '再委託先との契約に、義務と再々委託の禁止が書かれていることを確認する。',
      {
        ...record,
        obligationsIncluded: z.boolean(),
        furtherProhibited: z.boolean(),
        files,
      },
    ),
    startSubcontract: change('duty.manage', '再委託を始める。', { ...record, occurredOn }),
    endSubcontract: change('duty.manage', '再委託を終える。', { ...record, occurredOn }),
    declareNoSubcontract: creation('duty.manage', '再委託をしない旨を申告する。', {}),

    receiveMaterial: creation('duty.exchange', '貸与され、取得し、又は作成した資料等を記録する。', {
      name: line,
      level,
      kind: materialKind,
      origin: materialOrigin,
      public: z.boolean(),
      handling: text,
      number: line.nullable().optional(),
      files: files.optional(),
      occurredOn,
    }),
    requestCopy: creation('duty.manage', '資料又は取扱注意の文書の複製の承諾を求める。', {
      materialId: id.nullable(),
      document: line,
      scope: requiredText,
      reason: requiredText,
      copies: z.int().min(1).max(1000),
    }),
    decideCopy: change('duty.decide', '複製を許可するかどうかを決める。', decision),
    recordCopy: change('duty.manage', '許可された複製を作成したことを記録する。', { ...record, occurredOn }),
    returnMaterial: change('duty.exchange', '資料等を返還し、又は引き渡したことを記録する。', {
      ...record,
      receivedBackBy: text,
      occurredOn,
    }),
    eraseMaterial: change('duty.manage', '資料等を解読できない状態で廃棄・消去したことを記録する。', {
      ...record,
      ...erasure,
    }),
    eraseCopy: change('duty.manage', '複製を解読できない状態で廃棄・消去したことを記録する。', {
      ...record,
      ...erasure,
    }),
    reportDisposal: creation('duty.manage', '返還・廃棄等の措置を発注者に報告する。', { occurredOn }),

    noticeIncident: creation('duty.take-part', '事故、そのおそれ又は契約等に違反する事態を知ったことを記録する。', {
      title: line,
      class: incidentClass,
      suspected: z.boolean(),
      awareOn: day,
      description: requiredText,
      departments: departments.optional(),
      subcontractId: id.nullable(),
      firstMeasures: text,
    }),
    nameIncidentDepartments: change('duty.exchange', '事故に関係する発注者の所属を示し、又は改める。', {
      ...record,
      departments,
    }),
    reportIncident: change('duty.manage', '事故を発注者に報告する。', { ...record, occurredOn }),
    instructIncident: change('duty.decide', '事故について受託者に指示する。', { ...record, text: requiredText }),
    completeIncident: change('duty.manage', '発注者の指示への対応が済んだことを記録する。', {
      ...record,
      result: requiredText,
    }),
    publishIncident: change('duty.decide', '事故の内容を必要な範囲で公表したことを記録する。', {
      ...record,
      scope: line,
      text: requiredText,
    }),
    declareNoIncident: creation('duty.manage', '契約期間中に事故がなかった旨を申告する。', {}),

    requestInspection: creation('duty.decide', '受託者に検査を求める。', { request: requiredText }),
    answerInspection: change('duty.manage', '検査の求めに、日程、資料及び立会いを示して答える。', {
      ...record,
      answer: requiredText,
      proposedOn: day.nullable(),
      files,
    }),
    holdInspection: change('duty.decide', '検査を実地又は書面で行った結果を記録する。', {
      ...record,
      mode: inspectionMode,
      reason: line.nullable(),
      place: line.nullable(),
      objects: lines.min(1),
      result: requiredText,
      corrections: text,
      occurredOn,
    }),
    recordBreach: creation('duty.exchange', '契約等への違反又は損害を記録する。', {
      kind: z.enum(['breach', 'damage']),
      cause: requiredText,
      damage: text,
      subcontractId: id.nullable(),
      occurredOn,
    }),
    decideBreach: change('duty.decide', '違反又は損害についての発注者の判断を記録する。', {
      ...record,
      decision: requiredText,
    }),
  },
});

export type { DutyLineView, Registers } from './contract/registers.ts';
