/** A button to NemID, for somebody who has a MitID and needs a password for their code device. */
import { Button } from '@open-mitid/ui'
import type { Language } from '@open-mitid/ui/wording'
import type { ComponentChildren } from 'preact'
import { pathOf } from '../address.ts'

type Props = {
  readonly language: Language
  readonly look?: 'primary' | 'ghost'
  readonly children: ComponentChildren
}

export function NemIdForPassword({ language, look = 'primary', children }: Props) {
  return (
    <form method="post" action={pathOf('nemid', language)}>
      <input type="hidden" name="wish" value="password" />
      <Button look={look}>{children}</Button>
    </form>
  )
}
