/** The provider's own pages: where there is nobody to send the browser back to. */
import { Notice, pickLanguage, wording } from '@open-mitid/ui'
import type { Configuration, KoaContextWithOIDC } from 'oidc-provider'
import { plainPage, problemPage } from '../error-page.tsx'
import { SignInUnderWay } from './outcome.ts'

const words = wording({
  da: {
    service: {
      title: 'Tjenesten er ikke kendt her',
      happened: 'En hjemmeside har sendt dig hertil, men vi kender ikke hjemmesiden.',
      next: 'Gå tilbage til hjemmesiden, og sig til dem, at deres opsætning er forkert.',
    },
    address: {
      title: 'Hjemmesiden er sat forkert op',
      happened: 'Vi kan ikke sende dig tilbage til den adresse, hjemmesiden har bedt om.',
      next: 'Gå tilbage til hjemmesiden, og sig til dem, at deres opsætning er forkert.',
    },
    late: {
      title: 'Det her er slut',
      happened: 'Linket er brugt, er for gammelt, eller blev startet i en anden browser.',
      next: 'Gå tilbage til hjemmesiden, og begynd igen.',
    },
    request: {
      title: 'Vi forstår ikke hjemmesiden',
      happened: 'Der er en fejl i det, hjemmesiden har sendt.',
      next: 'Gå tilbage til hjemmesiden, og begynd igen.',
    },
    fault: {
      title: 'Noget gik galt hos os',
      happened: 'Fejlen er vores. Intet er godkendt.',
      next: 'Vent et øjeblik, gå tilbage til hjemmesiden, og begynd igen.',
    },
    out: {
      title: 'Du er logget af',
      happened: (service: string) => `Du er logget af ${service}.`,
      someService: 'hjemmesiden',
      next: 'Du kan lukke siden. Her er du aldrig logget på: hver log på godkendes for sig.',
    },
  },
  en: {
    service: {
      title: 'The service is not known here',
      happened: 'A website has sent you here, but we do not know the website.',
      next: 'Go back to the website and tell them that their setup is wrong.',
    },
    address: {
      title: 'The website is set up wrongly',
      happened: 'We cannot send you back to the address that the website asked for.',
      next: 'Go back to the website and tell them that their setup is wrong.',
    },
    late: {
      title: 'This is over',
      happened: 'The link was used, is too old or was started in another browser.',
      next: 'Go back to the website and start again.',
    },
    request: {
      title: 'We do not understand the website',
      happened: 'There is an error in what the website sent.',
      next: 'Go back to the website and start again.',
    },
    fault: {
      title: 'Something went wrong on our side',
      happened: 'The fault is ours. Nothing was approved.',
      next: 'Wait a moment, go back to the website and start again.',
    },
    out: {
      title: 'You are logged out',
      happened: (service) => `You are logged out of ${service}.`,
      someService: 'the website',
      next: 'You can close the page. Here you are never logged on: each log on is approved by itself.',
    },
  },
})

type Page = 'service' | 'address' | 'late' | 'request' | 'fault'

/** RFC 6749 §4.1.2.1: with an unknown client or redirect address, only the person is told. */
const pages: Readonly<Record<string, Page>> = {
  invalid_client: 'service',
  invalid_redirect_uri: 'address',
  invalid_request_uri: 'late',
  server_error: 'fault',
}

export function errorRenderer(schemeName: string): NonNullable<Configuration['renderError']> {
  return (ctx, out, error) => {
    if (error instanceof SignInUnderWay) {
      ctx.status = 303
      ctx.redirect(`/sign-in/${error.signIn}`)
      return
    }
    if (ctx.accepts('html', 'json') !== 'html') {
      ctx.body = out
      return
    }
    const language = languageOf(ctx)
    const page = error.name === 'SessionNotFound' ? 'late' : (pages[out.error] ?? 'request')
    ctx.type = 'html'
    ctx.body = problemPage({
      language,
      schemeName,
      id: String(ctx.res.getHeader('x-request-id')),
      text: words[language][page],
    })
  }
}

export function loggedOutRenderer(schemeName: string): (ctx: KoaContextWithOIDC) => void {
  return (ctx) => {
    const language = languageOf(ctx)
    const { title, happened, someService, next } = words[language].out
    ctx.type = 'html'
    const children = (
      <Notice kind="done" title={happened(ctx.oidc.client?.clientName ?? someService)}>
        <p>{next}</p>
      </Notice>
    )
    ctx.body = plainPage({ language, schemeName, title, children })
  }
}

/** `ui_locales` of the request where it could be read, else what the browser asks for. */
function languageOf(ctx: KoaContextWithOIDC) {
  const { ui_locales: locales } = ctx.oidc.params ?? ctx.query
  const wished = typeof locales === 'string' ? locales.replaceAll(' ', ',') : undefined
  return pickLanguage(wished ?? ctx.get('accept-language'))
}
