import { useParams } from 'react-router';
import { formatEra } from '../../../core/calendar/era.ts';
import { useSession } from '../../../web/session.ts';
import * as ui from '../../../web/ui/index.ts';
import { messages } from './messages.ja.ts';
import { type Department, departmentOptions, people, type Unit } from './people-client.ts';

const text = messages.department;
const fields = messages.departments;

export function Component() {
  const { departmentId } = useParams();
  const load = ui.useLoad(async () => {
    const [{ units }, { departments }] = await Promise.all([people.getOrganisation({}), people.listDepartments({})]);
    return { units, departments, unit: units.find(({ id }) => id === departmentId) };
  }, [departmentId]);
  const name = load.state === 'ready' ? load.data.unit?.periods.at(-1)?.name : undefined;
  return (
    <ui.Page title={name ?? fields.title} breadcrumbs={[{ label: fields.title, href: '/people/departments' }]}>
      <ui.Loaded from={load}>
        {({ unit, units, departments }) =>
          unit === undefined ? (
            <ui.EmptyState title={text.missing} />
          ) : (
            <>
              <History unit={unit} units={units} />
              {unit.validTo === null ? (
                <>
                  <Change key={unit.version} unit={unit} departments={departments} onDone={load.reload} />
                  <Close unit={unit} departments={departments} onDone={load.reload} />
                </>
              ) : (
                <ui.Notice title={text.closed(formatEra(unit.validTo))}>
                  {unit.successorIds.length > 0 && (
                    <p>{text.successors(unit.successorIds.map((id) => lastName(units, id)).join('、'))}</p>
                  )}
                </ui.Notice>
              )}
            </>
          )
        }
      </ui.Loaded>
    </ui.Page>
  );
}

function lastName(units: readonly Unit[], id: string | null): string {
  return units.find((unit) => unit.id === id)?.periods.at(-1)?.name ?? '―';
}

function historyColumns(units: readonly Unit[]): readonly ui.Column<Unit['periods'][number]>[] {
  return [
    { key: 'from', header: text.columns.from, cell: (period) => <ui.DayText day={period.from} />, nowrap: true },
    { key: 'name', header: text.columns.name, cell: (period) => period.name, rowHeader: true },
    {
      key: 'bureau',
      header: text.columns.bureau,
      cell: (period) => (period.bureauId === null ? text.unitBureau : lastName(units, period.bureauId)),
    },
  ];
}

function History({ unit, units }: { unit: Unit; units: readonly Unit[] }) {
  return (
    <ui.Table
      caption={text.history}
      rows={unit.periods}
      rowKey={(period) => period.from}
      columns={historyColumns(units)}
    />
  );
}

interface EditProps {
  readonly unit: Unit;
  readonly departments: readonly Department[];
  readonly onDone: () => void;
}

function Change({ unit, departments, onDone }: EditProps) {
  const { today } = useSession();
  const last = unit.periods.at(-1);
  const bureaus = departments
    .filter(({ bureauId, id }) => bureauId === null && id !== unit.id)
    .map(({ id, name }) => ({ value: id, label: name }));
  return (
    <ui.Section title={text.change}>
      <p>{text.changeHelp}</p>
      <ui.Form
        version={unit.version}
        submit={(form) =>
          people.saveDepartment(
            {
              departmentId: unit.id,
              version: form.version,
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
        <ui.TextField
          name="name"
          label={fields.name}
          required
          maxLength={200}
          width="medium"
          defaultValue={last?.name ?? ''}
        />
        <ui.TextField
          name="kana"
          label={fields.kana}
          hint={fields.kanaHelp}
          maxLength={200}
          width="medium"
          defaultValue={last?.kana ?? ''}
        />
        <ui.Select
          name="bureauId"
          label={fields.above}
          prompt={fields.none}
          options={bureaus}
          defaultValue={last?.bureauId ?? null}
        />
        <ui.DateField name="from" label={text.changeFrom} required defaultValue={today} />
      </ui.Form>
    </ui.Section>
  );
}

function Close({ unit, departments, onDone }: EditProps) {
  const options = departmentOptions(departments.filter(({ id }) => id !== unit.id));
  return (
    <ui.Section title={text.close}>
      <p>{text.closeHelp}</p>
      <ui.Form
        version={unit.version}
        submitLabel={text.closeSubmit}
        submit={(form) =>
          people.reorganise(
            {
              from: form.day('from'),
              changes: [
                {
                  kind: 'close',
                  departmentId: unit.id,
                  version: form.version,
                  successors: [...form.all('successor'), ...form.all('secondSuccessor')].filter((id) => id !== ''),
                },
              ],
            },
            form.options,
          )
        }
        onDone={onDone}
      >
        <ui.DateField name="from" label={text.closeFrom} required />
        <ui.Select name="successor" label={text.successor} prompt={text.noSuccessor} options={options} />
        <ui.Select name="secondSuccessor" label={text.secondSuccessor} prompt={text.noSuccessor} options={options} />
      </ui.Form>
    </ui.Section>
  );
}
