/** The material for the briefing: one text per section that the programme wants. */
import { DocumentLinks } from '../../../web/document-links.tsx';
import { useCan } from '../../../web/session.ts';
import * as ui from '../../../web/ui/index.ts';
import { messages } from './messages.ja.ts';
import { planMessages } from './messages-plan.ja.ts';
import { files, plan, type ProgrammeView, toneOf } from './plan-client.ts';

const text = planMessages.preparation;
const KINDS: Readonly<Record<string, string>> = {
  asset: 'asset-audit-briefing',
  system: 'system-audit-briefing',
  external: 'audit-briefing',
  'my-number': 'my-number-audit-briefing',
  internal: 'internal-audit-briefing',
};

interface Props {
  readonly engagementId: string;
  readonly programmeId: string;
  readonly programme: ProgrammeView['programme'];
  readonly briefing: Awaited<ReturnType<typeof plan.getBriefing>>;
  readonly reload: () => void;
}

export function BriefingPart({
  engagementId,
  programmeId,
  programme,
  briefing: { briefing, draft, title },
  reload,
}: Props) {
  const can = useCan();
  const prepare = ui.useCommand(
    (options) => plan.prepareBriefing({ briefingId: briefing?.id ?? '', version: briefing?.version ?? 0 }, options),
    { done: text.prepared, onDone: reload },
  );
  const kind = KINDS[programme.recordType];
  const sections = briefing?.sections ?? draft;
  if (sections.length === 0)
    return (
      <ui.Section title={text.briefing}>
        <p>{text.noBriefing}</p>
      </ui.Section>
    );
  return (
    <ui.Section title={text.briefing}>
      {briefing !== null && (
        <p>
          <ui.StatusBadge tone={toneOf(briefing.state)}>{text.briefingState[briefing.state]}</ui.StatusBadge>
        </p>
      )}
      {kind !== undefined && (
        <DocumentLinks title={text.briefing} files={files(engagementId, kind, ['pptx', 'docx', 'pdf'])} />
      )}
      {prepare.problem !== undefined && <ui.Problem problem={prepare.problem} />}
      {can('audit-plan.work') && (
        <ui.Form
          key={briefing?.version ?? 0}
          draft={`audit-briefing:${programmeId}`}
          {...(briefing === null ? {} : { version: briefing.version })}
          submitLabel={messages.save}
          done={text.briefingSaved}
          submit={(form) =>
            plan.saveBriefing(
              {
                programmeId,
                version: briefing === null ? null : form.version,
                title: form.text('title'),
                sections: sections.map((section, index) => ({
                  title: section.title,
                  text: form.text(`sections.${index}.text`),
                })),
              },
              form.options,
            )
          }
          onDone={reload}
        >
          <ui.TextField
            name="title"
            label={text.briefing}
            required
            maxLength={200}
            defaultValue={briefing?.title ?? title}
          />
          {sections.map((section, index) => (
            <ui.TextArea
              key={section.title}
              name={`sections.${index}.text`}
              label={section.title}
              hint={text.lineHint}
              maxLength={4000}
              rows={4}
              defaultValue={section.text}
            />
          ))}
        </ui.Form>
      )}
      {briefing?.state === 'draft' && can('audit-plan.submit') && (
        <ui.ConfirmButton
          title={text.prepareTitle}
          body={text.prepareBody}
          busy={prepare.busy}
          onConfirm={() => prepare.run()}
        >
          {text.prepare}
        </ui.ConfirmButton>
      )}
    </ui.Section>
  );
}
