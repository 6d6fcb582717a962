/** The Citizen Service Centres where a device can be picked up. They are synthetic, as people are. */
import type { Brand } from '@open-mitid/kernel'

export type CentreId = Brand<string, 'CentreId'>

export type Centre = {
  readonly id: CentreId
  readonly municipality: string
  readonly name: string
  readonly address: string
}

const table: Readonly<Record<string, Omit<Centre, 'id'>>> = {
  'aarhus-midt': {
    municipality: 'Aarhus',
    name: 'Borgerservice Aarhus Midt',
    address: 'Rosenpladsen 1, 8000 Aarhus C',
  },
  'aalborg-havn': {
    municipality: 'Aalborg',
    name: 'Borgerservice Aalborg Havn',
    address: 'Kajgaden 14, 9000 Aalborg',
  },
  'koebenhavn-nord': {
    municipality: 'København',
    name: 'Borgerservice Nørrebro',
    address: 'Lindepassagen 8, 2200 København N',
  },
  'koebenhavn-syd': {
    municipality: 'København',
    name: 'Borgerservice Amager',
    address: 'Teglgangen 22, 2300 København S',
  },
  'odense-aa': {
    municipality: 'Odense',
    name: 'Borgerservice Odense',
    address: 'Klosterbroen 5, 5000 Odense C',
  },
  'ringkoebing-fjord': {
    municipality: 'Ringkøbing-Skjern',
    name: 'Borgerservice Ringkøbing',
    address: 'Fjordtorvet 2, 6950 Ringkøbing',
  },
  'svendborg-sund': {
    municipality: 'Svendborg',
    name: 'Borgerservice Svendborg',
    address: 'Skibsbrogade 9, 5700 Svendborg',
  },
  'roenne-havn': {
    municipality: 'Bornholm',
    name: 'Borgerservice Rønne',
    address: 'Klippestræde 3, 3700 Rønne',
  },
}

export const centres: readonly Centre[] = Object.entries(table).map(([id, centre]) => ({
  id: id as CentreId,
  ...centre,
}))

export const CentreId = {
  parse(text: unknown): CentreId | undefined {
    return centres.find(({ id }) => id === text)?.id
  },
}
