import type { Evidence } from './finding.ts';
import { fold } from './line.ts';
import { readNumber } from './numeral.ts';

/** A condition on the people or the firm that carry out the work. */
export type FoundCondition = Evidence & {
  kind: 'team';
  /** Names of qualifications or certifications, as written. */
  qualifications: string[];
  /** One of them is enough. */
  any: boolean;
  minPersons: number | null;
  /** Years of experience asked for. */
  years: number | null;
  /** First and last fiscal year in which the experience counts. */
  window: readonly [number, number] | null;
};

const QUALIFICATION =
  /(?:公認)?(?:情報セキュリティ|情報システム|システム)(?:主任)?監査(?:技術者|人補?)|情報処理安全確保支援士|情報セキュリティ(?:スペシャリスト|マネジメント試験|マネージャー?)|公認情報セキュリティマネージャー?|公認情報システムセキュリティプロフェッショナル|ISMS ?(?:主任)?審査員|ネットワークスペシャリスト|プロジェクトマネージャー?(?=[(、\n]|試験|$)|ITストラテジスト|システムアーキテクト|ITサービスマネージャー?|データベーススペシャリスト|エンベデッドシステムスペシャリスト|CISSP|CISA|CISM|PMP|CAIS|ITIL(?:エキスパート|マスター)|プライバシーマーク|ISO\/?(?:IEC)? ?\d{4,5}|ISMS(?=認証|\()|情報セキュリティサービス基準(?:適合サービスリスト|審査登録制度)/g;

/** What the text of a clause asks of people and firm, or null. */
export function conditionIn(text: string): FoundCondition | null {
  const folded = fold(text);
  const names = [...folded.matchAll(QUALIFICATION)];
  const years = /(\d{1,2}|[一二三四五六七八九十]+) ?年以上(?:の)?[^。]{0,20}(?:経験|実績|従事)/.exec(folded);
  const window = /令和(\d{1,2}|元)年度から(?:令和)?(\d{1,2})年度/.exec(folded);
  const experience = /(?:実績|経験)を(?:有|持|も)/.exec(folded);
  if (names.length === 0 && years === null && experience === null) return null;
  if (names.length === 0 && !/者|人|受託者|受注者|専門家/.test(folded)) return null;
  const persons =
    /(\d{1,2}|[一二三四五六七八九十]+) ?[人名]以上|(?:有する|含む|満たす)[^。]{0,10}者を ?(\d{1,2}) ?[人名]/.exec(
      folded,
    );
  const first = names[0] ?? years ?? experience;
  const last = names.at(-1) ?? years ?? experience;
  return {
    kind: 'team',
    start: first?.index ?? 0,
    end: (last?.index ?? 0) + (last?.[0].length ?? 0),
    confidence: names.length > 0 ? 0.8 : 0.6,
    qualifications: [...new Set(names.map((name) => text.slice(name.index, name.index + name[0].length)))],
    any: /いずれか|又は|または|若しくは/.test(folded),
    minPersons:
      persons === null
        ? /含(?:む|まれ)|有する者|専門家|いずれかの資格/.test(folded)
          ? 1
          : null
        : readNumber(persons[1] ?? persons[2] ?? ''),
    years: years === null ? null : readNumber(years[1] ?? ''),
    window: window === null ? null : [2018 + readNumber(window[1] ?? ''), 2018 + readNumber(window[2] ?? '')],
  };
}
