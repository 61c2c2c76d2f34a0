/** One of the 29 items: what to look for, the judgement with its place, advice, and the city's decisions. */
import { useState } from 'react';
import { useNavigate } from 'react-router';
import { useCan, useEngagementId } from '../../../web/session.ts';
import * as ui from '../../../web/ui/index.ts';
import {
  ADVICE_LABELS,
  CONTRACT_DOCUMENT_NAMES,
  IMPROVEMENT_LABELS,
  REFLECTION_LABELS,
  TECHNIQUE_NAMES,
} from '../labels.ts';
import { audit, auditHref, choicesOf, type Contract, type ContractItem } from './audit-client.ts';
import { messages } from './messages-result.ja.ts';
import { messages as work } from './messages-work.ja.ts';

const text = messages.contracts;
const REFLECTIONS = ['reflected', 'partly', 'absent'] as const;
const ADVICE = ['wording', 'example', 'alternative'] as const;
const IMPROVEMENTS = ['open', 'adopted', 'alternative', 'closed'] as const;

export interface ContractItemPartProps {
  readonly item: ContractItem;
  readonly contract: Contract;
  readonly onStep: (by: 1 | -1) => void;
  readonly onSaved: () => void;
  readonly onChanged: () => void;
}

export function ContractItemPart({ item, contract, onStep, onSaved, onChanged }: ContractItemPartProps) {
  const can = useCan();
  const open = contract.state === 'designated';
  const city = can('audit.city');
  return (
    <ui.Section
      level={3}
      title={`${item.number}　${item.title}`}
      actions={
        <div className="flex flex-wrap gap-3">
          <ui.Button size="small" icon="left" onClick={() => onStep(-1)}>
            {work.checks.previous}
          </ui.Button>
          <ui.Button size="small" icon="right" onClick={() => onStep(1)}>
            {work.checks.next}
          </ui.Button>
        </div>
      }
    >
      <p>{item.question}</p>
      <Guidance item={item} />
      {can('audit.work') && open ? (
        <JudgeForm item={item} contract={contract} onSaved={onSaved} />
      ) : (
        <Judged item={item} contract={contract} />
      )}
      {city && open && item.judgement === 'absent' && item.waiver === null && (
        <Waive item={item} onChanged={onChanged} />
      )}
      {city && !open && item.advice !== null && <Improvement item={item} onChanged={onChanged} />}
      {can('audit.work') && (item.judgement === 'absent' || item.judgement === 'partly') && item.waiver === null && (
        <ToFinding item={item} auditId={contract.auditId} />
      )}
    </ui.Section>
  );
}

function Guidance({ item }: { item: ContractItem }) {
  return (
    <ui.Disclosure summary={text.lookFor}>
      <p>{item.point}</p>
      <ui.DataList
        items={[
          ...item.lookFor.map(({ document, hint }) => ({ term: CONTRACT_DOCUMENT_NAMES[document], value: hint })),
          { term: text.keywords, value: item.keywords.join('、') },
          { term: text.example, value: item.example },
          { term: text.alternative, value: item.alternative },
          { term: text.better, value: item.betterWording },
          ...(item.procedures.length === 0
            ? []
            : [
                {
                  term: text.how,
                  value: item.procedures
                    .map(({ technique, procedure }) => `${TECHNIQUE_NAMES[technique]}：${procedure}`)
                    .join('\n'),
                },
                { term: text.evidenceExamples, value: item.evidenceExamples.join('、') },
                { term: text.askWhom, value: item.askWhom },
                { term: text.risk, value: item.assumedRisk },
              ]),
          { term: text.basis, value: item.citations.join('\n') },
        ]}
      />
    </ui.Disclosure>
  );
}

