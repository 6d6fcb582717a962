/** A number of the Central Person Register: ten digits that begin with the birth date. */
import { accept, refuse, utf8, type Brand, type Bytes, type Result } from '@open-mitid/kernel'
import type { Mac } from '../keys/index.ts'

export type CprNumber = Brand<string, 'CprNumber'>

/** Outside production only test numbers exist: the day of birth is raised by 60. */
export type CprNumbers = 'real' | 'synthetic'

export type CprRefusal = { readonly kind: 'cpr-form' | 'cpr-not-synthetic' | 'cpr-synthetic' }

const form = /^(\d{2})(\d{2})\d{2}-?\d{4}$/u

export const CprNumber = {
  /** The modulus is not demanded: numbers without it have been given out since 2007. */
  parse(text: string, numbers: CprNumbers): Result<CprNumber, CprRefusal> {
    const found = form.exec(text.trim())
    if (!found) return refuse({ kind: 'cpr-form' })
    const day = Number(found[1])
    const month = Number(found[2])
    if (month < 1 || month > 12) return refuse({ kind: 'cpr-form' })
    const real = day >= 1 && day <= 31
    if (!real && !(day >= 61 && day <= 91)) return refuse({ kind: 'cpr-form' })
    if (numbers === 'synthetic' && real) return refuse({ kind: 'cpr-not-synthetic' })
    if (numbers === 'real' && !real) return refuse({ kind: 'cpr-synthetic' })
    return accept(text.replace(/\D/gu, '') as CprNumber)
  },
}

export function cprIndex(mac: Mac, cpr: CprNumber): Promise<Bytes> {
  return mac('cpr-index', utf8(cpr))
}
