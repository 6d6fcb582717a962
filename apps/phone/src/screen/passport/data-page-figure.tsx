/** The passport's page with the photo, and where on it number and dates stand. */
export function DataPageFigure() {
  return (
    <svg class="data-page" viewBox="0 0 180 124" aria-hidden="true">
      <rect class="figure-page" x="2" y="2" width="176" height="120" rx="8" />
      <rect x="14" y="26" width="42" height="54" rx="4" />
      <path d="M22 80c0-18 26-18 26 0" />
      <circle cx="35" cy="51" r="9" />
      <path d="M70 30h40M70 42h56M14 98h152M14 110h152" />
      <path class="figure-here" d="M128 16h38M70 57h52M70 75h52" />
    </svg>
  )
}
