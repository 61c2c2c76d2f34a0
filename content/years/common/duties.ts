/** The contractor's own duties: oaths, measures, materials, documents, reports and inspections, disposal and erasure. */
import type { Step } from '../../../src/cli/year/year.ts';
import { type Registers, dutyContract } from '../../../src/modules/duty/contract.ts';
import type { DutyData } from './data.ts';
import { memberIds, type Play, step } from './play.ts';

export function duties(play: Play): Step[] {
  const { world, data, get, engagement } = play;
  const { duties: asked } = data;
  return [
    step(`${asked.oaths.slice(0, 10)} 16:00`, '守秘を誓約し、措置を登録し、再委託をしない旨を申告する', () =>
      settle(play),
    ),
    step(`${asked.lent.slice(0, 10)} 16:30`, '資料を貸与し、作業用の文書を記録する', () => lend(play)),
    ...(asked.documents === undefined ? [] : documents(asked.documents)),
    ...(asked.supervisor === undefined
      ? []
      : [
          step(asked.supervisor, '監督者を定める', async () => {
            const { office, city } = data;
            const supervisor = { ...engagement(), name: city.office, department: office.name };
            await world.as('office', dutyContract).nameSupervisor(supervisor);
          }),
        ]),
    ...(asked.carryOut === undefined ? [] : carryOut(asked.carryOut)),
    ...(asked.annexes === undefined ? [] : [annexes(asked.annexes)]),
    ...(asked.report === undefined ? [] : report(asked.report)),
    ...(asked.proposal === undefined ? [] : proposal(asked.proposal)),
    ...(asked.compliance === undefined ? [] : [compliance(asked.compliance)]),
    ...(asked.inspection === undefined ? [] : inspection(asked.inspection)),
    ...(asked.eco === undefined
      ? []
      : [
          step(asked.eco, '環境に配慮した物品の使用を記録する', async () => {
            const items = ['再生紙', '再生材を用いた文具'];
            await world.as('pm', dutyContract).recordEco({ ...engagement(), items, note: '' });
          }),
        ]),
    step(asked.disposal, '貸与資料を返還し、作業用の文書を廃棄して報告する', () => dispose(play)),
    ...(asked.certificate === undefined ? [] : erasure(asked.certificate)),
  ];

  function annexes({ at, items }: NonNullable<DutyData['annexes']>): Step {
    return step(at, '仕様書の別紙を受け取り、守る事項を登録する', async () => {
      const contractor = world.as('pm', dutyContract);
      const { conditions } = await contractor.getDuties(engagement());
      for (const { annex } of conditions.annexes ?? []) {
        await contractor.registerAnnex({ ...engagement(), annex, items: [...items], files: [] });
      }
    });
  }

  function report({ requested, due, answered, accepted }: NonNullable<DutyData['report']>): Step[] {
    return [
      step(requested, '業務の状況の報告を求める', async () => {
        await world.as('office', dutyContract).requestReport({
          ...engagement(),
          topic: '委託業務の履行状況',
          request: '上半期の業務の状況と、貸与した資料の管理の状況を報告してください。',
          due,
          subcontractId: null,
        });
      }),
      step(answered, '報告の求めに答える', async () => {
        await world.as('pm', dutyContract).answerReport({
          ...(await latest(play, 'report-request')),
          answer: '業務は計画のとおり進んでいます。貸与資料は施錠した保管庫で管理し、管理簿と現物は一致しています。',
          files: [],
        });
      }),
      step(accepted, '報告の答えを受け入れる', async () => {
        const decision = { ...(await latest(play, 'report-request')), approved: true, comment: '' };
        await world.as('office', dutyContract).decideReport(decision);
      }),
    ];
  }

  function proposal({ made, decided, title, content }: NonNullable<DutyData['proposal']>): Step[] {
    return [
      step(made, '業務の目的の達成に必要なことを提案する', async () => {
        const contractor = world.as('pm', dutyContract);
        const { conditions } = await contractor.getDuties(engagement());
        const objective = conditions.proposals?.objectives.at(-1)?.clause;
        if (objective === undefined) throw new Error('the specification says nothing of proposals');
        await contractor.makeProposal({ ...engagement(), objective, title, content, files: [] });
      }),
      step(decided, '提案を採用する', async () => {
        const decision = { ...(await latest(play, 'proposal')), approved: true, comment: '次の見直しに反映する。' };
        await world.as('office', dutyContract).decideProposal(decision);
      }),
    ];
  }

  function compliance(at: NonNullable<DutyData['compliance']>): Step {
    return step(at, '法令を守って業務を行うことを申告する', async () => {
      const contractor = world.as('pm', dutyContract);
      const { conditions } = await contractor.getDuties(engagement());
      for (const { clause } of conditions.compliance ?? []) {
        await contractor.declareCompliance({ ...engagement(), clause, others: ['個人情報の保護に関する法律'] });
      }
    });
  }

  function documents({ at, due, names }: NonNullable<DutyData['documents']>): Step[] {
    return [
      step(at, '提出する書面を指示する', async () => {
        for (const document of names) {
          await world.as('office', dutyContract).setDocumentDue({ ...engagement(), document, due, note: '' });
        }
      }),
      step(`${due} 10:00`, '指示された書面を提出する', async () => {
        const contractor = world.as('pm', dutyContract);
        const { registers } = await contractor.getDuties(engagement());
        for (const { id, version } of registers['security-document']) {
          await contractor.submitSecurityDocument({ ...engagement(), id, version, files: [] });
        }
      }),
    ];
  }

  function carryOut(days: NonNullable<DutyData['carryOut']>): Step[] {
    return [
      step(days.requested, '資料の持出しの承諾を求める', async () => {
        const { conditions } = await world.as('pm', dutyContract).getDuties(engagement());
        const wanted = conditions.carryOut;
        if (wanted === undefined) throw new Error('the specification says nothing of carrying out');
        await world.as('pm', dutyContract).requestCarryOut({
          ...engagement(),
          materials: wanted.materials.slice(0, 1),
          purpose: '事業所での解析',
          carrier: get('member:lead'),
          medium: '暗号化した外部媒体',
          clause: wanted.clause,
          destination: `${data.contractor}　作業室`,
          takeOn: days.taken.slice(0, 10),
          backBy: days.backBy,
        });
        const decision = { ...(await latest(play, 'carry-out')), approved: true, comment: '' };
        await world.as('office', dutyContract).decideCarryOut(decision);
      }),
      step(days.taken, '承諾された資料を持ち出す', async () => {
        await world.as('pm', dutyContract).takeOut(await latest(play, 'carry-out'));
      }),
      step(days.returned, '持ち出した資料を返す', async () => {
        const record = { ...(await latest(play, 'carry-out')), note: '媒体を返却し、写しを消去した。' };
        await world.as('pm', dutyContract).bringBack(record);
      }),
    ];
  }

  function inspection(days: NonNullable<DutyData['inspection']>): Step[] {
    return [
      step(days.requested, '受託者の検査を求める', async () => {
        const request = '契約内容の遵守状況と委託業務の履行状況を検査します。';
        await world.as('office', dutyContract).requestInspection({ ...engagement(), request });
      }),
      step(days.answered, '検査の求めに答える', async () => {
        await world.as('pm', dutyContract).answerInspection({
          ...(await latest(play, 'inspection')),
          answer: '業務の責任者が立ち会います。管理簿を用意します。',
          proposedOn: days.held.slice(0, 10),
          files: [],
        });
      }),
      step(days.held, '受託者を検査する', async () => {
        await world.as('office', dutyContract).holdInspection({
          ...(await latest(play, 'inspection')),
          mode: '実地',
          reason: null,
          place: `${data.contractor}　作業室`,
          objects: ['契約内容の遵守状況', '委託業務の履行状況'],
          result: '管理簿と現物が一致し、入退室の記録も適切であった。',
          corrections: '',
        });
      }),
    ];
  }

  function erasure(days: NonNullable<DutyData['certificate']>): Step[] {
    return [
      step(days.requested, '情報の消去を求める', async () => {
        const contractor = world.as('pm', dutyContract);
        const { items, personalAsked } = await contractor.planErasure({ ...engagement(), personal: true });
        if (!personalAsked) throw new Error('the specification asks for no certificate of erasure');
        await contractor.requestErasure({
          ...engagement(),
          method: '復元できない方法による消去',
          reason: '委託期間の末日までに証明書を提出するため。',
          personal: true,
          seen: items.length,
          memberId: get('member:pm'),
        });
      }),
      step(days.confirmed, '立会人が消去を確認する', async () => {
        await world.as('office', dutyContract).confirmErasure(await latest(play, 'erasure'));
      }),
      step(days.certified, '消去の証明書を発行する', async () => {
        await world.as('pm', dutyContract).certifyErasure(await latest(play, 'erasure'));
      }),
    ];
  }
}

