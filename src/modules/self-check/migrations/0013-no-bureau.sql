-- Departments that belong to no bureau are called so in every list and paper.
select set_config('app.tenants', coalesce((select string_agg(id::text, ',') from tenant), ''), true);
update respondent set bureau_name = '局に属さない所属' where bureau_name in ('', '局なし');
