/** Papers of hearings and site visits: minutes, the day's timetable, the outline of findings. */
import { formatEra } from '../../../core/calendar/index.ts';
import {
  definitionList,
  document,
  type DocumentTree,
  heading,
  letterHead,
  paragraph,
  type WorkbookTree,
} from '../../../documents/index.ts';
import type { AuditView, HearingView, VisitView } from '../contract.ts';
import { HEARING_MODE_LABELS } from '../labels.ts';
import { type Grid, gridSheet, gridTable, particulars, subtitle, workbook } from './grid.ts';
import type { Source } from './source.ts';

const day = (value: string | null): string => (value === null ? '―' : formatEra(value));
const lines = (text: string) => (text.trim() === '' ? '―' : text).split(/\n+/u).map((line) => paragraph(line));

export function minutesTree(source: Source, hearing: HearingView, audit: AuditView): DocumentTree {
  return document(particulars(source, 'ヒアリング議事録', { on: hearing.minutes?.submittedOn ?? null }), [
    letterHead(),
    definitionList([
      ['監査対象課', audit.departmentName],
      ['議題', hearing.topic],
      ['実施日', day(hearing.occurredOn)],
      ['方法', HEARING_MODE_LABELS[hearing.mode]],
      ['場所', hearing.place === '' ? '―' : hearing.place],
      ['出席者（監査対象課）', hearing.cityAttendees === '' ? '―' : hearing.cityAttendees],
      ['出席者（監査チーム）', hearing.participants.map((id) => source.memberName(id)).join('、') || '―'],
      ['議事録の提出日', day(hearing.minutes?.submittedOn ?? null)],
    ]),
    ...(hearing.purpose === '' ? [] : [heading(1, '目的'), ...lines(hearing.purpose)]),
    heading(1, '内容'),
    ...lines(hearing.minutes?.text ?? ''),
    heading(1, '確認した事項及び宿題'),
    ...lines(hearing.minutes?.decisions ?? ''),
  ]);
}

function timetableGrid(visit: VisitView): Grid {
  return {
    columns: [
      { title: '時刻', width: 30, align: 'center' },
      { title: '確認する内容', width: '3fr' },
      { title: '場所', width: 36 },
      { title: '担当・立会い', width: 40 },
    ],
    rows: visit.timetable.map(({ from, to, what, where, who }) => [`${from}～${to}`, what, where, who]),
  };
}

const visitHead = (visit: VisitView, audit: AuditView, of: 'timetable' | 'outline') =>
  definitionList([
    ['監査対象課', audit.departmentName],
    of === 'timetable'
      ? ['実施予定日', day(visit.plannedOn)]
      : ['実施日', visit.occurredOn === null ? '実施前' : formatEra(visit.occurredOn)],
    ['場所', visit.place],
    ['現場確認を行う理由', visit.reason],
    ...(visit.additionalReason === '' ? [] : [['追加を求める理由', visit.additionalReason] as const]),
    of === 'timetable'
      ? ['発注者の確認', visit.confirmedOn === null ? '確認待ち' : `${formatEra(visit.confirmedOn)}に確認`]
      : ['立会者', visit.cityAttendees === '' ? '―' : visit.cityAttendees],
  ]);

export function timetableTree(source: Source, visit: VisitView, audit: AuditView): DocumentTree {
  return document(particulars(source, '現場確認の当日タイムスケジュール', { on: visit.confirmedOn }), [
    letterHead(),
    visitHead(visit, audit, 'timetable'),
    heading(1, '時間割'),
    gridTable(timetableGrid(visit), 9.5),
  ]);
}

export function timetableWorkbook(source: Source, visit: VisitView, audit: AuditView): WorkbookTree {
  return workbook(source, '現場確認の当日タイムスケジュール', [
    gridSheet('時間割', timetableGrid(visit), {
      title: `現場確認の当日タイムスケジュール（${audit.departmentName}）`,
      subtitle: [...subtitle(source, visit.confirmedOn), `実施予定日：${day(visit.plannedOn)}　${visit.place}`],
    }),
  ]);
}

function outlineGrid(visit: VisitView): Grid {
  return {
    columns: [
      { title: '番号', width: 12, align: 'center' },
      { title: '発見事項', width: 46 },
      { title: '確認した事実', width: '3fr' },
      { title: '場所', width: 34 },
    ],
    rows: (visit.outline?.items ?? []).map(({ title, fact, place }, index) => [index + 1, title, fact, place]),
  };
}

export function outlineTree(source: Source, visit: VisitView, audit: AuditView): DocumentTree {
  const items = visit.outline?.items ?? [];
  return document(particulars(source, '現場確認の発見事項の概要', { on: visit.outline?.submittedOn ?? null }), [
    letterHead(),
    visitHead(visit, audit, 'outline'),
    heading(1, '概要'),
    ...lines(visit.outline?.summary ?? ''),
    heading(1, '発見事項'),
    items.length === 0 ? paragraph('現場確認で見つけた事項はありません。') : gridTable(outlineGrid(visit), 9),
  ]);
}

export function outlineWorkbook(source: Source, visit: VisitView, audit: AuditView): WorkbookTree {
  return workbook(source, '現場確認の発見事項の概要', [
    gridSheet('発見事項の概要', outlineGrid(visit), {
      title: `現場確認の発見事項の概要（${audit.departmentName}）`,
      subtitle: [
        ...subtitle(source, visit.outline?.submittedOn ?? null),
        `実施日：${day(visit.occurredOn)}　${visit.place}`,
      ],
    }),
  ]);
}
