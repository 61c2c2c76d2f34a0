/** A report on its way to the city: finished in versions, its public edition checked, settled, returned, begun anew. */
import { editionOf, findLeaks } from '../../../documents/index.ts';
import { confidentialWords } from '../../../kernel/confidential.ts';
import { refuse } from '../../../kernel/error.ts';
import type { Context } from '../../../kernel/module.ts';
import { changedOf } from '../../../kernel/record-store.ts';
import { dayOfEvent } from '../../engagement/contract.ts';
import { GLOSSARY_TITLE, reportTree } from '../documents/report.ts';
import { OVERALL } from '../labels.ts';
import { type ReportRecord, reports } from '../store/stores.ts';
import { insertVersion } from '../store/versions.ts';
import { facts, type H, programmeOf } from './common.ts';
import { compose, type Composed, headingsOf } from './composing.ts';
import { checkWritten } from './reports.ts';

export const finishReport: H<'finishReport'> = async (context, { reportId, version }) => {
  const record = await reports.take(context.tx, reportId, version);
  checkWritten(record);
  const composed = await compose(context, record);
  refuseUnfinished(composed);
  const { engagementId, position: number } = record;
  const saved = await reports.save(context.tx, record, {
    state: 'finished',
    content: { finishedOn: context.today, settledOn: null, remark: '' },
  });
  await insertVersion(context.tx, {
    ...{ engagementId, reportId, number, finishedOn: context.today },
    report: saved.content,
    ...{ material: composed.material, figures: composed.figures },
  });
  facts.record(context, 'audit-report.drafted', {
    engagementId,
    subject: record.id,
    data: { ...(await identity(context, record)), edition: '詳細版', publicationChecked: false, ...composed.figures },
  });
  return { ...changedOf(saved), number };
};

function refuseUnfinished({ check }: Composed): void {
  const { open, wording } = check;
  if (open.length > 0) throw refuse(`報告書を確定できません。${listed(open)}揃うまでは、案として取り出せます。`);
  const [assurance] = wording.filter(({ kind }) => kind === 'assurance');
  if (assurance !== undefined)
    throw refuse(`${assurance.place}の「${assurance.found}」は、助言型の監査では使えません。${assurance.advice}`);
  if (wording.length > 0)
    throw refuse(
      `専門の知識のない人に分かりにくい表現が${wording.length}件あります。直すか、監査責任者がそのまま用いる理由を残してください。`,
    );
}

function listed(sentences: readonly string[]): string {
  const more = sentences.length - 5;
  return `${sentences.slice(0, 5).join('')}${more > 0 ? `ほかに${more}件あります。` : ''}`;
}

async function identity(context: Context, { programmeId, targetId, position }: ReportRecord) {
  const { programme } = await programmeOf(context, programmeId);
  return { type: programme.recordType, target: targetId ?? OVERALL, version: position };
}

export const checkPublicEdition: H<'checkPublicEdition'> = async (context, { reportId, version }) => {
  const record = await reports.take(context.tx, reportId, version);
  if (record.state !== 'finished' && record.state !== 'settled')
    throw refuse('報告書の版をまだ確定していません。確定してから、公表用の版を作ってください。');
  const composed = await compose(context, record);
  const name = composed.report.publicEdition;
  if (name === null) throw refuse('この手順では、公表用の版を作りません。');
  const { tree } = editionOf(reportTree(composed), { kind: 'public' });
  const leaks = findLeaks(tree, { reader: 'public', list: await confidentialWords(context, record.engagementId) });
  if (leaks.length > 0)
    throw refuse(
      `公表してはならない語が残っています。${listed(leaks.map(({ place, what, found }) => `${place}の${what}「${found}」。`))}新しい版を始め、表現を改めてください。`,
    );
  const edition = {
    id: record.content.publicEdition?.id ?? context.newId(),
    number: record.position,
    on: context.today,
  };
  const saved = await reports.save(context.tx, record, { content: { publicEdition: edition } });
  facts.record(context, 'audit-report.drafted', {
    engagementId: record.engagementId,
    subject: edition.id,
    data: {
      ...(await identity(context, record)),
      ...{ edition: name, publicationChecked: true },
      ...within(composed.figures, headingsOf(tree)),
    },
  });
  return changedOf(saved);
};

/** Of an edition counts what still stands in it. */
function within(figures: Composed['figures'], headings: ReadonlySet<string>): Composed['figures'] {
  const { parts, categories, viewpoints } = figures;
  const stands = (title: string): boolean => headings.has(title);
  return {
    ...figures,
    parts: parts.filter(stands),
    categories: categories.filter(stands),
    viewpoints: viewpoints.filter(stands),
    glossary: figures.glossary && stands(GLOSSARY_TITLE),
  };
}

export const settleReport: H<'settleReport'> = async (context, { reportId, version, occurredOn }) => {
  const record = await reports.take(context.tx, reportId, version);
  checkFinished(record);
  const day = await dayOfEvent(context, record.engagementId, occurredOn);
  const saved = await reports.save(context.tx, record, { state: 'settled', content: { settledOn: day } });
  facts.record(context, 'audit-report.settled', {
    engagementId: record.engagementId,
    subject: record.id,
    data: { ...(await identity(context, record)), occurredOn: day },
  });
  return changedOf(saved);
};

function checkFinished({ state }: ReportRecord): void {
  if (state === 'finished') return;
  throw refuse(
    state === 'settled'
      ? 'この版の事実は、既に確かめてあります。'
      : '報告書の版がまだ確定していません。先に監査責任者が版を確定してください。',
  );
}

export const returnReport: H<'returnReport'> = async (context, { reportId, version, remark }) => {
  const record = await reports.take(context.tx, reportId, version);
  checkFinished(record);
  const saved = await reports.save(context.tx, record, {
    state: 'returned',
    position: record.position + 1,
    content: { remark, reason: '市の意見を受けて直した。', wordingKept: null },
  });
  facts.record(context, 'audit-report.returned', {
    engagementId: record.engagementId,
    subject: record.id,
    data: await identity(context, record),
  });
  return changedOf(saved);
};

export const reviseReport: H<'reviseReport'> = async (context, { reportId, version, reason }) => {
  const record = await reports.take(context.tx, reportId, version);
  if (record.state !== 'finished' && record.state !== 'settled')
    throw refuse('この報告書は、まだ確定していません。案をそのまま直してください。');
  const saved = await reports.save(context.tx, record, {
    state: 'draft',
    position: record.position + 1,
    content: { reason, remark: '', wordingKept: null },
  });
  facts.record(context, 'audit-report.started', {
    engagementId: record.engagementId,
    subject: record.id,
    data: await identity(context, saved),
  });
  return changedOf(saved);
};
