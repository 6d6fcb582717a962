/** A message that stands in the page: what it is about first, then what to do. */
import type { ComponentChildren } from 'preact'
import { Icon, type IconName } from '../icon/icon.tsx'

export type NoticeKind = 'info' | 'warn' | 'danger' | 'done'

type Props = {
  kind?: NoticeKind | undefined
  title?: ComponentChildren
  /** Announce it at once: for what changed after the page was read. */
  live?: boolean | undefined
  children?: ComponentChildren
}

export function Notice({ kind = 'info', title, live = false, children }: Props) {
  return (
    <div class={`notice notice-${kind}`} {...(live ? { role: roles[kind] } : {})}>
      <Icon name={icons[kind]} />
      <div class="notice-text">
        {title ? <p class="notice-title">{title}</p> : null}
        {children}
      </div>
    </div>
  )
}

const icons: Readonly<Record<NoticeKind, IconName>> = {
  info: 'info',
  warn: 'warn',
  danger: 'warn',
  done: 'check',
}

const roles = { info: 'status', warn: 'alert', danger: 'alert', done: 'status' } as const