async function settle({ world, data, get, engagement, ...rest }: Play): Promise<void> {
  const contractor = world.as('pm', dutyContract);
  const { conditions } = await contractor.getDuties(engagement());
  const members = memberIds({ world, data, get, engagement, ...rest });
  for (const { key } of data.members) {
    const own = world.as(key, dutyContract);
    const memberId = get(`member:${key}`);
    if (conditions.confidentiality !== undefined) await own.signConfidentiality({ ...engagement(), memberId });
    if (conditions.rules !== undefined) {
      await own.acknowledgeRules({ ...engagement(), memberId, rules: [...conditions.rules.names] });
    }
  }
  if (conditions.confidentiality !== undefined) {
    const oath = { ...engagement(), subcontractId: null, files: [] };
    await contractor.submitOath({ ...oath, signer: 'member', members });
    if (conditions.confidentiality.signers.includes('firm')) {
      await contractor.submitOath({ ...oath, signer: 'firm', members: [] });
    }
  }
  if (conditions.measures !== undefined) {
    await contractor.recordMeasure({
      ...engagement(),
      name: '施錠した区画での保管、持出しの記録及び日次の控えの取得',
      prevents: [...conditions.measures.prevents],
      owner: get('member:quality'),
      evidence: '社内規程及び運用の記録',
      files: [],
    });
  }
  if (conditions.subcontract !== undefined) await contractor.declareNoSubcontract(engagement());
}

