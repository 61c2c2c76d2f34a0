/** Personal data of the contractor's people: removed at the end where the specification wants it. */
import { canonical, sha256Of } from '../../kernel/canonical.ts';
import type { ErasureContext, ErasureItem, ErasureScope, ErasureView, ModuleErasure } from '../../kernel/erasure.ts';
import { eraseEvidence, eraseMembers, erasePapers, listPersonalFiles } from './store-erasure.ts';
import { listChanges, listMembers } from './store.ts';
import { listExperience, listQualifications } from './store-evidence.ts';
import { listCareers, listExpertise, listVendorTies } from './store-statements.ts';

/** One item per member: the person with everything that is on record of them. */
async function plan(view: ErasureView, { engagementId, personal }: ErasureScope): Promise<readonly ErasureItem[]> {
  if (!personal) return [];
  const { tx } = view;
  const members = (await listMembers(tx, engagementId)).filter(({ erased_on: erased }) => erased === null);
  const lists = {
    qualifications: await listQualifications(tx, engagementId),
    experience: await listExperience(tx, engagementId),
    careers: await listCareers(tx, engagementId),
    expertise: await listExpertise(tx, engagementId),
    ties: await listVendorTies(tx, engagementId),
  };
  const changes = await listChanges(tx, engagementId);
  return Promise.all(
    members.map(async (member) => {
      const own = Object.values(lists).map((rows) => rows.filter((row) => row.member_id === member.id));
      const about = changes.filter((change) => change.outgoing_id === member.id || change.incoming_id === member.id);
      const fileIds = await listPersonalFiles(tx, member.id);
      const files = await Promise.all(fileIds.map((fileId) => view.files.find(fileId)));
      return {
        kind: '担当者の個人情報（氏名、資格、経歴等）',
        subject: member.id,
        label: member.name,
        personal: true,
        record: sha256Of(canonical(JSON.parse(JSON.stringify({ member, own, about })))),
        files: files.flatMap((file) => (file === null ? [] : [file.sha256])),
      };
    }),
  );
}

async function erase(context: ErasureContext, { engagementId, personal }: ErasureScope): Promise<void> {
  if (!personal) return;
  const { tx, today, files } = context;
  for (const { id } of await listMembers(tx, engagementId)) {
    for (const fileId of await listPersonalFiles(tx, id)) await files.drop(fileId);
  }
  await eraseEvidence(tx, engagementId);
  await erasePapers(tx, engagementId);
  await eraseMembers(tx, engagementId, today);
}

export const erasure: ModuleErasure = { plan, erase };
