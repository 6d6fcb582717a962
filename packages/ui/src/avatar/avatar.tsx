/** The first letter of a name on a round ground; decoration, the name stands beside it. */
export function Avatar({ name }: { name: string }) {
  return (
    <span class="avatar" aria-hidden="true">
      {firstLetter(name)}
    </span>
  )
}

function firstLetter(name: string): string {
  const letter = /[\p{L}\p{N}]\p{M}*/u.exec(name)?.[0] ?? '?'
  return letter.toLocaleUpperCase('da')
}
