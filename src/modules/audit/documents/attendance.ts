/** 立会いの記録: what the contractor watched while the city's own auditors worked, and what it helped with (koganei 4(3)⑤). */
import { formatEra } from '../../../core/calendar/index.ts';
import {
  type Block,
  definitionList,
  document,
  type DocumentTree,
  heading,
  letterHead,
  paragraph,
} from '../../../documents/index.ts';
import type { AuditView, SessionView } from '../contract.ts';
import { POINT_RESULT_LABELS } from '../labels.ts';
import { gridTable, particulars } from './grid.ts';
import type { Source } from './source.ts';

export function attendanceTree(source: Source, audit: AuditView, sessions: readonly SessionView[]): DocumentTree {
  const attended = sessions.filter(({ kind }) => kind === 'attended');
  const held = sessions.filter(({ kind }) => kind === 'held');
  const last = attended.map(({ occurredOn }) => occurredOn).sort();
  return document(particulars(source, '内部監査の立会い及び支援の記録', { on: last.at(-1) ?? null }), [
    letterHead(),
    definitionList([
      ['監査', audit.programme.title],
      ['監査の対象', audit.departmentName],
      ['監査の日', held.map(({ occurredOn }) => formatEra(occurredOn)).join('、') || '記録なし'],
      ['監査を行った人', held.map(({ cityAuditors }) => cityAuditors).join('、') || '記録なし'],
      ['立会いで見る事項', `${audit.programme.attendancePoints.length}項目`],
    ]),
    ...attended.flatMap((session) => attendanceBlocks(source, audit, session)),
  ]);
}

function attendanceBlocks(source: Source, audit: AuditView, session: SessionView): Block[] {
  const { occurredOn, participants, points, note } = session;
  const said = (point: string) => points.find((one) => one.point === point);
  const wanted = audit.programme.attendancePoints;
  const others = points.map(({ point }) => point).filter((point) => !wanted.includes(point));
  return [
    heading(1, `${formatEra(occurredOn)}の立会い`),
    paragraph(`立ち会った人は、${participants.map((id) => source.memberName(id)).join('、')}である。`),
    gridTable({
      columns: [
        { title: '番号', width: 12, align: 'center' },
        { title: '事項', width: '3fr' },
        { title: '状況', width: 26, align: 'center' },
        { title: '補助したこと、又は事情', width: '4fr' },
      ],
      rows: [...wanted, ...others].map((point, at) => {
        const one = said(point);
        return [
          at + 1,
          point,
          one === undefined ? '記録なし' : POINT_RESULT_LABELS[one.result],
          one === undefined || one.support === '' ? '―' : one.support,
        ];
      }),
    }),
    ...(note.trim() === '' ? [] : [heading(2, '備考'), paragraph(note)]),
  ];
}
