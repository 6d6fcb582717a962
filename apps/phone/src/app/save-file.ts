/** Gives the person a file: nothing of it goes anywhere else. */
import type { Shell } from '../core/index.ts'

/** Answers whether it was kept. A window in a shell has no downloads: there the person is asked where. */
export async function saveJson(
  shell: Shell | undefined,
  name: string,
  content: unknown,
): Promise<boolean> {
  const text = JSON.stringify(content, null, 2)
  if (shell?.offers.has('files')) {
    const saved = await shell.ask({ do: 'save', name, content: text }).catch(() => undefined)
    return saved?.is === 'done'
  }
  const url = URL.createObjectURL(new Blob([text], { type: 'application/json' }))
  const link = document.createElement('a')
  link.href = url
  link.download = name
  document.body.append(link)
  link.click()
  link.remove()
  setTimeout(() => URL.revokeObjectURL(url), 60_000)
  return true
}

/** The name of an evidence pack: the offer's own, which is in no other file. */
export function evidenceName(offerId: string): string {
  return `mitid-${offerId}.json`
}
