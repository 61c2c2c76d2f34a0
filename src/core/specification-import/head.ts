import { namedDays } from './find-dates.ts';
import { fold } from './line.ts';
import { isPlace, type Paragraph, type Place } from './place.ts';
import type { Passage } from './passage.ts';

/** What the specification says about itself. Null where it does not say. */
export type ProposedHead = {
  title: string | null;
  authority: string | null;
  fiscalYear: number | null;
  /** Last day of the contract period. */
  periodTo: string | null;
  marking: string | null;
};

/** Title, client, fiscal year and period, as far as the text gives them. */
export function headOf(root: Place, passages: readonly Passage[], marking: string | null): ProposedHead {
  const before = (root.flow.filter((one) => !isPlace(one)) as Paragraph[]).map((one) => one.text.trim());
  const named = passages.find((one) => /^(?:件名|業務名|業務の?名称|委託(?:業務)?名|委託件名)$/.test(one.title));
  const cover = before.find((line) => /仕様書|委託/.test(line) && line.length <= 60);
  const title = cover ?? named?.text.split('\n').at(-1) ?? before[0] ?? null;
  const all = fold(passages.map((one) => one.text).join('\n'));
  const period = passages.find((one) => /期間/.test(one.title) && /まで/.test(one.text));
  const days = period === undefined ? [] : namedDays(fold(period.text), null);
  const periodTo = days.at(-1)?.last ?? null;
  return {
    title: title === null ? null : title.slice(0, 200),
    authority: authorityIn(`${before.join('\n')}\n${all}`),
    fiscalYear: fiscalYearOf(`${before.join('\n')}\n${named?.text ?? ''}`, periodTo),
    periodTo,
    marking,
  };
}

function fiscalYearOf(cover: string, periodTo: string | null): number | null {
  const era = /令和 ?(\d{1,2}|元) ?年度/.exec(fold(cover));
  if (era !== null) return 2018 + (era[1] === '元' ? 1 : Number(era[1]));
  if (periodTo === null) return null;
  const year = Number(periodTo.slice(0, 4));
  return Number(periodTo.slice(5, 7)) >= 4 ? year : year - 1;
}

const NO_NAME =
  /^(?:本|当|他|各|全|同|政令|指定|都|他都|自治体|本都|関係|大都|中核)(?:市|区|町|村)?$|^(?:都市|市区町村|区市|市町村|特別区|地区|管区|学区)$/;

/** The municipality named most often. */
function authorityIn(text: string): string | null {
  const seen = new Map<string, number>();
  for (const match of text.matchAll(
    /(?<![一-龠々])([一-龠々ヶケ]{1,5}[市区町村])(?=役所|役場|長|情報|総務|企画|デジタル|が|に|の|を|は|、|[(（\s]|$|職員|教育)/gm,
  )) {
    const name = match[1] ?? '';
    if (!NO_NAME.test(name)) seen.set(name, (seen.get(name) ?? 0) + 1);
  }
  return [...seen].sort((a, b) => b[1] - a[1])[0]?.[0] ?? null;
}
