/** What the sections answer: most do well, the four that will be audited have the gaps that the audit then follows. */
import type { AnswerSheet } from '../../../src/core/assessment/answer.ts';

const ITEMS = [
  'asset-pledge',
  'asset-locked-storage',
  'asset-counter-placement',
  'asset-takeout-permission',
  'asset-paper-disposal',
  'asset-register',
  'asset-labelling',
  'org-roles',
  'people-training',
  'people-incident-report',
  'people-clear-desk',
  'people-password',
  'people-leaver',
  'place-visitor',
  'place-terminal',
  'place-media',
  'place-server-room',
  'place-device-disposal',
  'network-connection',
  'network-file-import',
  'system-access-rights',
  'system-mail',
  'system-update',
  'system-backup',
  'outsourcing-contract',
  'outsourcing-supervision',
  'cloud-approval',
  'cloud-unapproved',
  'operation-exception',
  'improvement-followup',
] as const;
type Item = (typeof ITEMS)[number];

/** いいえ with its reason, per audited section. */
const GAPS: Readonly<Record<string, Partial<Record<Item, string>>>> = {
  citizens: {
    'asset-locked-storage': '窓口の開いている間は、書庫の鍵を机の上に置いている。',
    'asset-counter-placement': '繁忙期は、記載台の近くに申請書を置くことがある。',
    'asset-takeout-permission': '急ぎの場合は口頭の承認だけで持ち出すことがある。',
    'people-clear-desk': '離席のときの画面の固定が徹底できていない。',
    'place-visitor': '執務室に入る業者の記録を取っていない日がある。',
    'asset-register': '今年度の更新が終わっていない。',
  },
  systems: {
    'place-server-room': '入退室の記録を紙で残しているが、退室の時刻が抜けることがある。',
    'place-media': '保守用の記録媒体の一覧を更新していない。',
    'system-access-rights': '異動した職員の権限の見直しが年一回になっている。',
    'place-device-disposal': '廃棄の証明を保存していない機器がある。',
    'system-backup': '復元の試験を今年度は行っていない。',
    'asset-register': '機器の台帳と資産の台帳が分かれている。',
  },
  insurance: {
    'asset-labelling': '古い綴りに区分の表示がない。',
    'outsourcing-supervision': '委託先の状況の確認を書面で行っていない。',
    'cloud-approval': '更新のときの手続を省いている。',
    'people-leaver': '退職者の権限の削除が翌月になることがある。',
    'asset-locked-storage': '年度末は書庫に入りきらず、施錠できない棚に置くことがある。',
    'system-mail': '宛先を二人で確かめる手順を省くことがある。',
  },
  nursery: {
    'cloud-approval': '契約の更新のときに利用の承認を取り直していない。',
    'outsourcing-contract': '利用終了時の消去について契約に書いていない。',
    'asset-takeout-permission': '施設への持出しを管理簿に書かないことがある。',
    'people-training': '会計年度任用職員の受講を確かめていない。',
    'place-terminal': '持出し用の端末を鍵のない棚に置いている。',
    'asset-register': '台帳に載せていない名簿がある。',
  },
};

/** Sections that have no server room or no outside service say 対象外. */
const NOT_APPLICABLE: Partial<Record<Item, string>> = { 'place-server-room': 'サーバ室を管理していない。' };

export function answersOf(section: string, index: number): AnswerSheet {
  const gaps = GAPS[section] ?? slight(index);
  return Object.fromEntries(
    ITEMS.map((item) => {
      const reason = gaps[item];
      if (reason !== undefined) return [item, { value: 'no', reason }];
      const excluded = section === 'systems' ? undefined : NOT_APPLICABLE[item];
      return [item, excluded === undefined ? { value: 'yes' } : { value: 'not-applicable', reason: excluded }];
    }),
  );
}

/** One small gap in every other section, so that the whole city has something to learn. */
function slight(index: number): Partial<Record<Item, string>> {
  const item = ITEMS[(index * 7) % ITEMS.length];
  if (item === undefined || index % 2 === 1 || item === 'place-server-room') return {};
  return { [item]: '手順はあるが、今年度の記録が一部抜けている。' };
}

interface Asset {
  readonly name: string;
  readonly kind: string;
  readonly confidentiality: string;
  readonly amount: string;
  readonly frequency: string;
  readonly storage: string;
  readonly medium: readonly string[];
  readonly takingOut: boolean;
  readonly outsourcedTo: string | null;
}

const ORDINARY: Asset = {
  name: '起案文書及び会議資料',
  kind: 'unpublished',
  confidentiality: 'grade-2',
  amount: 'none',
  frequency: 'daily',
  storage: 'locked-cabinet',
  medium: ['paper', 'shared-folder'],
  takingOut: false,
  outsourcedTo: null,
};

