/** What is read of a passport, between the bytes of the domain and the text of a call. */
import type { ChipAuthenticationOrder, DataGroupNumber } from '@open-mitid/icao9303'
import { base64url, type Bytes } from '@open-mitid/kernel'
import type { ChipCommand, PassportCalls, PassportFiles } from '@open-mitid/protocol'

type Read = Omit<PassportCalls['/api/passport/inspect']['request'], 'proof'>

export function readingOf({ files, signature, chip_answer: chipAnswer }: Read) {
  return {
    sod: bytesOf(files.sod),
    dataGroups: dataGroupsOf(files),
    cardAccess: optional(files.card_access),
    signature: optional(signature),
    chipAnswer: optional(chipAnswer),
  }
}

/** The rules of a passport reach no higher than Substantial. */
export function levelOf(ial: 'Low' | 'Substantial' | 'High'): 'Low' | 'Substantial' {
  return ial === 'High' ? 'Substantial' : ial
}

export function chipOrder(
  order: ChipAuthenticationOrder | undefined,
): PassportCalls['/api/passport/chip']['answer'] {
  if (!order) return {}
  const { commands, proof } = order
  return { order: { commands: commands.map(commandText), apdu: base64url(proof) } }
}

type Command = { readonly data?: Uint8Array } & Omit<ChipCommand, 'data'>

function commandText({ data, ...command }: Command): ChipCommand {
  return data ? { ...command, data: base64url(data) } : command
}

const names = { 1: 'dg1', 2: 'dg2', 11: 'dg11', 12: 'dg12', 14: 'dg14', 15: 'dg15' } as const

function dataGroupsOf(files: PassportFiles): ReadonlyMap<DataGroupNumber, Bytes> {
  const groups = Object.entries(names).flatMap(([number, name]) => {
    const text = files[name]
    return text === undefined ? [] : [[Number(number) as DataGroupNumber, bytesOf(text)] as const]
  })
  return new Map(groups)
}

export function bytesOf(text: string): Bytes {
  return Uint8Array.from(Buffer.from(text, 'base64url'))
}

function optional(text: string | undefined): Bytes | undefined {
  return text === undefined ? undefined : bytesOf(text)
}
