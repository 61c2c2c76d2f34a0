/** The fields of an item, for changing one and for adding one of the contractor's own. */
import { AUDIT_TARGET_LABELS, AUDIT_TARGETS } from '../../../core/content-schema/audit-target.ts';
import type { FieldProblem } from '../../../kernel/error.ts';
import * as ui from '../../../web/ui/index.ts';
import { SEVERITY_NAMES, TECHNIQUE_NAMES } from '../labels.ts';
import type { Checklist, Item } from './client.ts';
import { messages } from './messages.ja.ts';

const text = messages.form;
const BAR = '｜';
type Procedure = Item['procedures'][number];
type Basis = Item['basis'][number];

const lines = (written: string): string[] =>
  written
    .split('\n')
    .map((one) => one.trim())
    .filter((one) => one !== '');

/** Null for a line that does not begin with a technique. */
function procedureFrom(line: string): Procedure | null {
  const [, name = '', procedure = ''] = /^([^：:]+)[：:]\s*(.+)$/u.exec(line) ?? [];
  const found = (Object.keys(TECHNIQUE_NAMES) as Procedure['technique'][]).find(
    (key) => TECHNIQUE_NAMES[key] === name.trim(),
  );
  return found === undefined ? null : { technique: found, procedure: procedure.trim() };
}

/** Null for a line that names no standard in hand; what was there keeps its provision. */
function basisFrom(line: string, view: Checklist, before: readonly Basis[]): Basis | null {
  const [name = '', place = ''] = line.split(/[｜|]/u).map((part) => part.trim());
  const standard = view.standards.find((one) => one.name === name || one.code === name);
  if (standard === undefined || place === '') return null;
  const same = before.find((one) => one.standard === standard.code && one.place === place);
  return same ?? { standard: standard.code, provision: null, place };
}

export function checkItem(form: ui.FormReader, view: Checklist): readonly FieldProblem[] {
  return [
    ...(lines(form.text('procedures')).every((line) => procedureFrom(line) !== null)
      ? []
      : [{ path: 'procedures', message: text.procedureWrong }]),
    ...(lines(form.text('basis')).every((line) => basisFrom(line, view, []) !== null)
      ? []
      : [{ path: 'basis', message: text.basisWrong }]),
  ];
}

export function itemFrom(form: ui.FormReader, view: Checklist, before: readonly Basis[]) {
  return {
    set: form.text('set'),
    area: form.text('area'),
    section: form.text('section'),
    title: form.text('title'),
    point: form.text('point'),
    procedures: lines(form.text('procedures')).flatMap((line) => procedureFrom(line) ?? []),
    evidence: lines(form.text('evidence')),
    askWhom: form.text('askWhom'),
    severity: Number(form.one('severity', ['1', '2', '3'])),
    targets: AUDIT_TARGETS.filter((target) => form.all('targets').includes(target)),
    basis: lines(form.text('basis')).flatMap((line) => basisFrom(line, view, before) ?? []),
    trends: view.trends.map(({ name }) => name).filter((name) => form.all('trends').includes(name)),
  };
}

export function ItemFields({ view, item }: { readonly view: Checklist; readonly item: Item | null }) {
  const nameOf = (code: string): string => view.standards.find((one) => one.code === code)?.name ?? code;
  return (
    <>
      <ui.TextField name="set" label={text.set} hint={text.setHint} maxLength={80} defaultValue={item?.set ?? ''} />
      <ui.TextField name="area" label={text.area} required maxLength={80} defaultValue={item?.area ?? ''} />
      <ui.TextField name="section" label={text.section} required maxLength={200} defaultValue={item?.section ?? ''} />
      <ui.TextField name="title" label={text.name} required maxLength={80} defaultValue={item?.title ?? ''} />
      <ui.TextArea
        name="point"
        label={text.point}
        hint={text.pointHint}
        required
        maxLength={300}
        rows={3}
        defaultValue={item?.point ?? ''}
      />
      <ui.TextArea
        name="procedures"
        label={text.procedures}
        hint={text.proceduresHint}
        maxLength={4200}
        rows={4}
        defaultValue={(item?.procedures ?? [])
          .map((step) => `${TECHNIQUE_NAMES[step.technique]}：${step.procedure}`)
          .join('\n')}
      />
      <ui.TextArea
        name="evidence"
        label={messages.item.evidence}
        hint={text.lines}
        maxLength={4000}
        rows={2}
        defaultValue={(item?.evidence ?? []).join('\n')}
      />
      <ui.TextField name="askWhom" label={messages.item.askWhom} maxLength={200} defaultValue={item?.askWhom ?? ''} />
      <ui.RadioGroup
        name="severity"
        label={text.severity}
        required
        inline
        defaultValue={String(item?.severity ?? 2)}
        options={(['3', '2', '1'] as const).map((value) => ({ value, label: SEVERITY_NAMES[value] }))}
      />
      <ui.CheckboxGroup
        name="targets"
        label={text.targets}
        required
        options={AUDIT_TARGETS.map((value) => ({ value, label: AUDIT_TARGET_LABELS[value] }))}
        defaultValues={item?.targets ?? []}
      />
      <ui.TextArea
        name="basis"
        label={text.basis}
        hint={text.basisHint}
        maxLength={9000}
        rows={3}
        defaultValue={(item?.basis ?? []).map(({ standard, place }) => `${nameOf(standard)}${BAR}${place}`).join('\n')}
      />
      {view.trends.length > 0 && (
        <ui.CheckboxGroup
          name="trends"
          label={messages.item.trends}
          options={view.trends.map(({ name }) => ({ value: name, label: name }))}
          defaultValues={item?.trends ?? []}
        />
      )}
    </>
  );
}
