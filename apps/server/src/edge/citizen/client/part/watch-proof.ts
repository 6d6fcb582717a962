/** Goes on by itself when the code app has approved, or when there is nothing left to wait for. */
const pauseMs = 3_000

export function watchProof(element: HTMLElement): void {
  const url = element.dataset['prove'] ?? ''
  const again = () => setTimeout(() => void look(), pauseMs)
  const look = async () => {
    const state = await ask(url)
    if (state === 'waiting' || state === undefined) again()
    else location.reload()
  }
  again()
}

async function ask(url: string): Promise<string | undefined> {
  try {
    const answer = await fetch(url, { method: 'POST', headers: { 'mitid-script': '1' } })
    return ((await answer.json()) as { state?: string }).state ?? 'moved'
  } catch {
    return undefined
  }
}
