/** The scheme's own sign: a handle that has arrived at the end of its track. No state's logo. */
type Props = {
  /** Said by a screen reader; without it the sign is decoration beside the name. */
  label?: string | undefined
}

export function Mark({ label }: Props) {
  return (
    <svg
      class="mark"
      viewBox="0 0 32 32"
      width="32"
      height="32"
      {...(label ? { role: 'img', 'aria-label': label } : { 'aria-hidden': 'true' })}
    >
      <rect class="mark-ground" width="32" height="32" rx="9" />
      <rect class="mark-track" x="3" y="10" width="24" height="12" rx="6" />
      <circle class="mark-handle" cx="21.5" cy="16" r="7.5" />
      <path class="mark-check" d="m18.3 16.3 2.3 2.3 4.2-4.8" />
    </svg>
  )
}
