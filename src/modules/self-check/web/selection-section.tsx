import { useState } from 'react';
import { useSearchParams } from 'react-router';
import { useCan } from '../../../web/session.ts';
import {
  CheckboxGroup,
  ConfirmButton,
  DataList,
  Disclosure,
  Form,
  InstantText,
  Notice,
  Problem,
  Section,
  Table,
  TextArea,
  useCommand,
} from '../../../web/ui/index.ts';
import { type RankingReply, type SelectionReply, selfCheck } from './client.ts';
import { messages } from './messages.ja.ts';

const text = messages.ranking;
const BASES = ['リスク値', '重点テーマ'] as const;
type Basis = (typeof BASES)[number];
type Decided = NonNullable<SelectionReply['selection']>;

interface Props {
  readonly ranking: RankingReply;
  readonly data: SelectionReply;
  readonly engagementId: string;
  readonly onDone: () => void;
}

/** The decision on the audited departments, the notice to the contractor, and the form that decides. */
export function SelectionSection(props: Props) {
  const { selection } = props.data;
  const planned = usePlanned();
  const can = useCan();
  const form = can('selection.decide') && <SelectionForm {...props} />;
  return (
    <Section title={text.selection} id="selection">
      {selection === null ? (
        <>
          <p>{text.selectionNone}</p>
          {form}
        </>
      ) : (
        <>
          <DecidedTable selection={selection} onDone={props.onDone} />
          {form !== false && (planned.length > 0 ? form : <Disclosure summary={text.again}>{form}</Disclosure>)}
        </>
      )}
    </Section>
  );
}

/** Departments that the plan under rotation proposes, as its page hands them over. */
function usePlanned(): readonly string[] {
  const [search] = useSearchParams();
  return (search.get('plan') ?? '').split(',').filter((id) => id !== '');
}

function DecidedTable({ selection, onDone }: { selection: Decided; onDone: () => void }) {
  const can = useCan();
  const notify = useCommand((options) => selfCheck.notifyContractor({ selectionId: selection.id }, options), {
    done: text.notified,
    onDone,
  });
  return (
    <>
      <Table
        caption={text.number(selection.number)}
        rows={selection.choices}
        rowKey={({ departmentId }) => departmentId}
        columns={[
          {
            key: 'department',
            header: text.selectionColumns.department,
            rowHeader: true,
            cell: (row) => row.departmentName,
          },
          { key: 'bureau', header: text.selectionColumns.bureau, cell: ({ bureauName }) => bureauName },
          {
            key: 'value',
            header: text.selectionColumns.value,
            cell: ({ rank, value }) => (rank === null || value === null ? '―' : text.standing(rank, value)),
          },
          { key: 'basis', header: text.selectionColumns.basis, cell: ({ basis }) => basis.join('、') },
          { key: 'reason', header: text.selectionColumns.reason, cell: ({ reason }) => reason },
        ]}
      />
      <DataList
        items={[
          {
            term: text.notifiedAt,
            value: selection.notifiedAt === null ? text.notYetNotified : <InstantText at={selection.notifiedAt} />,
          },
        ]}
      />
      {notify.problem !== undefined && <Problem problem={notify.problem} />}
      {can('selection.decide') && selection.notifiedAt === null && (
        <div>
          <ConfirmButton
            variant="solid"
            title={text.notifyTitle}
            body={text.notifyBody}
            busy={notify.busy}
            onConfirm={() => notify.run()}
          >
            {text.notify}
          </ConfirmButton>
        </div>
      )}
    </>
  );
}

function SelectionForm({ ranking, data, engagementId, onDone }: Props) {
  const proposed = new Map(ranking.proposal.map((proposal) => [proposal.departmentId, proposal]));
  const known = [...ranking.departments, ...ranking.unranked].map(({ departmentId }) => departmentId);
  const planned = usePlanned().filter((id) => known.includes(id));
  const [chosen, setChosen] = useState<readonly string[]>(planned.length > 0 ? planned : [...proposed.keys()]);
  const name = (id: string): string =>
    [...ranking.departments, ...ranking.unranked].find(({ departmentId }) => departmentId === id)?.departmentName ?? '';
  const options = [
    ...ranking.departments.map((row) => ({
      value: row.departmentId,
      label: `${text.standing(row.rank, row.value)}　${row.departmentName}（${row.bureauName}）`,
      ...(proposed.has(row.departmentId)
        ? { hint: `${text.proposed}：${proposed.get(row.departmentId)?.reason ?? ''}` }
        : {}),
    })),
    ...ranking.unranked.map((row) => ({
      value: row.departmentId,
      label: `${row.departmentName}（${row.bureauName}）`,
    })),
  ];
  return (
    <Form
      submitLabel={text.decide}
      done={text.selected}
      submit={(form) =>
        selfCheck.selectDepartments(
          {
            engagementId,
            number: data.selection?.number ?? 0,
            choices: chosen.map((departmentId, index) => ({
              departmentId,
              basis: form
                .all(`choices.${index}.basis`)
                .filter((basis): basis is Basis => BASES.some((one) => one === basis)),
              reason: form.text(`choices.${index}.reason`),
            })),
          },
          form.options,
        )
      }
      onDone={onDone}
    >
      {planned.length > 0 && (
        <Notice title={text.fromPlan(planned.length)}>
          <p>{text.fromPlanHelp}</p>
        </Notice>
      )}
      <CheckboxGroup
        name="choices"
        label={text.choose}
        hint={text.chooseHelp(ranking.count)}
        options={options}
        values={chosen}
        onChange={setChosen}
      />
      <p role="status">{text.count(chosen.length)}</p>
      {chosen.map((departmentId, index) => (
        <Section key={departmentId} level={3} title={name(departmentId)}>
          <CheckboxGroup
            name={`choices.${index}.basis`}
            label={text.basis}
            required
            options={BASES.map((basis) => ({ value: basis, label: basis }))}
            defaultValues={proposed.get(departmentId)?.basis ?? []}
          />
          <TextArea
            name={`choices.${index}.reason`}
            label={text.why}
            hint={text.whyHelp}
            required={!proposed.has(departmentId)}
            maxLength={1000}
            rows={2}
          />
        </Section>
      ))}
    </Form>
  );
}
