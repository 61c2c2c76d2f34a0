/** The contractor's team and its own security duties (clauses 7, 8(1) and 10). */
import type { Step, World } from '../../../src/cli/year/year.ts';
import { dutyContract } from '../../../src/modules/duty/contract.ts';
import { teamContract } from '../../../src/modules/team/contract.ts';
import { AUDITED, CONTRACTOR } from './cast.ts';
import type { Memory } from './memory.ts';

const MEMBERS = [
  { key: 'lead', name: '髙﨑　由美', roles: ['主任担当者', '監査責任者', '情報作業責任者'] },
  { key: 'auditor', name: '𠮷野　隆', roles: ['監査人', '情報作業従事者'] },
  { key: 'assistant', name: '小林　美咲', roles: ['監査補助者', '情報授受担当者'] },
  { key: 'quality', name: '岡田　直樹', roles: ['品質管理者', '情報管理責任者'] },
  { key: 'pm', name: '佐藤　健一', roles: ['業務責任者'] },
] as const;

const TOPICS = [
  '機密性3の情報資産を扱う際の遵守事項（安全管理措置を含む）',
  '関係法令等の罰則の内容',
  '民事上の責任',
  'その他事務の適切な履行に必要な事項',
];

export function team(world: World, memory: Memory): Step[] {
  const engagement = () => ({ engagementId: memory.get('engagement') });
  const all = () => MEMBERS.map((member) => memory.get(`member:${member.key}`));
  return [
    {
      at: '2026-06-02 13:00',
      title: '体制、資格、実績及び認証を登録する',
      run: () => registerTeam(world, memory),
    },
    {
      at: '2026-06-03 10:00',
      title: '受託者の安全管理措置を登録し、従事者を通知する',
      run: async () => {
        const duty = world.as('pm', dutyContract);
        for (const [name, prevents] of [
          ['施錠した区画での保管と入退室の記録', ['漏えい', '滅失']],
          ['端末の暗号化と外部媒体の使用制限', ['漏えい']],
          ['版の管理とハッシュ値による改ざんの検知', ['改ざん']],
          ['日次の控えの取得', ['滅失']],
        ] as const) {
          await duty.recordMeasure({
            ...engagement(),
            name,
            prevents: [...prevents],
            owner: memory.get('member:quality'),
            evidence: '社内規程及び運用の記録',
            files: [],
          });
        }
        await duty.appointInformationManager({ ...engagement(), memberId: memory.get('member:quality') });
        await duty.notifyHandlers(engagement());
        for (const member of MEMBERS) {
          const own = world.as(member.key, dutyContract);
          const memberId = memory.get(`member:${member.key}`);
          await own.signConfidentiality({ ...engagement(), memberId });
        }
        await duty.declareNoSubcontract(engagement());
        const plan = await duty.planTraining({
          ...engagement(),
          title: '機密性3の情報資産の取扱いに関する研修',
          plannedOn: '2026-06-09',
          method: '集合研修（90分）及び確認テスト',
          lecturer: '品質管理者　岡田　直樹',
          topics: TOPICS,
          members: all(),
        });
        memory.keep('training:1', plan.id);
      },
    },
    {
      at: '2026-06-03 15:00',
      title: '情報セキュリティに係る書類の期限を指定する',
      run: async () => {
        const document = await world.as('office', dutyContract).setDocumentDue({
          ...engagement(),
          document: '情報取扱従事者通知書、研修実施計画書及び守秘に係る書面',
          due: '2026-06-12',
          note: '',
        });
        memory.keep('security-document:1', document.id);
      },
    },
    {
      at: '2026-06-05 10:00',
      title: '守秘の書面と研修の計画を提出する',
      run: async () => {
        const duty = world.as('pm', dutyContract);
        await duty.submitConfidentiality({ ...engagement(), members: all(), files: [] });
        await duty.reportTrainingPlan({ ...engagement(), ...(await training()) });
        for (const member of MEMBERS) {
          await world.as(member.key, dutyContract).acknowledgeRules({
            ...engagement(),
            memberId: memory.get(`member:${member.key}`),
            rules: ['情報セキュリティ対策基本方針', '情報セキュリティ関連規程', 'ガイドライン等'],
          });
        }
      },
    },
    {
      at: '2026-06-09 17:00',
      title: '従業員の研修を実施する',
      run: async () => {
        await world.as('pm', dutyContract).holdTraining({
          ...engagement(),
          ...(await training()),
          topics: TOPICS,
          attendees: all(),
          result: '全員が受講し、確認テストは全員が合格点に達しました。',
          files: [],
        });
      },
    },
    {
      at: '2026-06-11 10:00',
      title: '研修の実施を報告し、書類を提出し、取扱いを認める',
      run: async () => {
        const duty = world.as('pm', dutyContract);
        await duty.reportTraining({ ...engagement(), ...(await training()) });
        const documents = (await duty.getDuties(engagement())).registers['security-document'];
        for (const { id, version } of documents) {
          await duty.submitSecurityDocument({ ...engagement(), id, version, files: [] });
        }
        const manager = world.as('quality', dutyContract);
        for (const memberId of all()) await manager.grantLevel3({ ...engagement(), memberId });
        await duty.registerCloudService({
          ...engagement(),
          name: 'みどり会議',
          provider: 'みどり通信株式会社',
          use: '発注者との打合せ（資料の保存には使わない）',
          evidence: 'iso27017',
          reference: '認証番号 CS-2024-0117',
          validTo: '2027-11-30',
          files: [],
        });
        const place = await duty.requestWorkplace({
          ...engagement(),
          name: 'みどり監査研究所　監査作業室',
          address: 'あおば市本町二丁目3番4号',
          reason: '書類の確認と監査調書の作成を行うため。',
          safeguards: ['入退室の記録', '施錠した保管庫', '外部との通信を遮断した端末', '持出しの禁止'],
          files: [],
        });
        memory.keep('workplace:1', place.id);
      },
    },
    {
      at: '2026-06-12 11:00',
      title: '庁舎外の作業場所を承諾し、非公開の規程を貸与する',
      run: async () => {
        const office = world.as('office', dutyContract);
        const [place] = (await office.getDuties(engagement())).registers.workplace;
        if (place === undefined) throw new Error('no workplace was requested');
        await office.decideWorkplace({
          ...engagement(),
          id: place.id,
          version: place.version,
          approved: true,
          comment: '示された措置を条件として承諾します。',
        });
        for (const [name, level] of [
          ['あおば市情報セキュリティ対策基準', '3'],
          ['外部サービス利用に係るガイドライン一式', '2'],
        ] as const) {
          const material = await office.receiveMaterial({
            ...engagement(),
            name,
            level,
            kind: 'document',
            origin: 'lent',
            public: false,
            handling: '施錠した保管庫で保管し、複製しない。',
          });
          memory.keep(`material:${level}`, material.id);
        }
      },
    },
    {
      at: '2026-06-15 10:00',
      title: '発注者の指示を担当者全員に伝える',
      run: async () => {
        const instruction = await world.as('lead', teamContract).issueInstruction({
          ...engagement(),
          title: '作業計画書の承認に伴う指示',
          body: '監査対象課への連絡は発注者が行う。担当者は直接連絡しないこと。貸与資料の複製は事前に承諾を得ること。',
          channel: '電子メール',
          members: all(),
        });
        for (const member of MEMBERS) {
          await world
            .as(member.key, teamContract)
            .confirmInstruction({ ...engagement(), instructionId: instruction.id });
        }
      },
    },
    {
      at: '2026-10-01 10:00',
      title: '担当者が監査対象課との独立性を申告する',
      run: async () => {
        for (const member of MEMBERS) {
          await world.as(member.key, teamContract).declareIndependence({
            ...engagement(),
            memberId: memory.get(`member:${member.key}`),
            departments: AUDITED.map((key) => memory.get(`department:${key}`)),
            involved: false,
            note: '',
          });
        }
        const lead = world.as('pm', teamContract);
        for (const credential of (await lead.getTeam(engagement())).credentials) {
          if (credential.type === 'service-list') {
            await lead.recheckCredential({ ...engagement(), credentialId: credential.id, result: 'listed' });
          }
        }
      },
    },
    {
      at: '2026-10-14 09:30',
      title: '受託者の実地検査を求める',
      run: async () => {
        const inspection = await world.as('office', dutyContract).requestInspection({
          ...engagement(),
          request: '監査作業室において、作業の管理体制、実施体制及び機密性3の情報資産の管理状況を検査します。',
        });
        memory.keep('inspection:1', inspection.id);
      },
    },
    {
      at: '2026-10-16 10:00',
      title: '検査の求めに答える',
      run: async () => {
        const duty = world.as('pm', dutyContract);
        await duty.answerInspection({
          ...engagement(),
          ...(await inspection()),
          answer: '10月28日午後に業務責任者及び品質管理者が立ち会います。管理簿と入退室の記録を用意します。',
          proposedOn: '2026-10-28',
          files: [],
        });
      },
    },
    {
      at: '2026-10-28 16:00',
      title: '受託者を実地に検査する',
      run: async () => {
        await world.as('office', dutyContract).holdInspection({
          ...engagement(),
          ...(await inspection()),
          mode: '実地',
          reason: null,
          place: 'みどり監査研究所　監査作業室',
          objects: ['作業の管理体制', '作業の実施体制', '機密性3の情報資産の管理状況'],
          result: '管理簿と現物が一致し、施錠及び入退室の記録も適切であった。',
          corrections: '',
        });
      },
    },
    {
      at: '2026-11-30 17:00',
      title: '機密性3の情報資産の取扱いを記録する',
      run: async () => {
        for (const key of ['lead', 'auditor'] as const) {
          await world.as(key, dutyContract).recordHandling({
            ...engagement(),
            memberId: memory.get(`member:${key}`),
            workplaceId: memory.get('workplace:1'),
            materialId: memory.get('material:3'),
            purpose: '監査対象課の書類を対策基準に照らして確認した。',
          });
        }
      },
    },
    {
      at: '2027-03-30 10:00',
      title: '貸与資料を返還し、作業用の情報を消去する',
      run: async () => {
        const duty = world.as('pm', dutyContract);
        for (const material of (await duty.getDuties(engagement())).registers.material) {
          const record = { ...engagement(), id: material.id, version: material.version };
          if (material.level === '3') {
            await duty.eraseMaterial({
              ...record,
              method: '裁断機による細断（クロスカット）及び複製のないことの確認',
              memberId: memory.get('member:quality'),
              irrecoverable: true,
              cityInstruction: '',
            });
          } else {
            await duty.returnMaterial({ ...record, receivedBackBy: '情報セキュリティ課　山田' });
          }
        }
      },
    },
    {
      at: '2027-03-31 15:00',
      title: '返還・消去を報告し、事故がなかったことを申告する',
      run: async () => {
        const duty = world.as('pm', dutyContract);
        await duty.reportDisposal(engagement());
        await duty.declareNoIncident(engagement());
      },
    },
  ];

  async function training(): Promise<{ id: string; version: number }> {
    const [found] = (await world.as('pm', dutyContract).getDuties(engagement())).registers.training;
    if (found === undefined) throw new Error('no training was planned');
    return { id: found.id, version: found.version };
  }

  async function inspection(): Promise<{ id: string; version: number }> {
    const [found] = (await world.as('pm', dutyContract).getDuties(engagement())).registers.inspection;
    if (found === undefined) throw new Error('no inspection was requested');
    return { id: found.id, version: found.version };
  }
}

