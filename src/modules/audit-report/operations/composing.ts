/** A report with the records it is made from: of today while it is written, of its day once it is finished. */
import type { ProgrammeReport } from '../../../core/programme/index.ts';
import { type DocumentTree, findAssurance, type Inline } from '../../../documents/index.ts';
import { isCity } from '../../../kernel/caller.ts';
import { AppError } from '../../../kernel/error.ts';
import type { Context } from '../../../kernel/module.ts';
import { engagementOf } from '../../engagement/contract.ts';
import type { Material } from '../contract/material.ts';
import type { ReportCheck, ReportFigures, Wording } from '../contract/reports.ts';
import { GLOSSARY_TITLE, reportTree, type ReportSource } from '../documents/report.ts';
import { glossary } from '../glossary.ts';
import { figuresOf, handlesMyNumber, openPoints, viewpointsOf } from '../rules/figures.ts';
import { stumblesIn, type Told } from '../rules/plain.ts';
import type { ReportRecord } from '../store/stores.ts';
import { listVersions, type StoredVersion } from '../store/versions.ts';
import { type ProgrammeInUse, programmeOf } from './common.ts';
import { collect } from './material.ts';

export interface Composed extends ReportSource {
  readonly inUse: ProgrammeInUse;
  readonly figures: ReportFigures;
  readonly check: ReportCheck;
  readonly versions: readonly StoredVersion[];
  /** The wording that the readability check names; whoever may keep it says why. */
  readonly stumbles: readonly Wording[];
}

/** The report that a programme asks for on this target, or on all of them. */
export function reportAsked(inUse: ProgrammeInUse, targetId: string | null): ProgrammeReport {
  const scope = targetId === null ? 'programme' : 'target';
  const report = inUse.programme.reports.find((one) => one.scope === scope);
  if (report === undefined)
    throw new AppError('state.refused', {
      message:
        targetId === null
          ? 'この手順では、全体の報告書を作りません。'
          : 'この手順では、対象ごとの報告書を作りません。全体の報告書を作ってください。',
    });
  return report;
}

const written = ({ state }: ReportRecord): boolean => state === 'draft' || state === 'returned';

/** @param number a finished version; the newest state of the report when left out */
export async function compose(context: Context, record: ReportRecord, number?: number): Promise<Composed> {
  const inUse = await programmeOf(context, record.programmeId);
  const versions = await listVersions(context.tx, record.id);
  const working = written(record) && !isCity(context.caller);
  const wanted = number ?? (working ? undefined : versions[0]?.number);
  const kept = wanted === undefined ? undefined : versions.find((one) => one.number === wanted);
  if (wanted !== undefined && kept === undefined) throw new AppError('record.missing', { internal: 'report version' });
  if (kept === undefined && !working) throw new AppError('record.missing', { internal: 'report not finished' });
  return composedOf(context, record, inUse, versions, kept);
}

async function composedOf(
  context: Context,
  record: ReportRecord,
  inUse: ProgrammeInUse,
  versions: readonly StoredVersion[],
  kept: StoredVersion | undefined,
): Promise<Composed> {
  const report = reportAsked(inUse, record.targetId);
  const content = kept?.report ?? record.content;
  const material = kept?.material ?? (await collect(context, inUse, record.targetId));
  const source: ReportSource = {
    engagement: await engagementOf(context, record.engagementId),
    report,
    content,
    material,
    number: kept?.number ?? record.position,
    on: kept?.finishedOn ?? context.today,
    open: [],
  };
  const looked = lookAt(source, content.wordingKept !== null);
  const common = { inUse, versions, stumbles: looked.stumbles };
  if (kept !== undefined)
    return { ...source, ...common, figures: kept.figures, check: { missing: [], open: [], wording: [] } };
  const { missing, open, wording, figures } = looked;
  const unfinished = [
    ...open,
    ...wording.map(({ place, found }) => `${place}の「${found}」の表現を確かめる必要があります。`),
  ];
  return { ...source, open: unfinished, ...common, figures, check: { missing, open, wording } };
}

function lookAt(source: ReportSource, kept: boolean) {
  const { report, material } = source;
  const tree = reportTree(source);
  const headings = headingsOf(tree);
  const missing = missingParts(source, headings);
  const stumbles: Wording[] = report.plain
    ? stumblesIn(toldBy(source), glossary(), namesIn(material)).map((one) => ({ ...one }))
    : [];
  const assurance: Wording[] =
    material.programme.assurance === 'advice'
      ? findAssurance(tree).map(({ place, found, reason, suggestion }) => ({
          ...{ place, found, kind: 'assurance' as const },
          advice: reason + suggestion,
        }))
      : [];
  return {
    missing,
    open: openPoints(material, report, missing),
    wording: [...assurance, ...(kept ? [] : stumbles)],
    stumbles,
    figures: figuresOf(material, report, {
      headings,
      glossary: headings.has(GLOSSARY_TITLE),
      plainChecked: kept || stumbles.length === 0,
    }),
  };
}

/** Parts and points of view that say nothing yet. Where nothing was verified there is nothing to tell of it. */
function missingParts({ report, material }: ReportSource, headings: ReadonlySet<string>): string[] {
  return [
    ...report.parts.filter(({ content }) => content !== 'verification').map(({ title }) => title),
    ...viewpointsOf(report, handlesMyNumber(material)),
  ].filter((title) => !headings.has(title));
}

/** Headings of a document, as people read them. */
export function headingsOf(tree: DocumentTree): ReadonlySet<string> {
  return new Set(tree.blocks.flatMap((block) => (block.kind === 'heading' ? [plainText(block.content)] : [])));
}

const plainText = (content: Inline): string =>
  typeof content === 'string'
    ? content
    : content.map((piece) => (typeof piece === 'string' ? piece : 'text' in piece ? piece.text : '')).join('');

/** What people wrote, with its place. The words of the checklists are not theirs. */
function toldBy({ content, material }: ReportSource): Told[] {
  const name = (id: string): string => material.targets.find((target) => target.id === id)?.name ?? '';
  return [
    ...[...content.parts, ...content.viewpoints].map(({ title, text }) => ({ place: `「${title}」`, text })),
    ...material.findings.flatMap((finding) => {
      const place = `「${name(finding.targetId)}」の発見事項「${finding.title}」`;
      return [
        finding.title,
        finding.fact,
        finding.cause,
        finding.risk,
        finding.recommendation,
        ...finding.alternatives,
      ].map((text) => ({ place, text }));
    }),
  ];
}

function namesIn({ targets }: Material): string[] {
  return targets.flatMap(({ name, affair, system, vendor, systems, departments }) => [
    ...[name, affair, system, vendor],
    ...systems,
    ...departments,
  ]);
}
