/** For tests: catalogues as other people's tools write them, all of their words invented. */

interface OscalControl {
  readonly id: string;
  readonly title: string;
  readonly prose: string;
  readonly label?: string;
  readonly guidance?: string;
  readonly withdrawn?: boolean;
  readonly controls?: readonly OscalControl[];
  readonly links?: readonly { readonly href: string; readonly rel?: string }[];
  readonly params?: readonly object[];
}

export function oscalControl(control: OscalControl): object {
  const { id, title, prose, label, guidance, withdrawn, controls, links, params } = control;
  return {
    id,
    class: 'example',
    title,
    ...(params === undefined ? {} : { params }),
    props: [
      { name: 'label', value: label ?? id.toUpperCase() },
      ...(withdrawn === true ? [{ name: 'status', value: 'withdrawn' }] : []),
    ],
    ...(links === undefined ? {} : { links }),
    parts: [
      { id: `${id}_smt`, name: 'statement', prose },
      ...(guidance === undefined ? [] : [{ id: `${id}_gdn`, name: 'guidance', prose: guidance }]),
      { id: `${id}_obj`, name: 'assessment-objective', prose: '確かめる目的の文であり、取り込まない。' },
    ],
    ...(controls === undefined ? {} : { controls: controls.map(oscalControl) }),
  };
}

export function oscalCatalogue(
  version: string,
  groups: readonly { readonly id: string; readonly title: string; readonly controls: readonly OscalControl[] }[],
): string {
  return JSON.stringify({
    catalog: {
      uuid: '11111111-1111-4111-8111-111111111111',
      metadata: {
        title: '青葉の例の管理策集',
        published: '2026-04-01T00:00:00.000+09:00',
        'last-modified': '2026-04-01T00:00:00.000+09:00',
        version,
        'oscal-version': '1.1.2',
        roles: [{ id: 'creator', title: '作成者' }],
        parties: [{ uuid: '22222222-2222-4222-8222-222222222222', type: 'organization', name: '例示基準研究会' }],
        'responsible-parties': [{ 'role-id': 'creator', 'party-uuids': ['22222222-2222-4222-8222-222222222222'] }],
      },
      groups: groups.map(({ id, title, controls }) => ({
        id,
        title,
        props: [{ name: 'label', value: id.toUpperCase() }],
        controls: controls.map(oscalControl),
      })),
      'back-matter': {
        resources: [
          {
            uuid: '33333333-3333-4333-8333-333333333333',
            title: '例示の手引',
            rlinks: [{ href: 'https://example.jp/' }],
          },
        ],
      },
    },
  });
}

/** Access and logs, in a first edition. */
export const FIRST_EDITION = oscalCatalogue('1.0', [
  {
    id: 'ac',
    title: 'アクセスの管理',
    controls: [
      {
        id: 'ac-1',
        title: '利用者の登録',
        prose: '情報システムの利用者を登録し、変更し、削除する手続を定め、所属長の承認を受けて実施する。',
        guidance: '異動及び退職の際の手続を含めるとよい。',
        links: [{ href: '#33333333-3333-4333-8333-333333333333', rel: 'reference' }],
      },
      {
        id: 'ac-2',
        title: '認証情報の管理',
        prose: 'パスワードは{{ insert: param, ac-2_prm_1 }}以上とし、他人に知らせない。',
        params: [{ id: 'ac-2_prm_1', label: '定めた文字数' }],
        controls: [{ id: 'ac-2.1', title: '多要素認証', prose: '管理者の認証には、二つ以上の要素を用いる。' }],
      },
      {
        id: 'ac-3',
        title: '特権の付与と見直し',
        prose:
          '管理者の権限は必要な者に限って与え、与えた記録を残す。与えた権限は毎年度一回以上見直し、要らなくなったものを直ちに取り消す。',
      },
    ],
  },
  {
    id: 'au',
    title: '記録の管理',
    controls: [
      { id: 'au-1', title: '記録の取得', prose: '利用者の操作及び管理者の操作の記録を取得する。' },
      { id: 'au-2', title: '記録の保管', prose: '取得した記録は、改ざんされないように保管し、一年間保存する。' },
      { id: 'au-3', title: '古い機器の記録', prose: '磁気テープに残した記録は、耐火金庫に納める。' },
      { id: 'au-9', title: '廃止の例', prose: '', withdrawn: true },
    ],
  },
]);

