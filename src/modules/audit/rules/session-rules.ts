/** What a session at the target should have had. Nothing here blocks: it is said, recorded, and an obligation holds it. */
export interface SessionSituation {
  readonly auditors: number;
  readonly qualified: number;
  readonly auditorsAtLeast: number;
  readonly qualifiedAtLeast: number;
  readonly minutes: number;
  readonly plannedMinutes: number | null;
  readonly unjudged: number;
}

export function sessionWarnings(at: SessionSituation): string[] {
  const warnings: string[] = [];
  if (at.auditors < at.auditorsAtLeast)
    warnings.push(
      `監査の従事者は${at.auditors}人です。この監査では${at.auditorsAtLeast}人以上で行うこととしています。`,
    );
  if (at.qualified < at.qualifiedAtLeast)
    warnings.push(
      `有効な資格を登録した従事者は${at.qualified}人です。この監査では${at.qualifiedAtLeast}人以上を含めることとしています。`,
    );
  if (at.plannedMinutes !== null && at.minutes < at.plannedMinutes / 2)
    warnings.push(`実施した時間は${at.minutes}分で、予定の${at.plannedMinutes}分の半分に足りません。`);
  if (at.unjudged > 0) warnings.push(`判断も証拠もない確認項目が${at.unjudged}項目あります。`);
  return warnings;
}

/** The points that the record of an attendance says nothing about. */
export function missingPoints(wanted: readonly string[], recorded: readonly { readonly point: string }[]): string[] {
  const told = new Set(recorded.map(({ point }) => point));
  return wanted.filter((point) => !told.has(point));
}
