/**
 * From the activation of a code device: takes the pass out of the address at once, so that it stays
 * in no history, and hands it in with this browser's cookie.
 */
import { arriveAt } from './part/arrive-at.ts'
import { send } from './part/step.ts'

const token = location.hash.slice(1)
history.replaceState(null, '', location.pathname)
if (token !== '') void send('/browser', new URLSearchParams({ token }), arriveAt)
