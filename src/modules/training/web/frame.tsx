/** What the pages of one course share: the course, its name, its tabs. */
import type { ReactNode } from 'react';
import { useParams } from 'react-router';
import { useEngagementId } from '../../../web/session.ts';
import * as ui from '../../../web/ui/index.ts';
import { type Course, training, trainingHref } from './client.ts';
import { messages } from './messages.ja.ts';

export const COURSE_TONES = { proposed: 'warning', agreed: 'info', closed: 'success' } as const;

interface Shown {
  readonly engagementId: string;
  readonly courseId: string;
  readonly course: Course;
  readonly reload: () => void;
}

export function CourseFrame({ page, children }: { page: string; children: (shown: Shown) => ReactNode }) {
  const engagementId = useEngagementId();
  const { courseId = '' } = useParams();
  const load = ui.useLoad(() => training.getCourse({ courseId }), [courseId]);
  const { name, course: overview, ...pages } = messages.tabs;
  const title = load.state === 'ready' ? load.data.course.title : messages.title;
  const label = page === '' ? overview : messages.tabs[page as 'material'];
  return (
    <ui.Page
      title={page === '' ? title : `${title}　${label}`}
      breadcrumbs={[{ label: messages.title, href: trainingHref(engagementId) }]}
    >
      <ui.Tabs
        name={name}
        items={[
          { label: overview, href: trainingHref(engagementId, courseId), exact: true },
          ...Object.entries(pages).map(([path, of]) => ({
            label: of,
            href: trainingHref(engagementId, courseId, path),
          })),
        ]}
      />
      <ui.Loaded from={load}>
        {(course) => <>{children({ engagementId, courseId, course, reload: load.reload })}</>}
      </ui.Loaded>
    </ui.Page>
  );
}
