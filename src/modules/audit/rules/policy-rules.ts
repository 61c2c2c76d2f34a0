/** When a policy is complete, and the notice that follows from it (clause 9(1)イ(ア)). */
import { formatEra } from '../../../core/calendar/index.ts';
import type { PolicyFields } from '../contract/policy.ts';
import { POLICY_FIELDS, type PolicyField } from '../labels.ts';

/** The seven fields that say something. The criteria count only when both grades have one. */
export function filledFields(fields: PolicyFields): PolicyField[] {
  const says: Readonly<Record<PolicyField, boolean>> = {
    purpose: fields.purpose.trim() !== '',
    methods: fields.methods.trim() !== '',
    period: fields.period !== null && fields.period.from <= fields.period.to,
    schedule: fields.schedule.length > 0 && fields.schedule.every(({ from, to }) => from <= to),
    requests: fields.requests.length > 0,
    criteria: (['指摘', '意見'] as const).every((grade) =>
      fields.criteria.some((entry) => entry.grade === grade && entry.criterion.trim() !== ''),
    ),
    other: fields.other.trim() !== '',
  };
  return fieldNames().filter((field) => says[field]);
}

/** Japanese names of the fields that still say nothing, in the order of the specification. */
export function missingFields(fields: PolicyFields): string[] {
  const filled = new Set<PolicyField>(filledFields(fields));
  return fieldNames()
    .filter((field) => !filled.has(field))
    .map((field) => POLICY_FIELDS[field]);
}

export function fieldNames(): PolicyField[] {
  return Object.keys(POLICY_FIELDS) as PolicyField[];
}

/** What a policy starts with where nothing was written yet. The other matters stay empty: they come from the city. */
export const INITIAL_FIELDS: PolicyFields = {
  purpose: '',
  methods: '',
  period: null,
  schedule: [],
  requests: [],
  criteria: [
    { grade: '指摘', criterion: '', example: '' },
    { grade: '意見', criterion: '', example: '' },
  ],
  other: '',
};

export interface NoticeParts {
  readonly municipality: string;
  readonly department: string;
  readonly contractName: string;
  readonly contractor: string;
  readonly theme: string | null;
  readonly policy: PolicyFields;
}

/** Text of the audit notice for one department, for the city to check and send in its own name. */
export function noticeText(parts: NoticeParts): string {
  const { policy } = parts;
  const period =
    policy.period === null ? '（未定）' : `${formatEra(policy.period.from)}から${formatEra(policy.period.to)}まで`;
  const schedule = policy.schedule.map(
    ({ step, who, from, to }) =>
      `・${step}（${who}）：${formatEra(from)}${from === to ? '' : `から${formatEra(to)}まで`}`,
  );
  return [
    `${parts.municipality}情報セキュリティ監査を次のとおり実施しますので、御協力をお願いします。`,
    '',
    '1　監査の目的',
    policy.purpose,
    '',
    '2　監査の対象',
    `${parts.department}${parts.theme === null ? '' : `（重点テーマ：${parts.theme}）`}`,
    '',
    '3　実施期間',
    period,
    '',
    '4　実施方法',
    policy.methods,
    '',
    '5　日程',
    ...schedule,
    '',
    '6　依頼事項',
    ...policy.requests.map((request) => `・${request}`),
    '',
    '7　実施者',
    `市の情報セキュリティ担当課及び受注者（${parts.contractor}）。監査に関する連絡は、全て市の情報セキュリティ担当課から行います。`,
  ].join('\n');
}
