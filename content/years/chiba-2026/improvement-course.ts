/** What became of the plans that were handed over: one done, the others under way on the day of the demonstration. */
import type { Step, World } from '../../../src/cli/year/year.ts';
import { improvementContract } from '../../../src/modules/improvement/contract.ts';
import { improvementActs, type Result } from '../common/improvement-acts.ts';
import type { Memory } from './memory.ts';

export function carriedCourse(world: World, memory: Memory): Step[] {
  return [
    ...progress(world, memory),
    ...ENDED.flatMap((one) => endOf(world, memory, one)),
    ...writtenAgain(world, memory),
    ...SUPPORT.flatMap((one, index) => supportOf(world, memory, one, index)),
    {
      at: '2026-12-10 14:00',
      title: '人事課の改善の効果を確かめる',
      run: async () => {
        const { taken } = actsOf(world, memory);
        await world.as('lead', improvementContract).checkEffect({
          ...(await taken(memory.get('carried:personnel'))),
          effective: true,
          text: '9月から11月までの退職者3人の利用者IDが、いずれも退職の日に停止されていることを、停止の記録により確かめた。',
        });
      },
    },
  ];
}

const actsOf = (world: World, memory: Memory) =>
  improvementActs(world, () => ({ engagementId: memory.get('engagement') }));

const PROGRESS = [
  {
    at: '2026-10-02 11:00',
    section: 'systems',
    by: 'systems-head',
    percent: 40,
    text: '4人の権限を外し、11の業務システムのうち5つの見直しを終えた。残る6つは、年内に行う。',
  },
  {
    at: '2026-10-16 10:00',
    section: 'farming',
    by: 'farming-staff',
    percent: 30,
    text: '今年度の申請書の綴り3冊を施錠できる書庫に移した。文書の廃棄は、11月に業者へ依頼する。',
  },
  {
    at: '2026-12-04 16:00',
    section: 'systems',
    by: 'systems-head',
    percent: 70,
    text: '9つの業務システムの見直しを終えた。残る2つは、保守の作業に合わせて1月に行う。',
    file: {
      name: '権限の見直しの記録.txt',
      text: '見直しを終えたシステム　9\n外した権限　4人分\n（あおば市の架空の資料です。）\n',
    },
  },
] as const;

function progress(world: World, memory: Memory): Step[] {
  return PROGRESS.map((one) => ({
    at: one.at,
    title: '所属が改善の進み具合を報告する',
    run: async () => {
      const { taken } = actsOf(world, memory);
      const fileIds =
        'file' in one ? [await world.upload(one.by, one.file.name, new TextEncoder().encode(one.file.text))] : [];
      const { percent, text } = one;
      const plan = await taken(memory.get(`carried:${one.section}`));
      await world.as(one.by, improvementContract).reportProgress({ ...plan, percent, text, fileIds });
    },
  }));
}

interface Ended extends Result {
  readonly section: string;
  readonly reported: string;
  readonly confirmed: string;
  readonly techniques: readonly string[];
  /** When the effect is looked at once more. */
  readonly effectOn?: string;
  readonly closed: string;
}

const ENDED: readonly Ended[] = [
  {
    section: 'personnel',
    reported: '2026-08-25 10:00',
    report: '2人の利用者IDを停止し、退職の手続の確認表を改めた。7月末に利用者IDと在籍者を照らし合わせた。',
    evaluation: '7月末の退職者1人の利用者IDは、退職の日に停止した。',
    confirmed: '2026-09-08 14:00',
    techniques: ['書類確認', '再実施'],
    result: '改めた確認表と停止の記録を読み、停止した利用者IDで接続できないことを、画面により再び確かめた。',
    effectOn: '2026-12-10',
    closed: '2026-12-14 10:00',
  },
  {
    section: 'care',
    reported: '2026-12-11 11:00',
    report: '確認簿の様式を作り、10月から全ての送付について2人で読み合わせて記録している。',
    evaluation: '10月と11月の送付412件を2人で確かめ、封入の前に宛先の誤り2件を見付けて直した。',
    confirmed: '2026-12-22 10:00',
    techniques: ['書類確認', 'ヒアリング'],
    result: '11月分の確認簿を読み、送付の件数と一致することを確かめた。担当の2人に手順を聞き、記載のとおりであった。',
    closed: '2027-01-08 10:00',
  },
  {
    section: 'farming',
    reported: '2027-01-20 10:00',
    report: '保存期間を過ぎた文書を溶解処理し、申請書の綴り9冊を全て施錠できる書庫に移した。鍵は課長補佐が管理する。',
    evaluation: '移した後の3週間、綴りが書庫の外に残ることはなかった。',
    confirmed: '2027-02-05 10:00',
    techniques: ['書類確認'],
    result: '書庫の写真と鍵の管理簿を読み、綴りの数が一致することを確かめた。',
    closed: '2027-02-12 10:00',
  },
  {
    section: 'systems',
    reported: '2027-01-22 10:00',
    report: '11の業務システムの見直しを終え、権限を外す依頼の様式と年2回の照合の手順を定めた。',
    evaluation: '1月の異動1件について、異動の日に権限を外している。',
    confirmed: '2027-02-05 11:00',
    techniques: ['書類確認', '再実施'],
    result: '見直しの記録と定めた手順を読み、任意に選んだ2つのシステムの権限の一覧が担当と一致することを確かめた。',
    closed: '2027-02-12 11:00',
  },
  {
    section: 'welfare',
    reported: '2027-02-22 10:00',
    report: '7台の端末を暗号化し、端末の受入れの確認表に暗号化の欄を加えた。',
    evaluation: '12台の全てが暗号化されていることを、管理の画面で確かめた。',
    confirmed: '2027-03-02 10:00',
    techniques: ['書類確認'],
    result: '管理の画面の写しを読み、12台の状態が全て暗号化済みであることを確かめた。',
    closed: '2027-03-05 10:00',
  },
];

