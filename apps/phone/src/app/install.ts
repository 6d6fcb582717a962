/** The app as an icon among others: the browser offers it, the person decides. */

/** The browser's own offer (Manifest Incubations, `beforeinstallprompt`); only some browsers have it. */
type InstallOffer = Event & { prompt(): Promise<unknown> }

export type Install = {
  /** Asks the browser to install; undefined where it does not offer it. */
  readonly offer: (() => void) | undefined
  /**
   * On iPhone and iPad an app on the home screen has a storage of its own (WebKit), so it must be
   * put there before it is activated.
   */
  readonly beforeActivation: boolean
}

/** Tells whenever the offer comes or goes. */
export function watchInstall(tell: (install: Install) => void): Install {
  const beforeActivation = isApplePhone(navigator) && !isInstalled()
  const none: Install = { offer: undefined, beforeActivation }
  addEventListener('beforeinstallprompt', (event) => {
    if (!isOffer(event)) return
    event.preventDefault()
    const offer = () => {
      tell(none)
      void event.prompt()
    }
    tell({ offer, beforeActivation })
  })
  addEventListener('appinstalled', () => tell(none))
  return none
}

function isOffer(event: Event): event is InstallOffer {
  return 'prompt' in event && typeof event.prompt === 'function'
}

/** An iPad calls itself a Macintosh, but no Macintosh has a touch screen. */
export function isApplePhone(browser: Pick<Navigator, 'userAgent' | 'maxTouchPoints'>): boolean {
  const { userAgent, maxTouchPoints } = browser
  if (/iPhone|iPad|iPod/u.test(userAgent)) return true
  return userAgent.includes('Macintosh') && maxTouchPoints > 1
}

function isInstalled(): boolean {
  return matchMedia('(display-mode: standalone)').matches
}
