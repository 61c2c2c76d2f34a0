import { useState } from 'react';
import type { Condition, QuestionnaireSection } from '../../../../core/content-schema/index.ts';
import { newKey } from '../../../../web/client.ts';
import * as ui from '../../../../web/ui/index.ts';
import { segmentsOf } from '../../../../core/assessment/index.ts';
import { messages } from '../messages.ja.ts';
import { ConditionField } from './condition-field.tsx';
import type { Builder } from './use-build.ts';

const text = messages.builder.section;

/** Title, description, condition and segments of a section. */
export function SectionForm({
  builder,
  section,
  onClose,
}: {
  builder: Builder;
  section: QuestionnaireSection;
  onClose: () => void;
}) {
  const { form } = builder.detail;
  const segments = form.segmentItem === undefined ? [] : segmentsOf(form);
  const [visibleIf, setVisibleIf] = useState<Condition | undefined>(section.visibleIf);
  return (
    <ui.Form
      submitLabel={messages.builder.save}
      done={text.saved}
      submit={(reader) =>
        builder.save(
          [
            {
              kind: 'change-section',
              section: section.id,
              title: reader.text('edits.0.title'),
              description: reader.text('edits.0.description'),
              visibleIf: visibleIf ?? null,
              segments: reader.all('edits.0.segments'),
            },
          ],
          reader.options,
        )
      }
      onDone={onClose}
      actions={
        <ui.Button variant="text" onClick={onClose}>
          {messages.builder.close}
        </ui.Button>
      }
    >
      <ui.TextField name="edits.0.title" label={text.title} required maxLength={60} defaultValue={section.title} />
      <ui.TextArea
        name="edits.0.description"
        label={text.description}
        hint={messages.builder.sentence}
        rows={2}
        maxLength={400}
        defaultValue={section.description ?? ''}
      />
      {segments.length > 0 && (
        <ui.CheckboxGroup
          name="edits.0.segments"
          label={messages.builder.item.segments}
          hint={messages.builder.item.segmentsHint}
          options={segments.map(({ id, label }) => ({ value: id, label }))}
          defaultValues={(section.segments ?? []).filter((segment) => segment !== 'all')}
        />
      )}
      <ConditionField
        name="edits.0.visibleIf"
        label={messages.builder.item.visibleIf}
        form={form}
        self={section.items.map(({ id }) => id)}
        value={visibleIf}
        onChange={setVisibleIf}
      />
    </ui.Form>
  );
}

/** A new section at the end. */
export function AddSection({ builder }: { builder: Builder }) {
  const [open, setOpen] = useState(false);
  const close = (): void => {
    setOpen(false);
    setTimeout(() => document.getElementById('add-section')?.focus());
  };
  if (!open)
    return (
      <div>
        <ui.Button id="add-section" onClick={() => setOpen(true)}>
          {text.add}
        </ui.Button>
      </div>
    );
  return (
    <ui.Form
      submitLabel={text.add}
      done={text.added}
      submit={(reader) =>
        builder.save(
          [
            {
              kind: 'add-section',
              section: `section-${newKey().slice(0, 8)}`,
              title: reader.text('edits.0.title'),
            },
          ],
          reader.options,
        )
      }
      onDone={close}
      actions={
        <ui.Button variant="text" onClick={close}>
          {messages.builder.close}
        </ui.Button>
      }
    >
      <ui.TextField name="edits.0.title" label={text.title} required maxLength={60} />
    </ui.Form>
  );
}
