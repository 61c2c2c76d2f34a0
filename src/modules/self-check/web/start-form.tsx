import { useState } from 'react';
import { useNavigate } from 'react-router';
import { meaningOf } from '../../../core/content-schema/survey-type.ts';
import { useSession } from '../../../web/session.ts';
import {
  Checkbox,
  CheckboxGroup,
  DateField,
  Disclosure,
  Form,
  Loaded,
  Notice,
  NumberField,
  RadioGroup,
  Section,
  Select,
  TextArea,
  TextField,
  TextLink,
  useLoad,
} from '../../../web/ui/index.ts';
import { campaignText } from './campaign-messages.ja.ts';
import { people, questionnaires, selfCheck } from './client.ts';
import { askedSections } from '../rules/bureaus.ts';
import { messages } from './messages.ja.ts';

const text = campaignText.start;
type Published = Awaited<ReturnType<typeof questionnaires.listQuestionnaires>>['questionnaires'][number];
type Department = Awaited<ReturnType<typeof people.listDepartments>>['departments'][number];
type Unit = keyof typeof text.units;

/** Begins a survey of departments at once, or prepares one of persons or affairs, whose list is filled first. */
export function StartForm({ engagementId, onDone }: { engagementId: string; onDone: () => void }) {
  const load = useLoad(async () => {
    const [{ questionnaires: all }, { departments }] = await Promise.all([
      questionnaires.listQuestionnaires({}),
      people.listDepartments({}),
    ]);
    return {
      published: all.filter(({ state }) => state === 'published'),
      sections: askedSections(departments),
    };
  }, []);
  return (
    <Section title={text.title}>
      <Loaded from={load}>
        {({ published, sections }) =>
          published.length === 0 ? (
            <Notice title={text.none}>
              <p>
                <TextLink href="/questionnaires">{text.toQuestionnaires}</TextLink>
              </p>
            </Notice>
          ) : (
            <Fields engagementId={engagementId} published={published} sections={sections} onDone={onDone} />
          )
        }
      </Loaded>
    </Section>
  );
}

function Fields({
  engagementId,
  published,
  sections,
  onDone,
}: {
  engagementId: string;
  published: readonly Published[];
  sections: readonly Department[];
  onDone: () => void;
}) {
  const { today } = useSession();
  const navigate = useNavigate();
  const [questionnaireId, setQuestionnaire] = useState(published.length === 1 ? (published[0]?.id ?? '') : '');
  const [wanted, setUnit] = useState<Unit>('department');
  const [target, setTarget] = useState<keyof typeof text.targets>('all');
  const [anonymous, setAnonymous] = useState(false);
  const chosen = published.find(({ id }) => id === questionnaireId);
  const meaning = chosen === undefined ? null : meaningOf(chosen.type);
  const units: readonly Unit[] = meaning?.units ?? ['department'];
  const unit = units.includes(wanted) ? wanted : (units[0] ?? 'department');
  return (
    <Form
      submitLabel={unit === 'department' ? text.submit : text.prepare}
      done={unit === 'department' ? text.done : text.prepared}
      reset
      submit={async (form) => {
        const common = {
          engagementId,
          questionnaireId,
          opens: form.day('opens'),
          due: form.day('due'),
          message: form.text('message'),
          requiresApproval: form.flag('requiresApproval'),
          graceMinutes: form.number('graceMinutes'),
          smallestGroup: form.number('smallestGroup'),
          about: form.text('about'),
        };
        return unit === 'department'
          ? selfCheck.openCampaign(
              { ...common, departments: target === 'all' ? 'all' : [...form.all('departments')] },
              form.options,
            )
          : selfCheck.prepareCampaign({ ...common, unit, anonymous: unit === 'person' && anonymous }, form.options);
      }}
      onDone={(campaign) => {
        if (campaign.state === 'preparing') void navigate(`/engagements/${engagementId}/self-check/${campaign.id}`);
        else onDone();
      }}
    >
      <Select
        name="questionnaireId"
        label={text.questionnaire}
        required
        width="full"
        value={questionnaireId}
        onChange={(event) => setQuestionnaire(event.target.value)}
        options={published.map(({ id, title, edition, number, type }) => ({
          value: id,
          label: `${messages.types[type]}　${title}（${edition}-${number}）`,
        }))}
      />
      {meaning !== null && meaning.about !== null && (
        <TextField name="about" label={meaning.about} required maxLength={200} />
      )}
      {units.length > 1 && (
        <RadioGroup
          name="unit"
          label={text.unit}
          value={unit}
          onChange={(value) => setUnit(value as Unit)}
          options={units.map((value) => ({ value, label: text.units[value] }))}
        />
      )}
      {unit === 'department' && (
        <RadioGroup
          name="target"
          label={text.target}
          value={target}
          onChange={(value) => setTarget(value as keyof typeof text.targets)}
          options={Object.entries(text.targets).map(([value, label]) => ({ value, label }))}
        />
      )}
      {unit === 'department' && target === 'chosen' && (
        <CheckboxGroup
          name="departments"
          label={text.departments}
          required
          options={sections.map(({ id, name, bureauName }) => ({ value: id, label: `${bureauName ?? ''}　${name}` }))}
        />
      )}
      {unit === 'person' && (
        <Checkbox
          name="anonymous"
          label={text.anonymous}
          hint={text.anonymousHelp}
          checked={anonymous}
          onChange={setAnonymous}
        />
      )}
      <DateField name="opens" label={text.opens} required defaultValue={today} />
      <DateField name="due" label={text.due} required />
      <TextArea name="message" label={text.message} hint={text.messageHelp} maxLength={2000} />
      {!(unit === 'person' && anonymous) && (
        <Checkbox name="requiresApproval" label={text.approval} hint={text.approvalHelp} />
      )}
      <Disclosure summary={messages.more}>
        <NumberField
          name="graceMinutes"
          label={text.grace}
          hint={text.graceHelp}
          required
          min={0}
          max={60}
          defaultValue={5}
        />
        <NumberField
          name="smallestGroup"
          label={text.smallestGroup}
          hint={text.smallestGroupHelp}
          required
          min={5}
          max={100}
          defaultValue={5}
        />
      </Disclosure>
    </Form>
  );
}