function JudgeForm({ item, contract, onSaved }: Pick<ContractItemPartProps, 'item' | 'contract' | 'onSaved'>) {
  const [advice, setAdvice] = useState(item.advice?.text ?? '');
  return (
    <ui.Form
      version={item.version}
      draft={`audit-contract-item:${item.id}`}
      submitLabel={text.save}
      submit={(form) => {
        const kind = ADVICE.find((candidate) => candidate === form.text('advice.kind'));
        const needed = form.flag('supplement');
        return audit.judgeContractItem(
          {
            contractItemId: item.id,
            version: form.version,
            judgement: form.one('judgement', REFLECTIONS),
            documentId: form.textOrNull('documentId'),
            page: form.text('page'),
            quote: form.text('quote'),
            foundEvidence: form.all('foundEvidence'),
            advice: kind === undefined ? null : { kind, text: form.text('advice.text') },
            supplement: needed ? { needed, text: form.text('supplement.text') } : null,
            note: form.text('note'),
          },
          form.options,
        );
      }}
      onDone={onSaved}
    >
      <ui.RadioGroup
        name="judgement"
        label={text.judgement}
        required
        inline
        options={choicesOf(REFLECTION_LABELS)}
        defaultValue={item.judgement}
      />
      <ui.Select
        name="documentId"
        label={text.document}
        hint={text.pageHelp}
        options={contract.documents.map(({ id, title }) => ({ value: id, label: title }))}
        defaultValue={item.documentId}
      />
      <ui.TextField name="page" label={text.page} width="short" maxLength={60} defaultValue={item.page} />
      <ui.TextArea
        name="quote"
        label={text.quote}
        hint={text.quoteHelp}
        rows={2}
        maxLength={4000}
        defaultValue={item.quote}
      />
      {item.anyOf.length > 0 && (
        <ui.CheckboxGroup
          name="foundEvidence"
          label={text.found}
          options={item.anyOf.map(({ id, label }) => ({ value: id, label }))}
          defaultValues={item.foundEvidence}
        />
      )}
      <ui.RadioGroup
        name="advice.kind"
        label={text.adviceKind}
        inline
        options={[{ value: 'none', label: text.noAdvice }, ...choicesOf(ADVICE_LABELS)]}
        defaultValue={item.advice?.kind ?? 'none'}
      />
      <div className="grid grid-cols-[minmax(0,1fr)] gap-2">
        <ui.TextArea
          name="advice.text"
          label={text.adviceText}
          rows={3}
          maxLength={10000}
          value={advice}
          onChange={(event) => setAdvice(event.target.value)}
        />
        <div className="flex flex-wrap gap-3">
          {item.example !== '' && (
            <ui.Button size="small" onClick={() => setAdvice(item.example)}>
              {text.copyExample}
            </ui.Button>
          )}
          {item.alternative !== '' && (
            <ui.Button size="small" onClick={() => setAdvice(item.alternative)}>
              {text.copyAlternative}
            </ui.Button>
          )}
        </div>
      </div>
      <ui.Checkbox name="supplement" label={text.supplement} defaultChecked={item.supplement?.needed ?? false} />
      <ui.TextArea
        name="supplement.text"
        label={text.supplementText}
        rows={2}
        maxLength={4000}
        defaultValue={item.supplement?.text ?? ''}
      />
      <ui.TextArea name="note" label={text.note} rows={2} maxLength={4000} defaultValue={item.note} />
    </ui.Form>
  );
}

function Judged({ item, contract }: Pick<ContractItemPartProps, 'item' | 'contract'>) {
  return (
    <ui.DataList
      items={[
        { term: text.judgement, value: item.judgement === null ? null : REFLECTION_LABELS[item.judgement] },
        { term: text.document, value: contract.documents.find(({ id }) => id === item.documentId)?.title },
        { term: text.page, value: item.page },
        { term: text.quote, value: item.quote },
        {
          term: text.advice,
          value: item.advice === null ? null : `${ADVICE_LABELS[item.advice.kind]}：${item.advice.text}`,
        },
        { term: text.waived, value: item.waiver?.reason },
        {
          term: text.improvement,
          value:
            item.improvement === null
              ? null
              : `${IMPROVEMENT_LABELS[item.improvement.state]}　${item.improvement.note}`,
        },
      ]}
    />
  );
}

type Deciding = Pick<ContractItemPartProps, 'item' | 'onChanged'>;

function Waive({ item, onChanged }: Deciding) {
  return (
    <ui.Form
      version={item.version}
      submitLabel={text.waive}
      submit={(form) =>
        audit.waiveContractItem(
          { contractItemId: item.id, version: form.version, reason: form.text('reason') },
          form.options,
        )
      }
      onDone={onChanged}
    >
      <ui.TextField name="reason" label={text.reason} required maxLength={1000} />
    </ui.Form>
  );
}

function Improvement({ item, onChanged }: Deciding) {
  return (
    <ui.Form
      version={item.version}
      submitLabel={text.track}
      submit={(form) =>
        audit.trackImprovement(
          {
            contractItemId: item.id,
            version: form.version,
            state: form.one('state', IMPROVEMENTS),
            note: form.text('note'),
          },
          form.options,
        )
      }
      onDone={onChanged}
    >
      <ui.RadioGroup
        name="state"
        label={text.improvement}
        required
        inline
        options={choicesOf(IMPROVEMENT_LABELS)}
        defaultValue={item.improvement?.state ?? 'open'}
      />
      <ui.TextField
        name="note"
        label={text.improvementNote}
        maxLength={1000}
        defaultValue={item.improvement?.note ?? ''}
      />
    </ui.Form>
  );
}

function ToFinding({ item, auditId }: { item: ContractItem; auditId: string }) {
  const engagementId = useEngagementId();
  const navigate = useNavigate();
  const draft = ui.useCommand(
    (options) => audit.draftFinding({ auditId, from: { kind: 'contract-item', id: item.id } }, options),
    { done: text.drafted, onDone: ({ id }) => void navigate(`${auditHref(engagementId)}/findings/${id}`) },
  );
  return (
    <div>
      <ui.Button busy={draft.busy} onClick={() => void draft.run()}>
        {text.toFinding}
      </ui.Button>
    </div>
  );
}
