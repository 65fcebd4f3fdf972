// SPDX-License-Identifier: Apache-2.0
import { ERRORS, type ErrorCode, Problem, type RouteContract } from '@yiwang/contracts';
import type { TSchema } from 'typebox';

interface ObjectSchema {
  properties?: Record<string, TSchema>;
  required?: string[];
}

/** The description of every call (OpenAPI 3.1.0), made from the contracts themselves. */
export function toOpenApi(contracts: readonly RouteContract[], version: string): Record<string, unknown> {
  const paths: Record<string, Record<string, unknown>> = {};
  for (const contract of contracts) {
    const path = paths[contract.path] ?? {};
    paths[contract.path] = path;
    path[contract.method.toLowerCase()] = operation(contract);
  }
  return {
    openapi: '3.1.0',
    info: {
      title: 'Yiwang 以网',
      version,
      summary: 'Online-trade supervision',
      license: { name: 'Apache-2.0', identifier: 'Apache-2.0' },
    },
    servers: [{ url: '/' }],
    paths,
    components: {
      schemas: { Problem },
      securitySchemes: {
        session: { type: 'apiKey', in: 'cookie', name: 'yiwang_session' },
        token: { type: 'http', scheme: 'bearer' },
      },
    },
  };
}

function operation(contract: RouteContract): Record<string, unknown> {
  const success =
    contract.status ?? (contract.response === undefined && contract.media === undefined ? 204 : 200);
  return {
    operationId: contract.id,
    summary: contract.summary,
    tags: [contract.path.split('/')[2] ?? 'api'],
    'x-access': contract.access,
    security: contract.access === 'public' ? [] : [{ session: [] }, { token: [] }],
    parameters: [...parameters('path', contract.params), ...parameters('query', contract.query)],
    ...requestBody(contract),
    responses: {
      [success]: {
        description: 'done',
        ...(contract.media === 'stream' ? { content: { 'text/event-stream': {} } } : {}),
        ...(contract.media === 'binary' ? { content: { 'application/octet-stream': {} } } : {}),
        ...(contract.response === undefined
          ? {}
          : { content: { 'application/json': { schema: contract.response } } }),
      },
      ...problems(contract),
    },
  };
}

function requestBody(contract: RouteContract): Record<string, unknown> {
  const content = {
    ...(contract.body === undefined ? {} : { 'application/json': { schema: contract.body } }),
    ...(contract.multipart
      ? {
          'multipart/form-data': {
            schema: {
              type: 'object',
              properties: {
                ...(contract.body === undefined ? {} : { filing: contract.body }),
                file: { type: 'array', items: { type: 'string', format: 'binary' } },
              },
            },
          },
        }
      : {}),
  };
  return Object.keys(content).length === 0 ? {} : { requestBody: { required: true, content } };
}

function parameters(place: 'path' | 'query', schema: TSchema | undefined): unknown[] {
  const { properties = {}, required = [] } = (schema ?? {}) as ObjectSchema;
  return Object.entries(properties).map(([name, one]) => ({
    name,
    in: place,
    required: place === 'path' || required.includes(name),
    schema: one,
  }));
}

function problems(contract: RouteContract): Record<string, unknown> {
  const codes: ErrorCode[] = ['internal'];
  if (contract.access !== 'public') codes.push('not_signed_in', 'not_allowed');
  if (contract.params ?? contract.query ?? contract.body) codes.push('input_invalid');
  codes.push(...((contract.errors ?? []) as ErrorCode[]));
  const byStatus = new Map<number, string[]>();
  for (const code of codes) {
    const status = ERRORS[code]?.status ?? 500;
    byStatus.set(status, [...(byStatus.get(status) ?? []), code]);
  }
  return Object.fromEntries(
    [...byStatus].map(([status, list]) => [
      status,
      {
        description: list.join(', '),
        content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
      },
    ]),
  );
}
