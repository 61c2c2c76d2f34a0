-- The affair of the first year that this one goes on with, when the office has said so; absent: it is its own first year.
alter table affair add column root_id uuid;
