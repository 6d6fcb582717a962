/** A question or menu over the page, by the browser's own dialog: it keeps and returns the focus. */
import type { ComponentChildren } from 'preact'
import { useEffect, useRef } from 'preact/hooks'
import { Icon } from '../icon/icon.tsx'
import type { Language } from '../wording/language.ts'
import { wording } from '../wording/wording.ts'

type Props = {
  language: Language
  /** Unique on the page. */
  id: string
  open: boolean
  title: ComponentChildren
  /** Escape, the close button and a press beside the dialog all ask for this. */
  onClose: () => void
  children: ComponentChildren
}

const words = wording({ da: { close: 'Luk' }, en: { close: 'Close' } })

export function Dialog({ language, id, open, title, onClose, children }: Props) {
  const dialog = useRef<HTMLDialogElement>(null)

  useEffect(() => {
    if (open) dialog.current?.showModal()
    else dialog.current?.close()
  }, [open])

  return (
    <dialog
      ref={dialog}
      class="dialog"
      id={id}
      aria-labelledby={`${id}-title`}
      onClose={onClose}
      onClick={(event) => {
        if (event.target === dialog.current) onClose()
      }}
    >
      <div class="dialog-sheet">
        <div class="dialog-head">
          <h2 id={`${id}-title`}>{title}</h2>
          <button type="button" class="icon-button" onClick={onClose}>
            <Icon name="close" label={words[language].close} />
          </button>
        </div>
        <div class="stack">{children}</div>
      </div>
    </dialog>
  )
}
