import { useCan, useEngagementId } from '../../../web/session.ts';
import {
  type BadgeTone,
  type Column,
  ConfirmButton,
  DataList,
  DayText,
  InstantText,
  LinkButton,
  Notice,
  Progress,
  Section,
  sizeText,
  StatusBadge,
  Table,
  TextLink,
  useCommand,
} from '../../../web/ui/index.ts';
import { deliverables, type MadePackageView, type PackageView } from './client.ts';
import { packageMessages as text } from './package-messages.ja.ts';

const TONES: Readonly<Record<MadePackageView['state'], BadgeTone>> = {
  waiting: 'neutral',
  making: 'info',
  ready: 'success',
  failed: 'error',
};
const STEPS = ['collect', 'scan', 'papers', 'bound', 'zip', 'disc'] as const;

/** Every package that was made, the newest first: how far it is, its parts with hashes, or why there is none. */
export function MadePackages({ data, onDone }: { data: PackageView; onDone: () => void }) {
  const engagementId = useEngagementId();
  const { packages } = data;
  const newest = packages.find(({ state }) => state === 'ready');
  return (
    <Section title={text.packages}>
      <p>{packages.length === 0 ? text.noPackages : text.packagesLead}</p>
      {newest !== undefined && (
        <div>
          <LinkButton icon="download" href={deliverables.href('downloadPackage', { engagementId })}>
            {text.download}
          </LinkButton>
        </div>
      )}
      {packages.map((made) => (
        <OnePackage key={made.id} made={made} data={data} onDone={onDone} />
      ))}
    </Section>
  );
}

function OnePackage({ made, data, onDone }: { made: MadePackageView; data: PackageView; onDone: () => void }) {
  const { state, virus } = made;
  const task = data.delivery.tasks.find(({ id }) => id === made.task);
  return (
    <Section level={3} title={text.requested(made.task === null ? text.whole : `${made.task}　${task?.name ?? ''}`)}>
      <p className="flex flex-wrap items-center gap-2">
        <StatusBadge tone={TONES[state]}>{text.states[state]}</StatusBadge>
        <InstantText at={made.madeAt ?? made.requestedAt} />
      </p>
      {made.progress !== null && (
        <>
          <p>{text.steps[made.progress.step]}</p>
          <Progress label={text.stepsLabel} value={STEPS.indexOf(made.progress.step)} max={STEPS.length} />
        </>
      )}
      {state === 'failed' && <Failure made={made} onDone={onDone} />}
      {made.notices.length > 0 && (
        <Notice tone="info">
          <ul className="list-disc ps-6">
            {made.notices.map((notice) => (
              <li key={notice}>{notice}</li>
            ))}
          </ul>
        </Notice>
      )}
      {state === 'ready' && (
        <>
          <DataList
            items={[
              { term: text.entries, value: text.entriesText(made.entries) },
              {
                term: text.virus,
                value:
                  virus === null ? (
                    text.virusNoRecord
                  ) : (
                    <>
                      {virus.software}（{virus.clean ? text.clean : text.found}）　
                      <DayText day={virus.checkedOn} />
                    </>
                  ),
              },
            ]}
          />
          <Parts made={made} />
          <p>{text.hashHelp}</p>
        </>
      )}
    </Section>
  );
}

function Failure({ made, onDone }: { made: MadePackageView; onDone: () => void }) {
  const engagementId = useEngagementId();
  const can = useCan();
  const again = useCommand(
    (options) =>
      deliverables.makePackage(
        { engagementId, task: made.task, bound: true, leftOut: made.unreadable.map(({ fileId }) => fileId) },
        options,
      ),
    { done: text.made, onDone },
  );
  return (
    <Notice tone="error">
      <p>{made.failure}</p>
      {made.unreadable.length > 0 && (
        <ul className="list-disc ps-6">
          {made.unreadable.map(({ fileId, name, fault }) => (
            <li key={fileId} className="break-all">
              {text.fault(name, text.faults[fault])}
            </li>
          ))}
        </ul>
      )}
      {made.unreadable.length > 0 && can('deliverables.read') && (
        <div>
          <ConfirmButton
            title={text.leaveOutTitle}
            body={text.leaveOutBody}
            busy={again.busy}
            onConfirm={() => again.run()}
          >
            {text.leaveOut}
          </ConfirmButton>
        </div>
      )}
    </Notice>
  );
}

type Part = MadePackageView['parts'][number];

function Parts({ made }: { made: MadePackageView }) {
  const engagementId = useEngagementId();
  return (
    <Table
      caption={text.packages}
      hideCaption
      rows={made.parts}
      rowKey={({ kind }) => kind}
      columns={columnsFor(engagementId, made.id)}
    />
  );
}

function columnsFor(engagementId: string, packageId: string): readonly Column<Part>[] {
  return [
    {
      key: 'kind',
      header: text.partColumns.kind,
      rowHeader: true,
      cell: ({ kind }) => (
        <TextLink href={deliverables.href('downloadPackage', { engagementId, packageId, part: kind })}>
          {text.getPart(text.parts[kind])}
        </TextLink>
      ),
    },
    {
      key: 'size',
      header: text.partColumns.size,
      align: 'end',
      nowrap: true,
      cell: ({ size }) => (size === 0 ? null : sizeText(size)),
    },
    { key: 'hash', header: text.partColumns.hash, cell: ({ sha256 }) => <code className="break-all">{sha256}</code> },
  ];
}
