import { useState } from 'react';
import { useNavigate } from 'react-router';
import * as ui from '../../../web/ui/index.ts';
import { type Revision, revision, standards } from './client.ts';
import { messages } from './messages.ja.ts';

const text = messages.apply;

export function ApplySection({
  engagementId,
  data,
  onChange,
}: {
  readonly engagementId: string;
  readonly data: Revision;
  readonly onChange: () => void;
}) {
  const navigate = useNavigate();
  const [outcome, setOutcome] = useState('');
  const input = { engagementId, revisionId: data.id, version: data.version };
  const apply = ui.useCommand((options) => revision.applyRevision(input, options), {
    onDone: ({ reopened }) => {
      setOutcome(text.done(reopened));
      onChange();
    },
  });
  const undo = ui.useCommand((options) => revision.undoRevision(input, options), {
    onDone: () => {
      setOutcome(text.undone);
      onChange();
    },
  });
  const discard = ui.useCommand((options) => standards.discardRevision(input, options), {
    done: text.discarded,
    onDone: () => void navigate(`/engagements/${engagementId}/standards/${data.code}`),
  });
  const problem = apply.problem ?? undo.problem ?? discard.problem;
  return (
    <ui.Section title={text.title}>
      <p role="status">{outcome}</p>
      {problem !== undefined && (
        <ui.Notice tone="error" role="alert">
          <p>{problem.message}</p>
        </ui.Notice>
      )}
      {data.state === 'proposed' && (
        <div className="flex flex-wrap gap-4">
          <ui.ConfirmButton
            variant="solid"
            title={text.button}
            body={text.body}
            busy={apply.busy}
            onConfirm={() => apply.run()}
          >
            {text.button}
          </ui.ConfirmButton>
          <ui.ConfirmButton
            title={text.discard}
            body={text.discardBody}
            busy={discard.busy}
            onConfirm={() => discard.run()}
          >
            {text.discard}
          </ui.ConfirmButton>
        </div>
      )}
      {data.state === 'applied' && (
        <>
          <p>{text.undoLead}</p>
          <ui.ConfirmButton title={text.undo} body={text.undoBody} busy={undo.busy} onConfirm={() => undo.run()}>
            {text.undo}
          </ui.ConfirmButton>
        </>
      )}
    </ui.Section>
  );
}
