/** First wording of the fields of a plan, from the programme, the targets and the timetable. People change it. */
import { formatEra } from '../../../core/calendar/index.ts';
import { CONDUCTORS, type Programme, type TargetKind } from '../../../core/programme/index.ts';

export interface PlanSource {
  readonly programme: Programme;
  readonly targets: readonly {
    readonly name: string;
    readonly kind: TargetKind;
    readonly departments: string;
    readonly minutes: number;
    readonly people: readonly string[];
  }[];
  readonly slots: readonly {
    readonly targetName: string;
    readonly day: string;
    readonly from: string;
    readonly to: string;
    readonly place: string;
    readonly people: readonly string[];
  }[];
  readonly from: string;
  readonly to: string;
  /** Sections of the city that do the checking, papers that were asked for. */
  readonly documents: readonly string[];
}

const NOT_YET = '日程が決まった後に記載する。';

/** The text of a field by its name in the clauses; empty where only people know it. */
export function planText(name: string, source: PlanSource): string {
  const write = WRITERS[name];
  return write === undefined ? '' : write(source);
}

const lines = (all: readonly string[], none = ''): string => (all.length === 0 ? none : all.join('\n'));

function targetsText({ targets }: PlanSource): string {
  return lines(
    targets.map(({ name, departments, minutes }) =>
      departments.endsWith(name) ? `${departments}（${minutes}分）` : `${name}（${departments}、${minutes}分）`,
    ),
  );
}

function periodText({ from, to }: PlanSource): string {
  return `${formatEra(from)}から${formatEra(to)}まで`;
}

function stepsText({ programme }: PlanSource): string {
  return lines(programme.steps.map(({ title, because }, index) => `${index + 1}　${title}：${because}`));
}

function procedureText({ programme }: PlanSource): string {
  const { method } = programme;
  const where = method.onSite ? '監査を受ける所属の執務室などを訪れて行う。' : '会議室又は書面により行う。';
  return `${method.techniques.join('、')}により確かめる。監査人は${method.auditorsAtLeast}人以上とする。${where}`;
}

function contentText({ programme, targets }: PlanSource): string {
  const sets = programme.checklists.flatMap(({ set }) => set ?? []);
  const about = sets.length === 0 ? '監査項目の一覧に掲げる事項' : `${sets.join('及び')}の項目`;
  const [first, ...others] = targets;
  const which = first === undefined ? '' : others.length === 0 ? first.name : `${targets.length}件`;
  return `${about}について、規程の整備と運用の状況を確かめる。${which === '' ? '' : `対象は${which}である。`}`;
}

function slotsText({ slots }: PlanSource): string {
  return lines(
    slots.map(
      ({ targetName, day, from, to, place }) => `${targetName}：${formatEra(day)}　${from}から${to}まで（${place}）`,
    ),
    NOT_YET,
  );
}

function peopleText({ slots, targets }: PlanSource): string {
  const byPlace = slots.map(({ targetName, place, people }) => `${place}（${targetName}）：${people.join('、')}`);
  if (byPlace.length > 0) return lines(byPlace);
  return lines(
    targets.flatMap(({ name, people }) => (people.length === 0 ? [] : [`${name}：${people.join('、')}`])),
    NOT_YET,
  );
}

const WRITERS: Readonly<Record<string, (source: PlanSource) => string>> = {
  監査の目的: ({ programme }) => programme.purpose,
  目的: ({ programme }) => programme.purpose,
  監査の範囲: ({ programme }) => programme.scope,
  対象所属: targetsText,
  監査対象: targetsText,
  実施期間: periodText,
  期間: periodText,
  監査の内容: contentText,
  具体的な実施内容: contentText,
  監査の手順: stepsText,
  実施工程: (source) => `${stepsText(source)}\n${slotsText(source)}`,
  監査の手続: procedureText,
  実施方法: procedureText,
  実施日時: slotsText,
  実施時期: (source) => `${periodText(source)}\n${slotsText(source)}`,
  監査人: peopleText,
  実施体制: (source) => `${CONDUCTORS[source.programme.conductedBy]}が監査する。\n${peopleText(source)}`,
  監査基準: ({ programme }) => lines(programme.checklists.map(({ because }) => because)),
  本調査の実施方法の要領: procedureText,
  調査場所ごとの監査従事者: peopleText,
  調査場所ごとの調査時期: slotsText,
  集める監査証拠の範囲: ({ programme, documents }) =>
    documents.length === 0 ? programme.scope : `${programme.scope}\n${documents.map((one) => `・${one}`).join('\n')}`,
  監査証拠の集め方: ({ programme }) =>
    `${programme.method.techniques.join('、')}により集め、出所、取得した日及び取得した人を記録する。`,
};
