/**
 * A rule as one Japanese sentence, for people who write rules without knowing their notation. It is said in the words with
 * which the board later derives the days. Reads plain data, so that a rule that is not finished yet can be shown as well.
 */
import { isDay } from '../calendar/day.ts';
import { formatEra } from '../calendar/era.ts';

/** How the records of a pattern are called (「業務計画書の提出」), and the fields of a record (「部数」). */
export type RuleNames = {
  event(kind: string, where: Readonly<Record<string, unknown>>): string;
  field(path: string): string;
};

type Data = Readonly<Record<string, unknown>>;

/** The sentence; what is not given yet is shown as 「…」. */
export function ruleSentence(rule: unknown, names: RuleNames): string {
  const data = record(rule);
  const say = new Speech(names);
  return [say.condition(data), say.duty(data), say.excuse(data)].join('');
}

/** A date expression as a phrase that 「までに」 can follow: 「契約締結日の翌日から起算して14日目」. */
export function dateSentence(date: unknown, names: RuleNames): string {
  return new Speech(names).date(date);
}

const OPEN = '…';
const UNITS: Readonly<Record<string, string>> = {
  days: '日',
  'business-days': '営業日',
  'opening-days': '開庁日',
  months: 'か月',
};
const ANCHORS: Readonly<Record<string, string>> = {
  contractDate: '契約締結日',
  periodFrom: '委託期間の初日',
  periodTo: '委託期間の末日',
};
const PERIODS: Readonly<Record<string, string>> = { days: '日', months: 'か月', 'fiscal-years': '年度' };

class Speech {
  readonly #names: RuleNames;

  constructor(names: RuleNames) {
    this.#names = names;
  }

  duty(rule: Data): string {
    switch (rule['type']) {
      case 'by': {
        const per = rule['per'] === undefined ? '' : `${this.event(rule['per'])}の対象ごとに、`;
        const from = rule['notBefore'] === undefined ? '' : `${this.date(rule['notBefore'])}以後、`;
        return `${per}${from}${this.#until(rule['due'])}、${this.event(rule['fact'])}が必要です。`;
      }
      case 'respond':
        return `${this.event(rule['trigger'])}があったら、${this.#answer(rule)}${this.event(rule['response'])}が必要です。`;
      case 'before': {
        const lead = record(rule['lead']);
        return `${this.event(rule['trigger'])}の${length(lead)}前までに、${this.event(rule['required'])}が必要です。`;
      }
      case 'without': {
        const required = list(rule['required']).map((one) => this.event(one));
        return required.length === 0
          ? `${this.event(rule['trigger'])}は、行ってはなりません。`
          : `${required.join('と')}が済むまで、${this.event(rule['trigger'])}はできません。`;
      }
      case 'recur':
        return `${this.#span(rule)}${cadence(rule['every'])}ごとに、${this.event(rule['fact'])}が${number(rule['min'], 1)}回以上必要です。`;
      case 'count':
        return `${this.#counted(rule)}${this.event(rule['fact'])}は、${limits(rule)}です。`;
      case 'participants':
        return `${this.event(rule['fact'])}には、${this.#holders(list(rule['holding']), rule['who'])}が${number(rule['min'])}人以上加わります。`;
      case 'holds': {
        const every = rule['every'];
        const who = every === undefined ? `${number(rule['min'], 1)}以上必要です。` : '全員に必要です。';
        const of = every === undefined ? '' : `${this.event(every)}の`;
        return `${this.#span(rule) || '委託期間を通じて、'}${of}${this.#conditions(list(rule['all']))}が${who}`;
      }
      case 'content':
        return `${this.event(rule['fact'])}では、${this.#must(rule)}。`;
      default:
        return `規則の形を選んでください。`;
    }
  }

  condition(rule: Data): string {
    const when = list(rule['when']).map((one) => this.event(one));
    return when.length === 0 ? '' : `${when.join('又は')}があったときに限り、`;
  }

  excuse(rule: Data): string {
    const unless = list(rule['unless']).map((one) => this.event(one));
    return unless.length === 0 ? '' : `ただし、${unless.join('又は')}があるときは求めません。`;
  }

  event(pattern: unknown): string {
    const { fact, where, party } = record(pattern);
    const kinds = typeof fact === 'string' ? [fact] : list(fact).map(String);
    const name = kinds.length === 0 ? OPEN : kinds.map((kind) => this.#names.event(kind, record(where))).join('又は');
    const by = { city: '市による', contractor: '受託者による', vendor: '事業者による' }[String(party)] ?? '';
    return `${by}${name}`;
  }

  date(date: unknown): string {
    if (typeof date === 'string') return isDay(date) ? formatEra(date) : OPEN;
    const { from, after, which, span } = record(date);
    if ('$reading' in record(date)) return '論点の読み方で決まる日';
    if (from !== undefined) {
      const name = ANCHORS[String(from)] ?? (isDay(String(from)) ? formatEra(String(from)) : OPEN);
      return `${name}${counted(span)}`;
    }
    if (after === undefined) return OPEN;
    const order = which === 'last' ? '最後の' : '';
    return `${order}${this.event(after)}の日${counted(span)}`;
  }

  #until(date: unknown): string {
    return `${this.date(date)}までに`;
  }

