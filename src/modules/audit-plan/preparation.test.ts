import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { asDocument, editionOf, type WorkbookTree } from '../../documents/index.ts';
import { documents } from './documents/index.ts';
import { surveyList } from './lists/records.ts';
import { adopt, type PlanTest, startPlan } from './testing/start-plan.ts';

let test: PlanTest;
let programmeId: string;
let targetId: string;

beforeAll(async () => {
  test = await startPlan('kyoto-2024', '2024-07-01T01:00:00.000Z');
  programmeId = await adopt(test, 'kyoto-my-number');
  const made = await test.lead.addTarget({
    programmeId,
    kind: 'affair',
    name: '住民税の賦課',
    departmentIds: [test.departments[1] ?? '', test.departments[3] ?? ''],
    system: '税務システム',
  });
  targetId = made.id;
  await test.office.decideTargets({ targets: [{ targetId, version: 1 }] });
  await test.lead.placeSlots({
    slots: [
      {
        targetId,
        departmentId: test.departments[1] ?? '',
        day: '2024-09-10',
        from: '10:00',
        to: '12:00',
        place: '税務課　執務室',
        people: [],
      },
    ],
    travelMinutes: 0,
  });
});
afterAll(() => test.close());

describe('documents asked for', () => {
  it('go through their states, and the department sees only what was requested of it', async () => {
    const listed = await test.lead.addDocument({
      targetId,
      title: '取扱規程',
      purpose: '規程の整備を確かめる',
      due: null,
    });
    await expect(test.lead.addDocument({ targetId, title: '取扱規程', purpose: '', due: null })).rejects.toMatchObject({
      code: 'input.invalid',
    });
    await expect(test.head(1).listOwnTargets({ engagementId: test.engagementId })).resolves.toEqual({ targets: [] });
    await expect(test.office.requestDocuments({ targetId, due: '2024-09-02' })).rejects.toMatchObject({
      detail: { message: expect.stringContaining('受託者') },
    });
    await expect(test.lead.requestDocuments({ targetId, due: '2024-09-20' })).rejects.toMatchObject({
      code: 'input.invalid',
    });
    await expect(test.lead.requestDocuments({ targetId, due: '2024-09-02' })).resolves.toEqual({
      requested: 1,
      additional: 0,
      warnings: [],
    });
    const [own] = (await test.head(1).listOwnTargets({ engagementId: test.engagementId })).targets;
    expect(own?.documents).toMatchObject([{ title: '取扱規程', state: 'requested', due: '2024-09-02' }]);
    await expect(test.head(2).listOwnTargets({ engagementId: test.engagementId })).resolves.toEqual({ targets: [] });
    const answer = { documentId: listed.id, version: own?.documents[0]?.version ?? 0 };
    await expect(test.head(2).answerDocument({ ...answer, fileIds: [], comment: '別' })).rejects.toMatchObject({
      code: 'record.missing',
    });
    const fileId = await test.upload(1);
    await test.head(1).answerDocument({ ...answer, fileIds: [fileId], comment: '' });
    await expect(
      test.lead.judgeDocument({ documentId: listed.id, version: 3, judgement: 'insufficient', reason: ' ' }),
    ).rejects.toMatchObject({ code: 'input.invalid' });
    await test.lead.judgeDocument({
      documentId: listed.id,
      version: 3,
      judgement: 'insufficient',
      reason: '別表がない',
    });
    await test.lead.requestDocuments({ targetId, due: '2024-09-02' });
    const [again] = (await test.head(1).listOwnTargets({ engagementId: test.engagementId })).targets;
    expect(again?.documents[0]).toMatchObject({ state: 'requested', judgement: '別表がない' });
    await test.head(1).answerDocument({ documentId: listed.id, version: 5, fileIds: [], comment: '別表は改正中' });
    await test.lead.judgeDocument({ documentId: listed.id, version: 6, judgement: 'accepted', reason: '' });
    await test.lead.readDocument({ documentId: listed.id, version: 7, notes: '改正の時期を聞く' });
    const [read] = await test.facts('pre-survey.read');
    expect(read).toMatchObject({ data: { type: 'my-number', documents: 1, unread: 0 } });
  });

  it('are additional after the briefing, and late ones are named', async () => {
    const { draft, title } = await test.lead.getBriefing({ programmeId });
    expect(draft.map((section) => section.title)).toEqual([
      '監査の目的',
      '実施内容',
      '流れ',
      '提出を求める資料と調査内容の一覧',
    ]);
    const saved = await test.lead.saveBriefing({ programmeId, version: null, title, sections: draft.slice(0, 2) });
    await expect(test.lead.prepareBriefing({ briefingId: saved.id, version: 1 })).rejects.toMatchObject({
      detail: { message: expect.stringContaining('流れ') },
    });
    await test.lead.saveBriefing({ programmeId, version: 1, title, sections: draft });
    await test.lead.prepareBriefing({ briefingId: saved.id, version: 2 });
    test.clock.moveTo('2024-09-05T01:00:00.000Z');
    await test.lead.addDocument({ targetId, title: '点検の記録', purpose: '', due: null });
    const late = await test.lead.requestDocuments({ targetId, due: '2024-09-09' });
    expect(late).toMatchObject({ requested: 1, additional: 1, warnings: [{ code: 'dates' }] });
    const [fact] = await test.facts('additional-document.notified');
    expect(fact).toMatchObject({ data: { target: targetId, documents: 1, occurredOn: '2024-09-05' } });
  });
});

