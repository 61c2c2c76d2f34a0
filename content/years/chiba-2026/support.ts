/** Three rounds of advice on the city's rules (clause 9(2)). */
import type { Step, World } from '../../../src/cli/year/year.ts';
import { policyContract } from '../../../src/modules/policy/contract.ts';
import type { Memory } from './memory.ts';

const ROUNDS = [
  {
    requested: '2026-07-13',
    advised: '2026-07-28',
    trigger: 'guideline',
    document: 'あおば市情報セキュリティ対策基準（第8章　業務委託と外部サービスの利用）',
    content: '国のガイドラインの改定を受けた改正案について、抜けや過不足がないか助言をお願いします。',
    summary:
      '改正の方向は妥当です。委託先の管理と外部サービスの利用終了時の手続について、責任者と時期を明らかにする必要があります。',
    proposals: [
      {
        provision: '第33条第2項',
        current: '所属長は、委託先の管理の状況を確認する。',
        proposed:
          '所属長は、委託先における情報資産の管理の状況を、年一回以上、書面又は実地により確認し、その結果を記録する。',
        reason: '確認の頻度と方法が定まっておらず、実施したかどうかを後から確かめられないため。',
        basis: '国のガイドライン（令和8年3月27日）第8章',
      },
      {
        provision: '第35条第5項',
        current: '',
        proposed: '外部サービスの利用を終了するときは、保存された情報の消去を確認し、その証明を保存する。',
        reason: '利用終了時の情報の残留を防ぐため。',
        basis: '国のガイドライン（令和8年3月27日）第8章',
      },
    ],
  },
  {
    requested: '2026-11-09',
    advised: '2026-11-24',
    trigger: 'other',
    document: '生成AIの業務利用に関する手引（案）',
    content: '職員向けの手引の案について、情報資産の分類との関係が分かりやすいか助言をお願いします。',
    summary: '入力してよい情報の範囲を、情報資産の分類と対応させた表で示すと、職員が迷わず判断できます。',
    proposals: [
      {
        provision: '第3　入力してはならない情報',
        current: '重要な情報を入力しないこと。',
        proposed:
          '機密性2以上の情報資産を入力しないこと。判断に迷う場合は、所属の情報セキュリティ責任者に確認すること。',
        reason: '「重要な情報」の範囲が人により異なるため、分類の段階で示す。',
        basis: '情報資産の分類に基づく取扱いの明確化（他団体の取組）',
      },
    ],
  },
  {
    requested: '2027-02-08',
    advised: '2027-02-22',
    trigger: 'audit',
    document: '外部サービス利用に係るガイドライン（改正案）',
    content: '監査で見つかった課題を踏まえた改正案について助言をお願いします。',
    summary: '契約書に記載する項目の例を付けることで、所属での記載漏れを防げます。',
    proposals: [
      {
        provision: '別紙　契約書に記載する項目',
        current: '',
        proposed: '情報の保存場所、事故時の連絡、利用終了時の消去及び監査の受入れについて、記載例を示す。',
        reason: '監査した契約に共通して、利用終了時の消去の記載が見当たらなかったため。',
        basis: '令和8年度情報セキュリティ監査の結果',
      },
    ],
  },
] as const;

export function support(world: World, memory: Memory): Step[] {
  return ROUNDS.flatMap((round, index): Step[] => [
    {
      at: `${round.requested} 10:00`,
      title: '規程の作成支援を依頼する',
      run: async () => {
        const { requestId } = await world.as('office', policyContract).requestSupport({
          engagementId: memory.get('engagement'),
          trigger: round.trigger,
          document: round.document,
          content: round.content,
          fileId: null,
        });
        memory.keep(`support:${index}`, requestId);
      },
    },
    {
      at: `${round.advised} 16:00`,
      title: '規程について助言する',
      run: async () => {
        const requestId = memory.get(`support:${index}`);
        const engagementId = memory.get('engagement');
        await world.as('lead', policyContract).advise({
          engagementId,
          requestId,
          summary: round.summary,
          proposals: round.proposals.map((proposal) => ({ ...proposal })),
        });
        await world.as('office', policyContract).closeSupport({ engagementId, requestId });
      },
    },
  ]);
}
