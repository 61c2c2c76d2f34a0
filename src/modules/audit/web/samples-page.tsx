import { useState } from 'react';
import { useCan } from '../../../web/session.ts';
import * as ui from '../../../web/ui/index.ts';
import { SAMPLING_LABELS } from '../labels.ts';
import { draw } from '../rules/sampling.ts';
import { audit, choicesOf, type Sample } from './audit-client.ts';
import { DepartmentFrame, type FrameContent } from './department-frame.tsx';
import { mayWork } from './may-work.ts';
import { messages } from './messages-samples.ja.ts';
import type { CheckRow } from './rows.ts';
import { SampleResults } from './sample-results.tsx';

const text = messages.samples;

/** Samples of an audit: drawn by a stated method and seed, drawn again to prove it, examined one by one. */
export function Component() {
  return <DepartmentFrame tab="samples">{(content) => <Samples {...content} />}</DepartmentFrame>;
}

function Samples({ data }: FrameContent) {
  const works = mayWork(useCan(), data.programme);
  const load = ui.useLoad(async () => {
    const [{ samples }, { rows }] = await Promise.all([
      audit.listSamples({ auditId: data.id }),
      audit.listCheckRows({ auditId: data.id }),
    ]);
    return { samples, rows };
  }, [data.id]);
  const [open, setOpen] = useState<string | null>(null);
  const editable = works && data.state === 'in-progress';
  return (
    <>
      <p>{text.lead}</p>
      <ui.Loaded from={load}>
        {({ samples, rows }) => {
          const shown = samples.find(({ id }) => id === open);
          return (
            <>
              <ui.Table
                caption={text.list}
                rows={samples}
                rowKey={({ id }) => id}
                columns={columnsFor(rows, setOpen)}
                empty={<ui.EmptyState title={text.empty} />}
              />
              {shown !== undefined && (
                <ui.Section title={text.results(shown.population)}>
                  <Again key={shown.id} sample={shown} />
                  <SampleResults key={shown.version} sample={shown} editable={editable} onDone={load.reload} />
                </ui.Section>
              )}
              {editable && <Draw rows={rows} onDone={load.reload} />}
            </>
          );
        }}
      </ui.Loaded>
    </>
  );
}

const columnsFor = (rows: readonly CheckRow[], open: (id: string) => void): readonly ui.Column<Sample>[] => [
  { key: 'population', header: text.population, rowHeader: true, cell: ({ population }) => population },
  {
    key: 'item',
    header: text.item,
    cell: ({ checkId }) => rows.find(({ id }) => id === checkId)?.title ?? '―',
  },
  { key: 'method', header: text.method, nowrap: true, cell: ({ method }) => SAMPLING_LABELS[method] },
  { key: 'drawn', header: text.drawn, cell: ({ items, size }) => text.drawnOf(items.length, size) },
  {
    key: 'result',
    header: text.result,
    cell: ({ items }) =>
      text.resultOf(
        items.filter(({ outcome }) => outcome === null).length,
        items.filter(({ outcome }) => outcome === 'deviates').length,
      ),
  },
  {
    key: 'action',
    header: text.action,
    cell: ({ id, population }) => (
      <ui.Button size="small" aria-label={text.openLabel(population)} onClick={() => open(id)}>
        {text.open}
      </ui.Button>
    ),
  },
];

/** The numbers once more, from what is on record alone. */
function Again({ sample }: { readonly sample: Sample }) {
  const [told, setTold] = useState<'same' | 'different' | null>(null);
  const { method, size, seed, items } = sample;
  if (method === 'judgemental') return <p>{text.byJudgement}</p>;
  const numbers = draw({ method, size, count: items.length, seed });
  const recorded = items.map(({ number }) => number).toSorted((a, b) => a - b);
  const same = numbers.join() === recorded.join();
  return (
    <>
      <ui.DataList items={[{ term: text.seed, value: seed }]} />
      <p>
        <ui.Button size="small" onClick={() => setTold(same ? 'same' : 'different')}>
          {text.again}
        </ui.Button>
      </p>
      <div role="status">
        {told === 'same' && <ui.Notice tone="success">{text.same(numbers.join('、'))}</ui.Notice>}
        {told === 'different' && <ui.Notice tone="warning">{text.different(numbers.join('、'))}</ui.Notice>}
      </div>
    </>
  );
}

/** Null when something else than numbers stands there. */
function numbersOf(written: string): number[] | null {
  const parts = written
    .normalize('NFKC')
    .split(/[、,\s]+/u)
    .filter((part) => part !== '');
  const numbers = parts.map(Number);
  return numbers.every((number) => Number.isInteger(number) && number > 0) ? numbers : null;
}

function Draw({ rows, onDone }: { readonly rows: readonly CheckRow[]; readonly onDone: () => void }) {
  const usable = rows.filter(({ state }) => state === 'in-scope');
  if (usable.length === 0) return <p>{text.noItems}</p>;
  return (
    <ui.Section title={text.draw}>
      <ui.Form
        reset
        submitLabel={text.drawSubmit}
        done={text.drawnDone}
        check={(form) =>
          numbersOf(form.text('numbers')) === null ? [{ path: 'numbers', message: text.numbersWrong }] : []
        }
        submit={(form) => {
          const method = form.one('method', ['random', 'systematic', 'judgemental']);
          const count = form.numberOrNull('count');
          const seed = form.text('seed');
          return audit.drawSample(
            {
              ...{
                checkId: form.text('checkId'),
                population: form.text('population'),
                size: form.number('size'),
                method,
              },
              ...(count === null ? {} : { count }),
              ...(seed === '' ? {} : { seed }),
              ...(method === 'judgemental' ? { numbers: numbersOf(form.text('numbers')) ?? [] } : {}),
              reason: form.text('reason'),
            },
            form.options,
          );
        }}
        onDone={onDone}
      >
        <ui.Select
          name="checkId"
          label={text.item}
          required
          options={usable.map(({ id, number, title }) => ({ value: id, label: `${number}　${title}` }))}
        />
        <ui.TextField name="population" label={text.population} hint={text.populationHint} required maxLength={500} />
        <ui.NumberField name="size" label={text.size} required min={1} max={10_000_000} />
        <ui.RadioGroup name="method" label={text.method} required options={choicesOf(SAMPLING_LABELS)} />
        <ui.NumberField name="count" label={text.count} min={1} max={500} />
        <ui.TextField name="seed" label={text.seed} hint={text.seedHint} maxLength={100} />
        <ui.TextField name="numbers" label={text.numbers} hint={text.numbersHint} maxLength={4000} />
        <ui.TextArea name="reason" label={text.reason} rows={2} maxLength={4000} />
      </ui.Form>
    </ui.Section>
  );
}
