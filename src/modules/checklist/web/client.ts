/** The operations of the module and small helpers that several of its pages use. */
import type { OutputOf } from '../../../kernel/contract.ts';
import { clientFor } from '../../../web/client.ts';
import type { BadgeTone } from '../../../web/ui/index.ts';
import type { auditPlanContract } from '../../audit-plan/contract.ts';
import type { checklistContract } from '../contract.ts';

export const checklist = clientFor<typeof checklistContract>('checklist');
export const plan = clientFor<typeof auditPlanContract>('audit-plan');

type Out<K extends keyof (typeof checklistContract)['operations']> = OutputOf<typeof checklistContract, K>;
export type Head = Out<'listChecklists'>['checklists'][number];
export type Checklist = Out<'getChecklist'>;
export type Item = Checklist['rows'][number];
export type Catalogue = Out<'listCatalogues'>['catalogues'][number];
export type Change = Out<'compareChecklist'>['rows'][number];

export const hrefOf = (engagementId: string, page = ''): string =>
  `/engagements/${engagementId}/checklists${page === '' ? '' : `/${page}`}`;

export const isDraft = ({ state }: { readonly state: Head['state'] }): boolean =>
  state === 'draft' || state === 'returned';

const TONES: Readonly<Record<Head['state'], BadgeTone>> = {
  draft: 'neutral',
  proposed: 'info',
  returned: 'warning',
  agreed: 'success',
  superseded: 'neutral',
};
export const toneOf = (state: Head['state']): BadgeTone => TONES[state];

const KINDS: Readonly<Record<string, string>> = {
  internal: 'internal-checklist',
  'my-number': 'my-number-checklist',
  external: 'audit-checklist',
  asset: 'asset-audit-checklist',
  system: 'system-audit-checklist',
  'vendor-site': 'vendor-site-checklist',
};

/** The papers of one version. */
export function files({ engagementId, id, recordType }: Head, forms = false) {
  const kind = forms ? 'internal-forms' : (KINDS[recordType] ?? 'audit-checklist');
  return (['docx', 'pdf', 'xlsx'] as const).map((format) => ({
    kind: format,
    href: checklist.href('downloadDocument', { engagementId, kind, subject: id, format }),
  }));
}
