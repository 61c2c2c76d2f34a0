import { useState } from 'react';
import { useCan } from '../../../web/session.ts';
import * as ui from '../../../web/ui/index.ts';
import { audit, type ItemCatalogue } from './audit-client.ts';
import { DepartmentFrame, type FrameContent } from './department-frame.tsx';
import { messages } from './messages-samples.ja.ts';

const text = messages.add;

/** Items of a catalogue that join one running audit, after consultation with the city. */
export function Component() {
  return <DepartmentFrame tab="add-items">{(content) => <AddItems {...content} />}</DepartmentFrame>;
}

function AddItems({ engagementId, data }: FrameContent) {
  const may = useCan()('audit.work');
  const load = ui.useLoad(() => audit.listItemCatalogues({ engagementId }), [engagementId]);
  const [code, setCode] = useState('');
  const open = data.state === 'preparing' || data.state === 'in-progress';
  if (data.targetId === null) return <ui.Notice>{text.theme}</ui.Notice>;
  if (!open || !may) return <ui.Notice>{text.closed}</ui.Notice>;
  return (
    <>
      <p>{text.lead}</p>
      <ui.Loaded from={load}>
        {({ catalogues }) => (
          <>
            <ui.Select
              name="catalogue"
              label={text.catalogue}
              value={code}
              onChange={(event) => setCode(event.target.value)}
              options={catalogues.map(({ code: value, title }) => ({ value, label: title }))}
            />
            {code !== '' && <Choice key={code} engagementId={engagementId} auditId={data.id} code={code} />}
          </>
        )}
      </ui.Loaded>
    </>
  );
}

function Choice({
  engagementId,
  auditId,
  code,
}: {
  readonly engagementId: string;
  readonly auditId: string;
  readonly code: string;
}) {
  const load = ui.useLoad(async () => {
    const [catalogue, { checks }] = await Promise.all([
      audit.getItemCatalogue({ engagementId, code }),
      audit.listChecks({ auditId }),
    ]);
    return { chapters: openChapters(catalogue, new Set(checks.map(({ key }) => key))) };
  }, [engagementId, auditId, code]);
  return (
    <ui.Loaded from={load}>
      {({ chapters }) =>
        chapters.length === 0 ? (
          <p>{text.nothing}</p>
        ) : (
          <ui.Form
            reset
            submitLabel={text.submit}
            done={text.done}
            check={(form) => (form.all('items').length > 0 ? [] : [{ path: 'items', message: text.choose }])}
            submit={(form) =>
              audit.addCatalogueChecks(
                { auditId, catalogue: code, items: [...form.all('items')], reason: form.text('reason') },
                form.options,
              )
            }
            onDone={load.reload}
          >
            {chapters.map(({ number, title, items }) => (
              <ui.Disclosure key={`${number} ${title}`} summary={text.chapter(number, title, items.length)}>
                <ui.CheckboxGroup
                  name="items"
                  label={`${number}　${title}`}
                  options={items.map((item) => ({
                    value: item.id,
                    label: `${item.number}　${item.title}`,
                    hint: item.point,
                  }))}
                />
              </ui.Disclosure>
            ))}
            <ui.TextArea name="reason" label={text.reason} required maxLength={4000} rows={2} />
          </ui.Form>
        )
      }
    </ui.Loaded>
  );
}

function openChapters({ chapters }: ItemCatalogue, taken: ReadonlySet<string>) {
  return chapters
    .map(({ number, title, sections }) => ({
      ...{ number, title },
      items: sections.flatMap(({ items }) => items).filter(({ id }) => !taken.has(id)),
    }))
    .filter(({ items }) => items.length > 0);
}
