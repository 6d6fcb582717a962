/** How a profile stands with the server: asked when its front page opens, and when the net is back. */
import { accept, type Result } from '@open-mitid/kernel'
import { useEffect, useState } from 'preact/hooks'
import type { CaughtUp, Phone } from '../core/index.ts'
import { homeWords } from '../words/home-words.ts'
import { useApp } from './app.ts'
import type { Screen } from './screen.ts'
import type { Told } from './told.ts'
import { useTask } from './use-task.ts'

type Stood = Awaited<ReturnType<Phone['state']>>
type Standing = Extract<Stood, { ok: true }>['value']

export function useStanding(id: string): {
  readonly standing: Standing | undefined
  readonly problem: Told | undefined
  readonly busy: boolean
  readonly ask: () => Promise<void>
} {
  const { phone, go, say, language, reload } = useApp()
  const [standing, setStanding] = useState<Standing>()
  const task = useTask(id)

  const ask = () =>
    task.run(
      () => standingOf(phone, id),
      async ({ standing: told, approved }) => {
        if (approved) {
          go(approved)
          return
        }
        setStanding(told)
        await reload()
      },
    )

  useEffect(() => {
    void ask()
  }, [id])

  useEffect(() => {
    const online = () => {
      void ask().then(() => say(homeWords[language].online))
    }
    addEventListener('online', online)
    return () => removeEventListener('online', online)
  }, [id, language])

  return { standing, problem: task.problem, busy: task.busy, ask }
}

type Found = { readonly standing?: Standing; readonly approved?: Screen }

/** Where the app was closed between the swipe and the answer, the answer comes first. */
async function standingOf(phone: Phone, id: string): Promise<Result<Found, Told>> {
  const approved = approvedBy(id, await phone.catchUp(id))
  if (approved) return accept({ approved })
  const state = await phone.state(id)
  return state.ok ? accept({ standing: state.value }) : state
}

function approvedBy(id: string, earlier: CaughtUp | undefined): Screen | undefined {
  if (earlier?.path !== '/api/approve' || !earlier.answer.ok) return undefined
  const { return_token: token } = earlier.answer.value
  const offerId = earlier.request.offer_id
  return { at: 'approved', id, offerId, ...(token === undefined ? {} : { returnToken: token }) }
}
