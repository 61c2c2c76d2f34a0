/** The contractor's people, what they can prove, and what they declare. */
import type { Step } from '../../../src/cli/year/year.ts';
import { teamContract } from '../../../src/modules/team/contract.ts';
import { sectionsOf } from './cast.ts';
import type { DutyData, Member } from './data.ts';
import { memberIds, type Play, step } from './play.ts';

export function team(play: Play): Step[] {
  const { world, data, get, engagement } = play;
  const [day] = data.duties.oaths.split(' ');
  return [
    step(data.duties.oaths, '体制、資格、実績及び認証を登録する', async () => {
      const contractor = world.as('pm', teamContract);
      for (const member of data.members) await register(play, member);
      if (data.lead !== null) await contractor.appointLead({ ...engagement(), memberId: get(`member:${data.lead}`) });
      for (const credential of data.credentials) {
        await contractor.registerCredential({
          ...engagement(),
          ...credential,
          scope: '従事者が所属する事業所（部署）',
          fileId: null,
        });
      }
    }),
    step(`${day ?? ''} 15:00`, '担当者が独立性を申告する', async () => {
      const { asked } = await world.as('pm', teamContract).getTeam(engagement());
      for (const { key } of data.members) {
        const memberId = get(`member:${key}`);
        const departments = sectionsOf(data).map((section) => get(`department:${section.key}`));
        const own = world.as(key, teamContract);
        await own.declareIndependence({ ...engagement(), memberId, departments, involved: false, note: '' });
        if (asked?.independence?.from === 'vendors') {
          await own.declareVendorTies({ ...engagement(), memberId, tied: false, vendors: '' });
        }
      }
    }),
    ...(data.duties.substitutes === undefined ? [] : [substitutes(play, data.duties.substitutes)]),
    step(data.plan.approved, '発注者の指示を担当者全員に伝える', async () => {
      const { id: instructionId } = await world.as('office', teamContract).issueInstruction({
        ...engagement(),
        title: '計画書の承認に伴う指示',
        body: '所属への連絡は、発注者の担当課を通じて行うこと。貸与資料の複製は、事前に承諾を得ること。',
        channel: '電子メール',
        members: memberIds(play),
      });
      for (const { key } of data.members) {
        await world.as(key, teamContract).confirmInstruction({ ...engagement(), instructionId });
      }
    }),
  ];
}

function substitutes(play: Play, { at, by }: NonNullable<DutyData['substitutes']>): Step {
  const { world, get, engagement } = play;
  return step(at, '不測の事態に備え、代わりの者を定める', async () => {
    for (const [key, substitute] of Object.entries(by)) {
      const pair = { memberId: get(`member:${key}`), substituteId: get(`member:${substitute}`) };
      await world.as('pm', teamContract).nameSubstitute({ ...engagement(), ...pair });
    }
  });
}

async function register({ world, data, keep, engagement }: Play, member: Member): Promise<void> {
  const contractor = world.as('pm', teamContract);
  const { id: memberId } = await contractor.assignMember({
    ...engagement(),
    name: member.name,
    firm: data.contractor,
    department: member.key === 'quality' ? '品質管理室' : '情報セキュリティ部',
    roles: [...member.duties],
    handlesMyNumber: false,
    accountId: world.caller(member.key).accountId,
  });
  keep(`member:${member.key}`, memberId);
  const own = { ...engagement(), memberId };
  for (const { code, number, validFrom, validTo = null } of member.qualifications ?? []) {
    await contractor.registerQualification({ ...own, code, number, validFrom, validTo, fileId: null });
  }
  for (const { field, years } of member.careers ?? []) {
    const career = { ...own, field, years, asOf: data.contractDate };
    await contractor.declareCareer({ ...career, evidence: '経歴書', fileId: null });
  }
  if (member.expertise !== undefined) {
    const expertise = { ...own, fields: [...member.expertise], proof: '業務経歴' as const };
    await contractor.declareExpertise({ ...expertise, evidence: '経歴書', fileId: null });
  }
  for (const experience of member.experience ?? []) {
    await contractor.registerExperience({
      ...own,
      ...experience,
      activities: [...experience.activities],
      completed: true,
      evidence: '契約書の写し及び業務完了の通知',
      fileId: null,
    });
  }
}
