-- Files that answer items: which ones a sheet names, and files that came beside sheets. They stay uploads that nobody uses,
-- and go with the next sweep, until they are attached to the sheet that names them.
alter table intake_file add column wanted jsonb not null default '[]';
alter table intake_file add column source uuid;
alter table intake_file add column file_id uuid;
