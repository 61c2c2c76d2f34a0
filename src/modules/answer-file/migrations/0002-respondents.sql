-- Files of persons and affairs too. A department is its own respondent, so what came in before stays where it is.
select set_config('app.tenants', coalesce((select string_agg(id::text, ',') from tenant), ''), true);
alter table intake_file add column respondent_id uuid;
update intake_file set respondent_id = department_id;
alter table intake_file drop column department_id;
