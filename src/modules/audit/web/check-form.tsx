/** Judging one check item, fast by keyboard: 1 to 5 choose the judgement, Ctrl+Enter saves and goes on. */
import { useEffect, useRef } from 'react';
import { useNavigate } from 'react-router';
import { useEngagementId } from '../../../web/session.ts';
import * as ui from '../../../web/ui/index.ts';
import { ANSWER_LABELS, JUDGEMENT_LABELS, TECHNIQUE_NAMES } from '../labels.ts';
import { audit, auditHref, type Check, choicesOf, type Evidence } from './audit-client.ts';
import { messages as samples } from './messages-samples.ja.ts';
import { messages } from './messages-work.ja.ts';

const text = messages.checks;
const { checklist } = samples;
const JUDGEMENTS = ['adequate', 'minor', 'inadequate', 'not-applicable', 'unconfirmed'] as const;
const TECHNIQUES = ['document-review', 'interview', 'site-visit', 're-performance'] as const;

export interface CheckFormProps {
  readonly check: Check;
  readonly evidence: readonly Evidence[];
  readonly editable: boolean;
  /** The programme also names what is well done: such an item can become a finding too. */
  readonly praise: boolean;
  /** Takes the focus when it appears, so that judging goes on without the mouse. */
  readonly focus: boolean;
  readonly onSaved: () => void;
  readonly onChanged: () => void;
}

/** Single keys act only while the focus is on the item, and never while somebody is typing. */
function onKey(event: KeyboardEvent, area: HTMLElement): void {
  const { target } = event;
  if (event.isComposing || !(target instanceof HTMLElement) || !area.contains(target)) return;
  if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
    event.preventDefault();
    (target.closest('form') ?? area.querySelector('form'))?.requestSubmit();
    return;
  }
  const typing = target.matches('textarea, select, input:not([type=radio], [type=checkbox])');
  const chosen = JUDGEMENTS[Number(event.key) - 1];
  if (typing || chosen === undefined || event.ctrlKey || event.altKey || event.metaKey) return;
  area.querySelector<HTMLInputElement>(`input[name="judgement"][value="${chosen}"]`)?.click();
}

export function CheckForm({ check, evidence, editable, praise, focus, onSaved, onChanged }: CheckFormProps) {
  const area = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent): void => {
      if (area.current !== null) onKey(event, area.current);
    };
    document.addEventListener('keydown', onKeyDown);
    if (focus) area.current?.querySelector<HTMLInputElement>('input[name="judgement"]')?.focus();
    return () => document.removeEventListener('keydown', onKeyDown);
  }, [focus]);
  return (
    <div ref={area} className="grid grid-cols-[minmax(0,1fr)] gap-6">
      <Guidance check={check} />
      {check.hint !== null && (
        <ui.Notice tone="warning" title={text.hint}>
          {check.hint}
        </ui.Notice>
      )}
      {check.dropped !== null && check.dropped !== undefined && (
        <ui.Notice tone="warning" title={checklist.dropped(check.dropped.position)}>
          {checklist.droppedBody(check.dropped.reason)}
        </ui.Notice>
      )}
      {check.state === 'left-out' ? (
        <LeftOut check={check} editable={editable} onChanged={onChanged} />
      ) : editable ? (
        <>
          <JudgeForm check={check} evidence={evidence} onSaved={onSaved} />
          <LeaveOut check={check} onChanged={onChanged} />
        </>
      ) : (
        <Judged check={check} evidence={evidence} />
      )}
      {(check.judgement === 'minor' ||
        check.judgement === 'inadequate' ||
        (praise && check.judgement === 'adequate')) && <ToFinding check={check} />}
    </div>
  );
}

function Guidance({ check }: { check: Check }) {
  return (
    <>
      <p>{check.point}</p>
      <ui.Disclosure summary={text.procedures}>
        <ui.DataList
          items={[
            // An item of a catalogue may have several procedures of one technique.
            ...[...Map.groupBy(check.procedures, ({ technique }) => technique)].map(([technique, steps]) => ({
              term: TECHNIQUE_NAMES[technique],
              value: steps.map(({ procedure }) => procedure).join('\n'),
            })),
            { term: text.examples, value: check.evidenceExamples.join('、') },
            { term: text.askWhom, value: check.askWhom },
            { term: text.basis, value: check.citations.join('\n') },
            { term: text.own, value: check.ownAnswers.map(({ answer }) => ANSWER_LABELS[answer]).join('、') },
          ]}
        />
      </ui.Disclosure>
    </>
  );
}

