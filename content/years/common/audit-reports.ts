/** Reports of the year's audits: written, finished, checked for the public, settled; lists of findings; debriefings; urgent findings. */
import type { Step } from '../../../src/cli/year/year.ts';
import { auditReportContract } from '../../../src/modules/audit-report/contract.ts';
import type { Moment } from './moment.ts';
import { type Play, step } from './play.ts';
import type { PlannedDebriefing, PlannedReport, PlannedUrgent } from './report-data.ts';

/** The name under which a report is kept: of a target by its place, or of the whole programme. */
export const reportKey = (source: string, target: number | null): string => `report:${source}:${target ?? 'overall'}`;

export function auditReports(play: Play): Step[] {
  const { auditReports: planned } = play.data;
  if (planned === undefined) return [];
  return [
    ...planned.reports.flatMap((report) => reportSteps(play, report)),
    ...(planned.lists ?? []).map(({ source, made }) =>
      step(made, '監査指摘事項一覧表を作る', async () => {
        await play.world
          .as('lead', auditReportContract)
          .makeFindingsList({ programmeId: play.get(`programme:${source}`) });
      }),
    ),
    ...(planned.debriefings ?? []).map((debriefing) =>
      step(debriefing.prepared, '監査報告会の資料を作る', async () => {
        for (const target of targetsOf(play, debriefing)) await prepare(play, debriefing, target);
      }),
    ),
    ...(planned.urgent ?? []).flatMap((urgent) => urgentSteps(play, urgent)),
  ];
}

/** The places of the targets, or null once for the whole programme. */
function targetsOf(
  { data }: Play,
  { source, scope }: Pick<PlannedReport, 'source' | 'scope'>,
): readonly (number | null)[] {
  if (scope === 'programme') return [null];
  const audit = (data.audits ?? []).find((one) => one.source === source);
  return [...(audit?.targets ?? []).keys()];
}

function reportSteps(play: Play, report: PlannedReport): Step[] {
  const { world, get, keep } = play;
  const { source, texts = {}, wordingKept, publicEdition, settled } = report;
  const lead = () => world.as('lead', auditReportContract);
  const targetId = (target: number | null) => (target === null ? null : get(`target:${source}:${target}`));
  const each = (at: Moment, title: string, run: (reportId: string, version: number) => Promise<unknown>): Step =>
    step(at, title, async () => {
      for (const target of targetsOf(play, report)) {
        const reportId = get(reportKey(source, target));
        await run(reportId, (await lead().getReport({ reportId })).version);
      }
    });
  return [
    step(report.written, '監査の報告書を書く', async () => {
      for (const target of targetsOf(play, report)) {
        const programmeId = get(`programme:${source}`);
        const auditor = world.as('auditor', auditReportContract);
        const { id: reportId } = await auditor.startReport({ programmeId, targetId: targetId(target) });
        keep(reportKey(source, target), reportId);
        const { version, title, parts, viewpoints } = await auditor.getReport({ reportId });
        const write = ({ title: name, text }: { title: string; text: string }) => ({
          title: name,
          text: texts[name] ?? text,
        });
        await auditor.saveReport({
          ...{ reportId, version, title },
          parts: parts.map(write),
          viewpoints: viewpoints.map(write),
        });
      }
    }),
    each(report.finished, '監査の報告書の版を確定する', async (reportId, version) => {
      const { check } = await lead().getReport({ reportId });
      const kept =
        wordingKept === undefined || check.wording.length === 0
          ? { version }
          : await lead().keepWording({ reportId, version, reason: wordingKept });
      await lead().finishReport({ reportId, version: kept.version });
    }),
    ...(publicEdition === undefined
      ? []
      : [
          each(publicEdition, '公表用の版を確かめる', (reportId, version) =>
            lead().checkPublicEdition({ reportId, version }),
          ),
        ]),
    ...(settled === undefined
      ? []
      : [
          each(settled, '監査の報告書の事実を市として確かめる', (reportId, version) =>
            world.as('office', auditReportContract).settleReport({ reportId, version }),
          ),
        ]),
  ];
}

async function prepare(play: Play, { source, cases = [] }: PlannedDebriefing, target: number | null): Promise<void> {
  const { world, get, data } = play;
  const lead = world.as('lead', auditReportContract);
  const programmeId = get(`programme:${source}`);
  const targetId = target === null ? null : get(`target:${source}:${target}`);
  const { draft } = await lead.getDebriefing({ programmeId, targetId });
  const meeting = data.meetings.findIndex(({ about }) => about?.source === source && about.target === target);
  const saved = await lead.saveDebriefing({
    ...draft,
    ...{ programmeId, targetId, version: null, cases: [...cases] },
    meetingId: meeting < 0 ? null : get(`meeting:${meeting}`),
  });
  await lead.prepareDebriefing({ debriefingId: saved.id, version: saved.version });
}

function urgentSteps({ world, get, keep }: Play, urgent: PlannedUrgent): Step[] {
  const { source, target, raised, reported, acknowledged, to, answer, title, fact, risk, measure } = urgent;
  const key = `urgent:${source}:${target}`;
  const at = (version: number) => ({ urgentId: get(key), version });
  return [
    step(raised, '緊急を要する検出事項を記録する', async () => {
      const { id } = await world.as('auditor', auditReportContract).raiseUrgent({
        auditId: get(`audit:${source}:${target}`),
        ...{ title, fact, risk, measure },
        awareOn: raised.slice(0, 10),
      });
      keep(key, id);
    }),
    step(reported, '緊急を要する検出事項を市に報告する', async () => {
      await world.as('lead', auditReportContract).reportUrgent({ ...at(1), channel: '電話', to });
    }),
    step(acknowledged, '緊急を要する検出事項の報告を受ける', async () => {
      await world.as('office', auditReportContract).acknowledgeUrgent({ ...at(2), answer });
    }),
  ];
}
