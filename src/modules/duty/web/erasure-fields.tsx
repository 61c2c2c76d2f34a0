import type { FormReader } from '../../../web/ui/index.ts';
import * as ui from '../../../web/ui/index.ts';
import { activeMembers, memberOptions } from './duty-client.ts';
import { text } from './materials.messages.ja.ts';
import { OccurredOn, occurredOn, type PartProps } from './parts.tsx';

/** How, by whom and with which result something was made unreadable. */
export function ErasureFields({ data }: Pick<PartProps, 'data'>) {
  const field = text.erasure;
  return (
    <>
      <ui.TextField name="method" label={field.method} hint={field.methodHelp} required maxLength={200} />
      <ui.Select name="memberId" label={field.member} required options={memberOptions(activeMembers(data))} />
      <ui.Checkbox name="irrecoverable" label={field.irrecoverable} />
      <ui.TextArea name="cityInstruction" label={field.instruction} maxLength={10_000} rows={2} />
      <OccurredOn />
    </>
  );
}

export const erasureFrom = (form: FormReader) => ({
  method: form.text('method'),
  memberId: form.text('memberId'),
  irrecoverable: form.flag('irrecoverable'),
  cityInstruction: form.text('cityInstruction'),
  ...occurredOn(form),
});
