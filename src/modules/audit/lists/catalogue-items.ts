/** The items of a catalogue as a list: to be read, compared and printed in a spreadsheet. */
import { AUDIT_TARGET_LABELS } from '../../../core/content-schema/audit-target.ts';
import { choiceColumn, choicesColumn, textColumn, textsColumn } from '../../../kernel/list-columns.ts';
import { engagementOf, exportedList, subjectOf } from '../../../kernel/list.ts';
import type { CatalogueItemView } from '../contract.ts';
import { auditContract } from '../contract.ts';
import { SEVERITY_LABELS, TECHNIQUE_NAMES } from '../labels.ts';

type CatalogueItem = CatalogueItemView & { readonly chapter: string; readonly section: string };

export const catalogueItemList = exportedList<CatalogueItem>({
  id: 'catalogue-items',
  title: '監査項目の目録',
  answers: ['listItemCatalogues', 'getItemCatalogue'],
  scope: 'engagement',
  permission: 'audit.read',
  because: '目録は製品に収めた監査項目です。監査に使う項目は、目録の画面で選び、市に提案します。',
  per: {
    title: '目録',
    subjects: async (context, engagementId) => {
      if (engagementId === null) return [];
      const { catalogues } = await context.client(auditContract).listItemCatalogues({ engagementId });
      return catalogues.map(({ code, title }) => ({ id: code, title }));
    },
  },
  records: async (context, scope) => {
    const input = { engagementId: engagementOf(scope), code: subjectOf(scope) };
    const { chapters } = await context.client(auditContract).getItemCatalogue(input);
    return chapters.flatMap((chapter) =>
      chapter.sections.flatMap((section) =>
        section.items.map((item) => ({ ...item, chapter: chapter.title, section: section.title })),
      ),
    );
  },
  key: ({ id }) => id,
  columns: [
    textColumn('number', '番号', 8, (it) => it.number),
    textColumn('chapter', '章', 24, (it) => it.chapter),
    textColumn('section', '節', 24, (it) => it.section),
    textColumn('title', '項目', 24, (it) => it.title),
    textColumn('point', '確認の観点', 50, (it) => it.point),
    textsColumn('procedures', '確かめ方', 70, (it) =>
      it.procedures.map((step) => `${TECHNIQUE_NAMES[step.technique]}：${step.procedure}`),
    ),
    textsColumn('evidence', '証拠の例', 30, (it) => it.evidenceExamples),
    textColumn('askWhom', '尋ねる相手', 24, (it) => it.askWhom),
    choiceColumn('severity', '不備の重大さ', 10, SEVERITY_LABELS, (it) => String(it.severity)),
    choicesColumn('targets', '対象', 24, AUDIT_TARGET_LABELS, (it) => it.targets),
    textsColumn('citations', '根拠', 50, (it) => it.citations),
  ],
});
