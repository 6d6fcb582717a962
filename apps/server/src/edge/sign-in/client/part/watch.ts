/**
 * Follows the sign-in's state: told by an event stream, and read again every few seconds, so that a
 * lost message costs seconds and never the sign-in. The stream outlives the steps of one page.
 */
import { say } from './say.ts'
import { reread, type Arrive } from './step.ts'
import { takeTimeOf } from './time-left.ts'

/** Milliseconds between two readings, beside an open stream and without one. */
const pauses = { streamed: 8_000, alone: 3_000 }

type Watch = { base: string; stream: EventSource }
let watch: Watch | undefined
let timer: ReturnType<typeof setTimeout> | undefined
let apart = false

/** Called for every step that arrives: begins, goes on, or ends with what the step asks for. */
export function watchStep(arrive: Arrive): void {
  const base = document.querySelector<HTMLElement>('[data-watch]')?.dataset['watch']
  if (base === watch?.base) return
  watch?.stream.close()
  clearTimeout(timer)
  watch = base ? begin(base, arrive) : undefined
}

/** A page that was in the background may have missed everything: phones put it to sleep. */
export function watchWhenSeen(arrive: Arrive): void {
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState === 'visible' && watch) void read(watch, arrive)
  })
}

function begin(base: string, arrive: Arrive): Watch {
  const begun = { base, stream: new EventSource(`${base}/events`) }
  begun.stream.addEventListener('state', (event) => {
    react(begun, String(event.data), arrive)
  })
  readLater(begun, arrive)
  return begun
}

function readLater(of: Watch, arrive: Arrive): void {
  const streamed = of.stream.readyState === EventSource.OPEN
  timer = setTimeout(
    () => {
      void read(of, arrive).then(() => {
        if (of === watch) readLater(of, arrive)
      })
    },
    streamed ? pauses.streamed : pauses.alone,
  )
}

async function read(of: Watch, arrive: Arrive): Promise<void> {
  try {
    const answer = await fetch(`${of.base}/state`, { cache: 'no-store' })
    if (apart) say('together')
    apart = false
    if (answer.ok) react(of, ((await answer.json()) as { state: string }).state, arrive)
    else if (answer.status === 404) react(of, 'unknown', arrive)
  } catch {
    if (!apart) say('apart')
    apart = true
  }
}

/** Shows what the new state means: the step kept ready in the page, or the page as it is now. */
function react(of: Watch, state: string, arrive: Arrive): void {
  const shown = document.querySelector<HTMLElement>('[data-watch]')
  if (of !== watch || !shown || shown.dataset['state'] === state) return
  // What the person has just sent brings the state with its answer.
  if (document.querySelector('form[data-busy]')) return
  if (shown.dataset['aside'] !== undefined) {
    location.replace(of.base)
    return
  }
  shown.dataset['state'] = state
  const ready = document.querySelector<HTMLTemplateElement>(`template[data-next="${state}"]`)
  const next = ready?.content.firstElementChild?.cloneNode(true)
  if (!ready || !(next instanceof Element)) {
    void reread(arrive).then((came) => {
      if (!came) shown.dataset['state'] = ''
    })
    return
  }
  takeTimeOf(ready)
  shown.replaceWith(next)
  arrive()
}
