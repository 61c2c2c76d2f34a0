import { LinkButton, Loaded, Notice, Progress, Section, TextLink, useLoad } from '../../../web/ui/index.ts';
import { engagement } from './client.ts';
import { messages } from './messages.ja.ts';

const text = messages.overview;

/** How far the WBS has come, and what is being done now. */
export function WorkProgress({ engagementId }: { engagementId: string }) {
  const tasks = useLoad(() => engagement.listTasks({ engagementId }), [engagementId]);
  const base = `/engagements/${engagementId}`;
  return (
    <Section
      title={text.wbs}
      actions={
        <LinkButton size="small" href={`${base}/wbs`}>
          {text.openWbs}
        </LinkButton>
      }
    >
      <Loaded from={tasks}>
        {({ tasks: all, changedSinceApproval }) => {
          const running = all.filter(({ percent }) => percent > 0 && percent < 100);
          return (
            <>
              {changedSinceApproval && (
                <Notice tone="warning" title={messages.wbs.changed}>
                  <p>
                    {messages.wbs.changedHelp} <TextLink href={`${base}/plans`}>{messages.wbs.toPlans}</TextLink>
                  </p>
                </Notice>
              )}
              <Progress
                label={text.tasksDone}
                value={all.filter(({ percent }) => percent === 100).length}
                max={all.length}
              />
              <div>
                <p className="text-std-16B-170">{text.running}</p>
                {running.length === 0 ? (
                  <p>{text.noneRunning}</p>
                ) : (
                  <ul className="list-disc ps-6">
                    {running.map(({ id, name, percent }) => (
                      <li key={id}>
                        {name}（{messages.wbs.percent(percent)}）
                      </li>
                    ))}
                  </ul>
                )}
              </div>
            </>
          );
        }}
      </Loaded>
    </Section>
  );
}
