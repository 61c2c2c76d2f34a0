/** The operations of the module and small helpers that several of its pages use. */
import type { OutputOf } from '../../../kernel/contract.ts';
import { clientFor } from '../../../web/client.ts';
import type { BadgeTone } from '../../../web/ui/index.ts';
import type { peopleContract } from '../../people/contract.ts';
import type { improvementContract } from '../contract.ts';

export const improvement = clientFor<typeof improvementContract>('improvement');
const people = clientFor<typeof peopleContract>('people');

type Out<K extends keyof (typeof improvementContract)['operations']> = OutputOf<typeof improvementContract, K>;
export type Plan = Out<'getPlan'>;
export type Terms = Out<'getFollowUpTerms'>;
export type Plannable = Out<'listPlannable'>['findings'][number];
export type Support = Out<'listSupport'>['records'][number];
export type Board = Out<'getBoard'>;

export const improvementHref = (engagementId: string, page = ''): string =>
  `/engagements/${engagementId}/improvement${page === '' ? '' : `/${page}`}`;
export const ownHref = (engagementId: string, planId = ''): string =>
  `/engagements/${engagementId}/own-improvement${planId === '' ? '' : `/${planId}`}`;

/** Departments as choices, named as papers name them. */
export async function departmentOptions() {
  const { departments } = await people.listDepartments({});
  return departments.map(({ id, name, bureauName }) => ({
    value: id,
    label: bureauName === null ? name : `${bureauName} ${name}`,
  }));
}

export const wordOptions = (words: readonly string[]) => words.map((word) => ({ value: word, label: word }));

export function files(
  engagementId: string,
  kind: string,
  formats: readonly ('docx' | 'pdf' | 'xlsx')[],
  subject: string | null = null,
) {
  return formats.map((format) => ({
    kind: format,
    href: improvement.href('downloadDocument', { engagementId, kind, subject, format }),
  }));
}

const TONES: Readonly<Partial<Record<Plan['state'], BadgeTone>>> = {
  returned: 'warning',
  submitted: 'info',
  approved: 'info',
  reported: 'info',
  confirmed: 'success',
  closed: 'success',
};

/** The tone of a state badge; the words carry the meaning. */
export const toneOf = (state: Plan['state']): BadgeTone => TONES[state] ?? 'neutral';
