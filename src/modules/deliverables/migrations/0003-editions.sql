-- Editions of a deliverable for other readers than the one to whom it is owed. Each is reviewed and submitted by itself.
alter table deliverable_version
  add column edition text not null default 'detailed' check (edition in ('detailed', 'public', 'executive'));