function endOf(world: World, memory: Memory, one: Ended): Step[] {
  const acts = actsOf(world, memory);
  const planId = () => memory.get(`carried:${one.section}`);
  return [
    {
      at: one.reported,
      title: '所属が改善を報告する',
      run: () => acts.report(`${one.section}-head`, planId(), one),
    },
    {
      at: one.confirmed,
      title: '受注者が改善を確認する',
      run: () => acts.confirm(planId(), one.techniques, one, one.effectOn),
    },
    { at: one.closed, title: '改善を確認した計画を終了する', run: () => acts.close(planId()) },
  ];
}

/** The plan that had been given back for want of money is written again. */
function writtenAgain(world: World, memory: Memory): Step[] {
  const acts = actsOf(world, memory);
  const planId = () => memory.get('carried:welfare');
  return [
    {
      at: '2026-12-09 10:00',
      title: '福祉総務課が改善計画を書き直して提出する',
      run: () =>
        acts.write('welfare-head', planId(), {
          cause: '端末を替えた際に、暗号化の設定を引き継がなかった。',
          measure: '12月の補正予算により、暗号化していない7台を順に暗号化し、全ての端末の状態を管理の画面で確かめる。',
          shortTerm: '暗号化を終えるまでの間、7台の持出しを止め、訪問には暗号化した5台を用いる。',
          longTerm: '端末の受入れの確認表に、暗号化の欄を加える。',
          responsible: '福祉総務課長',
          due: '2027-02-26',
          budget: '設定の作業　約28万円（令和8年度12月補正予算）',
        }),
    },
    {
      at: '2026-12-16 10:00',
      title: '受注者が改善計画を確かめて助言する',
      run: () =>
        acts.advise(
          planId(),
          '暗号化を終えた端末から順に持出しを認める手順と、回復のための鍵を保管する場所を、計画に加えることを勧めます。',
        ),
    },
    { at: '2026-12-21 10:00', title: '改善計画を承認する', run: () => acts.approve(planId()) },
  ];
}

const SUPPORT = [
  {
    at: '2026-10-07 15:00',
    recorded: '2026-10-08 10:00',
    section: 'systems',
    channel: '電子メール',
    minutes: 30,
    asked: '権限の一覧と担当を照らし合わせた結果を、どのように残せばよいか。',
    answered:
      '照らし合わせた日、者、件数及び外した権限を、システムごとに一行で残してください。記入の例を添えて返信しました。',
  },
  {
    at: '2026-12-17 15:00',
    recorded: '2026-12-21 11:00',
    section: 'farming',
    channel: '電話',
    minutes: 15,
    asked: '廃棄を業者に頼む文書の運搬の間に、気を付けることは何か。',
    answered:
      '箱ごとに番号を付けて引き渡しの記録を残し、溶解の証明書の番号と照らし合わせてください。運搬に職員が立ち会うことを勧めました。',
  },
] as const;

function supportOf(world: World, memory: Memory, one: (typeof SUPPORT)[number], index: number): Step[] {
  const engagement = () => ({ engagementId: memory.get('engagement') });
  const lead = () => world.as('lead', improvementContract);
  return [
    {
      at: one.at,
      title: '所属の改善を支援する',
      run: async () => {
        const { channel, minutes, asked, answered, section } = one;
        const { id } = await lead().noteSupport({
          ...engagement(),
          ...{ departmentId: memory.get(`department:${section}`), planId: memory.get(`carried:${section}`) },
          ...{ channel, minutes, asked, answered },
        });
        memory.keep(`improvement-support:${index}`, id);
      },
    },
    {
      at: one.recorded,
      title: '支援の記録を市に出す',
      run: async () => {
        const { records } = await lead().listSupport(engagement());
        const noted = records.find(({ id }) => id === memory.get(`improvement-support:${index}`));
        await lead().submitSupport({ supportId: noted?.id ?? '', version: noted?.version ?? 0 });
      },
    },
  ];
}