/**
 * The next edition: au-1 as before, ac-1 with its number changed, ac-2 reworded, ac-3 in two, au-2 without change, au-3 gone,
 * au-4 new.
 */
export const SECOND_EDITION = oscalCatalogue('2.0', [
  {
    id: 'ac',
    title: 'アクセスの管理',
    controls: [
      {
        id: 'ac-10',
        title: '利用者の登録',
        prose: '情報システムの利用者を登録し、変更し、削除する手続を定め、所属長の承認を受けて実施する。',
        guidance: '異動及び退職の際の手続を含めるとよい。',
      },
      {
        id: 'ac-2',
        title: '認証情報の管理',
        prose: 'パスワードは{{ insert: param, ac-2_prm_1 }}以上とし、使い回さず、他人に知らせない。',
        params: [{ id: 'ac-2_prm_1', label: '定めた文字数' }],
        controls: [{ id: 'ac-2.1', title: '多要素認証', prose: '管理者の認証には、二つ以上の要素を用いる。' }],
      },
      { id: 'ac-3', title: '特権の付与', prose: '管理者の権限は必要な者に限って与え、与えた記録を残す。' },
      {
        id: 'ac-4',
        title: '特権の見直し',
        prose: '与えた権限は毎年度一回以上見直し、要らなくなったものを直ちに取り消す。',
      },
    ],
  },
  {
    id: 'au',
    title: '記録の管理',
    controls: [
      { id: 'au-1', title: '記録の取得', prose: '利用者の操作及び管理者の操作の記録を取得する。' },
      { id: 'au-2', title: '記録の保管', prose: '取得した記録は、改ざんされないように保管し、一年間保存する。' },
      { id: 'au-4', title: '時刻の同期', prose: '全ての機器の時刻を、基準となる時刻に合わせる。' },
    ],
  },
]);

/** The library of a framework, with a node whose parent is missing. */
export const FRAMEWORK = `urn: urn:example:risk:library:aoba-2026
locale: ja
ref_id: AOBA-2026
name: 青葉の枠組み
description: 例示のための枠組み。
copyright: 例示基準研究会
version: 3
publication_date: 2026-02-01
provider: 例示基準研究会
packager: example
objects:
  framework:
    urn: urn:example:risk:framework:aoba-2026
    ref_id: AOBA-2026
    name: 青葉の枠組み
    description: 例示のための枠組み。
    requirement_nodes:
      - urn: urn:example:risk:req_node:aoba-2026:1
        assessable: false
        depth: 1
        ref_id: '1'
        name: 体制
      - urn: urn:example:risk:req_node:aoba-2026:1.1
        assessable: true
        depth: 2
        parent_urn: urn:example:risk:req_node:aoba-2026:1
        ref_id: '1.1'
        name: 責任者
        description: 情報セキュリティの責任者を定める。
        annotation: 役職で定めるとよい。
      - urn: urn:example:risk:req_node:aoba-2026:1.2
        assessable: true
        depth: 2
        parent_urn: urn:example:risk:req_node:aoba-2026:1
        ref_id: '1.2'
        description: 責任者は、毎年度、対策の状況を首長に報告する。
      - urn: urn:example:risk:req_node:aoba-2026:9.9
        assessable: true
        depth: 2
        parent_urn: urn:example:risk:req_node:aoba-2026:9
        ref_id: '9.9'
        name: 親のない項目
        description: 親が見つからない。
`;
