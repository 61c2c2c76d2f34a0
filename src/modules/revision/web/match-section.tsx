import { useState } from 'react';
import { useCan } from '../../../web/session.ts';
import * as ui from '../../../web/ui/index.ts';
import { type Match, nameOf, type Provision, type Revision } from './client.ts';
import { CorrectionDialog } from './correction-dialog.tsx';
import { messages } from './messages.ja.ts';

const text = messages.matches;
const KINDS = Object.keys(messages.kinds) as readonly Match['kind'][];
const PAGE = 100;

export const keyOf = ({ from, to }: Match): string => [...from, { id: '/' }, ...to].map(({ id }) => id).join(' ');

export function MatchSection({
  engagementId,
  data,
  onChange,
}: {
  readonly engagementId: string;
  readonly data: Revision;
  readonly onChange: () => void;
}) {
  const editable = useCan()('standards.manage') && data.state === 'proposed';
  const [kind, setKind] = useState('');
  const [shown, setShown] = useState(PAGE);
  const [correcting, setCorrecting] = useState<string | null>(null);
  const found = data.matches.filter((match) => kind === '' || match.kind === kind);
  const chosen = data.matches.find((match) => keyOf(match) === correcting);
  return (
    <ui.Section title={text.title}>
      <ui.Disclosure summary={messages.thresholds.title}>
        <p>{messages.thresholds.body}</p>
      </ui.Disclosure>
      <ui.Select
        name="kind"
        label={text.show}
        prompt={text.all(data.matches.length)}
        value={kind}
        onChange={(event) => {
          setKind(event.target.value);
          setShown(PAGE);
        }}
        options={KINDS.map((value) => ({ value, label: text.count(messages.kinds[value], data.counts[value]) }))}
      />
      <ui.Table
        caption={text.title}
        hideCaption
        rows={found.slice(0, shown)}
        rowKey={keyOf}
        columns={editable ? [...COLUMNS, actionColumn(setCorrecting)] : COLUMNS}
      />
      {found.length > shown && (
        <>
          <p role="status">{text.more(shown, found.length)}</p>
          <ui.Button onClick={() => setShown(shown + PAGE)}>{text.next}</ui.Button>
        </>
      )}
      {chosen !== undefined && (
        <CorrectionDialog
          key={keyOf(chosen)}
          engagementId={engagementId}
          data={data}
          match={chosen}
          onClose={() => setCorrecting(null)}
          onDone={() => {
            setCorrecting(null);
            onChange();
          }}
        />
      )}
    </ui.Section>
  );
}

const actionColumn = (correct: (key: string) => void): ui.Column<Match> => ({
  key: 'action',
  header: text.action,
  nowrap: true,
  cell: (match) => {
    const [first] = [...match.to, ...match.from];
    return (
      <ui.Button
        size="small"
        aria-label={text.correctLabel(first === undefined ? '' : nameOf(first))}
        onClick={() => correct(keyOf(match))}
      >
        {text.correct}
      </ui.Button>
    );
  },
});

const COLUMNS: readonly ui.Column<Match>[] = [
  { key: 'from', header: text.from, cell: ({ kind, from }) => <Side provisions={from} open={kind !== 'same'} /> },
  { key: 'to', header: text.to, cell: ({ kind, to }) => <Side provisions={to} open={kind !== 'same'} /> },
  { key: 'kind', header: text.kind, nowrap: true, cell: ({ kind }) => messages.kinds[kind] },
  {
    key: 'ground',
    header: text.ground,
    cell: ({ ground, score }) => (
      <span className="grid gap-1">
        {messages.grounds[ground]}
        {score !== null && score < 1 && <span>{text.score(score)}</span>}
      </span>
    ),
  },
];

/** What is the same needs no reading; what changed stands open for comparison. */
function Side({ provisions, open }: { readonly provisions: readonly Provision[]; readonly open: boolean }) {
  if (provisions.length === 0) return text.none;
  return (
    <span className="grid grid-cols-[minmax(0,1fr)] gap-2">
      {provisions.map((one) => (
        <span key={one.id} className="grid grid-cols-[minmax(0,1fr)] gap-1">
          <span>{nameOf(one)}</span>
          {open && one.text !== '' && <span className="whitespace-pre-line font-400">{one.text}</span>}
        </span>
      ))}
    </span>
  );
}
