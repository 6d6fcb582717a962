/** A closed passport on the back of a phone, or an open one on a reader; the words beside it say the same. */
export function PassportFigure({ on = 'phone' }: { readonly on?: 'phone' | 'reader' }) {
  return (
    <svg class="passport-figure" viewBox="0 0 200 120" aria-hidden="true">
      {on === 'phone' ? (
        <>
          <rect class="figure-phone" x="66" y="6" width="60" height="108" rx="9" />
          <circle class="figure-line" cx="78" cy="18" r="4" />
        </>
      ) : (
        <path class="figure-phone" d="M40 78h120l12 26q2 10-8 10H36q-10 0-8-10z" />
      )}
      <rect
        class="figure-passport"
        x="52"
        y={on === 'phone' ? 34 : 26}
        width="88"
        height="62"
        rx="5"
      />
      <g {...(on === 'reader' && { transform: 'translate(0 -8)' })}>
        <circle class="figure-line" cx="96" cy="58" r="11" />
        <path class="figure-line" d="M74 82h44M85 58h22M96 47v22" />
      </g>
      <path
        class="figure-wave"
        d="M150 50q10 14 0 28M160 44q16 20 0 40M42 50q-10 14 0 28M32 44q-16 20 0 40"
      />
    </svg>
  )
}
