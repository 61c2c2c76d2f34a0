/** What must be settled before the erasure, and whose personal data it covers. Pure. */
import { type Day, formatEra } from '../../core/calendar/index.ts';
import type { DutyConditions } from '../../core/specification/index.ts';
import { type Records, unsettled } from './rules.ts';

/** Whether the specification itself wants personal data of the contractor's people erased. */
export const wantsPersonal = ({ disposal, protectedAssets }: DutyConditions): boolean =>
  disposal !== undefined && `${disposal.certificate ?? ''} ${protectedAssets ?? ''}`.includes('個人情報');

/** What the product cannot remove itself: things of paper, carriers, and what is out of the house. */
export function obstaclesOf(records: Records): readonly string[] {
  const { materials, copies } = unsettled(records);
  const byHand = materials.filter(({ kind }) => kind !== 'data');
  const out = records['carry-out'].filter(({ state }) => state === 'taken');
  return [
    ...(byHand.length === 0
      ? []
      : [
          `文書又は電子媒体の資料等が${byHand.length}件、手元にあります。返還・引渡し又は廃棄を済ませて、資料のページで記録してください。`,
        ]),
    ...(copies.length === 0
      ? []
      : [`複製が${copies.length}件、手元にあります。廃棄・消去を済ませて、資料のページで記録してください。`]),
    ...(out.length === 0
      ? []
      : [
          `持ち出したままの資料等が${out.length}件あります。返却又は消去を済ませて、持出しのページで記録してください。`,
        ]),
  ];
}

/** What the certificate says of copies that were made before and lie outside the product. `latest` is the last one known. */
export function backupNote(latest: Day | null): string {
  const made = latest === null ? '' : `（直近の控えは${formatEra(latest)}に作成）`;
  return `この消去の前に作成されたシステムの控え${made}は、消去の対象に含まれない。控えは定められた保存期間の満了により廃棄し、それまでの間は復元して利用しない。復元したときは、この消去を改めて行う。`;
}
