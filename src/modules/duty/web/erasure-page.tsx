import * as ui from '../../../web/ui/index.ts';
import { useSession } from '../../../web/session.ts';
import { formatEra } from '../../../core/calendar/era.ts';
import { ItemTable } from './erasure-items.tsx';
import { ErasurePlan } from './erasure-plan.tsx';
import { duty, type Registers } from './duty-client.ts';
import { text } from './erasure.messages.ja.ts';
import { messages } from './messages.ja.ts';
import { ActButton, DutyPage, Paper, type PartProps } from './parts.tsx';

type Erasure = Registers['erasure'][number];
const TONES = {
  requested: 'warning',
  withdrawn: 'neutral',
  confirmed: 'info',
  verified: 'info',
  certified: 'success',
} as const;

export function Component() {
  return (
    <DutyPage title={messages.tabs.erasure} lead={text.lead}>
      {(part) => {
        const going = part.data.registers.erasure.some(({ state }) =>
          ['requested', 'confirmed', 'verified'].includes(state),
        );
        return (
          <>
            {part.data.registers.erasure.toReversed().map((erasure) => (
              <OneErasure key={erasure.id} {...part} erasure={erasure} />
            ))}
            {!going && <ErasurePlan {...part} />}
          </>
        );
      }}
    </DutyPage>
  );
}

function OneErasure(part: PartProps & { erasure: Erasure }) {
  const { engagementId, reload, erasure } = part;
  const { state, witness, verified } = erasure;
  const gone = state === 'verified' || state === 'certified';
  return (
    <ui.Section
      title={text.heading(formatEra(erasure.requestedOn))}
      actions={<ui.StatusBadge tone={TONES[state]}>{text.states[state]}</ui.StatusBadge>}
    >
      {state === 'confirmed' && (
        <ui.Notice title={text.running}>
          <ui.Button size="small" onClick={reload}>
            {text.reload}
          </ui.Button>
        </ui.Notice>
      )}
      <ui.DataList
        items={[
          { term: text.method, value: erasure.method },
          { term: text.executor, value: erasure.executor.name },
          { term: text.witness, value: witness?.name ?? '' },
          { term: text.reason, value: erasure.reason },
          { term: text.erasedOn, value: <ui.DayText day={erasure.erasedOn} /> },
          {
            term: text.verified,
            value: verified === null ? '' : text.verifiedText(verified.removed.length, verified.needed.length),
          },
          { term: text.backups, value: erasure.backups },
          { term: text.certificate, value: erasure.certificate ?? '' },
        ]}
      />
      {state === 'certified' && <Paper engagementId={engagementId} kind="erasure-certificate" title={text.paper} />}
      <Actions {...part} />
      <ui.Disclosure summary={gone ? `${text.plan}（${text.gone}）` : text.plan} open={state === 'requested'}>
        <ItemTable caption={text.plan} items={erasure.items} />
      </ui.Disclosure>
    </ui.Section>
  );
}

/** What the person may do next. The executor is never the witness. */
function Actions({ engagementId, reload, can, erasure }: PartProps & { erasure: Erasure }) {
  const { account } = useSession();
  const inHand = { engagementId, id: erasure.id, version: erasure.version };
  const confirm = ui.useCommand((options) => duty.confirmErasure(inHand, options), {
    done: messages.recorded,
    onDone: reload,
  });
  const certify = ui.useCommand((options) => duty.certifyErasure(inHand, options), {
    done: messages.recorded,
    onDone: reload,
  });
  const { state, executor, items } = erasure;
  const problem = confirm.problem ?? certify.problem;
  return (
    <>
      {problem !== undefined && <ui.Problem problem={problem} />}
      {state === 'requested' && can('duty.exchange') && executor.accountId !== account.id && (
        <ui.ConfirmButton
          title={text.confirm}
          body={text.confirmBody(items.length)}
          busy={confirm.busy}
          onConfirm={() => confirm.run()}
        >
          {text.confirm}
        </ui.ConfirmButton>
      )}
      {state === 'requested' && can('duty.manage') && (
        <ActButton act={(options) => duty.withdrawErasure(inHand, options)} reload={reload}>
          {text.withdraw}
        </ActButton>
      )}
      {state === 'verified' && can('duty.manage') && (
        <ui.ConfirmButton
          title={text.certify}
          body={text.certifyBody}
          busy={certify.busy}
          onConfirm={() => certify.run()}
        >
          {text.certify}
        </ui.ConfirmButton>
      )}
    </>
  );
}
