/** The technical verification of the tax system. */
import type { PlannedVerification } from '../common/verification-data.ts';

export const VERIFICATIONS: readonly PlannedVerification[] = [
  {
    source: 'ward-information-system',
    target: 0,
    submitted: '2026-10-14 10:00',
    approved: '2026-10-22 10:00',
    conditions: '開始と終了の都度、統括課の担当者に電話で知らせること。',
    recorded: '2026-11-09 10:00',
    plan: {
      subject: '税務システムの業務サーバ2台及び管理用端末1台',
      purpose: '公表された脆弱性が残っていないかを、運用を妨げずに確かめる。',
      method: '閉域のネットワークの中から、認証を用いない走査を低い頻度で行う。書込みと負荷を与える検査は行わない。',
      tool: '脆弱性検査の道具（脆弱性情報の辞書による照合）',
      windowFrom: '2026-11-06T20:00',
      windowTo: '2026-11-06T23:00',
      stopConditions:
        '業務サーバの応答が平常の2倍を超えたとき。\n夜間の処理が始まったとき、又は遅れたとき。\n統括課又は保守業者から中止を求められたとき。',
      contact: '統括課の夜間の当番、保守業者の監視の窓口及び受託者の監査責任者',
      precautions: '前日に控えを取り、走査の頻度を毎秒10件以下とする。',
    },
    run: {
      startedAt: '2026-11-06T20:10',
      endedAt: '2026-11-06T22:05',
      tool: '脆弱性検査の道具（脆弱性情報の辞書による照合）',
      toolVersion: '10.8（辞書は令和8年11月5日）',
      targets: '業務サーバ2台及び管理用端末1台',
      vulnerabilities: { high: 0, medium: 2, low: 5 },
      summary:
        '重大なものは見付からなかった。中程度の2件は、管理用端末の基本ソフトの更新の遅れによる。運用への支障はなかった。',
    },
    records: [
      { title: '走査の結果の一覧', text: '業務サーバ1　低2件\n業務サーバ2　低1件\n管理用端末　中2件、低2件\n' },
      { title: '走査の開始及び終了の記録', text: '20:10 開始\n22:05 終了\n停止の条件に当たる事象なし\n' },
    ],
  },
];
