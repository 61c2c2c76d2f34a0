/** What an audit takes over from a programme and a target when it is opened. Pure. */
import type { Programme } from '../../../core/programme/index.ts';
import type { AuditProgramme } from '../contract/target.ts';

/** What the contractor watches while the city's own auditors work, and helps with; koganei 4(3)⑤ names nine. */
export const NINE_POINTS = [
  '進み具合の管理',
  '監査目的の達成',
  '監査証拠の入手とその適正さ',
  '監査技法の実践',
  '検出事項に漏れがないか',
  '計画時に想定外だった事柄への対応',
  '内部監査人の質問への対応支援',
  '監査の意見形成',
  'その他の円滑な実施に要る事項',
] as const;
/** The ward's 1(1)エ names ten. */
export const TEN_POINTS = [
  ...NINE_POINTS.map((point) =>
    point === '内部監査人の質問への対応支援' ? '内部監査人の権限を越える質問への対応' : point,
  ),
  '内部監査報告書のレビュー',
] as const;

export function programmeOf(
  source: {
    readonly id: string;
    readonly edition: number;
    readonly specification: string;
    readonly programme: Programme;
  },
  minutes: number,
): AuditProgramme {
  const { id, edition, specification, programme } = source;
  const attended = programme.conductedBy === 'city-auditors';
  return {
    ...{ id, edition, minutes },
    title: programme.title,
    kind: programme.kind,
    factType: programme.recordType,
    conductedBy: programme.conductedBy,
    levels: programme.grading.levels.map((level) => ({ ...level })),
    auditorsAtLeast: programme.method.auditorsAtLeast,
    qualifiedAtLeast: programme.method.qualifiedAtLeast,
    attendancePoints: !attended ? [] : specification === 'tokubetsuku' ? [...TEN_POINTS] : [...NINE_POINTS],
  };
}