const ASSETS: Readonly<Record<string, readonly Asset[]>> = {
  citizens: [
    {
      ...ORDINARY,
      name: '住民異動届',
      kind: 'application',
      confidentiality: 'grade-3a',
      amount: 'over-10000',
      medium: ['paper'],
    },
    {
      ...ORDINARY,
      name: '住民記録',
      kind: 'resident-record',
      confidentiality: 'grade-3a',
      amount: 'over-10000',
      medium: ['business-system'],
      storage: 'server',
    },
    {
      ...ORDINARY,
      name: '証明書の申請書',
      kind: 'my-number',
      confidentiality: 'grade-3a',
      amount: 'over-10000',
      medium: ['paper'],
      storage: 'open-shelf',
      takingOut: true,
    },
  ],
  systems: [
    {
      ...ORDINARY,
      name: '機器の構成及び設定の資料',
      kind: 'facility',
      confidentiality: 'grade-3b',
      storage: 'open-shelf',
    },
    {
      ...ORDINARY,
      name: '控えの記録媒体',
      kind: 'resident-record',
      confidentiality: 'grade-3a',
      amount: 'over-10000',
      medium: ['removable'],
      storage: 'off-site',
      takingOut: true,
      outsourcedTo: 'あおば情報サービス株式会社',
    },
    {
      ...ORDINARY,
      name: '利用者の権限の一覧',
      kind: 'personnel',
      confidentiality: 'grade-3b',
      amount: 'under-10000',
      storage: 'server',
    },
  ],
  insurance: [
    {
      ...ORDINARY,
      name: '被保険者の記録',
      kind: 'sensitive-record',
      confidentiality: 'grade-3a',
      amount: 'over-10000',
      medium: ['business-system', 'paper'],
      storage: 'server',
    },
    {
      ...ORDINARY,
      name: '電話案内の記録',
      kind: 'sensitive-record',
      confidentiality: 'grade-3b',
      amount: 'over-10000',
      medium: ['external-service'],
      storage: 'vendor',
      outsourcedTo: '株式会社そらコンタクト',
    },
  ],
  nursery: [
    {
      ...ORDINARY,
      name: '保育施設の申込書',
      kind: 'sensitive-record',
      confidentiality: 'grade-3a',
      amount: 'under-10000',
      medium: ['paper', 'external-service'],
      storage: 'vendor',
      outsourcedTo: '株式会社みどりクラウド',
    },
    {
      ...ORDINARY,
      name: '児童の名簿',
      kind: 'resident-record',
      confidentiality: 'grade-3a',
      amount: 'under-10000',
      medium: ['terminal'],
      storage: 'open-shelf',
      takingOut: true,
    },
  ],
};

const SERVICES: Readonly<Record<string, { readonly name: string; readonly provider: string }>> = {
  insurance: { name: '電話案内サービス', provider: '株式会社そらコンタクト' },
  nursery: { name: '保育施設申込サービス', provider: '株式会社みどりクラウド' },
};

export function surveyOf(section: string, index: number): AnswerSheet {
  const service = SERVICES[section];
  const server = section === 'systems';
  const crowded = section === 'citizens' || section === 'insurance';
  return {
    'asset-table': { value: (ASSETS[section] ?? [ORDINARY]).map(rowOf) },
    'visitor-traffic': { value: crowded ? 'many' : index % 3 === 0 ? 'few' : 'none' },
    'server-room': { value: server ? 'room' : 'none' },
    ...(server ? { 'server-count': { value: 24 } } : {}),
    'external-service-use': { value: service === undefined ? 'no' : 'yes' },
    ...(service === undefined
      ? {}
      : {
          'external-service-count': { value: 1 },
          'external-service-table': {
            value: [
              {
                'service-name': service.name,
                provider: service.provider,
                confidentiality: 'grade-3b',
                'contract-start': '2025-04-01',
                'contract-end': '2028-03-31',
                'in-register': section === 'insurance',
              },
            ],
          },
        }),
    'past-incident': { value: section === 'nursery' ? 'once' : 'none' },
  };
}

function rowOf(asset: Asset) {
  return {
    'asset-name': asset.name,
    'asset-kind': asset.kind,
    medium: [...asset.medium],
    confidentiality: asset.confidentiality,
    amount: asset.amount,
    frequency: asset.frequency,
    storage: asset.storage,
    'taking-out': asset.takingOut,
    outsourced: asset.outsourcedTo !== null,
    ...(asset.outsourcedTo === null ? {} : { 'outsourced-to': asset.outsourcedTo }),
  };
}
