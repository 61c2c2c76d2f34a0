/** The sheet of an audit on the device, and what was written there and has not reached the server. */
import { deviceNow, type DeviceStore, deviceStore } from '../../../../web/device-store.ts';
import { keepShell } from '../../../../web/offline-shell.ts';
import type { SignedIn } from '../../../../web/session.ts';
import type { FieldRecordView } from '../../contract/field-work.ts';
import type { SheetText } from '../../rules/merge.ts';
import { audit, type Check } from '../audit-client.ts';

export interface SheetItem {
  readonly id: string;
  readonly version: number;
  readonly number: number;
  readonly section: string;
  readonly title: string;
  readonly point: string;
  readonly procedures: readonly string[];
  readonly askWhom: string;
  readonly citations: readonly string[];
  /** As the server had it. */
  readonly base: SheetText;
}

export interface Sheet {
  readonly auditId: string;
  readonly engagementId: string;
  readonly name: string;
  /** Instant. */
  readonly takenAt: string;
  /** Whether the pages open again without a connection; otherwise only while this page stays open. */
  readonly reloadable: boolean;
  readonly items: readonly SheetItem[];
}

export interface NewRecord {
  /** Of the command that will send it: sending twice acts once. */
  readonly key: string;
  readonly kind: FieldRecordView['kind'];
  readonly at: string;
  readonly place: string;
  readonly counterpart: string;
  readonly text: string;
  readonly steps: string;
  readonly result: FieldRecordView['result'];
}

export interface NewPhoto {
  readonly key: string;
  readonly file: Blob;
  readonly name: string;
  readonly title: string;
  readonly place: string;
  readonly at: string;
  readonly technique: SheetText['techniques'][number];
  /** Of the file as it was chosen; empty where the browser cannot compute it. */
  readonly sha256: string;
}

/** What was written about one item on the device. */
export interface Work {
  readonly checkId: string;
  readonly key: string;
  readonly mine: SheetText;
  readonly records: readonly NewRecord[];
  readonly photos: readonly NewPhoto[];
  /** What somebody else wrote meanwhile, where it cannot be joined. */
  readonly conflict: { readonly theirs: SheetText; readonly version: number } | null;
  /** Why the server did not take it. */
  readonly refused: string | null;
}

const sheetKey = (auditId: string): string => `sheet/${auditId}`;
const workKey = (auditId: string, checkId: string): string => `work/${auditId}/${checkId}`;

export function sheetStore(accountId: string, auditId: string) {
  const store: DeviceStore = deviceStore(accountId);
  return {
    sheet: () => store.read<Sheet>(sheetKey(auditId)),
    saveSheet: (sheet: Sheet) => store.write(sheetKey(auditId), sheet),
    async works(): Promise<ReadonlyMap<string, Work>> {
      const found = new Map<string, Work>();
      for (const key of await store.keys(`work/${auditId}/`)) {
        const work = await store.read<Work>(key);
        if (work !== null) found.set(work.checkId, work);
      }
      return found;
    },
    saveWork: (work: Work) => store.write(workKey(auditId, work.checkId), work),
    removeWork: (checkId: string) => store.remove(workKey(auditId, checkId)),
    removeSheet: () => store.remove(sheetKey(auditId)),
  };
}
export type SheetStore = ReturnType<typeof sheetStore>;

export function sheetTextOf(check: Check): SheetText {
  const { judgement, techniques, fact, note, evidenceIds } = check;
  return { judgement, techniques, fact, note, evidenceIds };
}

export function sheetItemOf(check: Check): SheetItem {
  const { id, version, number, section, title, point, askWhom, citations } = check;
  const procedures = check.procedures.map(({ procedure }) => procedure);
  return {
    ...{ id, version, number, section, title, point, procedures, askWhom, citations },
    base: sheetTextOf(check),
  };
}

/** Takes the items of an audit along; what was already written on the device stays. */
export async function takeAlong(session: SignedIn, auditId: string): Promise<Sheet> {
  const [{ checks }, { engagementId, departmentName }] = await Promise.all([
    audit.listChecks({ auditId }),
    audit.getAudit({ auditId }),
  ]);
  const store = sheetStore(session.account.id, auditId);
  const sheet: Sheet = {
    ...{ auditId, engagementId },
    name: departmentName,
    takenAt: deviceNow(),
    reloadable: await keepShell(session),
    items: checks.filter(({ state }) => state === 'in-scope').map(sheetItemOf),
  };
  await store.saveSheet(sheet);
  return sheet;
}

/** SHA-256 of a file in hex; empty where the page has no secure address and the browser offers no digest. */
export async function sha256Of(file: Blob): Promise<string> {
  const { subtle } = crypto as { readonly subtle?: SubtleCrypto };
  if (subtle === undefined) return '';
  const digest = await subtle.digest('SHA-256', await file.arrayBuffer());
  return [...new Uint8Array(digest)].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}
