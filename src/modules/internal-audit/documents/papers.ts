/** The report of internal auditors on a target, and the review that goes back to them. */
import { formatEra } from '../../../core/calendar/index.ts';
import {
  type Block,
  bulletList,
  definitionList,
  document,
  type DocumentTree,
  heading,
  letterHead,
  pageBreak,
  paragraph,
  table,
  toTheCity,
} from '../../../documents/index.ts';
import { AppError } from '../../../kernel/error.ts';
import type { AssignedAudit } from '../../audit/contract.ts';
import type { EngagementProfile } from '../../engagement/contract.ts';
import type { Observation, ReportView, ReviewView } from '../contract.ts';
import { DECISION_NAMES, OUTCOME_NAMES, REPORT_STATE_NAMES, RESULT_NAMES, TAKEN_NAMES } from '../labels.ts';

export interface Source {
  readonly engagement: EngagementProfile;
  readonly today: string;
  readonly audit: AssignedAudit | null;
  readonly versions: readonly ReportView[];
  readonly reviews: readonly ReviewView[];
}

export function missing(message: string): AppError {
  return new AppError('record.missing', { message });
}

/** Written by the city's auditors for the city: the contractor is not its sender. */
export function reportTree(source: Source): DocumentTree {
  const { engagement, audit, versions } = source;
  const report = versions.at(-1);
  if (report === undefined || audit === null) throw missing(NO_REPORT);
  const on = report.submittedOn ?? source.today;
  return document(
    {
      title: '情報セキュリティ内部監査報告書',
      subtitle: audit.target,
      date: formatEra(on),
      created: on,
      number: `第${report.number}版（${REPORT_STATE_NAMES[report.state]}）`,
      addressee: [engagement.municipality, `${engagement.client.department}　御中`],
      sender: audit.cityAuditors.length > 0 ? [...audit.cityAuditors] : '情報セキュリティ内部監査人',
      ...(engagement.marking === null ? {} : { marking: engagement.marking }),
    },
    [letterHead(), ...reportBlocks(source, audit, report, 1)],
  );
}

/** The reports of several targets as one paper: each target begins a page. */
export function reportsTree(sources: readonly Source[]): DocumentTree {
  const written = sources.flatMap((source) => {
    const report = source.versions.at(-1);
    return report === undefined || source.audit === null ? [] : [{ source, report, audit: source.audit }];
  });
  const [first] = written;
  if (first === undefined) throw missing(NO_REPORT);
  if (written.length === 1) return reportTree(first.source);
  const { engagement, today } = first.source;
  const days = written.map(({ report }) => report.submittedOn ?? today).sort();
  const on = days.at(-1) ?? today;
  return document(
    {
      title: '情報セキュリティ内部監査報告書',
      date: formatEra(on),
      created: on,
      addressee: [engagement.municipality, `${engagement.client.department}　御中`],
      sender: '情報セキュリティ内部監査人',
      ...(engagement.marking === null ? {} : { marking: engagement.marking }),
    },
    [
      letterHead(),
      paragraph(`内部監査の対象${written.length}件の結果を、次のとおり報告します。`, { keepWithNext: true }),
      table({
        columns: [
          { width: '2fr' },
          { width: 20, align: 'center' },
          { width: 44 },
          { width: 24, align: 'right' },
          { width: 44 },
        ],
        header: ['対象', '版', '提出した日', '検出事項', '状況'],
        rows: written.map(({ report, audit }) => [
          audit.target,
          `第${report.number}版`,
          formatEra(report.submittedOn ?? today),
          `${report.observations.length}件`,
          REPORT_STATE_NAMES[report.state],
        ]),
      }),
      ...written.flatMap(({ source, report, audit }) => [
        pageBreak(),
        heading(1, audit.target),
        ...reportBlocks(source, audit, report, 2),
      ]),
    ],
  );
}

const NO_REPORT = '報告書がまだありません。内部監査人が提出すると作れるようになります。';

function reportBlocks({ versions, reviews }: Source, audit: AssignedAudit, report: ReportView, level: 1 | 2): Block[] {
  const before = versions.at(-2);
  return [
    definitionList([
      ['監査', audit.programme],
      ['対象', [audit.target, ...audit.departments.filter((name) => name !== audit.target)].join('、')],
      ['監査の日', audit.heldOn.map((day) => formatEra(day)).join('、') || '記録なし'],
      ['確かめた項目', itemCounts(audit)],
    ]),
    heading(level, '監査の概要'),
    ...textLines(report.overview),
    heading(level, '良い点'),
    report.goodPoints.length === 0 ? paragraph('特に記す事項はない。') : bulletList([...report.goodPoints]),
    heading(level, '検出事項及び改善提言'),
    ...observationBlocks(report.observations, audit, level),
    heading(level, '確かめられなかった事項'),
    ...textLines(report.unconfirmed.trim() === '' ? '特に記す事項はない。' : report.unconfirmed),
    heading(level, '総括'),
    ...textLines(report.conclusion),
    ...answerBlocks(report, reviews.find(({ reportId }) => reportId === before?.id) ?? null, level),
  ];
}