async function registerTeam(world: World, memory: Memory): Promise<void> {
  const contract = world.as('pm', teamContract);
  const engagementId = memory.get('engagement');
  for (const member of MEMBERS) {
    const { id } = await contract.assignMember({
      engagementId,
      name: member.name,
      firm: CONTRACTOR,
      department: member.key === 'quality' ? '品質管理室' : '監査部',
      roles: [...member.roles],
      handlesMyNumber: false,
      accountId: world.caller(member.key).accountId,
    });
    memory.keep(`member:${member.key}`, id);
  }
  await contract.appointLead({ engagementId, memberId: memory.get('member:lead') });
  const qualification = (member: string, code: string, number: string, validFrom: string, validTo: string | null) =>
    contract.registerQualification({
      engagementId,
      memberId: memory.get(`member:${member}`),
      code,
      number,
      validFrom,
      validTo,
      fileId: null,
    });
  await qualification('lead', 'lead-information-security-auditor', 'CAIS-L-0421', '2025-04-01', '2028-03-31');
  await qualification('lead', 'systems-auditor', 'AU-2018-00123', '2018-12-21', null);
  await qualification('auditor', 'information-security-auditor', 'CAIS-A-1187', '2024-10-01', '2027-09-30');
  const experience = (
    member: string,
    client: string,
    category: '指定都市' | '市町村',
    population: number | null,
    year: number,
  ) =>
    contract.registerExperience({
      engagementId,
      memberId: memory.get(`member:${member}`),
      client,
      category,
      population,
      subject: '情報セキュリティ監査',
      from: `${year}-06-01`,
      to: `${year + 1}-03-19`,
      completed: true,
      activities: ['リスク評価', '対策の実施状況の評価', '課題の抽出', '改善提言'],
      evidence: '契約書の写し及び業務完了の通知',
      fileId: null,
    });
  await experience('lead', 'みなと市', '指定都市', 1_020_000, 2023);
  await experience('lead', 'さくら市', '市町村', 98_000, 2022);
  await experience('auditor', 'みなと市', '指定都市', 1_020_000, 2024);
  await contract.registerCredential({
    engagementId,
    type: 'service-list',
    number: '018-0042-20',
    field: '情報セキュリティ監査サービス分野',
    scope: '情報セキュリティ監査',
    validFrom: '2024-07-01',
    validTo: '2027-06-30',
    fileId: null,
  });
  await contract.registerCredential({
    engagementId,
    type: 'isms',
    number: 'IS 612345',
    field: null,
    scope: '情報セキュリティ監査及びコンサルティングの提供',
    validFrom: '2024-11-15',
    validTo: '2027-11-14',
    fileId: null,
  });
}
