-- What tells the same file from another one when it comes once more with a sheet. Files attached before this have none.
alter table answer_file add column sha256 text check (sha256 ~ '^[0-9a-f]{64}$');