function JudgeForm({ check, evidence, onSaved }: Pick<CheckFormProps, 'check' | 'evidence' | 'onSaved'>) {
  const fresh = check.judgement === 'unconfirmed';
  return (
    <ui.Form
      version={check.version}
      draft={`audit-check:${check.id}`}
      submitLabel={text.save}
      submit={(form) =>
        audit.judgeCheck(
          {
            checkId: check.id,
            version: form.version,
            judgement: form.one('judgement', JUDGEMENTS),
            techniques: TECHNIQUES.filter((technique) => form.all('techniques').includes(technique)),
            fact: form.text('fact'),
            note: form.text('note'),
            evidenceIds: form.all('evidenceIds'),
          },
          form.options,
        )
      }
      onDone={onSaved}
    >
      <ui.RadioGroup
        name="judgement"
        label={text.judgement}
        required
        inline
        defaultValue={fresh ? null : check.judgement}
        options={JUDGEMENTS.map((value, index) => ({ value, label: `${index + 1} ${JUDGEMENT_LABELS[value]}` }))}
      />
      <ui.TextArea
        name="fact"
        label={text.fact}
        hint={text.factHelp}
        maxLength={10000}
        rows={3}
        defaultValue={check.fact}
      />
      <ui.CheckboxGroup
        name="techniques"
        label={text.techniques}
        options={choicesOf(TECHNIQUE_NAMES)}
        defaultValues={fresh ? check.procedures.slice(0, 1).map(({ technique }) => technique) : check.techniques}
      />
      {evidence.length === 0 ? (
        <p>{text.noEvidence}</p>
      ) : (
        <ui.CheckboxGroup
          name="evidenceIds"
          label={text.evidence}
          options={evidence.map(({ id, title, position }) => ({ value: id, label: `${position}　${title}` }))}
          defaultValues={check.evidenceIds}
        />
      )}
      <ui.TextArea name="note" label={text.note} maxLength={10000} rows={2} defaultValue={check.note} />
    </ui.Form>
  );
}

function Judged({ check, evidence }: Pick<CheckFormProps, 'check' | 'evidence'>) {
  return (
    <ui.DataList
      items={[
        { term: text.judgement, value: JUDGEMENT_LABELS[check.judgement] },
        { term: text.techniques, value: check.techniques.map((technique) => TECHNIQUE_NAMES[technique]).join('、') },
        { term: text.fact, value: check.fact },
        {
          term: text.evidence,
          value: evidence
            .filter(({ id }) => check.evidenceIds.includes(id))
            .map(({ title }) => title)
            .join('、'),
        },
      ]}
    />
  );
}

type Changing = Pick<CheckFormProps, 'check' | 'onChanged'>;

function LeaveOut({ check, onChanged }: Changing) {
  return (
    <ui.Disclosure summary={text.leaveOut}>
      <ui.Form
        version={check.version}
        submitLabel={text.leaveOut}
        submit={(form) =>
          audit.leaveOutCheck({ checkId: check.id, version: form.version, reason: form.text('reason') }, form.options)
        }
        onDone={onChanged}
      >
        <ui.TextField name="reason" label={text.leaveOutReason} required maxLength={1000} />
      </ui.Form>
    </ui.Disclosure>
  );
}

function LeftOut({ check, editable, onChanged }: Changing & { editable: boolean }) {
  const back = ui.useCommand(
    (options) => audit.bringBackCheck({ checkId: check.id, version: check.version }, options),
    { onDone: onChanged },
  );
  return (
    <>
      <ui.DataList items={[{ term: text.leaveOutReason, value: check.leftOutReason }]} />
      {editable && (
        <div>
          <ui.Button busy={back.busy} onClick={() => void back.run()}>
            {text.bringBack}
          </ui.Button>
        </div>
      )}
    </>
  );
}

function ToFinding({ check }: { check: Check }) {
  const engagementId = useEngagementId();
  const navigate = useNavigate();
  const draft = ui.useCommand(
    (options) => audit.draftFinding({ auditId: check.auditId, from: { kind: 'check', id: check.id } }, options),
    { done: text.drafted, onDone: ({ id }) => void navigate(`${auditHref(engagementId)}/findings/${id}`) },
  );
  return (
    <div className="flex flex-wrap gap-3">
      {check.findingIds.map((id) => (
        <ui.TextLink key={id} href={`${auditHref(engagementId)}/findings/${id}`}>
          {messages.checks.openFinding}
        </ui.TextLink>
      ))}
      {check.findingIds.length === 0 && (
        <ui.Button busy={draft.busy} onClick={() => void draft.run()}>
          {text.toFinding}
        </ui.Button>
      )}
    </div>
  );
}
