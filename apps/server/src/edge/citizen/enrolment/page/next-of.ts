/** What happens after the last step, for what was chosen. */
import { appsOf, devicesOf, type ChosenAuthenticators } from '@open-mitid/identity/enrolment'
import type { Reader } from '../../site.ts'
import { textsFor } from '../../texts.ts'
import { confirmWords } from '../words/confirm-words.ts'

export function nextOf(reader: Reader, chosen: ChosenAuthenticators): readonly string[] {
  const { after } = textsFor(reader, confirmWords)
  return [
    ...(appsOf(chosen) > 0 ? [after.app] : []),
    ...(devicesOf(chosen).length > 0 ? [after.device, after.activate] : []),
    after.notice,
  ]
}
