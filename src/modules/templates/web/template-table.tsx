import { useCan } from '../../../web/session.ts';
import {
  Button,
  type Column,
  ConfirmButton,
  EmptyState,
  InstantText,
  LinkButton,
  sizeText,
  StatusBadge,
  Table,
  TextLink,
  useCommand,
} from '../../../web/ui/index.ts';
import { type Template, templates } from './client.ts';
import { messages } from './messages.ja.ts';

const text = messages.kind;
const TONES = { registered: 'neutral', active: 'success', retired: 'neutral' } as const;

interface Given {
  readonly engagementId: string;
  readonly rows: readonly Template[];
  readonly subject: string | null;
  /** The department that a form for a department's edition is tried with. */
  readonly departmentId: string | null;
  /** Whether there is something to fill in from the records. */
  readonly records: boolean;
  readonly onChange: () => void;
}

/** Every version with what its check found and what can be done with it. */
export function TemplateTable(given: Given) {
  return (
    <Table
      caption={text.versions}
      hideCaption
      rows={given.rows}
      rowKey={({ id }) => id}
      columns={columnsFor(given)}
      empty={
        <EmptyState title={text.versionsEmpty}>
          <p>{text.versionsEmptyHelp}</p>
        </EmptyState>
      }
    />
  );
}

function columnsFor(given: Given): readonly Column<Template>[] {
  const { engagementId } = given;
  return [
    {
      key: 'version',
      header: text.columns.version,
      rowHeader: true,
      cell: ({ id, format, edition, version, name, size, comment }) => (
        <>
          <span className="block">{text.version(messages.formatNames[format], version)}</span>
          {edition !== 'detailed' && <span className="block">{text.forEdition(messages.editions[edition])}</span>}
          <TextLink href={templates.href('downloadTemplate', { engagementId, templateId: id })}>{name}</TextLink>（
          {sizeText(size)}）{comment !== '' && <span className="block whitespace-pre-line">{comment}</span>}
        </>
      ),
    },
    {
      key: 'state',
      header: text.columns.state,
      nowrap: true,
      cell: ({ state }) => <StatusBadge tone={TONES[state]}>{text.states[state]}</StatusBadge>,
    },
    { key: 'check', header: text.columns.check, cell: (template) => <CheckResult template={template} /> },
    {
      key: 'days',
      header: text.columns.days,
      cell: ({ registeredAt, activatedAt, retiredAt, sha256 }) => (
        <ul>
          <Moment label={text.registeredAt} at={registeredAt} />
          <Moment label={text.activatedAt} at={activatedAt} />
          <Moment label={text.retiredAt} at={retiredAt} />
          <li>
            <code className="block text-dns-14N-130 break-all text-solid-gray-700">{text.hash(sha256)}</code>
          </li>
        </ul>
      ),
    },
    { key: 'actions', header: text.columns.actions, cell: (template) => <Actions given={given} template={template} /> },
  ];
}

function CheckResult({ template: { problems } }: { template: Template }) {
  if (problems.length === 0) return <p>{text.fine}</p>;
  return (
    <div className="desktop:min-w-80">
      <StatusBadge tone="error">{text.problems(problems.length)}</StatusBadge>
      <ol className="mt-2 list-decimal ps-6">
        {problems.map(({ place, message }, index) => (
          // The same message may stand at the same place twice.
          <li key={`${index} ${place} ${message}`} className="break-words">
            {message}
            <span className="block text-solid-gray-700">{text.place(place)}</span>
          </li>
        ))}
      </ol>
    </div>
  );
}

function Moment({ label, at }: { label: string; at: string | null }) {
  if (at === null) return null;
  return (
    <li>
      {label}：<InstantText at={at} />
    </li>
  );
}

function Actions({ given, template }: { given: Given; template: Template }) {
  const { engagementId, subject, departmentId, records, onChange } = given;
  const { id, problems, state, edition } = template;
  const tried = edition === 'department' ? departmentId : null;
  const fillable = records && (edition !== 'department' || departmentId !== null);
  const can = useCan();
  const about = { engagementId, templateId: id };
  const activate = useCommand((options) => templates.activateTemplate(about, options), {
    done: text.activated,
    onDone: onChange,
  });
  const retire = useCommand((options) => templates.retireTemplate(about, options), {
    done: text.retired,
    onDone: onChange,
  });
  const preview = (values: 'records' | 'examples'): string =>
    templates.href('previewTemplate', { ...about, subject, departmentId: tried, values });
  return (
    <div className="flex flex-wrap gap-2">
      {problems.length === 0 && <LinkButton href={preview('examples')}>{text.example}</LinkButton>}
      {problems.length === 0 && fillable && <LinkButton href={preview('records')}>{text.records}</LinkButton>}
      {can('templates.manage') && problems.length === 0 && state !== 'active' && (
        <Button variant="solid" busy={activate.busy} onClick={() => void activate.run()}>
          {text.activate}
        </Button>
      )}
      {can('templates.manage') && state === 'active' && (
        <ConfirmButton
          title={text.retireTitle}
          body={text.retireBody}
          busy={retire.busy}
          onConfirm={() => retire.run()}
        >
          {text.retire}
        </ConfirmButton>
      )}
    </div>
  );
}
