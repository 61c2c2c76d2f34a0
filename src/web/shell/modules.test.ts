import { currentEntry } from './side-navigation.tsx';
import { expect, test } from 'vitest';
import type { WebModule } from '../module.ts';
import { navigationFor, webModules } from './modules.ts';

const item = (label: string, path: string, permission: string, order: number): WebModule['navigation'][number] => ({
  label,
  path,
  permission,
  group: 'audit',
  order,
});

const modules: WebModule[] = [
  {
    id: 'b',
    routes: [],
    navigation: [item('後', '/engagements/:engagementId/b', 'read', 20), item('禁', '/c', 'other', 5)],
  },
  { id: 'a', routes: [], navigation: [item('先', '/a', 'read', 10)] },
];
const can = (permission: string): boolean => permission === 'read';

test('shows what the person may open, in order, inside the engagement', () => {
  const [section, ...others] = navigationFor(modules, can, 'e1');
  expect(others).toEqual([]);
  expect(section?.items.map(({ label, href }) => `${label} ${href}`)).toEqual(['先 /a', '後 /engagements/e1/b']);
});

test('leaves out pages of an engagement while there is none', () => {
  expect(navigationFor(modules, can, undefined)[0]?.items.map(({ label }) => label)).toEqual(['先']);
});

test('no two modules claim the same address, and every navigation item leads to a page', () => {
  const paths = webModules.flatMap(({ routes }) => routes.map(({ path }) => path));
  expect(paths.filter((path, index) => paths.indexOf(path) !== index)).toEqual([]);
  for (const { navigation } of webModules) for (const { path } of navigation) expect(paths).toContain(path);
});

test('marks one entry: the longest that the address begins with', () => {
  const hrefs = ['/', '/engagements/e1', '/engagements/e1/audit', '/engagements/e1/audit/policy'];
  expect(currentEntry(hrefs, '/')).toBe('/');
  expect(currentEntry(hrefs, '/engagements/e1/audit/policy')).toBe('/engagements/e1/audit/policy');
  expect(currentEntry(hrefs, '/engagements/e1/audit/a7/checks')).toBe('/engagements/e1/audit');
  expect(currentEntry(hrefs, '/engagements/e1/auditors')).toBe('/engagements/e1');
  expect(currentEntry(hrefs, '/accounts')).toBeUndefined();
});
