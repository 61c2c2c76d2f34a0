import { useLocation } from 'react-router';
import { messages } from '../messages.ja.ts';
import { LinkButton } from './button.tsx';

/** Pages of a long list as links (`?page=2`), so that each page has its own address. `page` starts at 1. */
export function Pagination({ page, size, total }: { page: number; size: number; total: number }) {
  const { pathname, search } = useLocation();
  const last = Math.max(1, Math.ceil(total / size));
  const text = messages.ui.pagination;
  const hrefOf = (target: number): string => {
    const parameters = new URLSearchParams(search);
    parameters.set('page', String(target));
    return `${pathname}?${parameters.toString()}`;
  };
  return (
    <nav aria-label={text.name} className="flex flex-wrap items-center gap-4" data-print="never">
      {page > 1 && (
        <LinkButton href={hrefOf(page - 1)} size="small" icon="left">
          {text.previous}
        </LinkButton>
      )}
      <p aria-current="page">
        {text.page(Math.min(page, last))}（
        {text.range(total === 0 ? 0 : (page - 1) * size + 1, Math.min(page * size, total), total)}）
      </p>
      {page < last && (
        <LinkButton href={hrefOf(page + 1)} size="small">
          {text.next}
        </LinkButton>
      )}
    </nav>
  );
}
