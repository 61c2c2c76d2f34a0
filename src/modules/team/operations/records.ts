/** Rows of the store as the contract shows them. */
import type { Context } from '../../../kernel/module.ts';
import type { Member } from '../contract.ts';
import type { ExperienceRecord } from '../experience.ts';
import { evaluateTeam } from '../evaluate.ts';
import type { ConditionResult, TeamRecords } from '../team-records.ts';
import type { MemberRow } from '../store.ts';
import { listMembers } from '../store.ts';
import { listCredentials, listDeclarations, listExperience, listQualifications } from '../store-evidence.ts';
import { listCareers, listExpertise, listSubstitutes, listVendorTies } from '../store-statements.ts';
import { auditedDepartments, type Setting } from './common.ts';

export const memberOf = (row: MemberRow): Member => ({
  id: row.id,
  name: row.name,
  firm: row.firm,
  department: row.department,
  roles: row.roles,
  handlesMyNumber: row.handles_my_number,
  accountId: row.account_id,
  state: row.state,
  isLead: row.is_lead,
  from: row.from_day,
  to: row.to_day,
  version: row.version,
  erasedOn: row.erased_on,
});

export interface Everything {
  readonly members: readonly MemberRow[];
  readonly qualifications: Awaited<ReturnType<typeof listQualifications>>;
  readonly experience: Awaited<ReturnType<typeof listExperience>>;
  readonly credentials: Awaited<ReturnType<typeof listCredentials>>;
  readonly declarations: Awaited<ReturnType<typeof listDeclarations>>;
  readonly careers: Awaited<ReturnType<typeof listCareers>>;
  readonly expertise: Awaited<ReturnType<typeof listExpertise>>;
  readonly vendorTies: Awaited<ReturnType<typeof listVendorTies>>;
  readonly substitutes: Awaited<ReturnType<typeof listSubstitutes>>;
  readonly auditedDepartments: readonly string[];
}

export async function readEverything(context: Context, engagementId: string): Promise<Everything> {
  const { tx } = context;
  const [members, qualifications, experience, credentials, declarations] = await Promise.all([
    listMembers(tx, engagementId),
    listQualifications(tx, engagementId),
    listExperience(tx, engagementId),
    listCredentials(tx, engagementId),
    listDeclarations(tx, engagementId),
  ]);
  const [careers, expertise, vendorTies, substitutes, audited] = await Promise.all([
    listCareers(tx, engagementId),
    listExpertise(tx, engagementId),
    listVendorTies(tx, engagementId),
    listSubstitutes(tx, engagementId),
    auditedDepartments(context, engagementId),
  ]);
  return {
    members,
    qualifications,
    experience,
    credentials,
    declarations,
    careers,
    expertise,
    vendorTies,
    substitutes,
    auditedDepartments: audited,
  };
}

/** Somebody who would come in place of somebody else. */
export interface Exchange {
  readonly outgoing: string;
  readonly incoming: string;
  readonly becomesLead: boolean;
}

/** The conditions as they stand today, or as they would stand after an exchange. */
export function conditionsOf(
  context: Context,
  setting: Setting,
  everything: Everything,
  exchange?: Exchange,
): readonly ConditionResult[] {
  if (setting.conditions === null) return [];
  return evaluateTeam(setting.conditions, recordsOf(everything, exchange), {
    today: context.today,
    periodTo: setting.profile.periodTo,
  });
}

function recordsOf(everything: Everything, exchange: Exchange | undefined): TeamRecords {
  const members = everything.members
    .filter((member) =>
      exchange === undefined
        ? member.state === 'active'
        : (member.state === 'active' && member.id !== exchange.outgoing) || member.id === exchange.incoming,
    )
    .map((member) => ({
      id: member.id,
      name: member.name,
      roles: member.roles,
      isLead: member.id === exchange?.incoming ? exchange.becomesLead : member.is_lead,
    }));
  return {
    members,
    qualifications: everything.qualifications.map((row) => ({
      memberId: row.member_id,
      code: row.code,
      validFrom: row.valid_from,
      validTo: row.valid_to,
    })),
    experience: everything.experience.map((row) => ({ ...workOf(row), memberId: row.member_id })),
    careers: latestCareers(everything.careers),
    expertise: everything.expertise.map((row) => ({ memberId: row.member_id, fields: row.fields })),
    credentials: everything.credentials.map((row) => ({
      type: row.type,
      field: row.field,
      scope: row.scope,
      validFrom: row.valid_from,
      validTo: row.valid_to,
      lastCheck: row.checks.at(-1)?.result ?? null,
    })),
    declarations: everything.declarations.map((row) => ({
      memberId: row.member_id,
      departmentId: row.department_id,
      involved: row.involved,
    })),
    vendorTies: everything.vendorTies.map((row) => ({ memberId: row.member_id, tied: row.tied })),
    substitutes: everything.substitutes.map((row) => ({ memberId: row.member_id, substituteId: row.substitute_id })),
    auditedDepartments: everything.auditedDepartments,
  };
}

/** Earlier work as the rules read it. */
export const workOf = (row: Everything['experience'][number]): ExperienceRecord => ({
  kind: row.kind,
  category: row.category,
  population: row.population,
  from: row.from_day,
  to: row.to_day,
  completed: row.completed,
  activities: row.activities,
});

/** The latest statement of each member per field; rows come from the oldest to the newest. */
function latestCareers(rows: Everything['careers']): TeamRecords['careers'] {
  const latest = new Map(rows.map((row) => [`${row.member_id} ${row.field}`, row]));
  return [...latest.values()].map((row) => ({ memberId: row.member_id, field: row.field, years: Number(row.years) }));
}
