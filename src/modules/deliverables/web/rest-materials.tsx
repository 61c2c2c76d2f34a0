import { useRef, useState } from 'react';
import { useCan, useEngagementId } from '../../../web/session.ts';
import {
  Button,
  Checkbox,
  type Column,
  Disclosure,
  Form,
  Loaded,
  Section,
  Table,
  TextField,
  useLoad,
} from '../../../web/ui/index.ts';
import { deliverables, type RestRecord } from './client.ts';
import { deliveryMessages } from './delivery-messages.ja.ts';

const text = deliveryMessages.rest;

const COLUMNS: readonly Column<RestRecord>[] = [
  { key: 'name', header: text.columns.name, rowHeader: true, cell: ({ name }) => name },
  { key: 'delivered', header: text.columns.delivered, cell: ({ delivered }) => (delivered ? text.yes : text.no) },
  { key: 'reason', header: text.columns.reason, cell: ({ reason }) => reason },
];

/** What else the work has brought about: handed over, or not and why. */
export function RestMaterials() {
  const engagementId = useEngagementId();
  const can = useCan();
  const loaded = useLoad(() => deliverables.listRest({ engagementId }), [engagementId]);
  return (
    <Section title={text.title}>
      <p>{text.lead}</p>
      <Loaded from={loaded}>
        {({ materials }) => (
          <>
            {materials.length === 0 ? (
              <p>{text.none}</p>
            ) : (
              <Table caption={text.title} hideCaption rows={materials} rowKey={({ name }) => name} columns={COLUMNS} />
            )}
            {can('deliverables.submit') && (
              <Disclosure summary={text.open}>
                <RestForm key={JSON.stringify(materials)} materials={materials} onDone={loaded.reload} />
              </Disclosure>
            )}
          </>
        )}
      </Loaded>
    </Section>
  );
}

const NEW: RestRecord = { name: '', delivered: true, reason: '' };

function RestForm({ materials, onDone }: { readonly materials: readonly RestRecord[]; readonly onDone: () => void }) {
  const engagementId = useEngagementId();
  const [rows, setRows] = useState<readonly RestRecord[]>(materials.length === 0 ? [NEW] : materials);
  // Rows keep their fields when another one is taken out: each has a number of its own.
  const numbers = useRef(rows.map((_, at) => at));
  const next = useRef(rows.length);
  const change = (at: number, part: Partial<RestRecord>): void =>
    setRows(rows.map((row, index) => (index === at ? { ...row, ...part } : row)));
  return (
    <Form
      submitLabel={text.submit}
      done={text.done}
      submit={(form) =>
        deliverables.recordRest(
          {
            engagementId,
            materials: rows.map(({ name, delivered, reason }) => ({
              name: name.trim(),
              delivered,
              reason: delivered ? '' : reason.trim(),
            })),
          },
          form.options,
        )
      }
      onDone={onDone}
    >
      {rows.map((row, at) => (
        <div
          key={numbers.current[at]}
          role="group"
          aria-label={text.nth(at + 1, '')}
          className="flex flex-wrap items-end gap-4"
        >
          <TextField
            name={`materials.${at}.name`}
            label={text.nth(at + 1, text.columns.name)}
            required
            maxLength={200}
            value={row.name}
            onChange={({ target }) => change(at, { name: target.value })}
          />
          <Checkbox
            name={`materials.${at}.delivered`}
            label={text.nth(at + 1, text.columns.delivered)}
            checked={row.delivered}
            onChange={(delivered) => change(at, { delivered })}
          />
          {!row.delivered && (
            <TextField
              name={`materials.${at}.reason`}
              label={text.nth(at + 1, text.columns.reason)}
              maxLength={1000}
              value={row.reason}
              onChange={({ target }) => change(at, { reason: target.value })}
            />
          )}
          <Button
            size="small"
            variant="text"
            aria-label={text.removeOf(at + 1)}
            onClick={() => {
              numbers.current.splice(at, 1);
              setRows(rows.filter((_, index) => index !== at));
            }}
          >
            {text.remove}
          </Button>
        </div>
      ))}
      <div>
        <Button
          size="small"
          onClick={() => {
            numbers.current.push((next.current += 1));
            setRows([...rows, NEW]);
          }}
        >
          {text.add}
        </Button>
      </div>
    </Form>
  );
}
