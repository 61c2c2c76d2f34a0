/** The audit that was held at the target, and the attendance at an audit by the city's own auditors. */
import { useCan } from '../../../web/session.ts';
import * as ui from '../../../web/ui/index.ts';
import type { OutputOf } from '../../../kernel/contract.ts';
import type { auditContract } from '../contract.ts';
import { POINT_RESULT_LABELS } from '../labels.ts';
import { audit, choicesOf, type DepartmentAudit, departmentOptions, participantOptions } from './audit-client.ts';
import { DepartmentFrame, type FrameContent } from './department-frame.tsx';
import { DocumentLinks } from '../../../web/document-links.tsx';
import { mayWork } from './may-work.ts';
import { messages } from './messages-papers.ja.ts';

const text = messages.sessions;
const RESULTS = ['done', 'supported', 'missing'] as const;
type Session = OutputOf<typeof auditContract, 'listSessions'>['sessions'][number];

export function Component() {
  return <DepartmentFrame tab="sessions">{(content) => <Sessions {...content} />}</DepartmentFrame>;
}

const COLUMNS: readonly ui.Column<Session>[] = [
  { key: 'on', header: text.occurredOn, rowHeader: true, cell: ({ occurredOn }) => <ui.DayText day={occurredOn} /> },
  { key: 'kind', header: text.kind, cell: ({ kind }) => text.kinds[kind] },
  { key: 'place', header: text.place, cell: ({ place }) => place },
  { key: 'minutes', header: text.minutes, align: 'end', cell: ({ minutes }) => minutes ?? '―' },
  { key: 'methods', header: text.methods, cell: ({ methods }) => methods.join('、') },
  { key: 'points', header: text.points, align: 'end', cell: ({ points }) => points.length },
  { key: 'warnings', header: text.warnings, cell: ({ warnings }) => warnings.join('') },
];

function Sessions({ engagementId, data }: FrameContent) {
  const can = useCan();
  const works = can('audit.work');
  const load = ui.useLoad(async () => {
    const [{ sessions }, members, departments] = await Promise.all([
      audit.listSessions({ auditId: data.id }),
      works ? participantOptions(engagementId) : [],
      departmentOptions(data.target.departmentIds),
    ]);
    return { sessions, members, departments };
  }, [data.id, data.target.departmentIds, engagementId, works]);
  const own = mayWork(can, data.programme);
  return (
    <>
      <p>{text.lead}</p>
      <ui.Loaded from={load}>
        {({ sessions, members, departments }) => (
          <>
            <ui.Table
              caption={text.list}
              rows={sessions}
              rowKey={({ id }) => id}
              columns={COLUMNS}
              empty={<ui.EmptyState title={text.empty} />}
            />
            <Attended engagementId={engagementId} data={data} sessions={sessions} members={members} />
            {own && data.state !== 'closed' && (
              <HeldForm data={data} members={members} departments={departments} onDone={load.reload} />
            )}
            {works && data.programme.conductedBy === 'city-auditors' && (
              <AttendanceForm data={data} members={members} onDone={load.reload} />
            )}
          </>
        )}
      </ui.Loaded>
    </>
  );
}

/** What was watched and helped with, session by session, and the paper of it. */
function Attended({
  engagementId,
  data,
  sessions,
  members,
}: {
  engagementId: string;
  data: DepartmentAudit;
  sessions: readonly Session[];
  members: readonly ui.Option[];
}) {
  const attended = sessions.filter(({ kind }) => kind === 'attended');
  if (attended.length === 0) return null;
  const nameOf = (id: string) => members.find(({ value }) => value === id)?.label;
  return (
    <ui.Section title={text.attended}>
      <DocumentLinks
        title={text.attendancePaper}
        files={(['docx', 'pdf'] as const).map((format) => ({
          kind: format,
          href: audit.href('downloadDocument', {
            ...{ engagementId, kind: 'internal-audit-attendance', subject: data.id, format },
          }),
        }))}
      />
      {attended.map(({ id, occurredOn, participants, points, note }) => (
        <div key={id} className="grid grid-cols-[minmax(0,1fr)] gap-2">
          <p>
            <ui.DayText day={occurredOn} />　{participants.flatMap((one) => nameOf(one) ?? []).join('、')}
          </p>
          <ui.Table caption={text.points} hideCaption rows={points} rowKey={({ point }) => point} columns={POINTS} />
          {note !== '' && <p>{note}</p>}
        </div>
      ))}
    </ui.Section>
  );
}

const POINTS: readonly ui.Column<Session['points'][number]>[] = [
  { key: 'point', header: text.point, rowHeader: true, cell: ({ point }) => point },
  { key: 'result', header: text.pointResult, nowrap: true, cell: ({ result }) => POINT_RESULT_LABELS[result] },
  { key: 'support', header: text.support, cell: ({ support }) => support || '―' },
];

interface FormPart {
  readonly data: DepartmentAudit;
  readonly members: readonly ui.Option[];
  readonly onDone: () => void;
}

