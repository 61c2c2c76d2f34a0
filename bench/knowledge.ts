/**
 * Searching a knowledge base of 20,000 entries, against PostgreSQL reading the same folded texts one after the other with
 * LIKE, in turns, in the same run and under the same row-level security. Both must find the same entries.
 */
import { sql } from 'kysely';
import { parseQuery } from '../src/core/text/index.ts';
import type { Caller } from '../src/kernel/caller.ts';
import { readConfig } from '../src/kernel/config.ts';
import type { Tx } from '../src/kernel/database.ts';
import { silentLog } from '../src/kernel/log.ts';
import { createTenant } from '../src/kernel/tenant.ts';
import { newId } from '../src/kernel/identifier.ts';
import { engagementContract } from '../src/modules/engagement/contract.ts';
import { indexKnowledge, insertKnowledge, updateKnowledge } from '../src/modules/consultation/store-knowledge.ts';
import { searchKnowledge } from '../src/modules/consultation/store-search.ts';
import { openTemporary } from '../src/cli/year/temporary.ts';
import { atLeast, type Finding, median, told, within } from './report.ts';

const ENTRIES = Number(process.env['BENCH_ENTRIES'] ?? 20_000);
const ROUNDS = Number(process.env['BENCH_ROUNDS'] ?? 7);
/** Stands in nearly every entry. */
const FREQUENT = '情報';
/** Rare, usual and very frequent words, of one, two and more characters. */
const WORDS = ['再委託', '鍵', '無害化', '印影', 'VPN', '持出し 申請', 'サーバーの更新', FREQUENT] as const;
/** Below this the index would not be worth its room. */
const LIMIT = 3;
/** A word of nearly every entry is weighed and ordered in all of them, which counting them does not have to do. */
const FREQUENT_LIMIT = 3;

export async function knowledge(say: (text: string) => void): Promise<readonly Finding[]> {
  const service = await openTemporary(readConfig({}), silentLog);
  try {
    const { database, application, clock } = service;
    const tenantId = await createTenant(database, { code: 'bench', name: '計測市' }, clock.now());
    const manager: Caller = {
      tenantId,
      accountId: newId(clock.now()),
      party: 'contractor',
      roles: ['project-manager'],
      departmentIds: [],
      clockOffset: 0,
    };
    const { engagementId } = await application.client(engagementContract, manager).createEngagement({
      specification: 'chiba-2026',
      contractDate: '2026-06-01',
      contractor: '計測法人',
      client: { department: '担当課', address: '一番1号', tel: '000-000-0000', fax: '', email: '' },
      places: ['市役所'],
    });
    say(`writing ${ENTRIES} entries`);
    const filling = performance.now();
    for (let at = 0; at < ENTRIES; at += 500) {
      await database.transaction(tenantId, async (tx) => {
        for (let entry = at; entry < Math.min(ENTRIES, at + 500); entry += 1) {
          await write(tx, engagementId, entry, manager.accountId, clock.now());
        }
      });
    }
    const seconds = (performance.now() - filling) / 1000;
    const findings: Finding[] = [
      told('knowledge base', `${ENTRIES} entries, written and indexed in ${Math.round(seconds)} s`),
    ];
    const reader = { party: 'city' as const, engagementId };
    const ratios: number[] = [];
    let frequent = 0;
    for (const words of WORDS) {
      const query = parseQuery(words);
      const own: number[] = [];
      const plain: number[] = [];
      for (let round = 0; round < ROUNDS; round += 1) {
        const [found, ms] = await timed(() =>
          database.transaction(tenantId, async (tx) => {
            const { total } = await searchKnowledge(tx, reader, query, null, { offset: 0, limit: 20 });
            return total;
          }),
        );
        const [scanned, scanMs] = await timed(() => database.transaction(tenantId, (tx) => scan(tx, query)));
        if (found !== scanned) throw new Error(`${words}: the index finds ${found}, reading everything ${scanned}`);
        own.push(ms);
        plain.push(scanMs);
        if (round === 0) say(`${words}: ${found} found`);
      }
      ratios.push(median(plain) / median(own));
      if (words === FREQUENT) frequent = median(own) / median(plain);
      findings.push(
        told(
          `「${words}」`,
          `${median(own).toFixed(1)} ms, LIKE ${median(plain).toFixed(1)} ms: ${(median(plain) / median(own)).toFixed(1)} times`,
        ),
      );
    }
    return [
      ...findings,
      atLeast('knowledge search against LIKE (median)', median(ratios), LIMIT),
      within('a word of nearly every entry against LIKE', frequent, FREQUENT_LIMIT, 'times as long'),
    ];
  } finally {
    await service.close();
  }
}

