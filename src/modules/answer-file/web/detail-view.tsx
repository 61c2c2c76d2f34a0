import { Notice, Section, Table } from '../../../web/ui/index.ts';
import type { FileDetail } from './client.ts';
import { messages } from './messages.ja.ts';

const text = messages.detail;

/** What is wrong in a file, and how its answers differ from the stored ones. */
export function DetailView({ detail, level = 3 }: { detail: FileDetail; level?: 2 | 3 }) {
  return (
    <>
      {detail.notices.map((notice) => (
        <Notice key={notice} tone="warning" title={notice} />
      ))}
      {detail.problems.length > 0 && (
        <Section title={text.problems} level={level}>
          <ProblemList problems={detail.problems} />
        </Section>
      )}
      <Section title={text.differences} level={level}>
        <Table
          caption={text.differences}
          hideCaption
          rows={detail.differences}
          rowKey={({ item }) => item}
          empty={<p>{text.none}</p>}
          columns={COLUMNS}
        />
      </Section>
    </>
  );
}

export function ProblemList({ problems }: { problems: FileDetail['problems'] }) {
  return (
    <ul className="list-disc ps-6">
      {problems.map(({ place, message }) => (
        <li key={`${place} ${message}`}>
          {place !== '' && <span className="text-solid-gray-700">{place} </span>}
          {message}
        </li>
      ))}
    </ul>
  );
}

const words = (value: string) => <span className="whitespace-pre-wrap">{value === '' ? text.empty : value}</span>;

const COLUMNS = [
  { key: 'number', header: text.columns.number, cell: ({ number }: Difference) => number },
  { key: 'question', header: text.columns.question, rowHeader: true, cell: ({ question }: Difference) => question },
  { key: 'before', header: text.columns.before, cell: ({ before }: Difference) => words(before) },
  { key: 'after', header: text.columns.after, cell: ({ after }: Difference) => words(after) },
];
type Difference = FileDetail['differences'][number];
