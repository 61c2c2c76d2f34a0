/** First wording of notices and of the briefing. People check and change it before it goes out. */
import { formatEra } from '../../../core/calendar/index.ts';
import { ASSURANCES, CONDUCTORS, type Programme } from '../../../core/programme/index.ts';

export interface NoticeSource {
  readonly programme: Programme;
  readonly targetName: string;
  readonly minutes: number;
  readonly slots: readonly {
    readonly day: string;
    readonly from: string;
    readonly to: string;
    readonly place: string;
  }[];
  readonly people: readonly string[];
  readonly documents: readonly { readonly title: string; readonly due: string | null }[];
}

/** The text of a notice; the heading and the addressee are set by the paper. */
export function noticeText(source: NoticeSource): string {
  const { programme, targetName, slots, people, documents, minutes } = source;
  const when =
    slots.length === 0
      ? `　日時は、別途調整の上お知らせします（所要時間は約${minutes}分です。）。`
      : slots.map(({ day, from, to, place }) => `　${formatEra(day)}　${from}から${to}まで（${place}）`).join('\n');
  const asked =
    documents.length === 0
      ? '　当日までに準備していただく資料はありません。'
      : documents.map(({ title, due }) => `　・${title}${due === null ? '' : `（${formatEra(due)}まで）`}`).join('\n');
  return [
    `${programme.title}を次のとおり実施しますので、御協力をお願いします。`,
    '1　目的',
    `　${programme.purpose}`,
    '2　対象',
    `　${targetName}`,
    '3　日時及び場所',
    when,
    '4　方法',
    `　${programme.method.techniques.join('、')}により確かめます（${ASSURANCES[programme.assurance]}監査）。`,
    '5　監査人',
    people.length === 0 ? '　監査人は、決まり次第お知らせします。' : `　${people.join('、')}`,
    '6　準備していただく資料',
    asked,
  ].join('\n');
}

export interface BriefingSource {
  readonly programme: Programme;
  readonly targets: readonly string[];
  readonly slots: readonly {
    readonly targetName: string;
    readonly day: string;
    readonly from: string;
    readonly to: string;
  }[];
  readonly documents: readonly string[];
}

/** The sections that the programme asks for, with a first text; one point a line. */
export function briefingDraft(source: BriefingSource): { title: string; text: string }[] {
  return (source.programme.briefing?.contents ?? []).map((title) => ({ title, text: sectionText(title, source) }));
}

function sectionText(title: string, source: BriefingSource): string {
  const { programme } = source;
  if (/準備するもの|資料|依頼|準備/u.test(title)) return requests(source);
  if (/意義|趣旨/u.test(title)) {
    // Where the purpose has a section of its own, it is not said twice.
    const apart = programme.briefing?.contents.some((other) => other !== title && /目的/u.test(other)) === true;
    const why = apart ? '事故が起きる前に対策の弱いところに気付き、直すために行います。' : purposeText(programme);
    return `${why}\n責任を問うものではなく、改善の方法をともに考えるために行います。`;
  }
  if (/目的/u.test(title)) return purposeText(programme);
  if (/アンケート|事前調査/u.test(title)) return survey(source);
  if (/当日の流れ/u.test(title)) return dayFlow(source);
  if (/流れ|フロー/u.test(title)) return programme.steps.map((step) => step.title).join('\n');
  if (/手順|実施内容|内容/u.test(title)) return procedure(source);
  if (/手法|方法/u.test(title)) return methods(source);
  return '';
}

/** Papers state the purpose plainly; to the people who listen it is said politely. */
function purposeText({ purpose }: Programme): string {
  return /[うくぐすつぬぶむる]。$/u.test(purpose) ? purpose.replace(/。$/u, 'ことを目的とします。') : purpose;
}

function dayFlow({ programme }: BriefingSource): string {
  return [
    '開始の挨拶と、目的及び進め方の確認',
    ...programme.method.techniques.map((one) => DAY_STEPS[one]),
    '確かめた内容の読合せと、認識の違いの確認',
    '今後の予定の説明',
  ].join('\n');
}

const DAY_STEPS: Readonly<Record<Programme['method']['techniques'][number], string>> = {
  ヒアリング: '業務の責任者と担当者への聞き取り',
  書類確認: '規程、台帳及び記録の確認',
  現場確認: '執務室、機器及び書類の保管場所の確認',
  再実施: '手続の再実施による確認',
};

function methods({ programme }: BriefingSource): string {
  return [
    `${programme.method.techniques.join('、')}により確かめます。`,
    `監査を行う人は、${CONDUCTORS[programme.conductedBy]}です。`,
    '監査人は、監査を受ける所属の業務に関わっていない人が務めます。',
  ].join('\n');
}

/** More names than this are not read from a slide: the timetable has them all. */
const MOST_NAMED = 12;

function procedure(source: BriefingSource): string {
  const { programme, targets, slots } = source;
  const times = programme.durations.map(({ usual }) => `${usual}分`);
  const named = targets.slice(0, MOST_NAMED).join('、');
  return [
    targets.length === 0
      ? '対象は、決まり次第お知らせします。'
      : `対象は、${named}${targets.length > MOST_NAMED ? `など${targets.length}件` : ''}です。`,
    `一つの対象にかける時間は、約${[...new Set(times)].join('又は')}です。`,
    ...slots
      .slice(0, MOST_NAMED)
      .map(({ targetName, day, from, to }) => `${targetName}：${formatEra(day)}　${from}から${to}まで`),
  ].join('\n');
}

function survey({ programme }: BriefingSource): string {
  if (programme.questionnaires.length === 0) return '事前調査票の配付は予定していません。';
  return programme.questionnaires
    .map(({ title, variant, subjects, respondents }) => {
      const name = variant === null ? title : `${title}（${variant}）`;
      return `${name}：${respondents.join('、')}の方に、${subjects.join('及び')}について伺います。`;
    })
    .join('\n');
}

function requests({ programme, documents }: BriefingSource): string {
  const { deadlines } = programme;
  const head = `資料は、監査の${deadlines.documentDays}日前までに御提出ください。`;
  const asked = documents.length === 0 ? ['規程、台帳及び点検の記録を御用意ください。'] : documents;
  return [head, ...asked, '当日は、業務の責任者と担当者の同席をお願いします。'].join('\n');
}
