/** The team as a whole. */
import type { OutputOf, ParsedInputOf } from '../../../kernel/contract.ts';
import type { Handler } from '../../../kernel/module.ts';
import { peopleContract } from '../../people/contract.ts';
import type { teamContract } from '../contract.ts';
import type { ExperienceCondition } from '../../../core/specification/index.ts';
import { type ExperienceRecord, judgeExperience } from '../experience.ts';
import { allSatisfied } from '../team-records.ts';
import { frozenSince, settingOf } from './common.ts';
import { choicesOf } from './choices.ts';
import { conditionsOf, memberOf, readEverything, workOf } from './records.ts';

type C = typeof teamContract;
type H<K extends keyof C['operations']> = Handler<ParsedInputOf<C, K>, OutputOf<C, K>>;

export const getTeam: H<'getTeam'> = async (context, { engagementId }) => {
  const setting = await settingOf(context, engagementId);
  const { conditions } = setting;
  const everything = await readEverything(context, engagementId);
  const accepted = [...new Set(conditions?.people.flatMap(({ anyQualification }) => anyQualification ?? []))];
  return {
    members: everything.members.map(memberOf),
    qualifications: everything.qualifications.map((row) => ({
      id: row.id,
      memberId: row.member_id,
      code: row.code,
      name: row.name,
      number: row.number,
      validFrom: row.valid_from,
      validTo: row.valid_to,
      fileId: row.file_id,
      accepted: accepted.includes(row.code),
    })),
    experience: everything.experience.map((row) => ({
      id: row.id,
      memberId: row.member_id,
      client: row.client,
      category: row.category,
      population: row.population,
      subject: row.subject,
      from: row.from_day,
      to: row.to_day,
      completed: row.completed,
      activities: row.activities,
      evidence: row.evidence,
      kind: row.kind,
      ...verdictOf(workOf(row), conditions?.experience ?? []),
      fileId: row.file_id,
    })),
    credentials: everything.credentials.map((row) => ({
      id: row.id,
      type: row.type,
      number: row.number,
      field: row.field,
      scope: row.scope,
      validFrom: row.valid_from,
      validTo: row.valid_to,
      fileId: row.file_id,
      checks: row.checks,
    })),
    declarations: everything.declarations.map((row) => ({
      memberId: row.member_id,
      departmentId: row.department_id,
      involved: row.involved,
      note: row.note,
      declaredOn: row.declared_on,
    })),
    auditedDepartments: [...everything.auditedDepartments],
    frozenSince: await frozenSince(context, setting),
    careers: everything.careers.map((row) => ({
      id: row.id,
      memberId: row.member_id,
      field: row.field,
      years: Number(row.years),
      asOf: row.as_of,
      evidence: row.evidence,
      fileId: row.file_id,
    })),
    expertise: everything.expertise.map((row) => ({
      id: row.id,
      memberId: row.member_id,
      fields: row.fields,
      proof: row.proof,
      evidence: row.evidence,
      declaredOn: row.declared_on,
      fileId: row.file_id,
    })),
    vendorTies: everything.vendorTies.map((row) => ({
      memberId: row.member_id,
      tied: row.tied,
      vendors: row.vendors,
      declaredOn: row.declared_on,
    })),
    substitutes: everything.substitutes.map((row) => ({
      memberId: row.member_id,
      substituteId: row.substitute_id,
      namedOn: row.named_on,
    })),
    asked: conditions,
    choices: choicesOf(setting),
    roles: [...(conditions?.roles ?? [])],
    acceptedQualifications: accepted,
  };
};

/** As the conditions read today; a reading that was chosen later may have changed them. */
function verdictOf(work: ExperienceRecord, conditions: readonly ExperienceCondition[]) {
  const { counts, ...verdict } = judgeExperience(work, conditions);
  return { ...verdict, counts: [...counts] };
}

export const getConditions: H<'getConditions'> = async (context, { engagementId }) => {
  const setting = await settingOf(context, engagementId);
  const everything = await readEverything(context, engagementId);
  const results = conditionsOf(context, setting, everything);
  return {
    satisfied: allSatisfied(results),
    conditions: results.map((result) => ({ ...result, members: [...result.members] })),
  };
};

export const listChoices: H<'listChoices'> = async (context, { engagementId }) => {
  await settingOf(context, engagementId);
  const people = context.client(peopleContract);
  const { accounts } = await people.listAccounts({});
  const { departments } = await people.listDepartments({});
  return {
    accounts: accounts
      .filter(({ party }) => party === 'contractor')
      .map(({ id, displayName }) => ({ id, name: displayName })),
    departments: departments.map(({ id, name, bureauName }) => ({
      id,
      name: bureauName === null ? name : `${bureauName}　${name}`,
    })),
  };
};
