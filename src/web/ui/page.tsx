import { type ReactNode, useEffect, useRef } from 'react';
import { useLocation } from 'react-router';
import { messages } from '../messages.ja.ts';
import { Breadcrumbs, type Crumb } from './breadcrumbs.tsx';

export interface PageProps {
  readonly title: string;
  /** Between the home page and this page; the page itself is added. */
  readonly breadcrumbs?: readonly Crumb[];
  /** Buttons beside the heading. */
  readonly actions?: ReactNode;
  /** One or two sentences under the heading. */
  readonly lead?: ReactNode;
  readonly children: ReactNode;
}

// The first page of a visit leaves the focus where the browser put it; every later page moves it to its heading.
let firstPath: string | undefined;

/** The frame of every page: document title, breadcrumbs, the only h1 (which receives the focus after navigation). */
export function Page({ title, breadcrumbs, actions, lead, children }: PageProps) {
  const heading = useRef<HTMLHeadingElement>(null);
  const { pathname, hash } = useLocation();
  useEffect(() => {
    document.title = `${title} | ${messages.product.name}`;
  }, [title]);
  useEffect(() => {
    firstPath ??= pathname;
    if (firstPath === pathname) return;
    firstPath = '';
    if (hash === '') heading.current?.focus({ preventScroll: true });
    else document.getElementById(decodeURIComponent(hash.slice(1)))?.scrollIntoView();
  }, [pathname, hash]);
  return (
    <>
      {breadcrumbs !== undefined && <Breadcrumbs items={breadcrumbs} here={title} />}
      <div className="mb-6 flex flex-wrap items-start justify-between gap-x-6 gap-y-3">
        <h1 ref={heading} tabIndex={-1} className="text-std-24B-150 desktop:text-std-28B-150">
          {title}
        </h1>
        {actions !== undefined && (
          <div className="flex flex-wrap gap-3" data-print="never">
            {actions}
          </div>
        )}
      </div>
      {lead !== undefined && <p className="mb-6 max-w-[48em]">{lead}</p>}
      <div className="grid grid-cols-[minmax(0,1fr)] gap-8">{children}</div>
    </>
  );
}

export interface SectionProps {
  readonly title: string;
  readonly level?: 2 | 3 | 4;
  readonly id?: string;
  readonly actions?: ReactNode;
  readonly children: ReactNode;
}

/** A part of a page under its own heading. */
export function Section({ title, level = 2, id, actions, children }: SectionProps) {
  const Heading = `h${level}` as const;
  const look = { 2: 'text-std-20B-150', 3: 'text-std-18B-160', 4: 'text-std-16B-170' }[level];
  return (
    <section id={id} className="grid grid-cols-[minmax(0,1fr)] gap-4">
      <div className="flex flex-wrap items-center justify-between gap-3">
        <Heading className={look}>{title}</Heading>
        {actions !== undefined && (
          <div className="flex flex-wrap gap-3" data-print="never">
            {actions}
          </div>
        )}
      </div>
      {children}
    </section>
  );
}
