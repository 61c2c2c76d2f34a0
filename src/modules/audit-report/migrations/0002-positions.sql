-- The number of a record stands in the same column as in every other table of records.
alter table audit_report rename column number to position;
alter table audit_report_findings_list rename column number to position;
alter table audit_report_debriefing rename column number to position;
alter table audit_report_urgent rename column number to position;
