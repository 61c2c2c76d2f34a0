import { ListExchange } from '../../../web/list-exchange.tsx';
import * as ui from '../../../web/ui/index.ts';
import { duty, type Registers } from './duty-client.ts';
import { messages } from './messages.ja.ts';
import { ActButton, AddForm, DecideForm, DutyPage, Files, Paper, type PartProps, StepForm } from './parts.tsx';
import { text } from './subcontracts.messages.ja.ts';

type Subcontract = Registers['subcontract'][number];
const TONES = {
  requested: 'warning',
  approved: 'info',
  refused: 'error',
  confirmed: 'info',
  started: 'success',
  ended: 'neutral',
} as const;

export function Component() {
  return (
    <DutyPage title={text.title} lead={text.lead}>
      {(part) => (
        <>
          <Declaration {...part} />
          {part.data.registers.subcontract.map((subcontract) => (
            <OneSubcontract key={subcontract.id} {...part} subcontract={subcontract} />
          ))}
          <ListExchange
            list="duty.subcontract"
            edit={part.can('duty.manage') ? 'duty.manage' : 'duty.decide'}
            engagementId={part.engagementId}
            onDone={part.reload}
          />
          {part.can('duty.manage') && <Request {...part} />}
        </>
      )}
    </DutyPage>
  );
}

function Declaration({ engagementId, data, reload, can }: PartProps) {
  const declare = ui.useCommand((options) => duty.declareNoSubcontract({ engagementId }, options), {
    done: messages.recorded,
    onDone: reload,
  });
  const { subcontract, 'no-subcontract': declared } = data.registers;
  const going = subcontract.some(({ state }) => state !== 'refused' && state !== 'ended');
  if (going) return <ui.Notice title={text.responsibility} />;
  if (declared.length > 0) return <ui.Notice tone="success" title={text.none} />;
  return (
    <ui.EmptyState
      title={text.empty}
      action={
        can('duty.manage') && (
          <ui.ConfirmButton
            title={text.declare}
            body={text.declareBody}
            busy={declare.busy}
            onConfirm={() => declare.run()}
          >
            {text.declare}
          </ui.ConfirmButton>
        )
      }
    >
      {text.emptyHelp}
    </ui.EmptyState>
  );
}

function OneSubcontract({ engagementId, reload, can, subcontract }: PartProps & { subcontract: Subcontract }) {
  const { id, version, state } = subcontract;
  const inHand = { engagementId, id, version };
  const manage = can('duty.manage');
  return (
    <ui.Section
      title={subcontract.firm}
      actions={<ui.StatusBadge tone={TONES[state]}>{text.states[state]}</ui.StatusBadge>}
    >
      <ui.DataList
        items={[
          ...(subcontract.groupCompany ? [{ term: text.firm, value: text.group }] : []),
          { term: text.reason, value: subcontract.reason },
          { term: text.content, value: subcontract.content },
          { term: text.information, value: subcontract.information },
          { term: text.supervision, value: subcontract.supervision },
          { term: text.safeguards, value: subcontract.safeguards },
          { term: text.approval, value: subcontract.approval },
          { term: text.decidedOn, value: <ui.DayText day={subcontract.decidedOn} /> },
          { term: messages.comment, value: subcontract.comment },
          {
            term: messages.file,
            value: <Files engagementId={engagementId} recordId={id} files={subcontract.files} />,
          },
        ]}
      />
      {state !== 'requested' && state !== 'refused' && (
        <>
          <Paper engagementId={engagementId} kind="subcontract-obligations" subject={id} title={text.obligations} />
          <Paper engagementId={engagementId} kind="oath" subject={id} title={text.oath} />
        </>
      )}
      {state === 'requested' && can('duty.decide') && (
        <DecideForm
          record={subcontract}
          decide={(decision, form) =>
            duty.decideSubcontract({ engagementId, id, ...decision, approval: form.text('approval') }, form.options)
          }
          reload={reload}
        >
          <ui.TextField name="approval" label={text.approval} maxLength={200} />
        </DecideForm>
      )}
      {state === 'approved' && manage && (
        <StepForm
          record={subcontract}
          summary={text.confirm}
          submit={(form) =>
            duty.confirmSubcontract(
              {
                ...inHand,
                version: form.version,
                obligationsIncluded: form.flag('obligationsIncluded'),
                furtherProhibited: form.flag('furtherProhibited'),
                files: form.fileIds('files'),
              },
              form.options,
            )
          }
          reload={reload}
        >
          <ui.Checkbox name="obligationsIncluded" label={text.obligationsIncluded} />
          <ui.Checkbox name="furtherProhibited" label={text.furtherProhibited} />
          <ui.FileUpload name="files" label={messages.file} multiple />
        </StepForm>
      )}
      {state === 'confirmed' && manage && (
        <ActButton act={(options) => duty.startSubcontract(inHand, options)} reload={reload}>
          {text.start}
        </ActButton>
      )}
      {state === 'started' && manage && (
        <ActButton act={(options) => duty.endSubcontract(inHand, options)} reload={reload}>
          {text.end}
        </ActButton>
      )}
    </ui.Section>
  );
}

function Request({ engagementId, data, reload }: PartProps) {
  const forbidden = (data.conditions.subcontract?.forbidden ?? []).join('、');
  return (
    <AddForm
      title={text.form}
      draft={`duty-subcontract:${engagementId}`}
      submitLabel={text.submit}
      submit={(form) =>
        duty.requestSubcontract(
          {
            engagementId,
            firm: form.text('firm'),
            groupCompany: form.flag('groupCompany'),
            important: form.flag('important'),
            wholly: form.flag('wholly'),
            reason: form.text('reason'),
            content: form.text('content'),
            information: form.text('information'),
            supervision: form.text('supervision'),
            safeguards: form.text('safeguards'),
            files: form.fileIds('files'),
          },
          form.options,
        )
      }
      reload={reload}
    >
      <ui.TextField name="firm" label={text.firm} required maxLength={200} />
      <ui.Checkbox name="groupCompany" label={text.groupCompany} />
      <ui.Checkbox name="important" label={text.important} hint={text.importantHelp} />
      {forbidden.length > 0 && <ui.Checkbox name="wholly" label={text.wholly} hint={text.whollyHelp(forbidden)} />}
      <ui.TextArea name="reason" label={text.reason} required maxLength={10_000} rows={2} />
      <ui.TextArea name="content" label={text.content} required maxLength={10_000} rows={2} />
      <ui.TextArea name="information" label={text.information} required maxLength={10_000} rows={2} />
      <ui.TextArea name="supervision" label={text.supervision} required maxLength={10_000} rows={2} />
      <ui.TextArea name="safeguards" label={text.safeguards} required maxLength={10_000} rows={2} />
      <ui.FileUpload name="files" label={messages.file} multiple />
    </AddForm>
  );
}
