/** The buttons. One `primary` a page, named by its verb; what leads to another address is a link. */
import type { AnchorHTMLAttributes, ButtonHTMLAttributes, ComponentChildren } from 'preact'

export type ButtonLook = 'primary' | 'ghost' | 'quiet' | 'danger'

type ButtonProps = Omit<ButtonHTMLAttributes, 'class' | 'className' | 'style'> & {
  look?: ButtonLook | undefined
  /** While work is under way: the words that say so. The button stays in place and does nothing. */
  busy?: string | undefined
  children: ComponentChildren
}

/** Sends its form, unless it is given an `onClick` or a `type` of its own. */
export function Button({ look = 'primary', busy, onClick, type, children, ...rest }: ButtonProps) {
  const working = busy !== undefined
  return (
    <button
      {...rest}
      type={type ?? (onClick ? 'button' : 'submit')}
      class={`button button-${look}`}
      aria-disabled={working ? 'true' : rest['aria-disabled']}
      onClick={working ? stay : onClick}
    >
      {working ? <span role="status">{busy}</span> : children}
    </button>
  )
}

type ButtonLinkProps = Omit<
  AnchorHTMLAttributes,
  'class' | 'className' | 'style' | 'role' | 'href'
> & { look?: ButtonLook | undefined; href: string; children: ComponentChildren }

/** A link that looks like a button: the next step is another page. */
export function ButtonLink({ look = 'primary', children, ...rest }: ButtonLinkProps) {
  return (
    <a {...rest} class={`button button-${look}`}>
      {children}
    </a>
  )
}

type ActionsProps = {
  /** `row`: side by side and equal in width as long as the words fit; `column`: beneath each other. */
  along?: 'row' | 'column' | undefined
  children: ComponentChildren
}

/** The choices at the end of a page or card. */
export function Actions({ along = 'column', children }: ActionsProps) {
  return <div class={`actions actions-${along}`}>{children}</div>
}

function stay(event: Event): void {
  event.preventDefault()
}
