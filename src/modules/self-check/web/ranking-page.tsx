import { useCan, useEngagementId } from '../../../web/session.ts';
import { EmptyState, Loaded, Notice, Page, Section, useLoad } from '../../../web/ui/index.ts';
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
      {ranking.sensitivity.length === 0 ? (
        <p>{text.sensitivityNone(ranking.count)}</p>
      ) : (
        <ul className="list-disc ps-6">
          {ranking.sensitivity.map(({ factor, direction, label, entering, leaving }) => (
            <li key={`${factor}${direction}`}>
              {text.sensitivityLine(label, direction === 'up', list(entering), list(leaving))}
            </li>
          ))}
        </ul>
      )}
    </Section>
  );
}