const linesOf = (form: ui.FormReader, name: string): string[] =>
  form
    .text(name)
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');

function HeldForm({ data, members, departments, onDone }: FormPart & { readonly departments: readonly ui.Option[] }) {
  const lines = (name: string, label: string, required = false) => (
    <ui.TextArea name={name} label={label} hint={text.linesHelp} rows={2} maxLength={4000} required={required} />
  );
  const count = (name: string, label: string) => <ui.NumberField name={name} label={label} min={0} defaultValue={0} />;
  return (
    <ui.Section title={text.record}>
      <ui.Form
        reset
        draft={`audit-session:${data.id}`}
        submitLabel={text.record}
        submit={(form) =>
          audit.recordSession(
            {
              auditId: data.id,
              occurredOn: form.day('occurredOn'),
              ...(departments.length === 0 ? {} : { departmentId: form.text('departmentId') || null }),
              minutes: form.number('minutes'),
              onSite: form.flag('onSite'),
              vendorSite: form.flag('vendorSite'),
              place: form.text('place'),
              participants: form.all('participants'),
              cityAuditors: form.text('cityAuditors'),
              methods: linesOf(form, 'methods'),
              interviewees: linesOf(form, 'interviewees'),
              intervieweesMissing: form.text('intervieweesMissing'),
              interviewTopics: linesOf(form, 'interviewTopics'),
              checks: linesOf(form, 'checks'),
              viewpoints: linesOf(form, 'viewpoints'),
              documentsSeen: form.number('documentsSeen'),
              placesSeen: form.number('placesSeen'),
              additionalDocuments: form.number('additionalDocuments'),
              vendorPeople: form.number('vendorPeople'),
              vendorApproved: form.number('vendorPeople') === 0 ? null : form.flag('vendorApproved'),
              note: form.text('note'),
            },
            form.options,
          )
        }
        onDone={onDone}
      >
        <ui.DateField name="occurredOn" label={text.occurredOn} required />
        {departments.length > 0 && (
          <ui.Select name="departmentId" label={text.department} options={departments} prompt={text.allDepartments} />
        )}
        <ui.NumberField
          name="minutes"
          label={text.minutes}
          required
          min={1}
          max={2880}
          defaultValue={data.programme.minutes ?? 60}
        />
        <ui.TextField name="place" label={text.place} maxLength={1000} />
        <ui.Checkbox name="onSite" label={text.onSite} defaultChecked />
        <ui.Checkbox name="vendorSite" label={text.vendorSite} />
        {members.length > 0 && <ui.CheckboxGroup name="participants" label={text.participants} options={members} />}
        {data.programme.conductedBy === 'city-auditors' && (
          <ui.TextField name="cityAuditors" label={text.cityAuditors} required maxLength={1000} />
        )}
        {lines('methods', text.methods, true)}
        {lines('interviewees', text.interviewees)}
        <ui.TextField name="intervieweesMissing" label={text.missingPeople} maxLength={1000} />
        {lines('interviewTopics', text.topics)}
        {lines('checks', text.checks)}
        {lines('viewpoints', text.viewpoints)}
        {count('documentsSeen', text.documentsSeen)}
        {count('placesSeen', text.placesSeen)}
        {count('additionalDocuments', text.additional)}
        {count('vendorPeople', text.vendorPeople)}
        <ui.Checkbox name="vendorApproved" label={text.vendorApproved} />
        <ui.TextArea name="note" label={text.note} rows={2} maxLength={10000} />
      </ui.Form>
    </ui.Section>
  );
}

function AttendanceForm({ data, members, onDone }: FormPart) {
  const points = data.programme.attendancePoints;
  return (
    <ui.Section title={text.attend}>
      <ui.Form
        reset
        draft={`audit-attendance:${data.id}`}
        submitLabel={text.attend}
        submit={(form) =>
          audit.recordAttendance(
            {
              auditId: data.id,
              occurredOn: form.day('occurredOn'),
              members: form.all('members'),
              points: points.map((point, index) => ({
                point,
                result: form.one(`points.${index}.result`, RESULTS),
                support: form.text(`points.${index}.support`),
              })),
              note: form.text('note'),
            },
            form.options,
          )
        }
        onDone={onDone}
      >
        <ui.DateField name="occurredOn" label={text.occurredOn} required />
        <ui.CheckboxGroup name="members" label={text.members} options={members} required />
        {points.map((point, index) => (
          <div key={point} className="grid gap-3">
            <ui.RadioGroup
              name={`points.${index}.result`}
              label={point}
              required
              inline
              options={choicesOf(POINT_RESULT_LABELS)}
            />
            <ui.TextField name={`points.${index}.support`} label={`${point}：${text.support}`} maxLength={1000} />
          </div>
        ))}
        <ui.TextArea name="note" label={text.note} rows={2} maxLength={10000} />
      </ui.Form>
    </ui.Section>
  );
}
