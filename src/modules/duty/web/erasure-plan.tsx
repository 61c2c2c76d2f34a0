/** The list of what would be erased, and the request that fixes it. */
import { useSession } from '../../../web/session.ts';
import * as ui from '../../../web/ui/index.ts';
import { activeMembers, duty } from './duty-client.ts';
import { text } from './erasure.messages.ja.ts';
import { ItemTable } from './erasure-items.tsx';
import { AddForm, type PartProps } from './parts.tsx';

export function ErasurePlan(part: PartProps) {
  const { engagementId, data, reload, can } = part;
  const { account } = useSession();
  const load = ui.useLoad(
    async () => ({
      plain: await duty.planErasure({ engagementId, personal: false }),
      full: await duty.planErasure({ engagementId, personal: true }),
    }),
    [engagementId, data],
  );
  const own = activeMembers(data).find(({ accountId }) => accountId === account.id);
  return (
    <ui.Loaded from={load}>
      {({ plain, full }) => {
        const { items, obstacles, personalAsked, afterEnd } = personalShown(full, plain);
        const only = plain.items.length;
        return (
          <>
            <p>{text.planHelp}</p>
            {obstacles.length > 0 && (
              <ui.Notice tone="warning" title={text.obstacles}>
                <ul>
                  {obstacles.map((obstacle) => (
                    <li key={obstacle}>{obstacle}</li>
                  ))}
                </ul>
              </ui.Notice>
            )}
            <ItemTable caption={text.plan} items={items} />
            {!personalAsked && full.items.length > only && (
              <ItemTable caption={text.personalPlan} items={full.items.filter(({ personal }) => personal)} />
            )}
            {can('duty.manage') && items.length > 0 && obstacles.length === 0 && own === undefined && (
              <ui.Notice title={text.notMember} />
            )}
            {can('duty.manage') && items.length > 0 && obstacles.length === 0 && own !== undefined && (
              <AddForm
                title={text.form}
                help={text.formHelp(items.length)}
                draft={`duty-erasure:${engagementId}`}
                submitLabel={text.submit}
                done={text.submitted}
                submit={(form) => {
                  const personal = personalAsked || form.flag('personal');
                  return duty.requestErasure(
                    {
                      engagementId,
                      method: form.text('method'),
                      reason: form.text('reason'),
                      personal,
                      seen: personal ? full.items.length : only,
                      memberId: own.id,
                    },
                    form.options,
                  );
                }}
                reload={reload}
              >
                <ui.TextField name="method" label={text.method} hint={text.methodHelp} required maxLength={200} />
                {!afterEnd && (
                  <ui.TextArea
                    name="reason"
                    label={text.reason}
                    hint={text.reasonHelp}
                    required
                    maxLength={10_000}
                    rows={2}
                  />
                )}
                {personalAsked ? (
                  <ui.Notice title={text.personalAsked} />
                ) : (
                  <ui.Checkbox name="personal" label={text.personal} />
                )}
              </AddForm>
            )}
          </>
        );
      }}
    </ui.Loaded>
  );
}

type Plan = Awaited<ReturnType<typeof duty.planErasure>>;

/** Personal data are listed only where the specification asks for their erasure; elsewhere they are a choice. */
const personalShown = (full: Plan, plain: Plan): Plan => (full.personalAsked ? full : plain);
