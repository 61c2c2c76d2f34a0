-- Closings are kept like every other record of the module.
alter table improvement_closing add column position int not null default 1;
alter table improvement_closing add column version int not null default 1;
alter table improvement_closing alter column position drop default;
