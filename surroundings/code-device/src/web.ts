/** The devices on HTTP: the drawer, a device by its serial number, and a press of its button. */
import {
  readAssets,
  sendPage,
  sendProblem,
  site,
  siteLanguage,
  wantsPage,
} from '@open-mitid/ui/site'
import type { FastifyInstance, FastifyRequest } from 'fastify'
import { readSerial } from './device.ts'
import { isSerial } from './factory/make-devices.ts'
import { devicePage } from './page/device-page.tsx'
import { drawerPage } from './page/drawer-page.tsx'
import { problemPage } from './page/problem-page.tsx'
import type { Shelf } from './shelf.ts'

export type DeviceWeb = {
  readonly origin: string
  readonly shelf: Shelf
  readonly assetFolder: string
  /** In seconds since 1970, by the devices' own clocks. */
  readonly now: () => number
}

const languageCookie = 'device_language'

export function deviceWeb({ origin, shelf, assetFolder, now }: DeviceWeb): FastifyInstance {
  const web = site({
    origin: () => origin,
    assets: readAssets(assetFolder),
    languageCookie,
    problemPage: (problem, request) => problemPage(problem, languageOf(request)),
  })

  web.get<{ Querystring: { serial?: unknown } }>('/', (request, reply) => {
    const language = languageOf(request)
    const typed = request.query.serial
    if (typeof typed !== 'string')
      return sendPage(reply, drawerPage({ language, devices: shelf.unpacked() }))
    const serial = readSerial(typed)
    const device = shelf.find(serial)
    if (!device) {
      const problem = isSerial(serial) ? 'unknown' : 'serial'
      const page = drawerPage({ language, devices: shelf.unpacked(), typed, problem })
      return sendPage(reply.code(404), page)
    }
    shelf.unpack(device)
    return sendPage(reply, devicePage({ language, device }))
  })

  web.post<{ Body: { serial?: string } | null }>('/press', (request, reply) => {
    const device = shelf.find(readSerial(request.body?.serial ?? ''))
    if (!device) {
      if (!wantsPage(request)) return sendProblem(reply, 404, 'There is no such device')
      reply.callNotFound()
      return reply
    }
    const shown = shelf.press(device, now())
    return wantsPage(request)
      ? sendPage(reply, devicePage({ language: languageOf(request), device, shown }))
      : reply.send(shown)
  })

  return web
}

function languageOf(request: FastifyRequest) {
  return siteLanguage(request, languageCookie)
}
