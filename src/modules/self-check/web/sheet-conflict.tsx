import { answerInWords, type AnswerSheet, answerTo } from '../../../core/assessment/index.ts';
import { Button, Notice, Table } from '../../../web/ui/index.ts';
import type { Sheet } from './client.ts';
import { messages } from './messages.ja.ts';
import type { ServerDraft } from './use-server-draft.ts';

const text = messages.sheet;

/** Two drafts side by side; nothing is lost whichever is chosen. */
export function SheetConflict({ sheet, draft }: { sheet: Pick<Sheet, 'form'>; draft: ServerDraft }) {
  const { conflict } = draft;
  if (conflict === null) return null;
  return (
    <Notice tone="warning" role="alert" title={text.conflictTitle}>
      <p>{text.conflictLead}</p>
      <Table
        caption={text.conflictCaption}
        rows={differences(sheet.form, draft.answers, conflict.answers)}
        rowKey={({ id }) => id}
        columns={[
          { key: 'item', header: text.conflictItem, rowHeader: true, cell: ({ question }) => question },
          { key: 'mine', header: text.mine, cell: ({ mine }) => mine },
          { key: 'theirs', header: text.theirs, cell: ({ theirs }) => theirs },
        ]}
      />
      <div className="flex flex-wrap gap-3">
        <Button variant="solid" onClick={draft.keepMine}>
          {text.keepMine}
        </Button>
        <Button onClick={draft.takeTheirs}>{text.takeTheirs}</Button>
      </div>
    </Notice>
  );
}

function differences(form: Sheet['form'], mine: AnswerSheet, theirs: AnswerSheet) {
  return form.sections
    .flatMap((section) => section.items)
    .map((item) => ({
      id: item.id,
      question: `${text.question(item.number)} ${item.question}`,
      mine: answerInWords(item, answerTo(mine, item.id)) || text.empty,
      theirs: answerInWords(item, answerTo(theirs, item.id)) || text.empty,
    }))
    .filter((row) => row.mine !== row.theirs);
}
