import { formatEra } from '../../../core/calendar/era.ts';
import { clauseLabel } from '../../../core/specification/label.ts';
import { useCan, useEngagementId } from '../../../web/session.ts';
import { ListExchange } from '../../../web/list-exchange.tsx';
import * as ui from '../../../web/ui/index.ts';
import { EvidenceForms } from './evidence-forms.tsx';
import { working } from './evidence-parts.ts';
import { messages } from './messages.ja.ts';
import { StatementTables } from './statement-forms.tsx';
import { credentialName, nameOf, team, type Team } from './team-client.ts';
import { TeamTabs } from './team-tabs.tsx';

const text = messages.evidence;
type Qualification = Team['qualifications'][number];
type Experience = Team['experience'][number];
type Credential = Team['credentials'][number];

const period = (from: string, to: string | null): string => `${formatEra(from)}～${to === null ? '' : formatEra(to)}`;

const EVIDENCE_LISTS = [
  { list: 'team.qualifications', name: messages.lists.qualifications },
  { list: 'team.experience', name: messages.lists.experience },
  { list: 'team.credentials', name: messages.lists.credentials },
];

export function Component() {
  const engagementId = useEngagementId();
  const can = useCan();
  const load = ui.useLoad(() => team.getTeam({ engagementId }), [engagementId]);
  return (
    <ui.Page
      title={messages.tabs.evidence}
      lead={text.lead}
      actions={
        <>
          {EVIDENCE_LISTS.map(({ list, name }) => (
            <ListExchange key={list} list={list} name={name} engagementId={engagementId} onDone={load.reload} />
          ))}
        </>
      }
    >
      <TeamTabs engagementId={engagementId} />
      <ui.Loaded from={load}>
        {(data) => (
          <>
            <Tables engagementId={engagementId} data={data} />
            <CareerSheets engagementId={engagementId} data={data} />
            {can('team.manage') && <EvidenceForms engagementId={engagementId} data={data} reload={load.reload} />}
          </>
        )}
      </ui.Loaded>
    </ui.Page>
  );
}

/** Columns of the three tables; their cells need the names of members and the addresses of files. */
function columnsFor(engagementId: string, data: Team) {
  const file = (row: { readonly id: string; readonly fileId: string | null }) =>
    row.fileId === null ? (
      text.none
    ) : (
      <ui.TextLink href={team.href('downloadEvidence', { engagementId, recordId: row.id })}>
        {text.download}
      </ui.TextLink>
    );
  const member = {
    key: 'member',
    header: text.member,
    rowHeader: true,
    nowrap: true,
    cell: (row: { readonly memberId: string }) => nameOf(data, row.memberId),
  };
  const qualifications: readonly ui.Column<Qualification>[] = [
    member,
    { key: 'name', header: text.qualification.code, cell: ({ name }) => name },
    { key: 'number', header: text.qualification.number, nowrap: true, cell: ({ number }) => number },
    { key: 'period', header: text.credential.period, cell: (row) => period(row.validFrom, row.validTo) },
    {
      key: 'accepted',
      header: text.qualification.accepted,
      cell: ({ accepted }) => (accepted ? text.experience.yes : text.experience.no),
    },
    { key: 'file', header: text.file, cell: file },
  ];
  const experience: readonly ui.Column<Experience>[] = [
    member,
    { key: 'client', header: text.experience.client, cell: ({ client, category }) => `${client}（${category}）` },
    {
      key: 'subject',
      header: text.experience.subject,
      cell: ({ subject, kind }) => (data.choices.kinds.length === 1 ? subject : `${subject}（${kind}）`),
    },
    { key: 'period', header: text.experience.period, cell: ({ from, to }) => period(from, to) },
    {
      key: 'counted',
      header: text.experience.counted,
      cell: ({ counted }) => (
        <ui.StatusBadge tone={counted ? 'success' : 'warning'}>
          {counted ? text.experience.yes : text.experience.no}
        </ui.StatusBadge>
      ),
    },
    {
      key: 'reason',
      header: text.experience.reason,
      cell: ({ reason, clause }) => (clause === '' ? reason : `${reason}（${clauseLabel(clause)}）`),
    },
    { key: 'file', header: text.file, cell: file },
  ];
  const credentials: readonly ui.Column<Credential>[] = [
    {
      key: 'type',
      header: text.credential.type,
      rowHeader: true,
      cell: ({ type }) => credentialName(data, type),
    },
    { key: 'number', header: text.credential.number, nowrap: true, cell: ({ number }) => number },
    {
      key: 'field',
      header: text.credential.fieldAndScope,
      cell: ({ field, scope }) =>
        [field, scope].filter((words) => words !== null && words !== '').join('　') || text.none,
    },
    { key: 'period', header: text.credential.period, cell: (row) => period(row.validFrom, row.validTo) },
    {
      key: 'checks',
      header: text.credential.checks,
      cell: ({ checks }) =>
        checks.map(({ day, result }) => `${formatEra(day)} ${text.credential[result]}`).join('、') || text.none,
    },
    { key: 'file', header: text.file, cell: file },
  ];
  return { qualifications, experience, credentials };
}

function Tables({ engagementId, data }: { engagementId: string; data: Team }) {
  const { qualifications, experience, credentials } = columnsFor(engagementId, data);
  const firm = data.asked?.firm ?? [];
  return (
    <>
      <ui.Table
        caption={text.qualifications}
        columns={qualifications}
        rows={data.qualifications}
        rowKey={({ id }) => id}
        empty={<ui.EmptyState title={text.qualification.empty}>{text.qualification.emptyHelp}</ui.EmptyState>}
      />
      <ui.Table
        caption={text.experiences}
        columns={experience}
        rows={data.experience}
        rowKey={({ id }) => id}
        empty={<ui.EmptyState title={text.experience.empty}>{text.experience.emptyHelp}</ui.EmptyState>}
      />
      <StatementTables engagementId={engagementId} data={data} />
      {(data.credentials.length > 0 || firm.length > 0) && (
        <ui.Table
          caption={text.credentials}
          columns={credentials}
          rows={data.credentials}
          rowKey={({ id }) => id}
          empty={
            <ui.EmptyState title={text.credential.empty}>
              {text.credential.emptyHelp(firm.map(({ name }) => name))}
            </ui.EmptyState>
          }
        />
      )}
    </>
  );
}

/** A paper per member with everything that is on record of them. */
function CareerSheets({ engagementId, data }: { engagementId: string; data: Team }) {
  const href = (subject: string, format: 'docx' | 'pdf') =>
    team.href('downloadDocument', { engagementId, kind: 'career-sheet', subject, format });
  return (
    <ui.Disclosure summary={messages.careerSheet}>
      {working(data).map(({ value, label }) => (
        <div key={value} className="flex flex-wrap items-center gap-x-4">
          <span aria-hidden="true">{label}</span>
          <ui.DownloadLinks
            title={`${messages.careerSheet} ${label}`}
            files={[
              { kind: 'docx', href: href(value, 'docx') },
              { kind: 'pdf', href: href(value, 'pdf') },
            ]}
          />
        </div>
      ))}
    </ui.Disclosure>
  );
}
