/** Gives the person a file: nothing of it goes anywhere else. */
export function saveJson(name: string, content: unknown): void {
  const text = JSON.stringify(content, null, 2)
  const url = URL.createObjectURL(new Blob([text], { type: 'application/json' }))
  const link = document.createElement('a')
  link.href = url
  link.download = name
  document.body.append(link)
  link.click()
  link.remove()
  setTimeout(() => URL.revokeObjectURL(url), 60_000)
}

/** The name of an evidence pack: the offer's own, which is in no other file. */
export function evidenceName(offerId: string): string {
  return `mitid-${offerId}.json`
}
