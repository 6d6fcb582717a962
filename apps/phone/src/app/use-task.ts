/** Work about a profile: where it turns out to be over, the page that says so. */
import { useApp } from './app.ts'
import { endOf, type Told } from './told.ts'
import { useWork, type Work } from './use-work.ts'

export type Task = Work<Told>

/** `id`: the profile that the work is about, where there is one yet. */
export function useTask(id?: string): Task {
  const app = useApp()
  return useWork<Told>((told) => {
    const why = endOf(told)
    if (why === undefined || id === undefined) return undefined
    return async () => {
      await app.reload()
      app.go({ at: 'ended', id, why })
    }
  })
}
