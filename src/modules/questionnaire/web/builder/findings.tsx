import type { FormFinding } from '../../../../core/assessment/index.ts';
import * as ui from '../../../../web/ui/index.ts';
import { messages } from '../messages.ja.ts';

const text = messages.builder.findings;

/** Where an item or a section stands on the page of the builder. */
export const placeOf = ({
  item,
  section,
}: {
  readonly item?: string | null;
  readonly section?: string | null;
}): string => (item !== null && item !== undefined ? `build-item-${item}` : `build-section-${section ?? ''}`);

/** All findings with a way to their place; errors keep the form from being published. */
export function Findings({ findings }: { findings: readonly FormFinding[] }) {
  const errors = findings.filter(({ severity }) => severity === 'error');
  const warnings = findings.filter(({ severity }) => severity === 'warning');
  return (
    <ui.Section title={text.title}>
      <p role="status">
        {errors.length === 0 ? text.ready(warnings.length) : text.count(errors.length, warnings.length)}
      </p>
      <List findings={errors} />
      {warnings.length > 0 && (
        <ui.Disclosure summary={text.warnings(warnings.length)}>
          <List findings={warnings} />
        </ui.Disclosure>
      )}
    </ui.Section>
  );
}

function List({ findings }: { findings: readonly FormFinding[] }) {
  if (findings.length === 0) return null;
  return (
    <ul className="list-disc ps-6">
      {findings.map((finding) => (
        <li key={`${finding.kind}${finding.message}`}>
          {finding.section === null ? (
            finding.message
          ) : (
            <a
              href={`#${placeOf(finding)}`}
              className="inline-flex min-h-11 items-center text-key-900 underline underline-offset-3"
              onClick={(event) => {
                event.preventDefault();
                goTo(placeOf(finding));
              }}
            >
              {finding.message}
            </a>
          )}
        </li>
      ))}
    </ul>
  );
}

function goTo(id: string): void {
  const part = document.getElementById(id);
  part?.scrollIntoView();
  part?.focus({ preventScroll: true });
}

/** The findings of one place, beside it. */
export function FindingsAt({ findings }: { findings: readonly FormFinding[] }) {
  if (findings.length === 0) return null;
  return (
    <ul className="grid gap-2">
      {findings.map(({ kind, severity, message }) => (
        <li key={`${kind}${message}`} className="grid grid-cols-[auto_minmax(0,1fr)] items-start gap-2">
          <ui.StatusBadge tone={severity === 'error' ? 'error' : 'warning'}>{text.severities[severity]}</ui.StatusBadge>
          <span>{message}</span>
        </li>
      ))}
    </ul>
  );
}
