/** 情報取扱従事者通知書, 研修実施計画書, 研修実施報告書, 誓約・了知書. Clauses 10(3), 10(4), 10(6). */
import { formatEra } from '../../../core/calendar/index.ts';
import { bulletList, definitionList, heading, paragraph, signature, table } from '../../../documents/index.ts';
import type { Context, DocumentProvider } from '../../../kernel/module.ts';
import { dutyContract, type Registers } from '../contract.ts';
import { assetsOf } from '../rules.ts';
import { handlerGaps, oathGaps, trainingGaps } from './gaps.ts';
import { paper, read, required, shared } from './common.ts';
import { CONFIDENTIALITY_FIELDS, HANDLER_FIELDS } from './fields.ts';

type Training = Registers['training'][number];

export const handlerNotice: DocumentProvider = {
  ...shared,
  kind: 'handler-notice',
  title: '情報取扱従事者通知書',
  gaps: handlerGaps,
  fields: HANDLER_FIELDS,
  async build(context, { engagementId }) {
    const source = await read(context, engagementId);
    const notice = required(
      source.registers['handler-notice'].at(-1),
      '情報取扱従事者の通知がまだ記録されていません。受託者が通知を記録してから作成してください。',
    );
    return paper('情報取扱従事者通知書', notice.on, source, [
      paragraph(
        `「${source.profile.title}」において${assetsOf(source.conditions)}を取り扱う者を、次のとおり通知します。`,
      ),
      table({
        columns: [
          { width: 12, align: 'center' },
          { width: 36 },
          { width: '1fr' },
          { width: '1fr' },
          { width: 30, align: 'center' },
        ],
        header: ['番号', '氏名', '所属', '役割', '特定個人情報の取扱いの有無'],
        rows: notice.handlers
          .toSorted((a, b) => source.rankOf(a.name) - source.rankOf(b.name))
          .map((handler, index) => [
            index + 1,
            handler.name,
            `${handler.firm}\n${handler.department}`,
            handler.roles.join('、'),
            handler.handlesMyNumber ? '有' : '無',
          ]),
      }),
    ]);
  },
};

async function trainings(context: Context, engagementId: string, held: boolean) {
  const { registers } = await context.client(dutyContract).getDuties({ engagementId });
  return registers.training.filter(({ heldOn }) => !held || heldOn !== null).map(({ id, title }) => ({ id, title }));
}

const find = (list: readonly Training[], subject: string | null): Training =>
  required(
    list.find(({ id }) => id === subject),
    '対象の研修が見つかりません。研修の一覧から選び直してください。',
  );

export const trainingPlan: DocumentProvider = {
  ...shared,
  kind: 'staff-training-plan',
  title: '研修実施計画書',
  perSubject: '研修',
  subjects: (context, engagementId) => trainings(context, engagementId, false),
  async build(context, { engagementId, subject }) {
    const source = await read(context, engagementId);
    const training = find(source.registers.training, subject);
    return paper('研修実施計画書', training.planReportedOn ?? context.today, source, [
      paragraph(`${assetsOf(source.conditions)}を取り扱う従業員に対する研修を、次のとおり計画しましたので報告します。`),
      definitionList([
        ['研修名', training.title],
        ['予定日', formatEra(training.plannedOn)],
        ['方法', training.method],
        ['講師', training.lecturer],
      ]),
      heading(1, '研修の内容'),
      bulletList(training.topics),
      heading(1, '対象者'),
      bulletList(source.inOrder(training.members).map((id) => `${source.nameOf(id)}（${source.placeOf(id)}）`)),
    ]);
  },
};

export const trainingReport: DocumentProvider = {
  ...shared,
  kind: 'staff-training-report',
  title: '研修実施報告書',
  gaps: trainingGaps,
  perSubject: '研修',
  subjects: (context, engagementId) => trainings(context, engagementId, true),
  async build(context, { engagementId, subject }) {
    const source = await read(context, engagementId);
    const training = find(source.registers.training, subject);
    const heldOn = required(training.heldOn ?? undefined, 'この研修の実施がまだ記録されていません。');
    const absent = training.members.filter((id) => !training.attendees.includes(id));
    return paper('研修実施報告書', training.reportedOn ?? context.today, source, [
      paragraph(`${assetsOf(source.conditions)}を取り扱う従業員に対する研修を、次のとおり実施しましたので報告します。`),
      definitionList([
        ['研修名', training.title],
        ['実施日', formatEra(heldOn)],
        ['方法', training.method],
        ['講師', training.lecturer],
        ['受講者数', `${training.attendees.length}人（対象者${training.members.length}人）`],
      ]),
      heading(1, '研修の内容'),
      bulletList(training.heldTopics),
      heading(1, '受講者'),
      bulletList(source.inOrder(training.attendees).map((id) => `${source.nameOf(id)}（${source.placeOf(id)}）`)),
      ...(absent.length === 0 ? [] : [heading(1, '未受講者'), bulletList(absent.map((id) => source.nameOf(id)))]),
      ...(training.result.trim() === '' ? [] : [heading(1, '実施の結果'), paragraph(training.result)]),
    ]);
  },
};

export const confidentialityPaper: DocumentProvider = {
  ...shared,
  kind: 'confidentiality-evidence',
  title: '誓約・了知書',
  gaps: oathGaps,
  fields: CONFIDENTIALITY_FIELDS,
  async build(context, { engagementId }) {
    const source = await read(context, engagementId);
    const signed = source.registers.confidentiality;
    const [first] = signed;
    const { contents } = required(first, '誓約した担当者がまだいません。担当者が誓約してから作成してください。');
    return paper('誓約・了知書', source.registers['confidentiality-evidence'].at(-1)?.on ?? context.today, source, [
      paragraph(
        `「${source.profile.title}」の従事者に次の事項を了知させ、それぞれ誓約させましたので、書面を提出します。契約の終了又は解除の後も同様とします。`,
      ),
      heading(1, '了知させた事項'),
      bulletList(contents),
      heading(1, '誓約した者'),
      table({
        columns: [{ width: 12, align: 'center' }, { width: 40 }, { width: '1fr' }, { width: 44 }],
        header: ['番号', '氏名', '所属', '誓約した日'],
        rows: signed
          .toSorted((a, b) => source.rankOf(source.nameOf(a.memberId)) - source.rankOf(source.nameOf(b.memberId)))
          .map((entry, index) => [
            index + 1,
            source.nameOf(entry.memberId),
            source.placeOf(entry.memberId),
            formatEra(entry.on),
          ]),
      }),
      signature([{ label: '受注者', value: source.profile.contractor, seal: true }]),
    ]);
  },
};
