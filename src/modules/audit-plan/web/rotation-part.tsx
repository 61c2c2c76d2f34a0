/** Which departments the years bring round, and taking the proposal over as targets. */
import * as ui from '../../../web/ui/index.ts';
import { messages } from './messages.ja.ts';
import { plan } from './plan-client.ts';

const text = messages.targets;
type RotationView = Awaited<ReturnType<typeof plan.getRotation>>;
type Line = RotationView['departments'][number];

const COLUMNS: readonly ui.Column<Line>[] = [
  { key: 'name', header: text.departments, rowHeader: true, cell: ({ name }) => name },
  {
    key: 'last',
    header: text.last,
    nowrap: true,
    sortBy: ({ last }) => last ?? 0,
    cell: ({ last }) => (last === null ? text.never : text.lastYear(last)),
  },
  { key: 'reason', header: text.proposal, cell: ({ reason }) => reason },
];

export function Rotation({
  programmeId,
  rotation,
  editable,
  reload,
}: {
  programmeId: string;
  rotation: RotationView;
  editable: boolean;
  reload: () => void;
}) {
  const wanted = rotation.departments.filter(({ proposed }) => proposed);
  const take = ui.useCommand(
    async (options) => {
      for (const { departmentId, name, reason } of wanted)
        await plan.addTarget(
          { programmeId, kind: 'department', name, departmentIds: [departmentId], reason },
          { idempotencyKey: `${options.idempotencyKey ?? ''}-${departmentId}` },
        );
    },
    { done: text.proposed, onDone: reload },
  );
  return (
    <ui.Section title={text.rotation}>
      <p>{text.rotationNote(rotation.years ?? 0, rotation.needed)}</p>
      {take.problem !== undefined && <ui.Problem problem={take.problem} />}
      {editable && wanted.length > 0 && (
        <p>
          <ui.Button busy={take.busy} onClick={() => void take.run()}>
            {text.propose}
          </ui.Button>
        </p>
      )}
      <ui.Table
        caption={text.rotation}
        hideCaption
        rows={rotation.departments}
        rowKey={({ departmentId }) => departmentId}
        columns={COLUMNS}
      />
    </ui.Section>
  );
}
