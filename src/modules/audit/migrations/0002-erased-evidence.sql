-- Evidence that the contractor held until the end is erased; its place and its hash stay.
alter table audit_evidence drop constraint audit_evidence_state_check;
alter table audit_evidence add constraint audit_evidence_state_check check (state in ('held', 'handed-over', 'erased'));
