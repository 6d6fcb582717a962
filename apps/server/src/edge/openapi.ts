/** An API described for programs (OpenAPI 3.1), from the very schemas that parse its requests. */
import type { FastifyInstance } from 'fastify'
import { z } from 'zod'

export type Operation = {
  readonly path: string
  readonly summary: string
  readonly security: 'app-proof' | 'bearer'
  readonly request: { readonly type: string; readonly schema: z.ZodType }
  readonly answer: z.ZodType
  /** Each status that is not 200, with what it says. */
  readonly refusals: Readonly<Record<number, string>>
  readonly problem: { readonly type: string; readonly schema: z.ZodType }
}

export type Api = {
  readonly title: string
  readonly description: string
  /** Where it is called. */
  readonly server: string
  readonly operations: readonly Operation[]
}

const schemes = {
  'app-proof': {
    type: 'apiKey',
    in: 'header',
    name: 'MitID-Proof',
    description: 'A JWS of typ mitid-proof+jwt by the device key, made anew for each call.',
  },
  bearer: { type: 'http', scheme: 'bearer', description: 'The access token of a sign-in.' },
} as const

export const openApiPath = '/openapi.json'

/** Anybody may read it: it says nothing that a caller could not find out. */
export function serveOpenApi(app: FastifyInstance, api: Api): void {
  const document = openApiOf(api)
  app.get(openApiPath, (_request, reply) =>
    reply.header('cache-control', 'no-cache').send(document),
  )
}

function openApiOf({ title, description, server, operations }: Api) {
  const used = [...new Set(operations.map(({ security }) => security))]
  return {
    openapi: '3.1.1',
    info: { title, description, version: '1' },
    servers: [{ url: server }],
    paths: Object.fromEntries(operations.map((each) => [each.path, { post: operationOf(each) }])),
    components: { securitySchemes: Object.fromEntries(used.map((name) => [name, schemes[name]])) },
  }
}

function operationOf({ summary, security, request, answer, refusals, problem }: Operation) {
  const refused = Object.entries(refusals).map(
    ([status, why]) =>
      [status, { description: why, content: contentOf(problem.type, problem.schema) }] as const,
  )
  return {
    summary,
    security: [{ [security]: [] }],
    requestBody: { required: true, content: contentOf(request.type, request.schema) },
    responses: {
      '200': { description: 'Done', content: contentOf('application/json', answer) },
      ...Object.fromEntries(refused),
    },
  }
}

function contentOf(type: string, schema: z.ZodType) {
  const { $schema: _, ...written } = z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' })
  return { [type]: { schema: written } }
}
