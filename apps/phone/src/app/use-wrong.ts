/** An answer that cannot be used brings the person back to its field, where the reason is read out. */
import { useLayoutEffect } from 'preact/hooks'

export function useWrong(fieldId: string, error: string | undefined): void {
  useLayoutEffect(() => {
    if (error !== undefined) document.getElementById(fieldId)?.focus()
  }, [fieldId, error])
}
