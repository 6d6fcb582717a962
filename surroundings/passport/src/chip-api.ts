/** The chip and the register of lost documents as programs reach them. */
import { sendProblem } from '@open-mitid/ui/site'
import type { FastifyInstance } from 'fastify'
import { z } from 'zod'
import { longestApdu, type Chips } from './chips.ts'
import type { Drawer } from './drawer.ts'

type WithId = { Params: { id: string } }

const Connect = z.strictObject({
  /** By the name of a passport; without it, the one that lies on the phone. */
  passport: z.string().optional(),
  lost_after: z.int().min(1).max(10_000).optional(),
})
/** The register can be made to fail, so that whoever asks it can be seen to stand that. */
const Fault = z.strictObject({ fault: z.enum(['ok', 'down']) })
const Question = z.strictObject({ issuer: z.string().max(3), number: z.string().max(40) })

export function chipApi(drawer: Drawer, chips: Chips) {
  return (api: FastifyInstance, _: unknown, done: () => void) => {
    const octets = { parseAs: 'buffer', bodyLimit: longestApdu } as const
    api.addContentTypeParser('application/octet-stream', octets, (_request, body, parsed) => {
      parsed(null, body)
    })

    api.post('/connections', (request, reply) => {
      const asked = Connect.safeParse(request.body)
      if (!asked.success) return sendProblem(reply, 400, 'The passport cannot be named so')
      const { passport: key, lost_after: lostAfter } = asked.data
      const passport = key === undefined ? drawer.onPhone() : drawer.find(key)
      if (!passport) return sendProblem(reply, 404, 'No passport lies on the phone')
      const connection = chips.connect(passport, lostAfter)
      return reply.code(201).send({ connection, extended_length: true })
    })

    api.post<WithId>('/connections/:id', async (request, reply) => {
      const { body } = request
      if (!(body instanceof Uint8Array) || body.length < 4)
        return sendProblem(reply, 400, 'No command APDU (ISO/IEC 7816-4 §5.1)')
      const answer = await chips.transceive(request.params.id, body)
      return answer
        ? reply.type('application/octet-stream').send(Buffer.from(answer))
        : sendProblem(reply, 410, 'The passport is no longer on the phone')
    })

    let fault = 'ok'
    api.post('/lost-documents/fault', (request, reply) => {
      const asked = Fault.safeParse(request.body)
      if (!asked.success) return sendProblem(reply, 400, 'There is no such fault')
      fault = asked.data.fault
      return reply.code(204).send()
    })
    api.post('/lost-documents', (request, reply) => {
      if (fault === 'down') return sendProblem(reply, 503, 'Try again later')
      const asked = Question.safeParse(request.body)
      if (!asked.success) return sendProblem(reply, 400, 'The document cannot be named so')
      const { issuer, number } = asked.data
      return reply.send({ issuer, number, lost: drawer.isReportedLost(issuer, number) })
    })
    done()
  }
}
