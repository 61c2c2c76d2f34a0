/** A complete audit of each programme that comes with the product, by its roles: from the list of programmes to the end. */
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { auditContract } from '../../src/modules/audit/contract.ts';
import { openBrowser } from './harness/browser.ts';
import { expectNoProblems } from './harness/problems.ts';
import { type Product, startProduct } from './harness/product.ts';
import {
  agreeChecklist,
  beginAudit,
  chooseTarget,
  closeAudit,
  judgeItems,
  notify,
  recordSession,
  type Round,
  settleFinding,
  settlePlan,
} from './year/audit-round.ts';
import { openStage, type Stage } from './year/stage.ts';

const INTERVIEW = ['ヒアリング', '書類確認'];
const BY_CONTRACTOR = { perTarget: false, byCity: false, methods: INTERVIEW } as const;

/** The tenth programme, the focus theme, is carried through by the journey of the year. */
const ROUNDS: readonly Round[] = [
  {
    source: 'koganei-internal',
    title: '情報セキュリティ内部監査',
    target: { name: '国民健康保険課' },
    ...{ perTarget: true, byCity: true, methods: INTERVIEW, level: '重要な指摘' },
  },
  {
    source: 'ward-internal',
    title: '情報セキュリティ内部監査（区）',
    target: { name: '国民健康保険課の内部監査' },
    ...{ perTarget: true, byCity: true, methods: INTERVIEW, level: '指摘' },
  },
  {
    source: 'koganei-my-number',
    title: 'マイナンバー内部監査',
    target: { kind: '所属', name: '国民健康保険課のマイナンバー監査' },
    ...{ ...BY_CONTRACTOR, perTarget: true, level: '重要な指摘' },
  },
  {
    source: 'kyoto-my-number',
    title: '特定個人情報の外部監査',
    target: { name: '国民健康保険事務', fields: { 情報システム: '国民健康保険システム' } },
    ...{ ...BY_CONTRACTOR, level: '改善すべき事項' },
  },
  {
    source: 'ward-information-assets',
    title: '外部監査（情報資産及び特定個人情報）',
    target: { name: '国民健康保険の資格の管理' },
    ...{ ...BY_CONTRACTOR, level: '改善すべき事項' },
  },
  {
    source: 'ward-information-system',
    title: '外部監査（情報システム）',
    target: { name: '国民健康保険システム', fields: { 事務: '国民健康保険' } },
    ...{ ...BY_CONTRACTOR, level: '改善が望まれる事項' },
  },
  {
    source: 'fukuoka-external',
    title: '情報システム等の外部監査',
    target: { kind: 'ホームページ', name: '健康づくりの案内', fields: { アドレス: 'https://www.example.jp/kenko/' } },
    ...{ ...BY_CONTRACTOR, level: '指摘' },
  },
  {
    source: 'koganei-beta-prime',
    title: 'β′モデルの外部監査',
    target: { name: '内部情報ネットワーク', fields: { ネットワークの区分: '内部情報ネットワーク基盤' } },
    ...{ ...BY_CONTRACTOR, level: '指摘' },
  },
  {
    source: 'kyoto-vendor-site',
    title: 'ベンダのリモート保守拠点の監査',
    target: {
      name: '第一保守センター',
      fields: {
        事業者: '株式会社みどり情報',
        接続の経路: '閉域網',
        '接続できるシステム（一行に一つ）': '国民健康保険システム',
      },
    },
    ...{ ...BY_CONTRACTOR, level: '改善すべき事項' },
  },
];

describe('a complete audit', () => {
  let product: Product;
  let browser: Browser;
  let stage: Stage;

  beforeAll(async () => {
    [product, browser] = await Promise.all([startProduct({ copyOf: inject('demonstrationFolder') }), openBrowser()]);
    stage = await openStage(browser, product);
  });
  afterAll(async () => {
    await browser?.close();
    await product?.stop();
  });

  it.each(ROUNDS)('of the programme $source', async (round) => {
    const { programmeId, targetId } = await chooseTarget(stage, round);
    await settlePlan(stage, round);
    await agreeChecklist(stage, round);
    await notify(stage, round, programmeId);
    const auditId = await beginAudit(stage, round, targetId);
    const failed = await judgeItems(stage, round, auditId);
    await recordSession(stage, round, auditId);
    await settleFinding(stage, round, auditId, failed);
    await closeAudit(stage, auditId);
    const api = await stage.api('lead', auditContract);
    expect(await api.getAudit({ auditId })).toMatchObject({ state: 'closed' });
    const { findings } = await api.listFindings({ engagementId: stage.engagementId, auditId });
    expect(findings).toMatchObject([{ state: 'agreed', grade: round.level }]);
    expectNoProblems(stage.cast.present.values());
  });
});