describe('the notice', () => {
  it('is written from the records, sent by the city only, and never changed afterwards', async () => {
    const { id } = await test.lead.draftNotice({ targetId });
    const [draft] = (await test.lead.listNotices({ engagementId: test.engagementId })).notices;
    expect(draft?.text).toContain('令和6年9月10日　10:00から12:00まで（税務課　執務室）');
    await expect(test.lead.sendNotice({ noticeId: id, version: 1 })).rejects.toMatchObject({ code: 'state.refused' });
    const { warnings } = await test.office.sendNotice({ noticeId: id, version: 1 });
    expect(warnings).toHaveLength(1);
    await expect(test.office.saveNotice({ noticeId: id, version: 2, number: '', text: '別' })).rejects.toMatchObject({
      code: 'state.refused',
    });
    expect(await test.facts('audit-target.noticed')).toHaveLength(2);
    expect(await test.lead.getTarget({ targetId })).toMatchObject({ state: 'noticed' });
  });
});

describe('a target withdrawn half-way', () => {
  it('stops requests, notices and answers with a sentence', async () => {
    const { version } = await test.lead.getTarget({ targetId });
    await test.office.withdrawTarget({ targetId, version, reason: '事務の移管のため' });
    await expect(test.lead.requestDocuments({ targetId, due: '2024-09-09' })).rejects.toMatchObject({
      detail: { message: expect.stringContaining('取り下げられている') },
    });
    await expect(test.office.draftNotice({ targetId })).rejects.toMatchObject({ code: 'state.refused' });
    const [own] = (await test.head(1).listOwnTargets({ engagementId: test.engagementId })).targets;
    expect(own).toMatchObject({ withdrawn: true });
    const open = own?.documents.find(({ state }) => state === 'requested');
    await expect(
      test.head(1).answerDocument({
        documentId: open?.documentId ?? '',
        version: open?.version ?? 0,
        fileIds: [],
        comment: '提出できません',
      }),
    ).rejects.toMatchObject({ code: 'state.refused' });
  });
});

