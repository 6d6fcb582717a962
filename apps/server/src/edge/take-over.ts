import type { ServerResponse } from 'node:http'
import type { FastifyReply } from 'fastify'

/** An answer to be written past Fastify, with the headers that Fastify would have written. */
export function takeOver(reply: FastifyReply): ServerResponse {
  reply.hijack()
  const { raw } = reply
  for (const [name, value] of Object.entries(reply.getHeaders()))
    if (value !== undefined) raw.setHeader(name, value)
  return raw
}
