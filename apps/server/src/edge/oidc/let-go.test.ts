import { EventEmitter } from 'node:events'
import { setImmediate as turn } from 'node:timers/promises'
import type { KoaContextWithOIDC } from 'oidc-provider'
import { expect, it } from 'vitest'
import { letGoAfter } from './let-go.ts'

function called() {
  const res = new EventEmitter()
  const oidc = { entities: { client: 'a service' }, ctx: undefined as unknown }
  const ctx = { req: { headers: {} }, res, body: 'an answer' }
  Object.defineProperty(ctx, 'oidc', { get: () => oidc })
  oidc.ctx = ctx
  return { ctx: ctx as unknown as KoaContextWithOIDC, res, oidc }
}

it('nothing can be reached from a context whose answer has left', async () => {
  const { ctx, res, oidc } = called()
  await letGoAfter(ctx, () => Promise.resolve())
  await turn()
  expect(ctx.body).toBe('an answer')
  res.emit('close')
  await turn()
  await turn()
  expect([ctx.req, ctx.res, ctx.body, oidc.entities, oidc.ctx]).toEqual(Array(5).fill(undefined))
})

it('a caller who hangs up takes nothing away from the work that goes on', async () => {
  const { ctx, res } = called()
  const work = Promise.withResolvers<undefined>()
  const done = letGoAfter(ctx, () => work.promise)
  res.emit('close')
  await turn()
  await turn()
  expect(ctx.body).toBe('an answer')
  work.reject(new Error('failed'))
  await expect(done).rejects.toThrow('failed')
  expect(ctx.res).toBe(res)
  await turn()
  await turn()
  expect(ctx.res).toBeUndefined()
})
