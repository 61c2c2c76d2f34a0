import { ListExchange } from '../../../web/list-exchange.tsx';
import { useCan, useEngagementId } from '../../../web/session.ts';
import * as ui from '../../../web/ui/index.ts';
import { POLICY_STATE_LABELS } from '../labels.ts';
import { audit, documentFiles, type Policy, toneOf } from './audit-client.ts';
import { DocumentLinks } from '../../../web/document-links.tsx';
import { messages } from './messages.ja.ts';
import { fieldsFrom, PolicyFields, PolicyText, scheduleFaults } from './policy-fields.tsx';

const text = messages.policy;

export function Component() {
  const engagementId = useEngagementId();
  const can = useCan();
  const load = ui.useLoad(async () => {
    const { policies } = await audit.listPolicies({ engagementId });
    const { audits } = await audit.getProgramme({ engagementId });
    // Only the audit under a focus theme has a policy; the others have the plans of their programmes.
    return { policies, planned: audits.length > 0 && audits.every(({ targetId }) => targetId !== null) };
  }, [engagementId]);
  const create = ui.useCommand((options) => audit.draftPolicy({ engagementId }, options), { onDone: load.reload });
  const work = can('audit.work');
  return (
    <ui.Page title={text.title} lead={text.lead}>
      <ui.Loaded from={load}>
        {({ policies, planned }) => {
          const current = policies.at(-1);
          if (current === undefined && planned)
            return (
              <ui.EmptyState title={text.planned}>
                {text.plannedHelp}
                <ui.TextLink href={`/engagements/${engagementId}/audit-plan/plans`}>{text.plannedLink}</ui.TextLink>
              </ui.EmptyState>
            );
          if (current === undefined)
            return (
              <ui.EmptyState
                title={text.empty}
                action={
                  work && (
                    <ui.Button variant="solid" busy={create.busy} onClick={() => void create.run()}>
                      {text.create}
                    </ui.Button>
                  )
                }
              >
                {work ? text.emptyContractor : text.emptyCity}
              </ui.EmptyState>
            );
          return (
            <>
              <Current policy={current} reload={load.reload} />
              <DocumentLinks
                title={text.document}
                files={documentFiles(engagementId, 'audit-policy', null, ['docx', 'pdf'])}
              />
              {policies.length > 1 && <ChangeLinks policy={current} />}
              <div>
                <ListExchange
                  list="audit.policies"
                  edit="audit.work"
                  engagementId={engagementId}
                  onDone={load.reload}
                />
              </div>
              {work && current.state === 'agreed' && (
                <ui.Button busy={create.busy} onClick={() => void create.run()}>
                  {text.newEdition}
                </ui.Button>
              )}
              {policies.slice(0, -1).map((policy, index) => (
                <ui.Disclosure
                  key={policy.id}
                  summary={`${text.edition(policy.position)}（${POLICY_STATE_LABELS[policy.state]}）`}
                >
                  <PolicyText policy={policy} />
                  {index > 0 && <ChangeLinks policy={policy} />}
                </ui.Disclosure>
              ))}
            </>
          );
        }}
      </ui.Loaded>
    </ui.Page>
  );
}

/** What the version changes in the one before it. */
function ChangeLinks({ policy }: Pick<Part, 'policy'>) {
  return (
    <DocumentLinks
      title={text.changesOf(policy.position)}
      files={(['docx', 'pdf'] as const).map((kind) => ({
        kind,
        href: audit.href('downloadPolicyChanges', { policyId: policy.id, format: kind }),
      }))}
    />
  );
}

interface Part {
  readonly policy: Policy;
  readonly reload: () => void;
}

function Current({ policy, reload }: Part) {
  const can = useCan();
  const editing = can('audit.work') && policy.state === 'draft';
  return (
    <ui.Section title={text.edition(policy.position)}>
      <p>
        <ui.StatusBadge tone={toneOf(policy.state)}>{POLICY_STATE_LABELS[policy.state]}</ui.StatusBadge>
      </p>
      {policy.remarks.length > 0 && (
        <ui.Notice tone="warning" title={text.remarks}>
          {policy.remarks.map((remark) => (
            <p key={`${remark.on}${remark.text}`}>
              <ui.DayText day={remark.on} />　{remark.text}
            </p>
          ))}
        </ui.Notice>
      )}
      {policy.state === 'draft' && policy.missing.length > 0 && (
        <ui.Notice title={text.missing}>{policy.missing.join('、')}</ui.Notice>
      )}
      {editing ? (
        <ui.Form
          key={policy.version}
          version={policy.version}
          draft={`audit-policy:${policy.id}`}
          submitLabel={text.save}
          check={scheduleFaults}
          submit={(form) =>
            audit.savePolicy({ policyId: policy.id, version: form.version, fields: fieldsFrom(form) }, form.options)
          }
          onDone={reload}
        >
          <PolicyFields policy={policy} />
        </ui.Form>
      ) : (
        <PolicyText policy={policy} />
      )}
      <Decisions policy={policy} reload={reload} />
    </ui.Section>
  );
}

function Decisions({ policy, reload }: Part) {
  const can = useCan();
  const input = { policyId: policy.id, version: policy.version };
  const propose = ui.useCommand((options) => audit.proposePolicy(input, options), { onDone: reload });
  const confirm = ui.useCommand((options) => audit.confirmPolicy(input, options), { onDone: reload });
  const city = can('audit.city');
  const confirmed = city ? policy.cityConfirmedOn : policy.contractorConfirmedOn;
  return (
    <div className="grid grid-cols-[minmax(0,1fr)] gap-4">
      {policy.state !== 'draft' && (
        <ui.DataList
          items={[
            {
              term: text.city,
              value: policy.cityConfirmedOn === null ? text.waiting : <ui.DayText day={policy.cityConfirmedOn} />,
            },
            {
              term: text.contractor,
              value:
                policy.contractorConfirmedOn === null ? (
                  text.waiting
                ) : (
                  <ui.DayText day={policy.contractorConfirmedOn} />
                ),
            },
            { term: text.agreed, value: policy.agreedOn === null ? null : <ui.DayText day={policy.agreedOn} /> },
          ]}
        />
      )}
      {propose.problem !== undefined && <ui.Problem problem={propose.problem} />}
      {confirm.problem !== undefined && <ui.Problem problem={confirm.problem} />}
      <div className="flex flex-wrap gap-3">
        {can('audit.lead') && policy.state === 'draft' && (
          <ui.ConfirmButton
            variant="solid"
            title={text.proposeTitle}
            body={text.proposeBody}
            busy={propose.busy}
            onConfirm={() => propose.run()}
          >
            {text.propose}
          </ui.ConfirmButton>
        )}
        {can('audit.agree') && policy.state === 'proposed' && confirmed === null && (
          <ui.ConfirmButton
            variant="solid"
            title={text.confirmTitle}
            body={text.confirmBody}
            busy={confirm.busy}
            onConfirm={() => confirm.run()}
          >
            {text.confirm}
          </ui.ConfirmButton>
        )}
      </div>
      {city && policy.state === 'proposed' && (
        <ui.Disclosure summary={text.return}>
          <ui.Form
            draft={`audit-policy-return:${policy.id}`}
            submitLabel={text.return}
            version={policy.version}
            submit={(form) =>
              audit.returnPolicy(
                { policyId: policy.id, version: form.version, remark: form.text('remark') },
                form.options,
              )
            }
            onDone={reload}
          >
            <ui.TextArea name="remark" label={text.remark} required maxLength={4000} />
          </ui.Form>
        </ui.Disclosure>
      )}
    </div>
  );
}
