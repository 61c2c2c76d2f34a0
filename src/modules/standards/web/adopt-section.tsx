import { useState } from 'react';
import { useSession } from '../../../web/session.ts';
import * as ui from '../../../web/ui/index.ts';
import { messages } from './messages.ja.ts';
import { type PartProps, standards } from './standards-client.ts';

const text = messages.adopt;
const CODE = /^[a-z0-9]+(-[a-z0-9]+)*$/;

/** A further standard that both parties agreed to use (6-p3). */
export function AdoptSection({ engagementId, onChange }: PartProps) {
  const { today } = useSession();
  const [openness, setOpenness] = useState('open');
  return (
    <ui.Section title={text.title}>
      <p>{text.explain}</p>
      <ui.Disclosure summary={text.open}>
        <ui.Form
          draft={`standards-adopt:${engagementId}`}
          reset
          submitLabel={text.submit}
          done={text.done}
          check={(form) => (CODE.test(form.text('code')) ? [] : [{ path: 'code', message: text.codeWrong }])}
          submit={(form) => {
            const open = form.one('public', ['open', 'closed']) === 'open';
            return standards.adoptStandard(
              {
                engagementId,
                code: form.text('code'),
                name: form.text('name'),
                issuer: form.text('issuer'),
                edition: form.text('edition'),
                public: open,
                level: open ? '1' : form.one('level', ['3', '2']),
                scope: form.text('scope'),
                occurredOn: form.day('occurredOn'),
              },
              form.options,
            );
          }}
          onDone={() => {
            setOpenness('open');
            onChange();
          }}
        >
          <ui.TextField name="name" label={text.name} required maxLength={200} />
          <ui.TextField name="code" label={text.code} hint={text.codeHint} required maxLength={60} width="medium" />
          <ui.TextField name="issuer" label={text.issuer} required maxLength={200} />
          <ui.TextField name="edition" label={text.edition} required maxLength={200} />
          <ui.RadioGroup
            name="public"
            label={text.publicLabel}
            required
            inline
            value={openness}
            onChange={setOpenness}
            options={[
              { value: 'open', label: messages.awaited.open },
              { value: 'closed', label: messages.awaited.closed },
            ]}
          />
          {openness === 'closed' && (
            <ui.RadioGroup
              name="level"
              label={messages.provide.level}
              required
              inline
              options={[
                { value: '3', label: messages.levels[3] },
                { value: '2', label: messages.levels[2] },
              ]}
            />
          )}
          <ui.TextField name="scope" label={text.scope} hint={text.scopeHint} required maxLength={200} />
          <ui.DateField name="occurredOn" label={text.occurredOn} required defaultValue={today} />
        </ui.Form>
      </ui.Disclosure>
    </ui.Section>
  );
}
