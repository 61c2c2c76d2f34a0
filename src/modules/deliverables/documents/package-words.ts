/** Words that the papers of a package share. */
import { formatEra } from '../../../core/calendar/index.ts';
import { type PackagePlan, taskLabel, type VirusRecord } from '../packing/plan.ts';

/** Name of a task by its id; 業務全体 where the specification has no tasks. */
export const taskNames =
  (plan: PackagePlan) =>
  (task: string | null): string => {
    if (plan.delivery.tasks.length === 0) return '業務全体';
    const found = plan.delivery.tasks.find(({ id }) => id === task);
    return found === undefined ? 'その他' : taskLabel(found);
  };

/** What a disc is called where the specification names no original and duplicate. */
const UNNAMED = '納品物';

/** One line per kind of what is handed over: CD-ROM　正本1枚、副本1枚. */
export function handedOver(plan: PackagePlan): string[] {
  const { delivery, disc, bound } = plan;
  const copies = delivery.media?.copies ?? [{ name: UNNAMED, count: 1 }];
  return [
    ...(disc === null
      ? [`電子データ　${delivery.electronic?.copies ?? 1}部`]
      : [
          `${disc}　${copies.map(({ name, count }) => (name === UNNAMED ? `${count}枚` : `${name}${count}枚`)).join('、')}`,
        ]),
    ...(bound ? [`製本した書面　${delivery.bound?.copies ?? 1}部`] : []),
  ];
}

/** 業務名, with the task where one is delivered by itself. */
export const subjectOf = (plan: PackagePlan): string =>
  plan.task === null ? plan.engagement.title : `${plan.engagement.title}　${taskLabel(plan.task)}`;

/** What a specification wants written down about the check, ready for a paper. */
export function virusLines(virus: VirusRecord | null): [string, string][] {
  if (virus === null) return [['ウイルス検査', '記録なし']];
  return [
    ['使用したソフトウェア', virus.software],
    ['定義ファイル', virus.signatures],
    ['検査を実施した日', formatEra(virus.checkedOn)],
    ['検査を実施した者', virus.checker ?? '街守（納品一式の作成時に自動で実施）'],
    ['結果', virus.clean ? 'ウイルスは検出されませんでした。' : `${virus.found.length}件を検出しました。`],
  ];
}

/** Parties and dates that head every paper. */
export const particularsOf = (plan: PackagePlan) => ({
  date: formatEra(plan.madeOn),
  created: plan.madeOn,
  addressee: [
    plan.engagement.municipality,
    `${plan.delivery.destination?.department ?? plan.engagement.department}　御中`,
  ],
  sender: plan.engagement.contractor,
  ...(plan.engagement.marking === null ? {} : { marking: plan.engagement.marking }),
});
