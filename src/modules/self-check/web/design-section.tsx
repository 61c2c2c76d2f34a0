import { useCan } from '../../../web/session.ts';
import {
  type Column,
  ConfirmButton,
  InstantText,
  Loaded,
  Problem,
  Section,
  StatusBadge,
  Table,
  useCommand,
  useLoad,
} from '../../../web/ui/index.ts';
import { campaignText } from './campaign-messages.ja.ts';
import { type FormDesign, selfCheck } from './client.ts';

const text = campaignText.design;

/** What the published forms of the self-check measure; the contractor presents the one that it has designed. */
export function DesignSection({ engagementId }: { engagementId: string }) {
  const can = useCan();
  const load = useLoad(() => selfCheck.listDesigns({ engagementId }), [engagementId]);
  return (
    <Section title={text.title}>
      <p>{text.lead}</p>
      <Loaded from={load}>
        {({ designs }) => (
          <Table
            caption={text.title}
            hideCaption
            rows={designs}
            rowKey={({ questionnaireId }) => questionnaireId}
            empty={<p>{text.none}</p>}
            columns={can('form.design') ? [...COLUMNS, actionFor(engagementId, load.reload)] : COLUMNS}
          />
        )}
      </Loaded>
    </Section>
  );
}

const COLUMNS: readonly Column<FormDesign>[] = [
  {
    key: 'title',
    header: text.columns.title,
    rowHeader: true,
    cell: ({ title, edition, number }) => `${title}（${text.version(edition, number)}）`,
  },
  { key: 'segments', header: text.columns.segments, cell: ({ segments }) => segments.join('、') || text.noSegments },
  { key: 'subjects', header: text.columns.subjects, cell: ({ subjects }) => subjects.join('、') || text.noSubjects },
  { key: 'items', header: text.columns.items, cell: ({ items, withoutSubject }) => text.items(items, withoutSubject) },
  {
    key: 'risk',
    header: text.columns.risk,
    cell: ({ riskItems, riskWithoutExplanation }) => text.risk(riskItems, riskWithoutExplanation),
  },
  {
    key: 'presented',
    header: text.columns.presented,
    cell: ({ presentedBy, presentedAt }) =>
      presentedAt === null ? (
        <StatusBadge>{text.notYet}</StatusBadge>
      ) : (
        <>
          {presentedBy}（<InstantText at={presentedAt} />）
        </>
      ),
  },
];

const actionFor = (engagementId: string, onDone: () => void): Column<FormDesign> => ({
  key: 'action',
  header: text.columns.action,
  cell: (design) =>
    design.presentedAt === null && <Present engagementId={engagementId} design={design} onDone={onDone} />,
});

function Present({
  engagementId,
  design: { questionnaireId, title },
  onDone,
}: {
  engagementId: string;
  design: FormDesign;
  onDone: () => void;
}) {
  const present = useCommand((options) => selfCheck.presentDesign({ engagementId, questionnaireId }, options), {
    done: text.presented,
    onDone,
  });
  return (
    <>
      {present.problem !== undefined && <Problem problem={present.problem} />}
      <ConfirmButton
        size="small"
        aria-label={text.presentLabel(title)}
        title={text.presentTitle}
        body={text.presentBody}
        busy={present.busy}
        onConfirm={() => present.run()}
      >
        {text.present}
      </ConfirmButton>
    </>
  );
}
