/** The focus theme: contracts designated by the city and checked item by item (9(1)ウ). */
import type { Step, World } from '../../../src/cli/year/year.ts';
import { auditContract } from '../../../src/modules/audit/contract.ts';
import { CONTRACTS } from './audit-cases.ts';
import { auditOf } from './audit-records.ts';
import { AUDITED } from './cast.ts';
import type { Memory } from './memory.ts';

type Contract = (typeof CONTRACTS)[number];

export function contractChecks(world: World, memory: Memory): Step[] {
  return [
    {
      at: '2026-11-10 10:00',
      title: '確認する契約を指定する',
      run: () => designate(world, memory),
    },
    ...CONTRACTS.map((contract): Step => ({
      at: `${contract.judgedOn} 10:00`,
      title: '契約の29項目を確かめる',
      run: () => check(world, memory, contract),
    })),
  ];
}

async function designate(world: World, memory: Memory): Promise<void> {
  const office = world.as('office', auditContract);
  for (const contract of CONTRACTS) {
    const { auditId } = await auditOf(world, memory, contract.section);
    const document = async (name: string) =>
      world.upload(
        'office',
        `${name}.txt`,
        new TextEncoder().encode(`${contract.title}\n${name}\n（架空の資料です。）\n`),
      );
    const made = await office.designateContract({
      auditId,
      title: contract.title,
      service: contract.service,
      serviceKind: 'cloud',
      provider: contract.provider,
      period: '令和7年4月1日から令和10年3月31日まで',
      documents: [
        { kind: 'solicitation', title: '募集要項', fileId: await document('募集要項') },
        { kind: 'specification', title: '調達仕様書', fileId: await document('調達仕様書') },
        { kind: 'contract', title: '契約書', fileId: await document('契約書') },
      ],
    });
    memory.keep(`contract:${contract.section}`, made.id);
  }
  const sections = CONTRACTS.map((contract) => contract.section);
  for (const key of AUDITED.filter((candidate) => !sections.includes(candidate))) {
    await office.markContractNotApplicable({
      ...(await auditOf(world, memory, key)),
      reason: '重点テーマに当たる外部サービスの契約を保有していない。',
    });
  }
}

async function check(world: World, memory: Memory, given: Contract): Promise<void> {
  const auditor = world.as('auditor', auditContract);
  const contractId = memory.get(`contract:${given.section}`);
  const { items, contract } = await auditor.getContract({ contractId });
  const [solicitation, specification] = contract.documents;
  for (const item of items) {
    const absent = given.absent.includes(item.number) || given.waived.includes(item.number);
    const partly = given.partly.includes(item.number);
    const advised = given.absent.includes(item.number);
    await auditor.judgeContractItem({
      contractItemId: item.id,
      version: item.version,
      judgement: absent ? 'absent' : partly ? 'partly' : 'reflected',
      documentId: absent ? null : ((item.number.startsWith('1-1') ? solicitation : specification)?.id ?? null),
      page: absent ? '' : String(3 + (items.indexOf(item) % 9)),
      quote: absent ? '' : `第${2 + (items.indexOf(item) % 5)}　${item.title}`,
      advice: advised
        ? { kind: 'example', text: item.example, reason: '契約の書類に対応する記載が見当たらないため。' }
        : partly
          ? {
              kind: 'wording',
              text: item.betterWording === '' ? item.example : item.betterWording,
              reason: '記載はあるが、時期と方法が示されていないため。',
            }
          : null,
    });
  }
  for (const number of given.waived) {
    const current = (await auditor.getContract({ contractId })).items.find((item) => item.number === number);
    if (current === undefined) throw new Error(`the list has no item ${number}`);
    await world.as('office', auditContract).waiveContractItem({
      contractItemId: current.id,
      version: current.version,
      reason: '機器の調達を伴わない契約であり、対応する記載を要しない。',
    });
  }
  const before = (await auditor.getContract({ contractId })).contract;
  await auditor.checkRegister({
    contractId,
    version: before.version,
    result: given.register.result,
    fields: [{ field: given.register.field, note: given.register.note }],
    note: '',
  });
  const { version } = (await auditor.getContract({ contractId })).contract;
  await auditor.completeContractCheck({ contractId, version });
}
