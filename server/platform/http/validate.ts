// SPDX-License-Identifier: Apache-2.0
import type { FastifySchemaCompiler } from 'fastify';
import type { TSchema } from 'typebox';
import { Compile } from 'typebox/compile';
import { Clean, Clone, Convert, Default } from 'typebox/value';

/**
 * Checks a part of a request. Members the schema does not name are dropped; addresses (query, path) are text and are
 * converted to numbers and booleans; bodies are taken as they are.
 */
export const validatorCompiler: FastifySchemaCompiler<TSchema> = ({ schema, httpPart }) => {
  const checker = Compile(schema);
  const converts = httpPart === 'querystring' || httpPart === 'params';
  return (data: unknown) => {
    let value = Default(schema, Clone(data ?? (converts ? {} : data)));
    if (converts) value = Convert(schema, value);
    if (!checker.Check(value)) value = Clean(schema, value);
    if (checker.Check(value)) return { value: Clean(schema, value) };
    const validation = checker
      .Errors(value)
      .slice(0, 20)
      .map((one) => ({
        keyword: one.keyword,
        instancePath: one.instancePath,
        schemaPath: one.schemaPath,
        params: {},
        message: one.message,
      }));
    return { error: Object.assign(new Error('input'), { validation, statusCode: 422 }) };
  };
};