function itemCounts({ checks }: AssignedAudit): string {
  const count = (...wanted: string[]) => checks.filter(({ judgement }) => wanted.includes(judgement)).length;
  return `${checks.length}項目（適切${count('adequate')}、一部不備${count('minor')}、不備${count('inadequate')}、対象外${count('not-applicable')}、未確認${count('unconfirmed')}）`;
}

function observationBlocks(observations: readonly Observation[], audit: AssignedAudit, level: 1 | 2): Block[] {
  if (observations.length === 0) return [paragraph('検出事項はない。')];
  const number = (id: string | null) => {
    const check = audit.checks.find((one) => one.id === id);
    return check === undefined ? '監査項目のほかで確かめた事項' : `監査項目${check.number}　${check.title}`;
  };
  return [
    table({
      columns: [{ width: 12, align: 'center' }, { width: '4fr' }, { width: '2fr' }],
      header: ['番号', '検出事項', '評価'],
      rows: observations.map(({ title, grade }, at) => [at + 1, title, grade === '' ? '未定' : grade]),
    }),
    ...observations.flatMap((one): Block[] => [
      heading(level === 1 ? 2 : 3, one.title),
      definitionList([
        ['評価', one.grade === '' ? '未定' : one.grade],
        ['監査項目', number(one.checkId)],
        ['事実', filled(one.fact)],
        ['照らした基準', filled(one.criterion)],
        ['原因', filled(one.cause)],
        ['そのままにした場合の影響', filled(one.effect)],
        ['改善提言', filled(one.remedy)],
        ['証拠', filled(one.evidence)],
      ]),
    ]),
  ];
}

function answerBlocks(report: ReportView, review: ReviewView | null, level: 1 | 2): Block[] {
  if (review === null || report.answers.length === 0) return [];
  return [
    heading(level, '前の版への助言に対する対応'),
    table({
      columns: [{ width: '4fr' }, { width: 32, align: 'center' }, { width: '3fr' }],
      header: ['助言', '対応', '理由'],
      rows: review.advice.map(({ key, text }) => {
        const answer = report.answers.find(({ advice }) => advice === key);
        return [text, answer === undefined ? '未回答' : TAKEN_NAMES[answer.taken], filled(answer?.reason ?? '')];
      }),
    }),
  ];
}

export function reviewTree(source: Source): DocumentTree {
  const review = source.reviews.findLast(({ state }) => state === 'issued');
  const report = source.versions.find(({ id }) => id === review?.reportId);
  if (review === undefined || report === undefined)
    throw missing('返したレビューがまだありません。レビューを返すと作れるようになります。');
  const on = review.issuedOn ?? source.today;
  const titleOf = (key: string | null) => report.observations.find((one) => one.key === key)?.title ?? '報告書の全体';
  return document(
    {
      title: '内部監査報告書のレビュー結果及び助言',
      subtitle: `${source.audit?.target ?? ''}　第${report.number}版`,
      date: formatEra(on),
      created: on,
      ...toTheCity(source.engagement),
    },
    [
      letterHead(),
      definitionList([
        ['対象', source.audit?.target ?? '―'],
        [
          '報告書',
          `第${report.number}版（${formatEra(report.submittedOn ?? on)}提出、検出事項${report.observations.length}件）`,
        ],
        ['結果', OUTCOME_NAMES[review.outcome]],
      ]),
      heading(1, '観点ごとの評価'),
      table({
        columns: [{ width: 48 }, { width: 26, align: 'center' }, { width: '1fr' }],
        header: ['観点', '評価', '所見'],
        rows: review.criteria.map(({ criterion, result, comment }) => [
          criterion,
          RESULT_NAMES[result],
          filled(comment),
        ]),
      }),
      heading(1, '検出事項の漏れの確認'),
      paragraph('不備と判断した監査項目及び立会いの記録のうち、報告書に書かれていないものを一件ずつ確かめた。'),
      table({
        columns: [{ width: '3fr' }, { width: '4fr' }, { width: 30, align: 'center' }, { width: '3fr' }],
        header: ['確かめた事項', '記録の内容', '判断', '説明'],
        rows: review.doubts.map(({ title, ground, decision, comment }) => [
          title,
          ground,
          DECISION_NAMES[decision],
          filled(comment),
        ]),
        empty: '報告書に書かれていない不備の項目はない。',
      }),
      heading(1, '助言'),
      table({
        columns: [
          { width: 12, align: 'center' },
          { width: '2fr' },
          { width: '2fr' },
          { width: '4fr' },
          { width: '4fr' },
        ],
        header: ['番号', '検出事項', '観点', '助言', '文案'],
        rows: review.advice.map(({ observation, criterion, text, wording }, at) => [
          at + 1,
          titleOf(observation),
          criterion,
          text,
          filled(wording),
        ]),
        empty: '助言はない。',
      }),
      heading(1, '全体の所見'),
      ...textLines(review.overall),
    ],
  );
}

const filled = (text: string): string => (text.trim() === '' ? '―' : text);
const textLines = (text: string): Block[] =>
  filled(text)
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => paragraph(line));
