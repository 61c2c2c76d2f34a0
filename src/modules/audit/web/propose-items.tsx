/** Chosen items of a catalogue go to the city as proposals for the checklist of a department. */
import * as ui from '../../../web/ui/index.ts';
import { audit } from './audit-client.ts';
import { messages } from './messages-catalogues.ja.ts';

const text = messages.propose;

export interface ProposeItemsProps {
  readonly engagementId: string;
  readonly catalogue: string;
  readonly chosen: readonly string[];
  readonly clear: () => void;
}

export function ProposeItems({ engagementId, catalogue, chosen, clear }: ProposeItemsProps) {
  const load = ui.useLoad(() => audit.getProgramme({ engagementId }), [engagementId]);
  return (
    <ui.Section title={text.title} id="propose">
      <ui.Loaded from={load}>
        {({ audits }) => {
          const open = audits.filter(({ state }) => state === 'preparing' || state === 'in-progress');
          if (open.length === 0) return <p>{text.noAudit}</p>;
          return (
            <>
              <p>{text.lead}</p>
              <p role="status">{chosen.length === 0 ? text.none : text.chosen(chosen.length)}</p>
              {chosen.length > 0 && (
                <ui.Form
                  submitLabel={text.submit}
                  done={text.done}
                  submit={(form) =>
                    audit.proposeCatalogueItems(
                      { auditId: form.text('auditId'), catalogue, items: [...chosen], reason: form.text('reason') },
                      form.options,
                    )
                  }
                  onDone={clear}
                  actions={<ui.Button onClick={clear}>{text.clear}</ui.Button>}
                >
                  <ui.Select
                    name="auditId"
                    label={text.audit}
                    required
                    options={open.map(({ id, departmentName }) => ({ value: id, label: departmentName }))}
                  />
                  <ui.TextArea name="reason" label={text.reason} required maxLength={4000} rows={2} />
                </ui.Form>
              )}
            </>
          );
        }}
      </ui.Loaded>
    </ui.Section>
  );
}
