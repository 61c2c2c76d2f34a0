import type { FormItem, Questionnaire } from '../../../../core/content-schema/index.ts';
import * as ui from '../../../../web/ui/index.ts';
import { messages } from '../messages.ja.ts';
import { ITEM } from './paths.ts';

const text = messages.builder.item;
const LESSON_LENGTH = 300;

/** What the answer measures, and what those who have answered are told. */
export function MeasuringFields({
  item,
  subjects,
  onChange,
}: {
  item: FormItem;
  subjects: NonNullable<Questionnaire['subjects']>;
  onChange: (item: FormItem) => void;
}) {
  const { subject, risk, ...rest } = item;
  const measured = subject === undefined ? rest : { ...rest, subject };
  const risky = risk === undefined ? rest : { ...rest, risk };
  return (
    <ui.Disclosure summary={text.measuring}>
      {subjects.length > 0 && (
        <ui.Select
          name={`${ITEM}.subject`}
          label={text.subject}
          prompt={text.noSubject}
          value={subject ?? ''}
          onChange={({ target }) => onChange(target.value === '' ? risky : { ...risky, subject: target.value })}
          options={subjects.map(({ id, label }) => ({ value: id, label }))}
        />
      )}
      <ui.Checkbox
        name={`${ITEM}.risk`}
        label={text.risk}
        hint={text.riskHint}
        checked={risk !== undefined}
        onChange={(checked) => onChange(checked ? { ...measured, risk: {} } : measured)}
      />
      {risk !== undefined && (
        <ui.TextArea
          name={`${ITEM}.risk.lesson`}
          label={text.lesson}
          hint={text.lessonHint}
          rows={3}
          maxLength={LESSON_LENGTH}
          value={risk.lesson ?? ''}
          onChange={({ target }) =>
            onChange({ ...measured, risk: target.value === '' ? {} : { lesson: target.value } })
          }
        />
      )}
    </ui.Disclosure>
  );
}
