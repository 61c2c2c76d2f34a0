import { useParams } from 'react-router';
import { answerTo } from '../../../core/assessment/index.ts';
import { useEngagementId } from '../../../web/session.ts';
import { DataList, Disclosure, EmptyState, InstantText, Loaded, Page, useLoad } from '../../../web/ui/index.ts';
import { AnswerTable } from './answer-table.tsx';
import { fileFinder, selfCheck } from './client.ts';
import { messages } from './messages.ja.ts';

const text = messages.response;

/** What a department handed in, the newest first. */
export function Component() {
  const { campaignId = '', respondentId = '' } = useParams();
  const engagementId = useEngagementId();
  const load = useLoad(() => selfCheck.getResponse({ campaignId, respondentId }), [campaignId, respondentId]);
  const base = `/engagements/${engagementId}/self-check`;
  const name = load.state === 'ready' ? load.data.campaign.title : messages.campaigns.title;
  const title = load.state === 'ready' ? text.title(load.data.departmentName) : messages.campaigns.title;
  const crumbs = [
    { label: messages.campaigns.title, href: base },
    { label: name, href: `${base}/${campaignId}` },
  ];
  return (
    <Page title={title} breadcrumbs={crumbs}>
      <Loaded from={load}>
        {({ form, revisions, files }) => {
          const [newest, ...older] = revisions;
          const fileOf = fileFinder({ campaignId, respondentId }, files);
          if (newest === undefined) return <EmptyState title={text.none} />;
          return (
            <>
              <DataList
                items={[
                  { term: text.submittedAt, value: <InstantText at={newest.submittedAt} /> },
                  ...(newest.points === null
                    ? []
                    : [{ term: text.points, value: messages.results.points(newest.points) }]),
                ]}
              />
              <AnswerTable
                form={form}
                answers={newest.answers}
                answerOf={(item) => answerTo(newest.answers, item)}
                fileOf={fileOf}
              />
              {older.map((revision) => (
                <Disclosure key={revision.revision} summary={text.revision(revision.revision)}>
                  <p>
                    {text.submittedAt}：<InstantText at={revision.submittedAt} />
                  </p>
                  <AnswerTable
                    form={form}
                    answers={revision.answers}
                    answerOf={(item) => answerTo(revision.answers, item)}
                    fileOf={fileOf}
                  />
                </Disclosure>
              ))}
            </>
          );
        }}
      </Loaded>
    </Page>
  );
}
