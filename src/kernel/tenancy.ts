/**
 * Tenant isolation, second lock. Every table with a `tenant_id` column gets row-level security, forced also on its
 * owner, with one policy: a row is visible only to the tenants named by the transaction-local setting `app.tenants`.
 * Without the setting a statement sees nothing and writes nothing. The first lock is the tenant in every query.
 */
export const APP_ROLE = 'machimori_app';

/**
 * Tables outside row-level security: the list of tenants and what must be readable before the tenant is known. A test
 * refuses any other table without it.
 */
export const TENANTLESS_TABLES = ['tenant', 'migration', 'login_directory', 'server_note'] as const;

/** Append-only tables: the application role cannot update or delete, and a trigger refuses it to everybody else. */
export const APPEND_ONLY_TABLES = ['journal'] as const;

/** Runs after the migrations, as owner; safe to repeat. */
export const SECURE_TABLES_SQL = `
do $$
declare t record;
begin
  for t in
    select c.relname as name from pg_class c
    join pg_namespace n on n.oid = c.relnamespace
    join pg_attribute a on a.attrelid = c.oid and a.attname = 'tenant_id' and not a.attisdropped
    where n.nspname = 'public' and c.relkind = 'r' and not c.relforcerowsecurity
      and c.relname not in (${TENANTLESS_TABLES.map((table) => `'${table}'`).join(', ')})
  loop
    execute format('alter table public.%I enable row level security', t.name);
    execute format('alter table public.%I force row level security', t.name);
    execute format('drop policy if exists of_tenant on public.%I', t.name);
    execute format(
      'create policy of_tenant on public.%I using (tenant_id = any ((select string_to_array(current_setting(''app.tenants''), '','')::int[])::int[])) with check (tenant_id = any ((select string_to_array(current_setting(''app.tenants''), '','')::int[])::int[]))',
      t.name);
  end loop;
end $$;
grant usage on schema public to ${APP_ROLE};
grant select, insert, update, delete on all tables in schema public to ${APP_ROLE};
revoke insert, update, delete on table migration from ${APP_ROLE};
${APPEND_ONLY_TABLES.map((table) => `revoke update, delete, truncate on table ${table} from ${APP_ROLE};`).join('\n')}
`;
