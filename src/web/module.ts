/** What a module shows in the browser: its navigation, its pages (loaded when opened) and its tasks on the home page. */
import type { ComponentType } from 'react';
import type { LoaderFunction } from 'react-router';
import type { SignedIn } from './session.ts';

/** The groups of the side navigation, in their order. */
export type NavigationGroup = 'year' | 'audit' | 'people' | 'records' | 'settings';

export interface NavigationItem {
  readonly label: string;
  /** Address; `:engagementId` is filled with the engagement that is open. */
  readonly path: string;
  /** A permission of the session; `signed-in` shows the item to everybody. */
  readonly permission: string;
  readonly group: NavigationGroup;
  /** Position inside the group, ascending. */
  readonly order: number;
}

/** What a page file exports. */
export interface PageModule {
  readonly Component: ComponentType;
  readonly loader?: LoaderFunction;
}

export interface ModuleRoute {
  /** Absolute, for example `/engagements/:engagementId/findings/:findingId`. */
  readonly path: string;
  readonly load: () => Promise<PageModule>;
}

export type HomeTaskState = 'overdue' | 'due' | 'upcoming' | 'info';

/** One line of 「次にすること」 on a person's home page. */
export interface HomeTask {
  readonly title: string;
  /** Day, `YYYY-MM-DD`. */
  readonly due?: string;
  readonly state: HomeTaskState;
  readonly href: string;
  /** Where it comes from, for example 「仕様書 第5条」. */
  readonly source?: string;
}

/** A page for whoever holds a link, without a sign-in: its whole content below the heading. */
export interface OpenPage {
  /** Absolute, without parameters; what the page needs stands behind the `#`. */
  readonly path: string;
  readonly title: string;
  readonly load: () => Promise<PageModule>;
}

/** The default export of `src/modules/<module>/web/module.tsx`. Keep that file tiny: it is part of the first load. */
export interface WebModule {
  readonly id: string;
  readonly navigation: readonly NavigationItem[];
  readonly routes: readonly ModuleRoute[];
  readonly openPages?: readonly OpenPage[];
  readonly homeTasks?: (session: SignedIn) => Promise<readonly HomeTask[]>;
}

/** Types the default export without widening it. */
export function defineWebModule(module: WebModule): WebModule {
  return module;
}
