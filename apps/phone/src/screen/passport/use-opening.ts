/** The app that a passport has given opens its activation by itself: nobody types the first code. */
import { useApp } from '../../app/app.ts'
import type { Screen } from '../../app/screen.ts'
import type { Told } from '../../app/told.ts'
import { useTask } from '../../app/use-task.ts'

/** `then`: where the person goes on, once the app has its profile. */
export function useOpening(then: (id: string) => Screen): {
  readonly busy: boolean
  readonly problem: Told | undefined
  readonly open: (code: string) => Promise<void>
} {
  const { go, phone, reload, way } = useApp()
  const task = useTask()
  return {
    busy: task.busy,
    problem: task.problem,
    open: (code) =>
      task.run(
        () => phone.open(code, ''),
        async ({ id }) => {
          await Promise.all([reload(), way.drop()])
          go(then(id))
        },
        async () => {
          const cut = (await reload()).find(({ stage }) => stage === 'opening')
          if (cut) go({ at: 'resume', id: cut.id })
        },
      ),
  }
}