async function lend({ world, engagement }: Play): Promise<void> {
  const common = { ...engagement(), level: '2' as const, kind: 'document' as const, public: false };
  await world.as('office', dutyContract).receiveMaterial({
    ...common,
    name: '情報セキュリティ対策基準及び関連する規程の写し',
    origin: 'lent',
    handling: '施錠した保管庫で保管し、複製しない。',
  });
  await world.as('pm', dutyContract).receiveMaterial({
    ...common,
    name: '作業用の文書',
    origin: 'created',
    handling: '業務の終了後に廃棄する。',
  });
}

async function dispose({ world, data, get, engagement }: Play): Promise<void> {
  const contractor = world.as('pm', dutyContract);
  for (const { id, version, origin } of (await contractor.getDuties(engagement())).registers.material) {
    const record = { ...engagement(), id, version };
    if (origin === 'lent') {
      await contractor.returnMaterial({ ...record, receivedBackBy: data.office.name });
    } else {
      const how = { method: data.duties.erasedBy, memberId: get('member:quality'), irrecoverable: true };
      await contractor.eraseMaterial({ ...record, ...how, cityInstruction: '' });
    }
  }
  await contractor.reportDisposal(engagement());
}

type Recorded = 'report-request' | 'carry-out' | 'inspection' | 'proposal' | 'erasure';

/** The newest record of a kind, as its next operation wants it. */
async function latest({ world, engagement }: Play, kind: Recorded) {
  const registers: Registers = (await world.as('pm', dutyContract).getDuties(engagement())).registers;
  const found = registers[kind].at(-1);
  if (found === undefined) throw new Error(`nothing is recorded as ${kind}`);
  return { ...engagement(), id: found.id, version: found.version };
}
