/** A municipality with bureaus, sections, people and an engagement, for the tests of the module. */
import { questionnaireItems, SURVEY_TYPE_LABELS, type SurveyType } from '../../../core/content-schema/index.ts';
import type { Caller } from '../../../kernel/caller.ts';
import { startTestApplication, type TestApplication } from '../../../kernel/test-application.ts';
import { engagementContract } from '../../engagement/contract.ts';
import engagement from '../../engagement/server.ts';
import { peopleContract } from '../../people/contract.ts';
import people from '../../people/server.ts';
import { questionnaireContract } from '../../questionnaire/contract.ts';
import questionnaire from '../../questionnaire/server.ts';
import specification from '../../specification/server.ts';
import { selfCheckContract } from '../contract.ts';
import selfCheck from '../server.ts';

export interface City {
  readonly test: TestApplication;
  readonly tenantId: number;
  readonly engagementId: string;
  /** Ids of the sections in the order of their names. */
  readonly sections: readonly string[];
  readonly office: Caller;
  staff(index: number): Caller;
  head(index: number): Caller;
}

export const startApplication = () =>
  startTestApplication({
    modules: [specification, people, engagement, questionnaire, selfCheck],
    start: '2026-06-01T00:00:00.000Z',
  });

/** `sections` sections spread over the bureaus; a small city has none. */
export async function createCity(
  test: TestApplication,
  tenantId: number,
  sections: number,
  bureauCount = 9,
): Promise<City> {
  const { application } = test;
  const administrator = test.caller(['administrator'], { tenantId });
  const office = test.caller(['security-office'], { tenantId });
  const pad = (index: number): string => String(index).padStart(3, '0');
  const bureaus = Array.from({ length: bureauCount }, (_, index) => ({
    kind: 'create' as const,
    key: `b${index}`,
    name: `第${index + 1}局`,
    kana: '',
    bureau: null,
  }));
  const created = Array.from({ length: sections }, (_, index) => ({
    kind: 'create' as const,
    key: `s${index}`,
    name: `課${pad(index)}`,
    kana: '',
    bureau: bureauCount === 0 ? null : `new:b${index % bureauCount}`,
  }));
  const organisation = await application
    .client(peopleContract, administrator)
    .reorganise({ from: '2026-04-01', changes: [...bureaus, ...created] });
  const { engagementId } = await application.client(engagementContract, office).createEngagement({
    specification: 'chiba-2026',
    contractDate: '2026-06-01',
    contractor: '株式会社青葉監査',
    client: { department: '情報セキュリティ担当課', address: 'あおば市1-1', tel: '000-000-0000', fax: '', email: '' },
    places: [],
  });
  const ids = created.map(({ key }) => organisation.created.find((unit) => unit.key === key)?.id ?? '');
  const of = (index: number): string => ids[index] ?? '';
  return {
    test,
    tenantId,
    engagementId,
    sections: ids,
    office,
    staff: (index) => test.caller(['department-staff'], { tenantId, departmentIds: [of(index)] }),
    head: (index) => test.caller(['department-head'], { tenantId, departmentIds: [of(index)] }),
  };
}

export const client = (city: City, caller: Caller) => city.test.application.client(selfCheckContract, caller);

/** A published questionnaire of the shipped content. */
export async function publish(city: City, content: string): Promise<string> {
  const forms = city.test.application.client(questionnaireContract, city.office);
  const draft = await forms.importFromContent({ content });
  await forms.publish({ questionnaireId: draft.id, version: draft.version });
  return draft.id;
}

/** A published form of a kind that no shipped content has, with one question of はい and いいえ. */
export async function publishOwn(city: City, type: SurveyType): Promise<string> {
  const forms = city.test.application.client(questionnaireContract, city.office);
  const draft = await forms.createQuestionnaire({ type, fiscalYear: 2026, title: SURVEY_TYPE_LABELS[type] });
  const shipped = await forms.importFromContent({ content: 'self-check-2026' });
  const { form } = await forms.getQuestionnaire({ questionnaireId: shipped.id });
  const [item] = questionnaireItems(form);
  if (item === undefined) throw new Error('a form without items');
  const { id, version } = await forms.buildDraft({
    questionnaireId: draft.id,
    version: draft.version,
    edits: [{ kind: 'add-item', section: 'section-1', item }],
  });
  await forms.publish({ questionnaireId: id, version });
  return id;
}

/** Opens a campaign of the shipped content to all sections from today to the given day. */
export async function open(
  city: City,
  content: 'self-check-2026' | 'preliminary-survey-2026',
  options: { readonly opens?: string; readonly due?: string; readonly requiresApproval?: boolean } = {},
) {
  return client(city, city.office).openCampaign({
    engagementId: city.engagementId,
    questionnaireId: await publish(city, content),
    departments: 'all',
    opens: options.opens ?? '2026-07-01',
    due: options.due ?? '2026-07-31',
    requiresApproval: options.requiresApproval ?? false,
  });
}
