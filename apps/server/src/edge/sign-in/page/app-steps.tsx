/** Steps 3 and 4: the app is at work, and then the page goes on to the service. */
import { Button, StatusLine, type Language } from '@open-mitid/ui'
import type { Seconds } from '@open-mitid/kernel'
import type { Way } from '../way.ts'
import { stepWords } from '../words/step-words.ts'

type ClaimedProps = { language: Language; path: string; sameDevice: boolean }

/** In flow `same` the page never learns of the approval: the app sends the person back (§4.5). */
export function ClaimedStep({ language, path, sameDevice }: ClaimedProps) {
  const words = stepWords[language]
  return (
    <div class="stack" data-step="" data-watch={path} data-state="claimed">
      <h2>{words.claimed.title}</h2>
      <p>{words.claimed.lead}</p>
      {sameDevice ? <p>{words.claimed.back}</p> : null}
      <StatusLine state="working">{words.states.claimed}</StatusLine>
      {sameDevice ? null : (
        <noscript>
          <form method="get" action={path}>
            <Button>{words.without.go}</Button>
          </form>
        </noscript>
      )}
    </div>
  )
}

type ApprovedProps = { language: Language; path: string; service: string }

/** The script sends this form by itself. */
export function ApprovedStep({ language, path, service }: ApprovedProps) {
  const words = stepWords[language]
  return (
    <div class="stack" data-step="" data-state="approved">
      <h2>{words.approved.title}</h2>
      <StatusLine state="done">{words.approved.lead(service)}</StatusLine>
      <form method="post" action={`${path}/finish`} data-finish="" data-send="">
        <Button>{words.approved.go(service)}</Button>
      </form>
    </div>
  )
}

type ReadyProps = { language: Language; path: string; service: string; way: Way; left: Seconds }

/** What the states to come will look like, so that the page shows them without asking anybody. */
export function ReadySteps({ language, path, service, way, left }: ReadyProps) {
  return (
    <>
      <template data-next="claimed" data-time-left={left}>
        <ClaimedStep language={language} path={path} sameDevice={way === 'same'} />
      </template>
      <template data-next="approved">
        <ApprovedStep language={language} path={path} service={service} />
      </template>
    </>
  )
}
