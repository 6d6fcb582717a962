/** A closed passport laid on the back of a phone; the words beside it say the same. */
export function PassportFigure() {
  return (
    <svg class="passport-figure" viewBox="0 0 200 120" aria-hidden="true">
      <rect class="figure-phone" x="66" y="6" width="60" height="108" rx="9" />
      <circle class="figure-line" cx="78" cy="18" r="4" />
      <rect class="figure-passport" x="52" y="34" width="88" height="62" rx="5" />
      <circle class="figure-line" cx="96" cy="58" r="11" />
      <path class="figure-line" d="M74 82h44M85 58h22M96 47v22" />
      <path
        class="figure-wave"
        d="M150 50q10 14 0 28M160 44q16 20 0 40M42 50q-10 14 0 28M32 44q-16 20 0 40"
      />
    </svg>
  )
}
