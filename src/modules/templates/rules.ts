/** Decisions about forms from values alone. */
import { fiscalYearLabel, formatEra } from '../../core/calendar/index.ts';
import { field, type FormData, type FormField } from '../../core/form/index.ts';
import { AppError } from '../../kernel/error.ts';
import type { EngagementProfile } from '../engagement/contract.ts';
import type { Placeholder, Template } from './contract.ts';

/** Fields of every form, from the contract itself. */
export const COMMON_FIELDS: readonly FormField[] = [
  field('契約名', '契約（業務）の名称', '令和8年度情報セキュリティ監査業務委託'),
  field('自治体名', '発注者の自治体の名称', 'あおば市'),
  field('担当課', '発注者の担当課', '情報政策課'),
  field('担当課の所在地', '担当課の所在地', 'あおば市中央1-1'),
  field('担当課の電話番号', '担当課の電話番号', '000-000-0000'),
  field('担当課のファクシミリ番号', '担当課のファクシミリ番号', '000-000-0001'),
  field('担当課の電子メール', '担当課の電子メールアドレス', 'joho@example.jp'),
  field('受託者名', '受託者の名称', '株式会社みどり監査'),
  field('年度', '契約の年度', '令和8年度'),
  field('契約を結んだ日', '契約を締結した日', '2026-05-01', { kind: 'day' }),
  field('履行期間の始め', '履行期間の最初の日', '2026-05-01', { kind: 'day' }),
  field('履行期間の終わり', '履行期間の最後の日', '2027-03-31', { kind: 'day' }),
  field('履行期間', '履行期間', '令和8年5月1日から令和9年3月31日まで'),
  field('履行の場所', '業務を行う場所', '市役所本庁舎'),
  field('仕様書名', '適用する仕様書の名称', '情報セキュリティ監査業務委託仕様書'),
  field('取扱区分', '取扱いの区分（定めがあるとき）', '取扱注意'),
  field('日付', '文書を作る日', '2026-06-01', { kind: 'day' }),
  field('対象', '課、会議など文書の対象の名称（あるとき）', '市民課'),
];

export function commonValues(given: {
  readonly engagement: EngagementProfile;
  readonly specification: string;
  readonly today: string;
  readonly subject: string;
}): FormData {
  const { engagement, specification, today, subject } = given;
  const { client } = engagement;
  return {
    契約名: engagement.title,
    自治体名: engagement.municipality,
    担当課: client.department,
    担当課の所在地: client.address,
    担当課の電話番号: client.tel,
    担当課のファクシミリ番号: client.fax,
    担当課の電子メール: client.email,
    受託者名: engagement.contractor,
    年度: fiscalYearLabel(engagement.fiscalYear),
    契約を結んだ日: { day: engagement.contractDate },
    履行期間の始め: { day: engagement.periodFrom },
    履行期間の終わり: { day: engagement.periodTo },
    履行期間: `${formatEra(engagement.periodFrom)}から${formatEra(engagement.periodTo)}まで`,
    履行の場所: engagement.places.join('、'),
    仕様書名: specification,
    取扱区分: engagement.marking ?? '',
    日付: { day: today },
    対象: subject,
  };
}

/** @throws AppError `state.refused` with what stands in the way. */
export function checkActivation({ state, problems }: Template): void {
  if (state === 'active') throw new AppError('state.refused', { message: 'この版は、既に使われています。' });
  if (problems.length > 0) {
    throw new AppError('state.refused', {
      message: `様式に直すべきところが${problems.length}件あるため、使えません。直した様式を新しい版として登録してください。`,
    });
  }
}

/** A field and what may stand inside its repetition, as lines of the catalogue. */
export function placeholdersOf(
  fields: readonly FormField[],
  group: Placeholder['group'],
  inside: readonly string[] = [],
): Placeholder[] {
  return fields.flatMap(({ name, meaning, example, kind, required, fields: inner = [] }) => [
    {
      name,
      mark: markOf(name, kind),
      meaning,
      example: kind === 'day' ? formatEra(example) : example,
      kind,
      required,
      inside: [...inside],
      group,
    },
    ...placeholdersOf(inner, group, [...inside, name]),
  ]);
}

function markOf(name: string, kind: FormField['kind']): string {
  if (kind === 'list') return `{{#${name}}}{{/${name}}}`;
  return kind === 'condition' ? `{{?${name}}}{{/${name}}}` : `{{${name}}}`;
}
