/** An answer that cannot be used brings the person back to its field, where the reason is read out. */
import { useEffect } from 'preact/hooks'

export function useWrong(fieldId: string, error: string | undefined): void {
  useEffect(() => {
    if (error !== undefined) document.getElementById(fieldId)?.focus()
  }, [fieldId, error])
}
