/** The start page on HTTP. */
import { readAssets, sendPage, site, siteLanguage } from '@open-mitid/ui/site'
import type { FastifyInstance } from 'fastify'
import { CommandFailed, type MitidCommand } from './command.ts'
import type { Country, Origins } from './country.ts'
import { problemPage, startPage, type StartPage } from './start-page.tsx'

const languageCookie = 'start_language'

export function startSite(
  country: Pick<Country, 'people' | 'mitid'>,
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
        citizens: country.people.citizens,
        newcomers: country.people.newcomers,
        origins,
        today: new Date(),
        ...(lan ? { lan } : {}),
      }),
    ),
  )

  // The code travels in a fragment, works once, and is not kept here.
  web.post<{ Params: { userId: string } }>('/phones/:userId', async (request, reply) => {
    const citizen = country.people.citizens.find((one) => one.user_id === request.params.userId)
    if (!citizen) {
      reply.callNotFound()
      return reply
    }
    const told = await issueCode(country.mitid, citizen.user_id)
    if (told === 'too-many-apps') {
      const language = siteLanguage(request, languageCookie)
      return sendPage(reply.code(409), problemPage(told, language))
    }
    return reply.redirect(told.link, 303)
  })

  if (lan)
    web.get('/certificate.crt', (_request, reply) =>
      reply.type('application/x-x509-ca-cert').send(lan.certificate),
    )
  return web
}

async function issueCode(
  mitid: MitidCommand,
  userId: string,
): Promise<{ readonly link: string } | 'too-many-apps'> {
  try {
    const told = await mitid('issue-activation-code', '--user-id', userId, '--channel', 'page')
    if (typeof told === 'object' && told !== null && 'link' in told)
      return { link: String(told.link) }
    throw new Error('issue-activation-code told no link')
  } catch (error) {
    if (error instanceof CommandFailed && error.kind === 'too-many-apps') return error.kind
    throw error
  }
}