  #answer(rule: Data): string {
    if (rule['within'] !== undefined) {
      const start = rule['startAt'] === undefined ? 'その日' : '記録に定めた日';
      return `${start}${counted(rule['within'])}までに、`;
    }
    if (rule['dueAt'] !== undefined) return '記録に定めた期限までに、';
    return rule['due'] === undefined ? '期限の定めなく、' : `${this.#until(rule['due'])}、`;
  }

  #span(rule: Data): string {
    const from = rule['from'] === undefined ? '' : `${this.date(rule['from'])}から`;
    const to = rule['to'] === undefined ? '' : `${this.date(rule['to'])}まで`;
    return from + to === '' ? '' : `${from}${to}、`;
  }

  #counted(rule: Data): string {
    if (record(rule['per'])['key'] === 'month') return '月ごとに、';
    if (rule['per'] !== undefined) return `${this.event(rule['per'])}の対象ごとに、`;
    if (rule['every'] !== undefined) return `${cadence(rule['every'])}ごとに、`;
    return rule['due'] === undefined ? '委託期間を通じて、' : `${this.#until(rule['due'])}、`;
  }

  #holders(holding: readonly unknown[], who: unknown): string {
    const parts = [
      ...(holding.length === 0 ? [] : [this.#conditions(holding)]),
      ...Object.values(record(who)).map((value) => `「${plain(value)}」`),
    ];
    return parts.length === 0 ? '参加者' : `${parts.join('かつ')}を満たす人`;
  }

  #conditions(all: readonly unknown[]): string {
    return all.length === 0 ? OPEN : all.map((one) => this.event(one)).join('かつ');
  }

  #must(rule: Data): string {
    const all = (where: unknown): string[] =>
      Object.entries(record(where)).map(([path, value]) => `${this.#names.field(path)}が${requirement(value)}`);
    const any = list(rule['anyOf']).map((one) => all(one).join('、'));
    const parts = [...all(rule['must']), ...(any.length === 0 ? [] : [`次のいずれか（${any.join('／')}）`])];
    return parts.length === 0 ? OPEN : `${parts.join('、')}であることが必要です`;
  }
}

/** 「の翌日から起算して14日目」, 「の7日前」. */
function counted(value: unknown): string {
  if (value === undefined) return '';
  const span = record(value);
  const n = span['n'];
  if (typeof n === 'number' && n < 0) return `の${-n}${UNITS[String(span['unit'])] ?? OPEN}前${rolled(span)}`;
  if (n === 0) return '';
  const start = span['first'] === 'inclusive' ? 'を初日に算入して' : 'の翌日から起算して';
  const end = span['unit'] === 'months' ? 'の期間の末日' : '目';
  return `${start}${length(span)}${end}${rolled(span)}`;
}

function rolled(span: Data): string {
  if (span['roll'] === 'next') return '（閉庁日に当たるときは翌開庁日）';
  return span['roll'] === 'previous' ? '（閉庁日に当たるときは前開庁日）' : '';
}

const length = (span: Data): string => `${number(span['n'])}${UNITS[String(span['unit'])] ?? OPEN}`;

function cadence(value: unknown): string {
  const { n, unit } = record(value);
  return `${number(n, 1)}${PERIODS[String(unit)] ?? OPEN}`;
}

function limits(rule: Data): string {
  const { min, max, distinct } = rule;
  const counter = distinct === undefined || distinct === 'subject' ? '件' : '種類';
  const from = min === undefined ? '' : `${number(min)}${counter}以上`;
  const to = max === undefined ? '' : `${number(max)}${counter}以内`;
  return from + to === '' ? OPEN : `${from}${from !== '' && to !== '' ? '、' : ''}${to}`;
}

/** 「2以上」, 「済み」. */
function requirement(value: unknown): string {
  if (typeof value !== 'object' || value === null) return value === true ? '済み' : `「${plain(value)}」`;
  const said = Object.entries(value).map(([condition, given]) => {
    switch (condition) {
      case 'atLeast':
        return `${plain(given)}以上`;
      case 'atMost':
        return `${plain(given)}以下`;
      case 'onOrAfter':
        return `${plain(given)}以後`;
      case 'onOrBefore':
        return `${plain(given)}以前`;
      case 'sizeAtLeast':
        return `${plain(given)}件以上`;
      case 'size':
        return `${plain(given)}件`;
      case 'present':
        return given === true ? '記入あり' : '記入なし';
      case 'not':
        return `${plain(given)}以外`;
      case 'in':
        return `${plain(given)}のいずれか`;
      default:
        return `${plain(given)}を含む`;
    }
  });
  return said.join('、');
}

function plain(value: unknown): string {
  if (Array.isArray(value)) return value.map(plain).join('、');
  if (typeof value === 'string') return isDay(value) ? formatEra(value) : value;
  return typeof value === 'object' && value !== null ? '論点の読み方による値' : String(value);
}

function number(value: unknown, otherwise?: number): string {
  if (value === undefined && otherwise !== undefined) return String(otherwise);
  if (typeof value === 'number') return String(value);
  return '$reading' in record(value) ? '（論点の読み方による数）' : OPEN;
}

function record(value: unknown): Data {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Data) : {};
}

const list = (value: unknown): readonly unknown[] => (Array.isArray(value) ? (value as readonly unknown[]) : []);
