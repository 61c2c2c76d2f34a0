import { useState } from 'react';
import { useParams } from 'react-router';
import { useCan, useEngagementId } from '../../../web/session.ts';
import {
  CheckboxGroup,
  type Column,
  EmptyState,
  Form,
  Loaded,
  NumberField,
  Section,
  Table,
  useLoad,
} from '../../../web/ui/index.ts';
import { analysis, type ProposalsReply } from './client.ts';
import { Frame } from './frame.tsx';
import { messages } from './messages.ja.ts';
import { RoundSection } from './round-section.tsx';

const text = messages.items;
const { columns } = text;
type Proposal = ProposalsReply['proposals'][number];

/** Items to drop, to sharpen and to add next year: proposed, issued, decided, put into the next edition of the form. */
export function Component() {
  const { campaignId = '' } = useParams();
  const load = useLoad(() => analysis.proposeItems({ campaignId }), [campaignId]);
  const can = useCan();
  const title = load.state === 'ready' ? load.data.campaign.title : undefined;
  return (
    <Frame title={title} view={messages.tabs.items}>
      <Loaded from={load}>
        {(data) => (
          <>
            <p>{text.lead}</p>
            {data.rounds.map((round) => (
              <RoundSection key={`${round.id}${round.version}`} round={round} onDone={load.reload} />
            ))}
            <Section title={text.computed}>
              <Table
                caption={text.computed}
                hideCaption
                rows={data.proposals}
                rowKey={({ id }) => id}
                empty={<EmptyState title={text.none} />}
                columns={PROPOSALS}
              />
              {can('analysis.record') && data.proposals.length > 0 && (
                <IssueForm key={data.rounds.length} data={data} onDone={load.reload} />
              )}
            </Section>
          </>
        )}
      </Loaded>
    </Frame>
  );
}

function IssueForm({ data, onDone }: { data: ProposalsReply; onDone: () => void }) {
  const engagementId = useEngagementId();
  const [chosen, setChosen] = useState<readonly string[]>(data.proposals.map(({ id }) => id));
  return (
    <Form
      submitLabel={text.issue}
      done={text.issued}
      check={() => (chosen.length === 0 ? [{ path: 'proposals', message: text.nothingChosen }] : [])}
      submit={(form) =>
        analysis.issueItemProposals(
          {
            engagementId,
            campaignId: data.campaign.id,
            questionnaireId: data.questionnaireId,
            forFiscalYear: form.number('forFiscalYear'),
            proposals: data.proposals.filter(({ id }) => chosen.includes(id)),
          },
          form.options,
        )
      }
      onDone={onDone}
    >
      <CheckboxGroup
        name="proposals"
        label={text.choose}
        options={data.proposals.map(({ id, kind, question }) => ({
          value: id,
          label: `${text.kinds[kind]}：${question}`,
        }))}
        values={chosen}
        onChange={setChosen}
      />
      <NumberField
        name="forFiscalYear"
        label={text.year}
        required
        min={2000}
        max={2200}
        defaultValue={data.campaign.fiscalYear + 1}
      />
    </Form>
  );
}

const PROPOSALS: readonly Column<Proposal>[] = [
  { key: 'kind', header: columns.kind, cell: ({ kind }) => text.kinds[kind] },
  { key: 'question', header: columns.question, rowHeader: true, cell: ({ question }) => question },
  {
    key: 'suggestion',
    header: columns.suggestion,
    cell: ({ suggestion, question }) => (suggestion === null || suggestion === question ? '―' : suggestion),
  },
  { key: 'reasons', header: columns.reasons, cell: ({ reasons }) => reasons.join('') },
];
