/** The frame of the phone app: a bar, one matter, and the choices within the thumb's reach. */
import type { ComponentChildren } from 'preact'
import { Avatar } from '../avatar/avatar.tsx'
import { Icon } from '../icon/icon.tsx'
import type { Language } from '../wording/language.ts'
import { frameWords } from './frame-words.ts'

type Props = {
  /** An `AppBar`; left out where the alarm takes the head of the page. */
  bar?: ComponentChildren
  /** A warning that takes the head of the page; it then holds the page's heading. */
  alarm?: ComponentChildren
  /** `middle` sets little content in the middle of the screen. */
  place?: 'top' | 'middle' | undefined
  /** The primary action and its alternatives; stays at the lower edge where the screen is high. */
  foot?: ComponentChildren
  children: ComponentChildren
}

export function AppFrame({ bar, alarm, place = 'top', foot, children }: Props) {
  return (
    <div class="app">
      {bar}
      <main class="app-main" id="main" tabIndex={-1}>
        {alarm ? <div class="app-alarm">{alarm}</div> : null}
        <div class={`app-matter app-${place} stack`}>{children}</div>
        {foot ? <div class="app-foot stack">{foot}</div> : null}
      </main>
    </div>
  )
}

type BarProps = {
  language: Language
  /** The nickname the person gave the profile. */
  name?: string | undefined
  /** In place of the name: where one is. */
  title?: string | undefined
  onBack?: (() => void) | undefined
  onMenu?: (() => void) | undefined
  menuOpen?: boolean | undefined
  /** A quiet word at the end, such as the time left. */
  aside?: ComponentChildren
}

export function AppBar({ language, name, title, onBack, onMenu, menuOpen, aside }: BarProps) {
  const words = frameWords[language]
  return (
    <header class="app-bar">
      {onBack ? (
        <button type="button" class="icon-button" onClick={onBack}>
          <Icon name="back" label={words.back} />
        </button>
      ) : null}
      {name ? (
        <p class="app-who">
          <Avatar name={name} />
          <span>{name}</span>
        </p>
      ) : null}
      {title ? <p class="app-title">{title}</p> : null}
      <div class="app-aside">{aside}</div>
      {onMenu ? (
        <button
          type="button"
          class="icon-button"
          aria-haspopup="dialog"
          aria-expanded={menuOpen ?? false}
          onClick={onMenu}
        >
          <Icon name="menu" label={words.menu} />
        </button>
      ) : null}
    </header>
  )
}
