/** The material of one debriefing: a text per content that the clause names, and cases of other municipalities. */
import { useParams, useSearchParams } from 'react-router';
import { useCan, useEngagementId } from '../../../web/session.ts';
import * as ui from '../../../web/ui/index.ts';
import { DEBRIEFING_STATE_NAMES } from '../labels.ts';
import { type Debriefing, meetingOptions, report, reportHref, toneOf } from './client.ts';
import { ReportTabs } from './frame.tsx';
import { messages } from './messages.ja.ts';

const text = messages.debriefings;
/** How many cases the form has room for at once. */
const CASES = 3;

interface About {
  readonly programmeId: string;
  readonly targetId: string | null;
}

export function Component() {
  const engagementId = useEngagementId();
  const { programmeId = '' } = useParams();
  const targetId = useSearchParams()[0].get('target');
  const may = useCan()('audit-report.work');
  const load = ui.useLoad(
    async () => ({
      one: await report.getDebriefing({ programmeId, targetId }),
      meetings: await meetingOptions(engagementId),
      kind: (await report.listDebriefings({ engagementId })).debriefings.find(
        (one) => one.programmeId === programmeId && one.targetId === targetId,
      ),
    }),
    [programmeId, targetId ?? ''],
  );
  return (
    <ui.Loaded from={load}>
      {({ one, meetings, kind }) => (
        <ui.Page
          title={one.saved?.title ?? one.draft.title}
          breadcrumbs={[{ label: text.title, href: reportHref(engagementId, 'debriefings') }]}
        >
          <ReportTabs />
          <p>
            {kind?.target ?? messages.whole}
            {'　'}
            {one.saved !== null && (
              <ui.StatusBadge tone={toneOf(one.saved.state)}>{DEBRIEFING_STATE_NAMES[one.saved.state]}</ui.StatusBadge>
            )}
          </p>
          {one.missing.length > 0 && <ui.Notice tone="warning">{text.missing(one.missing.join('、'))}</ui.Notice>}
          <Finish one={one} reload={load.reload} />
          {may ? (
            <DebriefingForm
              key={one.saved?.version ?? 0}
              one={one}
              about={{ programmeId, targetId }}
              meetings={meetings}
              reload={load.reload}
            />
          ) : (
            <Read one={one} />
          )}
        </ui.Page>
      )}
    </ui.Loaded>
  );
}

function Finish({ one: { saved, missing }, reload }: { one: Debriefing; reload: () => void }) {
  const may = useCan()('audit-report.lead');
  const prepare = ui.useCommand(
    (options) => report.prepareDebriefing({ debriefingId: saved?.id ?? '', version: saved?.version ?? 0 }, options),
    { done: text.prepared, onDone: reload },
  );
  if (saved?.state !== 'draft' || !may) return null;
  return (
    <>
      {prepare.problem !== undefined && <ui.Problem problem={prepare.problem} />}
      {missing.length === 0 && (
        <p>
          <ui.Button variant="solid" busy={prepare.busy} onClick={() => void prepare.run()}>
            {text.prepare}
          </ui.Button>
        </p>
      )}
    </>
  );
}

function DebriefingForm({
  one: { saved, draft, casesAtLeast },
  about,
  meetings,
  reload,
}: {
  one: Debriefing;
  about: About;
  meetings: readonly ui.Option[];
  reload: () => void;
}) {
  const now = saved ?? draft;
  const rooms = Array.from({ length: Math.max(CASES, now.cases.length + 1) }, (_, index) => index);
  const caseOf = (form: ui.FormReader, index: number) => ({
    title: form.text(`cases.${index}.title`),
    text: form.text(`cases.${index}.text`),
    source: form.text(`cases.${index}.source`),
  });
  const parts = (one: ReturnType<typeof caseOf>) => Object.values(one).filter((value) => value !== '').length;
  return (
    <ui.Form
      draft={`audit-debriefing:${about.programmeId}:${about.targetId ?? ''}`}
      {...(saved === null ? {} : { version: saved.version })}
      submitLabel={messages.save}
      done={messages.saved}
      check={(form) =>
        rooms
          .filter((index) => ![0, 3].includes(parts(caseOf(form, index))))
          .map((index) => ({ path: `cases.${index}.title`, message: text.caseHalf }))
      }
      submit={(form) =>
        report.saveDebriefing(
          {
            ...about,
            version: saved === null ? null : form.version,
            title: form.text('title'),
            audience: form.text('audience'),
            meetingId: form.textOrNull('meetingId'),
            sections: now.sections.map(({ title }, index) => ({ title, text: form.text(`sections.${index}.text`) })),
            cases: rooms.map((index) => caseOf(form, index)).filter((each) => parts(each) === 3),
          },
          form.options,
        )
      }
      onDone={reload}
    >
      <ui.TextField name="title" label={text.name} required maxLength={200} defaultValue={now.title} />
      <ui.TextField name="audience" label={text.audience} required maxLength={200} defaultValue={now.audience} />
      <ui.Select name="meetingId" label={text.meeting} defaultValue={now.meetingId ?? ''} options={meetings} />
      {now.sections.map(({ title, text: value }, index) => (
        <ui.TextArea
          key={title}
          name={`sections.${index}.text`}
          label={title}
          maxLength={10_000}
          rows={6}
          defaultValue={value}
        />
      ))}
      <fieldset className="grid grid-cols-[minmax(0,1fr)] gap-4">
        <legend className="text-std-18B-160">{text.casesTitle}</legend>
        <p>{text.casesLead(casesAtLeast)}</p>
        {rooms.map((index) => (
          <div key={index} className="grid grid-cols-[minmax(0,1fr)] gap-4">
            <ui.TextField
              name={`cases.${index}.title`}
              label={text.caseTitle(index + 1)}
              maxLength={200}
              defaultValue={now.cases[index]?.title ?? ''}
            />
            <ui.TextArea
              name={`cases.${index}.text`}
              label={text.caseText(index + 1)}
              maxLength={10_000}
              rows={3}
              defaultValue={now.cases[index]?.text ?? ''}
            />
            <ui.TextField
              name={`cases.${index}.source`}
              label={text.caseSource(index + 1)}
              maxLength={200}
              defaultValue={now.cases[index]?.source ?? ''}
            />
          </div>
        ))}
      </fieldset>
    </ui.Form>
  );
}

function Read({ one: { saved, draft } }: { one: Debriefing }) {
  const { sections, cases } = saved ?? draft;
  return (
    <ui.DataList
      items={[
        ...sections.map(({ title, text: value }) => ({
          term: title,
          value: <span className="whitespace-pre-wrap">{value}</span>,
        })),
        ...cases.map(({ title, text: value, source }) => ({ term: title, value: `${value}（${source}）` })),
      ]}
    />
  );
}
