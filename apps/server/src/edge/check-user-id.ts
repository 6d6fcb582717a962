/** Says while it is typed whether a user ID can be taken, a moment after the hand rests. */
const restMs = 500
/** Shorter than any user ID: nothing is said of a beginning. */
const fewest = 5

export function checkWhileTyping(field: HTMLElement): void {
  const told = document.querySelector<HTMLElement>('[data-told]')
  if (!(field instanceof HTMLInputElement) || !told) return
  let timer: ReturnType<typeof setTimeout> | undefined
  let asked = 0
  field.addEventListener('input', () => {
    clearTimeout(timer)
    asked += 1
    tell(told, undefined)
    forget(field)
    const typed = field.value
    if (typed.trim().length < fewest) return
    const nth = asked
    timer = setTimeout(() => {
      void ask(field.dataset['check'] ?? '', typed).then((answer) => {
        if (nth === asked) tell(told, answer)
      })
    }, restMs)
  })
}

/** What was wrong with the user ID that was sent is not wrong with the one that is being typed. */
function forget(field: HTMLInputElement): void {
  field.removeAttribute('aria-invalid')
  field.closest('.field')?.classList.remove('field-wrong')
  document.getElementById(`${field.id}-error`)?.remove()
}

type Answer = { readonly ok: boolean; readonly text: string }

/** Nothing is said where nothing came back: the form asks again when it is sent. */
async function ask(url: string, typed: string): Promise<Answer | undefined> {
  try {
    const body = new URLSearchParams({ user_id: typed })
    const answer = await fetch(url, { method: 'POST', body, headers: { 'mitid-script': '1' } })
    return answer.ok ? ((await answer.json()) as Answer) : undefined
  } catch {
    return undefined
  }
}

function tell(told: HTMLElement, answer: Answer | undefined): void {
  told.textContent = answer?.text ?? ''
  told.dataset['ok'] = answer === undefined ? '' : String(answer.ok)
}
