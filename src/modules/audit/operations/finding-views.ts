/** Findings on the city's side: confirmation, showing to the department, and the department's view. */
import { AppError, fieldError, refuse } from '../../../kernel/error.ts';
import { changedOf } from '../../../kernel/record-store.ts';
import { dayOfEvent } from '../../engagement/contract.ts';
import { findingMachine } from '../rules/machines.ts';
import { audits, findings } from '../store/stores.ts';
import { checkFindingsOpen, takeFinding, textOf } from './findings.ts';
import type { H } from './handler.ts';
import { advance, checkOwnAudit, facts } from './shared.ts';

export const returnFinding: H<'returnFinding'> = async (context, { findingId, version, remark }) => {
  const { finding, audit } = await takeFinding(context, findingId, version);
  checkFindingsOpen(audit);
  const state = advance(findingMachine, finding.state, 'return');
  const saved = await findings.save(context.tx, finding, {
    state,
    content: {
      returns: [...finding.content.returns, { text: remark, on: context.today }],
      review: null,
      edition: finding.content.edition + 1,
    },
  });
  facts.record(context, 'finding.returned', {
    engagementId: audit.engagementId,
    subject: finding.id,
    data: { department: audit.departmentId },
  });
  return changedOf(saved);
};

export const confirmFinding: H<'confirmFinding'> = async (context, { findingId, version }) => {
  const { finding, audit } = await takeFinding(context, findingId, version);
  checkFindingsOpen(audit);
  const state = advance(findingMachine, finding.state, 'confirm');
  const saved = await findings.save(context.tx, finding, { state, content: { confirmedOn: context.today } });
  facts.record(context, 'finding.confirmed', {
    engagementId: audit.engagementId,
    subject: finding.id,
    data: { department: audit.departmentId, edition: finding.content.edition },
  });
  return changedOf(saved);
};

export const showFinding: H<'showFinding'> = async (context, { findingId, version, occurredOn }) => {
  const { finding, audit } = await takeFinding(context, findingId, version);
  checkFindingsOpen(audit);
  const state = advance(findingMachine, finding.state, 'show');
  const on = await dayOfEvent(context, audit.engagementId, occurredOn);
  const saved = await findings.save(context.tx, finding, {
    state,
    // An answer to the earlier text does not speak about this one.
    content: { shownOn: on, shown: textOf(finding.content), sectionDraft: null },
  });
  facts.record(context, 'finding.shown', {
    engagementId: audit.engagementId,
    subject: finding.id,
    data: { department: audit.departmentId, occurredOn: on },
  });
  return changedOf(saved);
};

export const answerFinding: H<'answerFinding'> = async (context, { findingId, view, text }) => {
  const finding = await findings.take(context.tx, findingId);
  const audit = await audits.get(context.tx, finding.auditId);
  checkOwnAudit(context.caller, audit);
  if (finding.content.shown === null) throw new AppError('record.missing', { internal: 'not shown' });
  checkFindingsOpen(audit);
  advance(findingMachine, finding.state, 'answer');
  if (view === 'objected' && text.trim() === '')
    throw fieldError('text', '異議があるときは、どの点がどう違うかを書いてください。');
  const saved = await findings.save(context.tx, finding, {
    content: { sectionDraft: { view, text, on: context.today } },
  });
  facts.record(context, 'finding.answered', {
    engagementId: audit.engagementId,
    subject: finding.id,
    data: { department: audit.departmentId, view },
  });
  return changedOf(saved);
};

export const recordFindingView: H<'recordFindingView'> = async (context, input) => {
  const { finding, audit } = await takeFinding(context, input.findingId, input.version);
  checkFindingsOpen(audit);
  const settledReason = input.settledReason?.trim() ?? '';
  const settled = input.view === 'objected' && settledReason !== '';
  const state = advance(
    findingMachine,
    finding.state,
    input.view === 'agreed' ? 'agree' : settled ? 'settle' : 'object',
  );
  if (input.view === 'objected' && input.sectionText.trim() === '')
    throw fieldError('sectionText', '監査対象課の異議の内容を書いてください。');
  // The first objection is always looked into; only one that stays afterwards can be settled by the city.
  if (settled && !finding.content.views.some(({ view }) => view === 'objected'))
    throw refuse('最初の異議は、監査チームが再検討します。再検討の後も異議があるときに、そのまま確定できます。');
  const on = await dayOfEvent(context, audit.engagementId, input.occurredOn);
  const { content } = finding;
  const saved = await findings.save(context.tx, finding, {
    state,
    content: {
      views: [
        ...content.views,
        {
          edition: content.edition,
          view: input.view,
          sectionText: input.sectionText,
          findingFact: content.fact,
          occurredOn: on,
          settledReason: settled ? settledReason : null,
        },
      ],
      ...(state === 'reopened' ? { review: null, edition: content.edition + 1, confirmedOn: null } : {}),
    },
  });
  const fact = { engagementId: audit.engagementId, subject: finding.id };
  facts.record(context, 'finding.view-recorded', {
    ...fact,
    data: { department: audit.departmentId, view: input.view, settled, occurredOn: on },
  });
  if (state === 'reopened')
    facts.record(context, 'finding.reopened', { ...fact, data: { department: audit.departmentId } });
  return changedOf(saved);
};