async function timed<T>(work: () => Promise<T>): Promise<readonly [T, number]> {
  const from = performance.now();
  const result = await work();
  return [result, performance.now() - from];
}

/** Reads every text of the municipality. */
async function scan(tx: Tx, { terms }: ReturnType<typeof parseQuery>): Promise<number> {
  const conditions = terms.map(({ alternatives: [word = ''] }) => {
    const pattern = `%${word.replace(/[\\%_]/g, '\\$&')}%`;
    return sql`(title like ${pattern} or summary like ${pattern} or body like ${pattern})`;
  });
  const { rows } = await sql<{ count: string }>`select count(*) from knowledge_index
    where tenant_id = ${tx.tenantId} and ${sql.join(conditions, sql` and `)}`.execute(tx.db());
  return Number(rows[0]?.count);
}

const SUBJECTS = ['委託先', '所属', '管理者', '職員', '利用者', '責任者', '監査人', '事業者', '窓口', '担当課'];
const OBJECTS = [
  'USBメモリ',
  '私物端末',
  '無線LAN',
  'サーバ',
  '電子メール',
  '個人情報',
  'パスワード',
  'クラウドサービス',
  '台帳',
  '契約書',
];
const ACTS = [
  'を持ち出す',
  'を貸し出す',
  'を更新する',
  'を廃棄する',
  'を記録する',
  'を申請する',
  'を点検する',
  'を暗号化する',
  'を共有する',
  'を施錠する',
];
const REASONS = [
  '対策基準に従い',
  '承認を得て',
  '事前に確かめて',
  '手順書のとおりに',
  '必要な範囲で',
  '年に一度',
  '異動の都度',
  '情報の重要性に応じて',
];
/** Words that few entries have. */
const RARE = [
  '再委託',
  '無害化',
  '印影',
  'VPN',
  '持出し',
  '鍵',
  '入退室',
  '復元',
  '証跡',
  '脆弱性',
  '偽サイト',
  '遠隔保守',
];

/** Sentences of some hundred characters from a seeded row of numbers: the same knowledge base in every run. */
async function write(tx: Tx, engagementId: string, entry: number, authorId: string, at: Date): Promise<void> {
  let seed = entry * 2654435761 + 12345;
  const next = (length: number): number => {
    seed = (seed * 1103515245 + 12345) % 2147483648;
    return Math.floor((seed / 2147483648) * length);
  };
  const pick = (list: readonly string[]): string => list[next(list.length)] ?? '';
  const sentence = (): string => `${pick(SUBJECTS)}は、${pick(REASONS)}${pick(OBJECTS)}${pick(ACTS)}。`;
  const rare = next(12) === 0 ? `${pick(RARE)}の${pick(RARE)}については、別に定める。` : '';
  const text = {
    type: 'explanation' as const,
    title: `${pick(OBJECTS)}${pick(ACTS)}とき（第${entry}号）`,
    summary: `${sentence()}${sentence()}`,
    body: `${Array.from({ length: 12 + next(12) }, sentence).join('')}${rare}`,
    source: `第${next(60) + 1}条`,
    visibility: 'everyone' as const,
  };
  const id = newId(at);
  await insertKnowledge(tx, {
    engagement_id: engagementId,
    id,
    author_id: authorId,
    author_party: 'city',
    consultation_id: null,
    draft: text,
    at,
  });
  await updateKnowledge(tx, id, 1, {
    waiting: false,
    published: { ...text, edition: 1 },
    published_on: `2026-06-${String((entry % 28) + 1).padStart(2, '0')}`,
    at,
  });
  await indexKnowledge(tx, id, text);
}
