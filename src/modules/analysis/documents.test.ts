import { unzipSync } from 'fflate';
import { mkdirSync, writeFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { pageCount } from '../../documents/index.ts';
import { createJobRunner } from '../../kernel/job.ts';
import type { TestApplication } from '../../kernel/test-application.ts';
import { questionnaireContract } from '../questionnaire/contract.ts';
import { type City, client as selfCheckClient, createCity } from '../self-check/testing/city.ts';
import { answered, client, closed, no, notApplicable, startApplication, surveyed } from './testing/city.ts';

let test: TestApplication;
let place: City;
let campaignId: string;

/** Where somebody wants to look at the papers. */
const folder = process.env['LOOK_AT'];
function keep(name: string, bytes: Uint8Array): void {
  if (folder === undefined) return;
  mkdirSync(folder, { recursive: true });
  writeFileSync(`${folder}/${name}`, bytes);
}

beforeAll(async () => {
  test = await startApplication();
  test.clock.moveTo('2026-07-01T00:00:00.000Z');
  place = await createCity(test, await test.addTenant('あおば市'), 52);
  const items = [
    'asset-locked-storage',
    'asset-counter-placement',
    'people-clear-desk',
    'people-password',
    'place-media',
    'outsourcing-supervision',
    'cloud-approval',
    'asset-register',
    'system-access-rights',
    'people-training',
    'asset-labelling',
    'operation-exception',
    'improvement-followup',
    'org-roles',
  ];
  campaignId = await answered(
    place,
    Array.from({ length: 50 }, (_, index) =>
      Object.fromEntries(
        items.flatMap((id, item) => {
          if ((index * 7 + item * 5) % 11 < (index % 9 === 8 ? 11 : (14 - item) / 4))
            return [
              [
                id,
                no(
                  `${item % 2 === 0 ? '手順書が未整備であり、' : '繁忙期で人手が足りず、'}来年度に対応する予定のため。`,
                ),
              ] as const,
            ];
          return item === 4 && index % 2 === 0 ? [[id, notApplicable] as const] : [];
        }),
      ),
    ),
  );
  await surveyed(
    place,
    Array.from({ length: 50 }, (_, index) => ({ 'past-incident': { value: index % 3 === 0 ? 'once' : 'none' } })),
  );
  await closed(place, campaignId, true);
  await client(place, place.office).recordAnalysis({
    campaignId,
    number: 0,
    summary:
      '施錠保管及び来客の近くへの書類の配置に課題が見られる。\n繁忙期の人手の不足を理由とする所属が多く、作業の時期を分散する必要がある。',
  });
});
afterAll(() => test.close());

const office = () => client(place, place.office);
const report = (kind: string, format: 'docx' | 'pdf' | 'xlsx' | 'pptx') =>
  office().downloadReport({ engagementId: place.engagementId, kind, format });

describe('the report', () => {
  it.each(['pdf', 'docx', 'xlsx', 'pptx'] as const)('is made as %s', async (format) => {
    const { bytes, name } = await report('self-check-report', format);
    expect(name).toBe(`自己点検結果報告書.${format}`);
    keep(`report.${format}`, bytes);
  });
});

describe('the sheets of the departments', () => {
  it('have one page, say what did not fit, and are the department’s own', async () => {
    const worst = place.sections[8] ?? '';
    const { bytes } = await office().downloadFeedback({ campaignId, departmentId: worst });
    keep('feedback.pdf', bytes);
    expect(await pageCount(bytes)).toBe(1);
    const own = await client(place, place.head(8)).downloadOwnFeedback({ campaignId, departmentId: worst });
    expect(await pageCount(own.bytes)).toBe(1);
    await expect(
      client(place, place.head(7)).downloadOwnFeedback({ campaignId, departmentId: worst }),
    ).rejects.toMatchObject({ code: 'permission.refused' });
  });

  it('are made for all in one run', async () => {
    const asked = await office().makeFeedback({ campaignId });
    expect(asked).toMatchObject({ state: 'making', departments: 50 });
    await expect(office().makeFeedback({ campaignId })).rejects.toMatchObject({ code: 'state.refused' });
    await expect(office().downloadFeedbackRun({ runId: asked.id })).rejects.toMatchObject({ code: 'state.refused' });
    await createJobRunner(test.application.parts).runDue();
    const [run] = (await office().listFeedbackRuns({ campaignId })).runs;
    expect(run).toMatchObject({ state: 'made', done: 50 });
    // The bureau in which everything is missing has more than a page holds.
    expect(run?.overflow.length).toBe(5);
    expect(run?.overflow.every(({ left }) => left > 0)).toBe(true);
    const file = await office().downloadFeedbackRun({ runId: asked.id });
    expect(file.mediaType).toBe('application/zip');
  });
});

describe('the analysis on individual numbers', () => {
  it('is read from the items that rest on the safety measures, with an improvement for each weak one', async () => {
    test.clock.moveTo('2026-09-01T00:00:00.000Z');
    const forms = test.application.client(questionnaireContract, place.office);
    const { groups } = await forms.listLibraryItems({});
    const items = groups
      .filter(({ kind }) => kind === 'my-number')
      .flatMap((group) => group.items.slice(0, 2))
      .slice(0, 28);
    const draft = await forms.createQuestionnaire({
      type: 'my-number-self-check',
      fiscalYear: 2026,
      title: '令和8年度マイナンバー自己点検',
    });
    const { version } = await forms.buildDraft({
      questionnaireId: draft.id,
      version: draft.version,
      edits: items.map((item) => ({
        kind: 'add-item' as const,
        section: 'section-1',
        item: { ...item, segments: ['all'], visibleIf: undefined, requiredIf: undefined },
      })),
    });
    await forms.publish({ questionnaireId: draft.id, version });
    const surveys = selfCheckClient(place, place.office);
    const campaign = await surveys.openCampaign({
      engagementId: place.engagementId,
      questionnaireId: draft.id,
      departments: place.sections.slice(0, 12),
      opens: '2026-09-01',
      due: '2026-09-30',
    });
    for (const [index, departmentId] of place.sections.slice(0, 12).entries())
      await selfCheckClient(place, place.staff(index)).submitResponse({
        campaignId: campaign.id,
        departmentId,
        expectedRevision: 0,
        answers: Object.fromEntries(
          items
            .filter(({ type }) => type === 'yes-no-na')
            .map(({ id }, item) => [
              id,
              (index + item) % 7 < 2 ? no('取扱規程を見直しているため。') : { value: 'yes' },
            ]),
        ),
      });
    await surveys.closeCampaign({ campaignId: campaign.id, version: campaign.version });
    const view = await office().getOverview({ campaignId: campaign.id });
    expect(view.measures.map(({ id }) => id)).toEqual(['a', 'b', 'c', 'd', 'e', 'f', 'g']);
    await office().recordAnalysis({ campaignId: campaign.id, number: 0, summary: '取扱規程の見直しが遅れている。' });
    for (const format of ['pdf', 'docx', 'xlsx', 'pptx'] as const)
      keep(`my-number.${format}`, (await report('my-number-check-analysis', format)).bytes);
    const { proposals, questionnaireId } = await office().proposeItems({ campaignId: campaign.id });
    await office().issueItemProposals({
      engagementId: place.engagementId,
      campaignId: campaign.id,
      questionnaireId,
      forFiscalYear: 2027,
      proposals: proposals.slice(0, 6),
    });
    keep('advice.pdf', (await report('self-check-advice', 'pdf')).bytes);
  });
});

describe('a city without bureaus', () => {
  it('asks all its departments, and its papers tell nothing by bureau', async () => {
    test.clock.moveTo('2026-07-01T00:00:00.000Z');
    const town = await createCity(test, await test.addTenant('みずほ町'), 12, 0);
    const asked = await answered(
      town,
      Array.from({ length: 12 }, (_, index) => (index % 3 === 0 ? { 'asset-locked-storage': no() } : {})),
    );
    await surveyed(
      town,
      Array.from({ length: 12 }, () => ({})),
    );
    await closed(town, asked, true);
    const own = client(town, town.office);
    const view = await own.getOverview({ campaignId: asked });
    expect([view.points === null, view.groups.map(({ id }) => id)]).toEqual([false, []]);
    const { charts } = await own.drawOverview({ campaignId: asked });
    expect(charts.map(({ title }) => title)).not.toContain('局ごとの回答の状況');
    const { engagementId } = town;
    const paper = await own.downloadReport({ engagementId, kind: 'self-check-report', format: 'docx' });
    const words = Buffer.from(unzipSync(paper.bytes)['word/document.xml'] ?? new Uint8Array()).toString();
    expect(words).toContain('12件（回答率100%）');
    expect(words).not.toContain('局ごと');
    keep('town.docx', paper.bytes);
    keep('town.pdf', (await own.downloadReport({ engagementId, kind: 'self-check-report', format: 'pdf' })).bytes);
    const sums = await selfCheckClient(town, town.office).downloadDocument({
      engagementId,
      kind: 'self-check-summary',
      format: 'docx',
    });
    expect(Buffer.from(unzipSync(sums.bytes)['word/document.xml'] ?? new Uint8Array()).toString()).not.toContain(
      '局ごと',
    );
    keep('town-summary.docx', sums.bytes);
  });
});
