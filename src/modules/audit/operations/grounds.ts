/** What a finding can be founded on: every chapter and provision of the standards, the strongest standard first. */
import { citationOf, type Standard } from '../../../core/content-schema/index.ts';
import { catalogue } from '../catalogue.ts';
import type { GroundStandard } from '../contract/findings.ts';
import { importedGrounds } from '../imported-standards.ts';
import type { H } from './handler.ts';

export const listGrounds: H<'listGrounds'> = async (context, { engagementId }) => {
  const bundled = catalogue().standards.map(groundsOf);
  const imported = engagementId === undefined ? [] : await importedGrounds(context, engagementId);
  return { standards: [...bundled, ...imported].sort((a, b) => a.tier - b.tier) };
};

function groundsOf(standard: Standard): GroundStandard {
  return {
    code: standard.code,
    title: standard.title,
    tier: standard.tier,
    provisions: standard.groups.flatMap((group) => {
      const chapter = labelOf(group);
      return [null, ...group.controls].map((control) => ({
        id: (control ?? group).id,
        chapter,
        label: labelOf(control ?? group),
        citation: citationOf({ standard, group, control }),
      }));
    }),
  };
}

const labelOf = ({ number, title }: { readonly number: string | null; readonly title: string }): string =>
  number === null || number === title ? title : `${number}　${title}`;
