/** Renders one of the module's documents for the caller, who gets what the same person would read on the pages. */
import { renderFile } from '../../../documents/index.ts';
import { AppError } from '../../../kernel/error.ts';
import { engagementOf } from '../../engagement/contract.ts';
import { documents } from '../documents/index.ts';
import { sheetFile } from '../documents/sheet.ts';
import { type H, readPlan } from './shared.ts';
import { planView } from './views.ts';

export const downloadDocument: H<'downloadDocument'> = async (context, { engagementId, kind, subject, format }) => {
  const provider = documents.find((candidate) => candidate.kind === kind);
  if (provider === undefined || !provider.formats.includes(format))
    throw new AppError('record.missing', { internal: `${kind} ${format}` });
  return renderFile(await provider.build(context, { engagementId, subject, format }), format, provider.title);
};

export const downloadOwnSheet: H<'downloadOwnSheet'> = async (context, { planId, format }) => {
  const plan = await readPlan(context, planId);
  const head = { engagement: await engagementOf(context, plan.engagementId), today: context.today };
  return sheetFile(head, [await planView(context, plan)], format);
};
