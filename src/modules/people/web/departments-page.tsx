import { useState } from 'react';
import { useCan, useSession } from '../../../web/session.ts';
import { ListExchange } from '../../../web/list-exchange.tsx';
import * as ui from '../../../web/ui/index.ts';
import { formatEra } from '../../../core/calendar/era.ts';
import { messages } from './messages.ja.ts';
import { type Bureau, type Department, people, treeOf } from './people-client.ts';

const text = messages.departments;

export function Component() {
  const { today } = useSession();
  const manage = useCan()('people.manage');
  const [asOf, setAsOf] = useState(today);
  const departments = ui.useLoad(() => people.listDepartments({ asOf }), [asOf]);
  return (
    <ui.Page
      title={text.title}
      lead={text.lead}
      actions={
        <ListExchange list="people.departments" edit="people.manage" engagementId={null} onDone={departments.reload} />
      }
    >
      <ui.Form
        guard={false}
        done={null}
        submitLabel={text.show}
        submit={(form) => Promise.resolve(form.dayOrNull('asOf') ?? today)}
        onDone={setAsOf}
      >
        <ui.DateField name="asOf" label={text.asOf} defaultValue={asOf} />
      </ui.Form>
      <ui.Loaded from={departments}>
        {(data) =>
          data.departments.length === 0 ? (
            <ui.EmptyState title={text.empty}>{manage && text.emptyHelp}</ui.EmptyState>
          ) : (
            <div className="grid grid-cols-[minmax(0,1fr)] gap-6">
              {treeOf(data.departments).map((branch) => (
                <Branch key={branch.bureau?.id ?? ''} branch={branch} manage={manage} />
              ))}
            </div>
          )
        }
      </ui.Loaded>
      {manage && departments.state === 'ready' && (
        <NewDepartment bureaus={departments.data.departments} today={today} onDone={departments.reload} />
      )}
    </ui.Page>
  );
}

function Branch({ branch: { bureau, sections }, manage }: { branch: Bureau; manage: boolean }) {
  return (
    <ui.Section title={bureau?.name ?? text.withoutBureau}>
      <div className="flex flex-wrap items-center gap-3">
        <span>{text.sections(sections.length)}</span>
        {bureau !== null && <Closing department={bureau} />}
        {bureau !== null && manage && (
          <ui.TextLink href={`/people/departments/${bureau.id}`}>{text.edit(bureau.name)}</ui.TextLink>
        )}
      </div>
      {sections.length > 0 && (
        <ul className="grid gap-x-6 gap-y-1 desktop:grid-cols-2">
          {sections.map((section) => (
            <li key={section.id} className="flex min-h-11 flex-wrap items-center gap-3">
              {manage ? (
                <ui.TextLink href={`/people/departments/${section.id}`}>{section.name}</ui.TextLink>
              ) : (
                section.name
              )}
              <Closing department={section} />
            </li>
          ))}
        </ul>
      )}
    </ui.Section>
  );
}

function Closing({ department: { validTo } }: { department: Department }) {
  return validTo === null ? null : <ui.StatusBadge tone="warning">{text.closing(formatEra(validTo))}</ui.StatusBadge>;
}

interface NewDepartmentProps {
  readonly bureaus: readonly Department[];
  readonly today: string;
  readonly onDone: () => void;
}

function NewDepartment({ bureaus, today, onDone }: NewDepartmentProps) {
  const options = bureaus
    .filter(({ bureauId }) => bureauId === null)
    .map(({ id, name }) => ({ value: id, label: name }));
  return (
    <ui.Section title={text.add}>
      <ui.Form
        reset
        submitLabel={text.submit}
        submit={(form) =>
          people.saveDepartment(
            {
              name: form.text('name'),
              kana: form.text('kana'),
              bureauId: form.textOrNull('bureauId'),
              from: form.day('from'),
            },
            form.options,
          )
        }
        onDone={onDone}
      >
        <ui.TextField name="name" label={text.name} required maxLength={200} width="medium" />
        <ui.TextField name="kana" label={text.kana} hint={text.kanaHelp} maxLength={200} width="medium" />
        <ui.Select name="bureauId" label={text.above} prompt={text.none} options={options} />
        <ui.DateField name="from" label={text.from} hint={text.fromHelp} required defaultValue={today} />
      </ui.Form>
    </ui.Section>
  );
}
