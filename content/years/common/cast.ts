/** Everybody who takes part in a scripted year: the office, the CISO, the sections, and the contractor's people. */
import type { Party, Role } from '../../../src/kernel/role.ts';
import type { Section, YearData } from './data.ts';

export interface CastMember {
  readonly key: string;
  readonly displayName: string;
  readonly title: string;
  readonly party: Party;
  readonly roles: readonly Role[];
  readonly section?: string;
}

const THREE: readonly Section[] = [
  { key: 'citizens', name: '市民課', kana: 'しみんか' },
  { key: 'tax', name: '税務課', kana: 'ぜいむか' },
  { key: 'welfare', name: '福祉課', kana: 'ふくしか' },
];

/** The sections of the city besides the office; the first three ask, answer and are audited in every year. */
export const sectionsOf = ({ sections }: Pick<YearData, 'sections'>): readonly Section[] => sections ?? THREE;

export function castOf(data: YearData): CastMember[] {
  const { city, members, office } = data;
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
  const sections = sectionsOf(data).flatMap(({ key, name }, index): CastMember[] => {
    const [head, staff] = [city.heads[index], city.staff[index]];
    const own = { party: 'city', section: key } as const;
    return [
      ...(head === undefined
        ? []
        : [{ ...own, key: `${key}-head`, displayName: head, title: `${name}長`, roles: ['department-head'] as const }]),
      ...(staff === undefined
        ? []
        : [
            {
              ...own,
              key: `${key}-staff`,
              displayName: staff,
              title: `${name}　情報セキュリティ担当`,
              roles: ['department-staff'] as const,
            },
          ]),
    ];
  });
  const contractor = members.map(({ key, name, title, roles }): CastMember => ({
    key,
    displayName: name,
    title,
    party: 'contractor',
    roles,
  }));
  return [...officers, ...sections, ...contractor];
}
