/** The fields of a target; what a kind does not have is left out. */
import { useState } from 'react';
import { TARGET_KINDS, type TargetKind } from '../../../core/programme/words.ts';
import * as ui from '../../../web/ui/index.ts';
import { messages } from './messages.ja.ts';
import { linesOf, type ProgrammeView, type Target } from './plan-client.ts';

const text = messages.targets;
const TRAITS = ['contractorHandles', 'externalService', 'myNumber', 'procedure'] as const;
type Programme = ProgrammeView['programme'];

interface Props {
  readonly programme: Programme;
  readonly departments: readonly { readonly value: string; readonly label: string }[];
  readonly target: Target | null;
}

export function TargetFields({ programme, departments, target }: Props) {
  const [kind, setKind] = useState<string>(target?.kind ?? programme.targetKinds[0] ?? 'department');
  const usual = programme.durations.find((one) => one.kind === kind)?.usual ?? 60;
  const system = kind === 'system' || kind === 'affair';
  return (
    <>
      <ui.Select
        name="kind"
        label={text.kind}
        required
        value={kind}
        onChange={(event) => setKind(event.target.value)}
        options={programme.targetKinds.map((one) => ({ value: one, label: TARGET_KINDS[one] }))}
      />
      <ui.TextField name="name" label={text.name} required maxLength={200} defaultValue={target?.name ?? ''} />
      <ui.CheckboxGroup
        name="departmentIds"
        label={text.departments}
        required
        options={departments}
        defaultValues={target?.departmentIds ?? []}
      />
      <ui.NumberField
        key={kind}
        name="minutes"
        label={text.minutes}
        unit={text.unit}
        required
        min={5}
        max={1440}
        defaultValue={target?.minutes ?? usual}
      />
      {system && (
        <>
          <ui.TextField name="affair" label={text.affair} maxLength={200} defaultValue={target?.affair ?? ''} />
          <ui.TextField name="system" label={text.system} maxLength={200} defaultValue={target?.system ?? ''} />
          <ui.TextField name="segment" label={text.segment} maxLength={200} defaultValue={target?.segment ?? ''} />
        </>
      )}
      {kind === 'website' && (
        <ui.TextField name="url" label={text.url} required maxLength={500} defaultValue={target?.url ?? ''} />
      )}
      {kind === 'vendor-site' && (
        <>
          <ui.TextField
            name="vendor"
            label={text.vendor}
            required
            maxLength={200}
            defaultValue={target?.vendor ?? ''}
          />
          <ui.TextField name="route" label={text.route} required maxLength={200} defaultValue={target?.route ?? ''} />
          <ui.TextArea
            name="systems"
            label={text.systems}
            required
            rows={3}
            defaultValue={target?.systems.join('\n') ?? ''}
          />
        </>
      )}
      <ui.TextField name="place" label={text.place} maxLength={200} defaultValue={target?.place ?? ''} />
      <ui.CheckboxGroup
        name="traits"
        label={text.traits}
        options={TRAITS.map((trait) => ({ value: trait, label: text[trait] }))}
        defaultValues={
          target === null
            ? programme.kind === 'my-number' || programme.kind === 'information-assets'
              ? ['myNumber']
              : []
            : TRAITS.filter((trait) => target[trait])
        }
      />
      <ui.TextArea name="reason" label={text.reason} maxLength={2000} rows={2} defaultValue={target?.reason ?? ''} />
    </>
  );
}

export function targetFrom(form: ui.FormReader, programme: Programme) {
  const traits = form.all('traits');
  const kind: TargetKind = form.one('kind', programme.targetKinds);
  const name = form.text('name');
  const named = (field: 'affair' | 'system') => (form.text(field) === '' && kind === field ? name : form.text(field));
  return {
    kind,
    name,
    departmentIds: form.all('departmentIds'),
    minutes: form.number('minutes'),
    affair: named('affair'),
    system: named('system'),
    segment: form.text('segment'),
    url: form.text('url'),
    vendor: form.text('vendor'),
    route: form.text('route'),
    systems: linesOf(form.text('systems')),
    place: form.text('place'),
    contractorHandles: traits.includes('contractorHandles'),
    externalService: traits.includes('externalService'),
    myNumber: traits.includes('myNumber'),
    procedure: traits.includes('procedure'),
    reason: form.text('reason'),
  };
}
