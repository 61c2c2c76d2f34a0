import { useRouteError } from 'react-router';
import { RequestError } from '../client.ts';
import { messages } from '../messages.ja.ts';
import { Button, LinkButton } from '../ui/button.tsx';
import { Page } from '../ui/page.tsx';
import { Problem } from '../ui/problem.tsx';
import { asRequestError } from '../ui/use-load.ts';

export function NotFoundPage() {
  const { title, lead, home } = messages.shell.notFound;
  return (
    <Page title={title} lead={lead}>
      <div>
        <LinkButton href="/" variant="solid">
          {home}
        </LinkButton>
      </div>
    </Page>
  );
}

/** Stands in for a page that failed while it was loaded or drawn; the frame around it stays usable. */
export function FailedPage() {
  const error = useRouteError();
  const text = messages.shell.failed;
  if (error instanceof RequestError && error.status === 404) return <NotFoundPage />;
  const outdated = error instanceof TypeError && /import|module/i.test(error.message);
  const problem = outdated
    ? new RequestError({ code: 'internal.failure', message: text.outdated }, 0)
    : asRequestError(error);
  return (
    <Page title={text.title}>
      <Problem problem={problem} title={messages.ui.loadFailed}>
        <Button onClick={() => location.reload()}>{text.reload}</Button>
      </Problem>
    </Page>
  );
}
