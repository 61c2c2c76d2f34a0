import { useEngagementId } from '../../../web/session.ts';
import { Checkbox, FileUpload, Form, Notice, RadioGroup, Section } from '../../../web/ui/index.ts';
import { deliverables, type PackageView } from './client.ts';
import { packageMessages as text } from './package-messages.ja.ts';

const DISCS = ['none', 'CD-ROM', 'DVD-ROM'] as const;

/** The choices of a package, as the specification asks at first, and the button that begins it. */
export function MakePackage({ data, task, onDone }: { data: PackageView; task: string | null; onDone: () => void }) {
  const engagementId = useEngagementId();
  const { delivery, discMissing } = data;
  return (
    <Section title={text.making}>
      {discMissing !== null && (
        <Notice tone="info" title={text.disc}>
          <p>{discMissing}</p>
        </Notice>
      )}
      <Form
        guard={false}
        submitLabel={text.make}
        done={text.made}
        submit={(form) => {
          const disc = discMissing === null ? form.one('disc', DISCS) : 'none';
          return deliverables.makePackage(
            {
              engagementId,
              task,
              disc: disc === 'none' ? null : disc,
              bound: form.flag('bound'),
              ownNote: delivery.note?.form === undefined ? null : (form.fileIds('ownNote')[0] ?? null),
            },
            form.options,
          );
        }}
        onDone={onDone}
      >
        {discMissing === null && (
          <RadioGroup
            name="disc"
            label={text.disc}
            hint={text.discHint}
            required
            inline
            defaultValue={delivery.media?.kinds[0] ?? 'none'}
            options={DISCS.map((value) => ({ value, label: value === 'none' ? text.discNone : value }))}
          />
        )}
        <Checkbox name="bound" label={text.bindLabel} defaultChecked={delivery.bound !== undefined} />
        {delivery.note?.form !== undefined && (
          <FileUpload name="ownNote" label={text.ownNote} hint={text.ownNoteHint} />
        )}
      </Form>
    </Section>
  );
}
