/** OpenAPI 3.1 from the contracts. The file is committed; a test and the check refuse a stale one. */
import { z } from 'zod';
import type { Contract, Operation } from '../kernel/contract.ts';
import { ERROR_CATALOGUE } from '../kernel/error.ts';
import { ROLES } from '../kernel/role.ts';

export function openApiOf(contracts: readonly Contract[], version: string): Record<string, unknown> {
  const sorted = [...contracts].sort((a, b) => (a.id < b.id ? -1 : 1));
  return {
    openapi: '3.1.0',
    info: {
      title: '街守 Machimori',
      version,
      description:
        '自治体の情報セキュリティ業務の一年を扱うインターフェースです。照会と操作は POST、ファイルの取得は GET です。操作には Idempotency-Key を付けられます。',
      license: { name: 'Apache-2.0', identifier: 'Apache-2.0' },
    },
    tags: sorted.map((contract) => ({ name: contract.id, description: contract.title })),
    paths: Object.fromEntries(
      sorted.flatMap((contract) =>
        Object.entries(contract.operations)
          .filter(([, { nestedOnly }]) => nestedOnly !== true)
          .map(([name, operation]) => [
            `/api/${contract.id}/${name}`,
            operation.kind === 'download'
              ? downloadPath(contract, name, operation)
              : callPath(contract, name, operation),
          ]),
      ),
    ),
    components: {
      schemas: { Error: errorSchema() },
      responses: {
        Error: {
          description: '誤り',
          content: { 'application/json': { schema: { $ref: '#/components/schemas/Error' } } },
        },
      },
      securitySchemes: { session: { type: 'apiKey', in: 'cookie', name: 'machimori' } },
    },
  };
}

function callPath(contract: Contract, name: string, operation: Operation): unknown {
  return {
    post: {
      ...shared(contract, name, operation),
      parameters: [
        {
          name: 'X-Machimori',
          in: 'header',
          required: true,
          schema: { type: 'string' },
          description: '街守の画面からの操作であることを示します。',
        },
        ...(operation.kind === 'command'
          ? [{ name: 'Idempotency-Key', in: 'header', required: false, schema: { type: 'string', maxLength: 200 } }]
          : []),
      ],
      requestBody: { required: true, content: { 'application/json': { schema: schemaOf(operation.input, 'input') } } },
      responses: {
        '200': {
          description: '結果',
          content: { 'application/json': { schema: schemaOf(operation.output, 'output') } },
        },
        default: { $ref: '#/components/responses/Error' },
      },
    },
  };
}

function downloadPath(contract: Contract, name: string, operation: Operation): unknown {
  return {
    get: {
      ...shared(contract, name, operation),
      parameters: [
        {
          name: 'input',
          in: 'query',
          required: true,
          content: { 'application/json': { schema: schemaOf(operation.input, 'input') } },
        },
      ],
      responses: {
        '200': {
          description: 'ファイル',
          content: { 'application/octet-stream': { schema: { type: 'string', format: 'binary' } } },
        },
        default: { $ref: '#/components/responses/Error' },
      },
    },
  };
}

function shared(contract: Contract, name: string, operation: Operation): Record<string, unknown> {
  const row = contract.permissions[operation.permission];
  const who =
    row === undefined
      ? operation.permission === 'anyone'
        ? 'サインインしていない人も使えます。'
        : 'サインインした人が使えます。'
      : `使える人：${row.roles.map((role) => ROLES[role]).join('、')}。理由：${row.because}`;
  return {
    operationId: `${contract.id}.${name}`,
    tags: [contract.id],
    summary: operation.summary,
    description: who,
    security: operation.permission === 'anyone' ? [] : [{ session: [] }],
    'x-permission': operation.permission,
    'x-kind': operation.kind,
  };
}

function schemaOf(schema: z.ZodType, io: 'input' | 'output'): unknown {
  const { $schema: _, ...rest } = z.toJSONSchema(schema, {
    target: 'draft-2020-12',
    io,
    unrepresentable: 'any',
    reused: 'inline',
  });
  return rest;
}

function errorSchema(): unknown {
  return {
    type: 'object',
    required: ['error'],
    properties: {
      error: {
        type: 'object',
        required: ['code', 'message'],
        properties: {
          code: { type: 'string', enum: Object.keys(ERROR_CATALOGUE) },
          message: { type: 'string', description: '人に見せる文です。' },
          fields: {
            type: 'array',
            items: {
              type: 'object',
              required: ['path', 'message'],
              properties: { path: { type: 'string' }, message: { type: 'string' } },
            },
          },
          current: { description: 'ほかの人が先に保存した内容です。' },
          reference: { type: 'string', description: '問い合わせのための受付番号です。' },
        },
      },
    },
  };
}
