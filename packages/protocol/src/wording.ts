/** The words of `render v1`. They are signed: to change one is to make a new version. */
import type { Language } from './display.ts'
import type { ApprovalKind, OfferFlow } from './offer.ts'

type Words = {
  readonly question: Readonly<Record<ApprovalKind, (service: string) => string>>
  readonly way: Readonly<Record<OfferFlow, string>>
  readonly seen: Readonly<Record<'true' | 'false', string>>
}

export const wording: Readonly<Record<Language, Words>> = {
  da: {
    question: {
      log_on: (service) => `Log på hos ${service}?`,
      approve: () => 'Godkend følgende?',
      confirm: () => 'Bekræft følgende?',
      accept: () => 'Acceptér følgende?',
      sign: () => 'Underskriv følgende?',
      manage: () => 'Godkend denne ændring af dit MitID?',
    },
    way: {
      qr: 'Du scannede en kode på en anden skærm',
      same: 'Startet på denne enhed',
      code: 'Du tastede en kode fra en anden skærm',
      device: 'Du tastede en kode fra din kodeviser eller kodeoplæser',
    },
    seen: {
      true: 'Du har brugt denne browser før',
      false: 'Denne browser er ikke set før',
    },
  },
  en: {
    question: {
      log_on: (service) => `Log on at ${service}?`,
      approve: () => 'Approve the following?',
      confirm: () => 'Confirm the following?',
      accept: () => 'Accept the following?',
      sign: () => 'Sign the following?',
      manage: () => 'Approve this change to your MitID?',
    },
    way: {
      qr: 'You scanned a code on another screen',
      same: 'Started on this device',
      code: 'You typed a code from another screen',
      device: 'You typed a code from your code display or code reader',
    },
    seen: {
      true: 'You have used this browser before',
      false: 'This browser has not been seen before',
    },
  },
}
