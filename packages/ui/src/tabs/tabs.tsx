/** Two or more ways to the same end: as links between pages, or switched on the page itself. */
import type { ComponentChildren } from 'preact'
import { useRef } from 'preact/hooks'

type TabLinksProps = {
  /** What the ways have in common. */
  label: string
  tabs: readonly { href: string; label: string; current?: boolean | undefined }[]
}

/** Each way has an address of its own; works without scripts. */
export function TabLinks({ label, tabs }: TabLinksProps) {
  return (
    <nav class="tabs" aria-label={label}>
      {tabs.map((tab) => (
        <a
          key={tab.href}
          class="tab"
          href={tab.href}
          {...(tab.current ? { 'aria-current': 'page' as const } : {})}
        >
          {tab.label}
        </a>
      ))}
    </nav>
  )
}

type TabsProps = {
  id: string
  label: string
  tabs: readonly { key: string; label: string }[]
  current: string
  onPick: (key: string) => void
  /** The panel of the current tab. */
  children: ComponentChildren
}

/** ARIA tabs: one stop of the Tab key, arrows move between them. */
export function Tabs({ id, label, tabs, current, onPick, children }: TabsProps) {
  const list = useRef<HTMLDivElement>(null)

  function move(event: KeyboardEvent): void {
    const here = tabs.findIndex((tab) => tab.key === current)
    const there = { ArrowRight: here + 1, ArrowLeft: here - 1, Home: 0, End: -1 }[event.key]
    const next = there === undefined ? undefined : tabs.at(there % tabs.length)
    if (!next) return
    event.preventDefault()
    onPick(next.key)
    list.current?.querySelector<HTMLElement>(`#${id}-${next.key}`)?.focus()
  }

  return (
    <>
      <div class="tabs" role="tablist" aria-label={label} ref={list} onKeyDown={move}>
        {tabs.map((tab) => (
          <button
            key={tab.key}
            type="button"
            class="tab"
            role="tab"
            id={`${id}-${tab.key}`}
            aria-selected={tab.key === current}
            aria-controls={`${id}-panel`}
            tabIndex={tab.key === current ? 0 : -1}
            onClick={() => onPick(tab.key)}
          >
            {tab.label}
          </button>
        ))}
      </div>
      <div class="stack" role="tabpanel" id={`${id}-panel`} aria-labelledby={`${id}-${current}`}>
        {children}
      </div>
    </>
  )
}