describe('the pre-survey and the papers', () => {
  it('of Fukuoka has three forms, goes out by the city, and every paper can be rendered', async () => {
    const other = await startPlan('fukuoka-2025', '2025-06-10T01:00:00.000Z');
    try {
      const own = await adopt(other, 'fukuoka-external');
      const department = other.departments[0] ?? '';
      const system = await other.lead.addTarget({
        programmeId: own,
        kind: 'system',
        name: '文書管理システム',
        departmentIds: [department],
        procedure: true,
      });
      await expect(
        other.lead.addTarget({ programmeId: own, kind: 'website', name: '観光サイト', departmentIds: [department] }),
      ).rejects.toMatchObject({ code: 'input.invalid' });
      await other.lead.addTarget({
        programmeId: own,
        kind: 'website',
        name: '観光サイト',
        departmentIds: [department],
        url: 'https://kanko.example.jp/',
      });
      await expect(
        other.office.sendSurvey({ programmeId: own, targetIds: [system.id], due: '2025-07-01' }),
      ).rejects.toMatchObject({ code: 'state.refused' });
      await other.office.decideTargets({ targets: [{ targetId: system.id, version: 1 }] });
      const survey = await other.office.sendSurvey({ programmeId: own, targetIds: [system.id], due: '2025-07-01' });
      const [sent] = await other.facts('pre-survey.sent');
      expect(sent).toMatchObject({
        data: { targets: [system.id], variants: ['システム責任者用', '運用担当者用', '運用事業者用'] },
      });
      const form = { surveyId: survey.id, targetId: system.id, form: 'operator' };
      const file = await other.head(0).downloadOwnSurvey({ ...form, format: 'xlsx' });
      expect(file.name).toBe('事前調査アンケート（運用担当者用）.xlsx');
      await other.head(0).replySurvey({ ...form, answer: '別紙のとおり', fileIds: [] });
      await expect(
        other.lead.readReply({ surveyId: survey.id, version: 2, targetId: system.id, form: 'owner', notes: '' }),
      ).rejects.toMatchObject({ code: 'state.refused' });
      // As a row of the list, which is closed for forms that have not come back.
      await other.application.run(other.caller(['audit-lead']), async (context) => {
        const list = await surveyList.open(context, { engagementId: other.engagementId, subject: null });
        const row = list.rows.find(({ id }) => id.endsWith(' operator'));
        expect(list.rows.filter(({ locked }) => locked !== undefined)).toHaveLength(2);
        await list.change?.(row?.id ?? '', { notes: '運用の手順を見る' }, new Set(['notes']));
      });
      const [read] = (await other.lead.listSurveys({ engagementId: other.engagementId })).surveys;
      expect(read?.replies.find(({ form: of }) => of === 'operator')).toMatchObject({ notes: '運用の手順を見る' });
      await other.lead.draftPlan({
        engagementId: other.engagementId,
        stage: 'implementation',
        programmeId: own,
        targetId: null,
      });
      await other.lead.addDocument({ targetId: system.id, title: '個別実施手順', purpose: '', due: null });
      for (const [kind, format] of [
        ['audit-plan', 'docx'],
        ['pre-survey', 'xlsx'],
        ['pre-survey', 'docx'],
        ['audit-briefing', 'pptx'],
        ['audit-document-list', 'docx'],
      ] as const) {
        const paper = await other.lead.downloadDocument({
          engagementId: other.engagementId,
          kind,
          subject: null,
          format,
        });
        expect(paper.bytes.length).toBeGreaterThan(1000);
      }
      // Who answers which form is told by the name of its sheet and by its heading.
      const forms = documents.find(({ kind }) => kind === 'pre-survey');
      const [book, paper] = await other.application.run(other.caller(['audit-lead']), async (context) => {
        const order = { engagementId: other.engagementId, subject: null };
        return [
          (await forms?.build(context, { ...order, format: 'xlsx' })) as WorkbookTree,
          asDocument(await forms?.build(context, { ...order, format: 'docx' })),
        ] as const;
      });
      const list = documents.find(({ kind }) => kind === 'audit-document-list');
      const asked = await other.application.run(
        other.caller(['audit-lead']),
        async (context) =>
          (await list?.build(context, {
            engagementId: other.engagementId,
            subject: null,
            format: 'xlsx',
          })) as WorkbookTree,
      );
      expect(asked.sheets.map(({ name, rows }) => [name, rows[0]?.[name === '調査の内容' ? 0 : 1]])).toEqual([
        ['提出資料', '文書管理システム'],
        ['調査の内容', '文書管理システム'],
      ]);
      const variants = ['システム責任者用', '運用担当者用', '運用事業者用'];
      expect(book.sheets.map(({ name }) => name)).toEqual(variants);
      expect(book.sheets.map(({ rows }) => rows[0]?.slice(1, 3))).toEqual(variants.map(() => ['回答者', '監査の対象']));
      const headings = paper?.blocks.flatMap((block) =>
        block.kind === 'heading' && block.level === 1 ? [JSON.stringify(block.content)] : [],
      );
      expect(headings?.map((one) => variants.filter((variant) => one.includes(variant)))).toEqual(
        variants.map((variant) => [variant]),
      );
    } finally {
      await other.close();
    }
  });
});

describe('papers of one department', () => {
  const edition = (kind: string, index: number) =>
    test.application.run(test.caller(['audit-lead']), async (context) => {
      const { engagementId } = test;
      const provider = documents.find((one) => one.kind === kind);
      if (provider === undefined) throw new Error(kind);
      const tree = asDocument(await provider.build(context, { engagementId, subject: null, format: 'docx' }));
      const own = await provider.departments?.(context, engagementId);
      const department = own?.find(({ id }) => id === test.departments[index]);
      if (tree === null || department === undefined) throw new Error(`${kind} of department ${index}`);
      return JSON.stringify(
        editionOf(tree, { kind: 'department', department: department.id, name: department.title }).tree.blocks,
      );
    });

  it('hold its own days and documents alone', async () => {
    for (const [index, name, day, title] of [
      [1, '固定資産の評価', '2024-09-11', '評価の調書'],
      [2, '公園の占用', '2024-09-12', '占用台帳'],
    ] as const) {
      const departmentId = test.departments[index] ?? '';
      const { id } = await test.lead.addTarget({ programmeId, kind: 'affair', name, departmentIds: [departmentId] });
      await test.office.decideTargets({ targets: [{ targetId: id, version: 1 }] });
      const slot = { targetId: id, departmentId, people: [], place: `${name}の執務室` };
      await test.lead.placeSlots({ slots: [{ ...slot, day, from: '10:00', to: '12:00' }], travelMinutes: 0 });
      await test.lead.addDocument({ targetId: id, title, purpose: '', due: null });
    }
    const days = await edition('audit-timetable', 2);
    expect(days).toContain('公園の占用の執務室');
    expect(days).not.toContain('固定資産の評価');
    expect(days).toContain('R6.9.12（木）');
    expect(days).not.toContain('R6.9.11');
    const asked = await edition('audit-document-list', 2);
    expect(asked).toContain('占用台帳');
    expect(asked).not.toContain('評価の調書');
    expect(asked).not.toContain('固定資産の評価');
    expect(await edition('audit-document-list', 1)).toContain('評価の調書');
    // A target that was withdrawn is asked for nothing.
    expect(await edition('audit-document-list', 1)).not.toContain('住民税の賦課');
  });
});
