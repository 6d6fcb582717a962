/** Opens the app: takes the link out of the address bar, opens the storage, draws the first screen. */
import '@open-mitid/ui/all.css'
import './app.css'
import './passport.css'
import { type Bytes } from '@open-mitid/kernel'
import { parseAppLink } from '@open-mitid/protocol'
import { render } from 'preact'
import { firstScreen } from './app/first-screen.ts'
import { Root } from './app/root.tsx'
import { tellNoStorage } from './app/no-storage.tsx'
import { openPhone, serverClock, watchShell, type Line } from './core/index.ts'
import { indexedDbStore } from './storage/indexed-db-store.ts'
import { wayKeeper } from './storage/kept-way.ts'
import { version } from './version.ts'

const place = document.getElementById('app')
if (!place) throw new Error('the page has no place for the app')

const shellWatch = watchShell(globalThis)
const link = takeLink()
try {
  const clock = serverClock(() => Date.now() / 1000)
  const line: Line = {
    app: location.origin,
    fetch: (input, init) => fetch(input, init),
    random: (length): Bytes => crypto.getRandomValues(new Uint8Array(length)),
    clock,
  }
  const phone = openPhone(await indexedDbStore(), line, version)
  const profiles = await forgetRemoved(await phone.profiles())
  const way = await wayKeeper(line.random)
  // One that cannot be opened any more is none: its person begins again.
  const left = link ? undefined : await way.read().catch(() => undefined)
  const first = firstScreen(profiles, link, left)
  render(
    <Root
      phone={phone}
      clock={clock}
      line={line}
      way={way}
      origin={location.origin}
      version={version}
      shellWatch={shellWatch}
      first={first}
      profiles={profiles}
    />,
    place,
  )

  /** A profile whose removal was heard of, but not finished on the phone, is no longer there. */
  async function forgetRemoved(held: Awaited<ReturnType<typeof phone.profiles>>) {
    const removed = held.filter((one) => one.stage === 'ended' && one.why === 'removed')
    for (const { id } of removed) await phone.forget(id)
    return held.filter((one) => !removed.includes(one))
  }
} catch (error) {
  console.error(error)
  tellNoStorage(place)
}

/** What a link carries is a secret: it leaves the address bar and the history before all else. */
function takeLink() {
  const opened = parseAppLink(location.href, location.origin)
  if (location.pathname !== '/' || location.hash !== '') history.replaceState(null, '', '/')
  return opened.ok ? opened.value : undefined
}
