/** Who asks: letters for a logo, the name in full, and the domain that was verified. */
import type { ComponentChildren } from 'preact'

type Props = {
  name: string
  /** One or two letters, made from the name where none are given. */
  letters?: string | undefined
  /** Beneath the name: the domain, and that it is verified. */
  domain?: ComponentChildren
}

export function ServiceHead({ name, letters, domain }: Props) {
  return (
    <div class="service-head">
      <span class="service-logo" aria-hidden="true">
        {letters ?? initials(name)}
      </span>
      <div class="service-names">
        <p class="service-name">{name}</p>
        {domain ? <p class="service-domain">{domain}</p> : null}
      </div>
    </div>
  )
}

function initials(name: string): string {
  const firsts = name.split(/\s+/).flatMap((word) => /[\p{L}\p{N}]\p{M}*/u.exec(word)?.[0] ?? [])
  return firsts.slice(0, 2).join('').toLocaleUpperCase('da')
}
