/** For executives alone, on one page: what is to be decided of the 監査方針, and of a contract that was checked. */
import { formatEra } from '../../../core/calendar/index.ts';
import { type Block, heading, type Marks, paragraph, table } from '../../../documents/index.ts';
import type { AuditView, ContractItemView, ContractView, PolicyView } from '../contract.ts';
import { ADVICE_LABELS, REFLECTION_LABELS, REGISTER_LABELS } from '../labels.ts';
import type { Source } from './source.ts';

const marks: Marks = { only: ['executive'] };
/** What leaves a paper on one page: items of a contract with so many characters in their cells, characters elsewhere. */
const ITEMS = { rows: 4, risk: 60, advice: 80 } as const;
const WORDS = 140;

export function policyInShort({ audits }: Pick<Source, 'audits'>, policy: PolicyView): Block[] {
  const { period, requests, criteria } = policy;
  const issues = audits.map(({ departmentName, issues: own }) => `${departmentName}${own.length}件`);
  return [
    heading(1, policy.agreedOn === null ? '決定を要する事項' : '決定した事項', { marks }),
    paragraph(
      policy.agreedOn === null
        ? '監査方針は、次の事項について協議しているところです。次のとおり決定してよいか、判断をお願いします。'
        : `監査方針は、次のとおり${formatEra(policy.agreedOn)}に決定しました。`,
      { marks },
    ),
    table({
      columns: [{ width: 40 }, { width: '1fr' }],
      header: ['事項', '内容'],
      rows: [
        ['監査の目的', said(policy.purpose)],
        ['監査対象課及び方法', audits.map(methodOf).join('\n')],
        ['監査の期間', period === null ? '未定' : `${formatEra(period.from)}から${formatEra(period.to)}まで`],
        ...criteria.map(({ grade, criterion }) => [`「${grade}」とする基準`, said(criterion)]),
        ['監査対象課に依頼すること', requests.length === 0 ? '未定' : some(requests)],
        ['事前に整理した課題', issues.length === 0 ? 'なし' : issues.join('、')],
      ],
      marks,
    }),
  ];
}

function methodOf({ departmentName, method }: AuditView): string {
  if (method === null) return `${departmentName}（方法は未定）`;
  const used = [
    ...(method.documents ? ['書類'] : []),
    ...(method.hearing ? ['ヒアリング'] : []),
    ...(method.visit ? ['現場確認'] : []),
  ];
  return `${departmentName}（${used.join('、')}）`;
}

export function contractInShort(contract: ContractView, items: readonly ContractItemView[]): Block[] {
  const open = items.filter(isUndecided).toSorted((one, other) => other.severity - one.severity);
  const shown = open.slice(0, ITEMS.rows);
  return [
    heading(1, '判断を要する事項', { marks }),
    ...registerInShort(contract),
    ...(open.length === 0
      ? [paragraph('契約の内容について、新たに判断を要する項目はありません。', { marks })]
      : [
          paragraph(
            `${open.length > shown.length ? '' : '次の'}${open.length}項目について、契約を見直すか、代替措置をとるか、又は不要とするかの判断をお願いします。${open.length > shown.length ? `重要なものから${shown.length}項目を示します。` : ''}`,
            { marks },
          ),
          table({
            columns: [{ width: 14, align: 'center' }, { width: 26 }, { width: 17 }, { width: '2fr' }, { width: '3fr' }],
            fontSize: 8,
            header: ['番号', '確認項目', '判断', '想定されるリスク', '助言'],
            rows: shown.map(({ number, title, judgement, assumedRisk, advice }) => [
              number,
              title,
              judgement === null ? '未判断' : REFLECTION_LABELS[judgement],
              assumedRisk === '' ? '―' : said(assumedRisk, ITEMS.risk),
              advice === null ? '検討中' : `${ADVICE_LABELS[advice.kind]}　${said(advice.text, ITEMS.advice)}`,
            ]),
            marks,
          }),
        ]),
    ...(open.length > ITEMS.rows
      ? [paragraph(`このほかの${open.length - ITEMS.rows}項目は、外部サービス契約確認結果のとおりです。`, { marks })]
      : []),
  ];
}

/** Not wholly in the contract, and the city has neither said that it needs it not nor what it does about it. */
const isUndecided = ({ judgement, waiver, improvement }: ContractItemView): boolean =>
  (judgement === 'partly' || judgement === 'absent') &&
  waiver === null &&
  (improvement === null || improvement.state === 'open');

function registerInShort({ register }: ContractView): Block[] {
  if (register === null || register.result === 'correct') return [];
  return [
    paragraph(
      `外部サービス利用管理台帳の記載は「${REGISTER_LABELS[register.result]}」でした。台帳の記載を改めるよう、所管課に指示をお願いします。`,
      { marks },
    ),
  ];
}

/** Whole sentences as long as there is room; one that is too long by itself is cut. */
function said(text: string, words: number = WORDS): string {
  const whole = text.trim().replaceAll(/\s*\n+\s*/gu, '');
  if (whole === '') return '未記入';
  let short = '';
  for (const sentence of whole.split(/(?<=。)/u)) {
    if (short.length + sentence.length > words) break;
    short += sentence;
  }
  return short === '' ? `${[...whole].slice(0, words).join('')}…` : short;
}

/** The first of a list, and how many there are besides. */
function some(lines: readonly string[]): string {
  const first = lines
    .slice(0, 3)
    .map((line) => said(line))
    .join('\n');
  return lines.length > 3 ? `${first}\nほか${lines.length - 3}件` : first;
}
