/** The passport's page with the photo, and where on it the things are that a step is about. */
type Props = {
  /** `lines`: drawn over the camera, where the two lines are to be. */
  shows: 'lines' | 'details'
}

export function DataPageFigure({ shows }: Props) {
  return (
    <svg class={`data-page data-page-${shows}`} viewBox="0 0 180 124" aria-hidden="true">
      <rect class="figure-page" x="2" y="2" width="176" height="120" rx="8" />
      <rect class="figure-line" x="14" y="26" width="42" height="54" rx="4" />
      <path class="figure-line" d="M22 80c0-18 26-18 26 0" />
      <circle class="figure-line" cx="35" cy="51" r="9" />
      {shows === 'lines' ? (
        <path class="figure-here" d="M14 98h152M14 110h152" />
      ) : (
        <>
          <path class="figure-line" d="M70 30h40M70 42h56" />
          <path class="figure-here" d="M128 16h38M70 57h52M70 75h52" />
          <path class="figure-line" d="M14 98h152M14 110h152" />
        </>
      )}
    </svg>
  )
}
