/** Registers an account from the command line, for the first people of a server and for recovery. */
import { z } from 'zod';
import type { Caller } from '../../kernel/caller.ts';
import type { Database } from '../../kernel/database.ts';
import { AppError } from '../../kernel/error.ts';
import { newToken } from '../../kernel/identifier.ts';
import { parseInput } from '../../kernel/input.ts';
import { type Role, ROLES } from '../../kernel/role.ts';
import { listTenants } from '../../kernel/tenant.ts';
import { peopleContract } from '../../modules/people/contract.ts';
import { openService } from '../../server/service.ts';
import { type Command, EXIT } from '../command.ts';

const wanted = z.object({
  name: z.string().min(1).max(200),
  party: z.enum(['city', 'contractor', 'vendor']),
  roles: z
    .string()
    .transform((value) => value.split(','))
    .pipe(z.array(z.enum(Object.keys(ROLES) as [Role, ...Role[]])).min(1)),
  tenant: z.string().optional(),
  department: z.string().optional(),
  firm: z.string().optional(),
  title: z.string().optional(),
});

export const userAdd: Command = {
  name: 'user add',
  summary: '利用者を登録します。',
  usage: 'user add 利用者名 --name 氏名 --party city|contractor|vendor --roles 役割,役割',
  options: {
    name: { type: 'string', help: '氏名。' },
    title: { type: 'string', help: '職名。' },
    party: { type: 'string', help: '市は city、受託者は contractor、情報システム事業者は vendor。' },
    roles: { type: 'string', help: `役割（${Object.keys(ROLES).join('、')}）。` },
    tenant: { type: 'string', help: '自治体コード。自治体が一つなら省けます。' },
    department: { type: 'string', help: '所属の名称（市の利用者）。' },
    firm: { type: 'string', help: '会社の名称（受託者及び事業者の利用者）。' },
    'password-stdin': { type: 'boolean', help: 'パスワードを標準入力から読みます。なければ作って一度だけ表示します。' },
  },
  operands: { min: 1, max: 1 },
  async run({ config, log, options, operands, output }) {
    const input = parseInput(wanted, options);
    const given = options['password-stdin'] === true ? await firstLine(process.stdin) : null;
    const password = given ?? newToken().slice(0, 20);
    const service = await openService(config, log);
    try {
      const caller = await administratorOf(service.database, input.tenant);
      const people = service.application.client(peopleContract, caller);
      const { departments } = await people.listDepartments({});
      const { firms } = await people.listFirms({});
      const { accountId } = await people.createAccount({
        loginName: operands[0] ?? '',
        displayName: input.name,
        ...(input.title === undefined ? {} : { title: input.title }),
        party: input.party,
        roles: input.roles,
        ...(input.department === undefined ? {} : { departmentId: named(departments, input.department, '所属') }),
        ...(input.firm === undefined ? {} : { firmId: named(firms, input.firm, '会社') }),
        password,
      });
      output.line(`登録しました：${operands[0] ?? ''}`);
      if (given === null) output.line(`パスワード（この表示だけです）：${password}`);
      output.json({ accountId, ...(given === null ? { password } : {}) });
      return EXIT.ok;
    } finally {
      await service.close();
    }
  },
};

async function administratorOf(database: Database, code: string | undefined): Promise<Caller> {
  const [tenant, ...others] = await listTenants(database, code);
  if (tenant === undefined || others.length > 0) {
    throw new AppError('record.missing', { message: '--tenant で登録済みの自治体コードを一つ指定してください。' });
  }
  return {
    tenantId: tenant.id,
    accountId: '00000000-0000-0000-0000-000000000000',
    party: 'system',
    roles: ['administrator'],
    departmentIds: [],
    clockOffset: tenant.clockOffset,
  };
}

function named(
  items: readonly { readonly id?: string; readonly firmId?: string; readonly name: string }[],
  name: string,
  what: string,
): string {
  const item = items.find((candidate) => candidate.name === name);
  const id = item?.id ?? item?.firmId;
  if (id === undefined) throw new AppError('record.missing', { message: `${what}「${name}」は登録されていません。` });
  return id;
}

async function firstLine(stream: NodeJS.ReadStream): Promise<string> {
  let text = '';
  for await (const chunk of stream) text += String(chunk);
  return text.split('\n')[0] ?? '';
}
