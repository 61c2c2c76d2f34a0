/** Everybody who takes part in a scripted year: the office, the CISO, three sections, and the contractor's people. */
import type { Party, Role } from '../../../src/kernel/role.ts';
import type { YearData } from './data.ts';

export interface CastMember {
  readonly key: string;
  readonly displayName: string;
  readonly title: string;
  readonly party: Party;
  readonly roles: readonly Role[];
  readonly section?: string;
}

export const SECTIONS = [
  { key: 'citizens', name: '市民課', kana: 'しみんか' },
  { key: 'tax', name: '税務課', kana: 'ぜいむか' },
  { key: 'welfare', name: '福祉課', kana: 'ふくしか' },
] as const;

export function castOf({ city, members, office }: YearData): CastMember[] {
  const officers: CastMember[] = [
    {
      key: 'ciso',
      displayName: city.ciso,
      title: '最高情報セキュリティ責任者',
      party: 'city',
      roles: ['ciso'],
      section: 'security',
    },
    {
      key: 'office',
      displayName: city.office,
      title: `${office.name}　情報セキュリティ担当`,
      party: 'city',
      roles: ['security-office', 'administrator'],
      section: 'security',
    },
  ];
  const sections = SECTIONS.flatMap(({ key, name }, index): CastMember[] => [
    {
      key: `${key}-head`,
      displayName: city.heads[index] ?? '',
      title: `${name}長`,
      party: 'city',
      roles: ['department-head'],
      section: key,
    },
    {
      key: `${key}-staff`,
      displayName: city.staff[index] ?? '',
      title: `${name}　情報セキュリティ担当`,
      party: 'city',
      roles: ['department-staff'],
      section: key,
    },
  ]);
  const contractor = members.map(({ key, name, title, roles }): CastMember => ({
    key,
    displayName: name,
    title,
    party: 'contractor',
    roles,
  }));
  return [...officers, ...sections, ...contractor];
}
