-- How an answer came: typed on the page, or from an HTML sheet, an Excel sheet or paper. What was kept as entered from paper was.
alter table response add column channel text not null default 'web'
  check (channel in ('web', 'html', 'excel', 'paper'));
alter table campaign_department add column channel text not null default 'web'
  check (channel in ('web', 'html', 'excel', 'paper'));
update campaign_department set channel = 'paper' where proxy;
