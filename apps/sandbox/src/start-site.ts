/** The start page on HTTP. */
import { readAssets, sendPage, site, siteLanguage } from '@open-mitid/ui/site'
import type { FastifyInstance } from 'fastify'
import type { Country, Origins } from './country.ts'
import { problemPage, startPage, type StartPage } from './start-page.tsx'

const languageCookie = 'start_language'

export function startSite(
  country: Pick<Country, 'citizens' | 'mitid'>,
  origins: Origins,
  assetFolder: string,
  lan?: StartPage['lan'] & { readonly certificate: string },
): FastifyInstance {
  const web = site({
    origin: () => origins.start,
    assets: readAssets(assetFolder),
    languageCookie,
    formTargets: [origins.app],
    problemPage: (problem, request) => problemPage(problem, siteLanguage(request, languageCookie)),
  })

  web.get('/', (request, reply) =>
    sendPage(
      reply,
      startPage({
        language: siteLanguage(request, languageCookie),
        citizens: country.citizens,
        origins,
        today: new Date(),
        ...(lan ? { lan } : {}),
      }),
    ),
  )

  // The code travels in a fragment, works once, and is not kept here.
  web.post<{ Params: { userId: string } }>('/phones/:userId', async (request, reply) => {
    const citizen = country.citizens.find((one) => one.user_id === request.params.userId)
    if (!citizen) {
      reply.callNotFound()
      return reply
    }
    const told = await country.mitid(
      'issue-activation-code',
      '--user-id',
      citizen.user_id,
      '--channel',
      'page',
    )
    if (typeof told !== 'object' || told === null || !('link' in told))
      throw new Error('issue-activation-code told no link')
    return reply.redirect(String(told.link), 303)
  })

  if (lan)
    web.get('/certificate.crt', (_request, reply) =>
      reply.type('application/x-x509-ca-cert').send(lan.certificate),
    )
  return web
}
