/** Every module's browser part, found by its place. Their pages are separate files, loaded when opened. */
import { lazy } from 'react';
import type { RouteObject } from 'react-router';
import type { NavigationGroup, NavigationItem, WebModule } from '../module.ts';

const found = import.meta.glob<WebModule>('../../modules/*/web/module.tsx', { eager: true, import: 'default' });

export const webModules: readonly WebModule[] = Object.values(found);

export const moduleRoutes: RouteObject[] = webModules.flatMap(({ routes }) =>
  routes.map(({ path, load }) => ({
    path,
    lazy: async () => {
      const { Component, loader } = await load();
      return { Component, ...(loader === undefined ? {} : { loader }) };
    },
  })),
);

/** Pages that need no session, loaded when opened. */
export const openPages = webModules.flatMap(({ openPages: pages = [] }) =>
  pages.map(({ path, title, load }) => ({
    path,
    title,
    Component: lazy(async () => ({ default: (await load()).Component })),
  })),
);

const GROUPS: readonly NavigationGroup[] = ['year', 'audit', 'people', 'records', 'settings'];

export interface NavigationSection {
  readonly group: NavigationGroup;
  readonly items: readonly (NavigationItem & { readonly href: string })[];
}

/** What this person may open, by group; items of an engagement are left out while there is none. */
export function navigationFor(
  modules: readonly WebModule[],
  can: (permission: string) => boolean,
  engagementId: string | undefined,
): NavigationSection[] {
  const items = modules
    .flatMap(({ navigation }) => navigation)
    .filter((item) => can(item.permission) && (engagementId !== undefined || !item.path.includes(':engagementId')))
    .map((item) => ({ ...item, href: item.path.replace(':engagementId', engagementId ?? '') }));
  return GROUPS.map((group) => ({
    group,
    items: items.filter((item) => item.group === group).toSorted((a, b) => a.order - b.order),
  })).filter((section) => section.items.length > 0);
}
