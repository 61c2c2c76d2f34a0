/** The operations of the module and small helpers that several of its pages use. */
import type { OutputOf } from '../../../kernel/contract.ts';
import { clientFor } from '../../../web/client.ts';
import type { BadgeTone } from '../../../web/ui/index.ts';
import type { peopleContract } from '../../people/contract.ts';
import type { teamContract } from '../../team/contract.ts';
import type { auditPlanContract } from '../contract.ts';

export const plan = clientFor<typeof auditPlanContract>('audit-plan');
const people = clientFor<typeof peopleContract>('people');
const team = clientFor<typeof teamContract>('team');

type Out<K extends keyof (typeof auditPlanContract)['operations']> = OutputOf<typeof auditPlanContract, K>;
export type ProgrammeLine = Out<'listProgrammes'>['programmes'][number];
export type ProgrammeView = Out<'getProgramme'>;
export type ProgrammeSources = Out<'getProgrammeSources'>;
export type Target = Out<'listTargets'>['targets'][number];
export type Plan = Out<'getPlan'>;
export type Slot = Out<'listSlots'>['slots'][number];
export type Notice = Out<'listNotices'>['notices'][number];
export type Asked = Out<'listDocuments'>['documents'][number];
export type Survey = Out<'listSurveys'>['surveys'][number];
export type OwnTarget = Out<'listOwnTargets'>['targets'][number];

export const planHref = (engagementId: string, page = ''): string =>
  `/engagements/${engagementId}/audit-plan${page === '' ? '' : `/${page}`}`;

/** Departments as choices, named as papers name them. */
export async function departmentOptions() {
  const { departments } = await people.listDepartments({});
  return departments.map(({ id, name, bureauName }) => ({
    value: id,
    label: bureauName === null ? name : `${bureauName} ${name}`,
  }));
}

/** People of the city who can sign in. */
export async function cityAccountOptions() {
  const { accounts } = await people.listAccounts({});
  return accounts
    .filter(({ party }) => party === 'city')
    .map(({ id, displayName }) => ({ value: id, label: displayName }));
}

/** Everybody who may take part: `member <id>` or `city <id>`. */
export async function personOptions(engagementId: string) {
  const { members } = await team.getTeam({ engagementId });
  const { auditors } = await plan.listAuditors({ engagementId });
  return [
    ...members
      .filter(({ state }) => state === 'active')
      .map(({ id, name }) => ({ value: `member ${id}`, label: name })),
    ...auditors.filter(({ state }) => state === 'active').map(({ id, name }) => ({ value: `city ${id}`, label: name })),
  ];
}

export function personOf(key: string): { kind: 'member' | 'city'; id: string } {
  const [kind, id = ''] = key.split(' ');
  return { kind: kind === 'city' ? 'city' : 'member', id };
}

export function linesOf(text: string): string[] {
  return text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
}

export function choicesOf(labels: Readonly<Record<string, string>>) {
  return Object.entries(labels).map(([value, label]) => ({ value, label }));
}

export function files(
  engagementId: string,
  kind: string,
  formats: readonly ('docx' | 'pdf' | 'xlsx' | 'pptx')[],
  subject: string | null = null,
) {
  return formats.map((format) => ({
    kind: format,
    href: plan.href('downloadDocument', { engagementId, kind, subject, format }),
  }));
}

const DONE: readonly string[] = [
  'agreed',
  'accepted',
  'planned',
  'noticed',
  'handed-over',
  'sent',
  'published',
  'prepared',
];
const OPEN: readonly string[] = ['submitted', 'received', 'requested', 'decided'];

/** The tone of a state badge; the words carry the meaning. */
export function toneOf(state: string): BadgeTone {
  if (DONE.includes(state)) return 'success';
  if (OPEN.includes(state)) return 'info';
  return state === 'insufficient' || state === 'returned' ? 'warning' : 'neutral';
}
