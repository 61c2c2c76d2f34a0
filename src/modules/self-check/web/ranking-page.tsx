import { useCan, useEngagementId } from '../../../web/session.ts';
import { EmptyState, Loaded, Notice, Page, Section, Table, useLoad } from '../../../web/ui/index.ts';
import { type RankingReply, selfCheck } from './client.ts';
import { messages } from './messages.ja.ts';
import { RankingTable } from './ranking-table.tsx';
import { SelectionSection } from './selection-section.tsx';
import { WeightsSection } from './weights-section.tsx';

const text = messages.ranking;

/** Risk value, what it rests on, the weights, and the departments that the city chooses. */
export function Component() {
  const engagementId = useEngagementId();
  const load = useLoad(() => selfCheck.getRanking({ engagementId }), [engagementId]);
  const selection = useLoad(() => selfCheck.getSelection({ engagementId }), [engagementId]);
  const can = useCan();
  return (
    <Page title={text.title} lead={text.lead}>
      <Loaded from={load}>
        {(ranking) =>
          ranking.departments.length === 0 ? (
            <EmptyState title={text.none}>
              <p>{text.noneHelp}</p>
            </EmptyState>
          ) : (
            <>
              <Section title={text.table}>
                <RankingTable ranking={ranking} />
                <Unranked ranking={ranking} />
              </Section>
              <Sensitivity ranking={ranking} />
              {can('selection.decide') && (
                <WeightsSection
                  key={ranking.weights.number}
                  ranking={ranking}
                  engagementId={engagementId}
                  onDone={load.reload}
                />
              )}
              <Loaded from={selection}>
                {(data) => (
                  <SelectionSection
                    key={data.selection?.number ?? 0}
                    ranking={ranking}
                    data={data}
                    engagementId={engagementId}
                    onDone={selection.reload}
                  />
                )}
              </Loaded>
            </>
          )
        }
      </Loaded>
    </Page>
  );
}

function Unranked({ ranking: { unranked } }: { ranking: RankingReply }) {
  if (unranked.length === 0) return null;
  return (
    <Notice tone="warning" title={text.unranked}>
      <p>{text.unrankedHelp}</p>
      <p>{unranked.map(({ departmentName }) => departmentName).join('、')}</p>
    </Notice>
  );
}

function Sensitivity({ ranking }: { ranking: RankingReply }) {
  const names = new Map(ranking.departments.map(({ departmentId, departmentName }) => [departmentId, departmentName]));
  const list = (ids: readonly string[]): string => ids.map((id) => `「${names.get(id) ?? ''}」`).join('');
  return (
    <Section title={text.sensitivity}>
      <Changes changes={ranking.sensitivity} none={text.sensitivityNone(ranking.count)} list={list} />
      <Section level={3} title={text.topTen(ranking.topTen.ranges.length)}>
        <Changes
          changes={ranking.topTen.changes}
          none={text.sensitivityNone(ranking.topTen.ranges.length)}
          list={list}
        />
        <Table
          caption={text.ranges}
          rows={ranking.topTen.ranges}
          rowKey={({ departmentId }) => departmentId}
          columns={[
            {
              key: 'department',
              header: text.selectionColumns.department,
              rowHeader: true,
              cell: ({ departmentId }) => names.get(departmentId) ?? '',
            },
            { key: 'range', header: text.range, align: 'end', cell: ({ best, worst }) => text.rangeOf(best, worst) },
          ]}
        />
      </Section>
    </Section>
  );
}

function Changes({
  changes,
  none,
  list,
}: {
  changes: RankingReply['sensitivity'];
  none: string;
  list: (ids: readonly string[]) => string;
}) {
  if (changes.length === 0) return <p>{none}</p>;
  return (
    <ul className="list-disc ps-6">
      {changes.map(({ factor, direction, label, entering, leaving }) => (
        <li key={`${factor}${direction}`}>
          {text.sensitivityLine(label, direction === 'up', list(entering), list(leaving))}
        </li>
      ))}
    </ul>
  );
}
