/** What audits find: drafted, reviewed, issued, confirmed with the sections, told in result notices; the audits end. */
import type { Step } from '../../../src/cli/year/year.ts';
import { auditContract } from '../../../src/modules/audit/contract.ts';
import type { PlannedAudit, Results } from './audit-data.ts';
import { observedAt, writerOf } from './audit-work.ts';
import { type Play, step } from './play.ts';

export function auditResults(play: Play): Step[] {
  return (play.data.audits ?? []).flatMap((audit) =>
    audit.results === undefined ? [] : stepsOf(play, audit, audit.results),
  );
}

function stepsOf(play: Play, audit: PlannedAudit, results: Results): Step[] {
  const { world, get, engagement } = play;
  const lead = () => world.as('lead', auditContract);
  const office = () => world.as('office', auditContract);
  const each = (at: Results['drafted'], title: string, run: (auditId: string, index: number) => Promise<void>): Step =>
    step(at, title, async () => {
      for (const index of audit.targets.keys()) await run(get(`audit:${audit.source}:${index}`), index);
    });
  const versioned = async (auditId: string) => ({ auditId, version: (await lead().getAudit({ auditId })).version });
  const findings = async (auditId: string, state: string) => {
    const all = await lead().listFindings({ ...engagement(), auditId });
    return all.findings.filter((finding) => finding.state === state);
  };
  const saysOf = (index: number, fact: string) =>
    [...observedAt(audit, index).values()].find((seen) => seen.fact === fact)?.sectionSays ?? '事実に相違ありません。';

  return [
    each(results.drafted, '発見事項の案を作る', (auditId, index) => draft(play, audit, auditId, index)),
    each(results.issued, '発見事項を確かめ、市に出す', async (auditId) => {
      await lead().closeFieldwork(await versioned(auditId));
      for (const { id, version } of await findings(auditId, 'draft'))
        await lead().reviewFinding({ findingId: id, version });
      await lead().issueFindings({ auditId });
    }),
    each(results.confirmed, '発見事項を確認し、所属に示す', async (auditId) => {
      for (const { id, version } of await findings(auditId, 'issued')) {
        const confirmed = await office().confirmFinding({ findingId: id, version });
        await office().showFinding({ findingId: id, version: confirmed.version });
      }
    }),
    each(results.answered, '所属が発見事項に答える', async (auditId, index) => {
      const head = `${audit.targets[index]?.sections[0] ?? ''}-head`;
      if (!play.cast.some(({ key }) => key === head)) return;
      for (const { id, fact } of await findings(auditId, 'shown'))
        await world.as(head, auditContract).answerFinding({ findingId: id, view: 'agreed', text: saysOf(index, fact) });
    }),
    each(results.settled, '所属の認識を登録する', async (auditId, index) => {
      for (const { id, version, fact } of await findings(auditId, 'shown'))
        await office().recordFindingView({
          ...{ findingId: id, version, view: 'agreed' },
          sectionText: saysOf(index, fact),
        });
    }),
    ...(results.common ?? []).map((common) =>
      step(common.at, '全庁的な課題を取り上げ、ひな型を渡す', async () => {
        const { findings: all } = await lead().listFindings(engagement());
        const { title, text, template, note } = common;
        const issue = await lead().raiseCommonIssue({
          ...engagement(),
          ...{ title, text },
          findingIds: all.filter(({ id }) => isOf(play, audit, common.item, id)).map(({ id }) => id),
        });
        await lead().provideTemplate({ issueId: issue.id, version: issue.version, document: template, note });
      }),
    ),
    each(results.noticed, '監査結果通知案を作る', async (auditId) => {
      const { id, version } = await world.as('auditor', auditContract).draftResultNotice({
        auditId,
        summary: results.summary,
      });
      await lead().issueResultNotice({ noticeId: id, version });
    }),
    each(results.sent, '監査結果通知書を送る', async (auditId, index) => {
      const { notices } = await office().listResultNotices({ auditId });
      const { id = '', version = 0 } = notices.find(({ state }) => state === 'issued') ?? {};
      const number = results.number.replace('%', String(index + 1));
      await office().sendResultNotice({ noticeId: id, version, number });
    }),
    each(results.explained, '監査の結果を説明したことを登録する', async (auditId) => {
      await office().recordExplained({ ...(await versioned(auditId)), occurredOn: results.explained.slice(0, 10) });
    }),
    each(results.closed, '監査を終える', async (auditId) => {
      await office().closeAudit({ ...(await versioned(auditId)), note: '' });
    }),
  ];
}

async function draft({ world, keep }: Play, audit: PlannedAudit, auditId: string, index: number): Promise<void> {
  const writer = world.as(writerOf(audit), auditContract);
  const observed = observedAt(audit, index);
  const { checks } = await writer.listChecks({ auditId });
  for (const check of checks) {
    const seen = observed.get(check.key);
    if (seen === undefined || seen.judgement === 'not-applicable') continue;
    const { id } = await writer.draftFinding({
      ...{ auditId, from: { kind: 'check', id: check.id } },
      ...(seen.text === undefined ? {} : { text: seen.text }),
    });
    keep(`finding:${audit.source}:${index}:${check.key}`, id);
  }
}

/** Whether a finding is one of the item, at whichever target of the audit. */
function isOf({ get }: Play, audit: PlannedAudit, item: string, findingId: string): boolean {
  return [...audit.targets.keys()]
    .filter((index) => observedAt(audit, index).has(item))
    .some((index) => get(`finding:${audit.source}:${index}:${item}`) === findingId);
}
