/** The audit module's operations and small helpers that several of its pages use. */
import type { OutputOf } from '../../../kernel/contract.ts';
import { clientFor } from '../../../web/client.ts';
import type { BadgeTone } from '../../../web/ui/index.ts';
import type { peopleContract } from '../../people/contract.ts';
import type { teamContract } from '../../team/contract.ts';
import type { auditContract } from '../contract.ts';

export const audit = clientFor<typeof auditContract>('audit');
const team = clientFor<typeof teamContract>('team');
const people = clientFor<typeof peopleContract>('people');

type Out<K extends keyof (typeof auditContract)['operations']> = OutputOf<typeof auditContract, K>;
export type Programme = Out<'getProgramme'>;
export type DepartmentAudit = Out<'getAudit'>;
export type Policy = Out<'listPolicies'>['policies'][number];
export type Request = Out<'listRequests'>['requests'][number];
export type Hearing = Out<'listHearings'>['hearings'][number];
export type Visit = Out<'listVisits'>['visits'][number];
export type Check = Out<'listChecks'>['checks'][number];
export type ItemCatalogues = Out<'listItemCatalogues'>['catalogues'];
export type ItemCatalogue = Out<'getItemCatalogue'>;
export type Sample = Out<'listSamples'>['samples'][number];
export type Proposal = Out<'listProposals'>['proposals'][number];
export type Evidence = Out<'listEvidence'>['evidence'][number];
export type Contract = Out<'listContracts'>['contracts'][number];
export type ContractItem = Out<'getContract'>['items'][number];
export type Finding = Out<'listFindings'>['findings'][number];
export type GroundStandard = Out<'listGrounds'>['standards'][number];
export type ResultNotice = Out<'listResultNotices'>['notices'][number];
export type OwnAudit = Out<'listOwnAudits'>['audits'][number];

export const auditHref = (engagementId: string): string => `/engagements/${engagementId}/audit`;
export const departmentHref = (engagementId: string, auditId: string, tab = ''): string =>
  `${auditHref(engagementId)}/departments/${auditId}${tab === '' ? '' : `/${tab}`}`;

interface Named {
  readonly id: string;
  readonly departmentName: string;
  readonly programme: string;
}

/** Audits by their ids as people tell them apart: with the programme where several are carried out. */
export function namesOf(audits: readonly Named[]): ReadonlyMap<string, string> {
  const several = new Set(audits.map(({ programme }) => programme)).size > 1;
  return new Map(
    audits.map(({ id, departmentName, programme }) => [
      id,
      several ? `${departmentName}　${programme}` : departmentName,
    ]),
  );
}

/** The same of the audits that are worked on. */
export const auditNames = (audits: Programme['audits']): ReadonlyMap<string, string> =>
  namesOf(audits.map(({ id, departmentName, programme }) => ({ id, departmentName, programme: programme.title })));

/** Links to one document in its formats. */
export function documentFiles(
  engagementId: string,
  kind: string,
  subject: string | null,
  formats: readonly ('docx' | 'pdf' | 'xlsx')[],
) {
  return formats.map((format) => ({
    kind: format,
    href: audit.href('downloadDocument', { engagementId, kind, subject, format }),
  }));
}

/** Team members who may be named as participants. */
export async function participantOptions(engagementId: string) {
  const { members } = await team.getTeam({ engagementId });
  return members.filter(({ state }) => state === 'active').map(({ id, name }) => ({ value: id, label: name }));
}

/** The departments of a target that has several, as choices; none where there is nothing to choose. */
export async function departmentOptions(ids: readonly string[]) {
  if (ids.length < 2) return [];
  const { departments } = await people.listDepartments({});
  return departments.filter(({ id }) => ids.includes(id)).map(({ id, name }) => ({ value: id, label: name }));
}

/** The choices of a label table, in its order. */
export function choicesOf(labels: Readonly<Record<string, string>>) {
  return Object.entries(labels).map(([value, label]) => ({ value, label }));
}

const DONE: readonly string[] = ['agreed', 'closed', 'accepted', 'completed', 'outline-submitted', 'minutes-submitted'];
const OPEN: readonly string[] = ['proposed', 'submitted', 'issued', 'sent', 'answered', 'reviewed', 'held', 'shown'];

/** The tone of a state badge; the words carry the meaning. */
export function toneOf(state: string): BadgeTone {
  if (DONE.includes(state)) return 'success';
  if (OPEN.includes(state)) return 'info';
  return state === 'reopened' ? 'warning' : 'neutral';
}
