/** Where the fields of each size of machine-readable zone stand: one table a size. */

export type MrzFormat = 'TD1' | 'TD2' | 'TD3'

/** A span of letters: line, first position and length, counted from nought. */
export type Span = readonly [line: number, start: number, length: number]

export type Layout = {
  readonly clause: string
  readonly lines: number
  readonly width: number
  readonly documentCode: Span
  readonly issuer: Span
  readonly name: Span
  readonly documentNumber: Span
  readonly documentNumberCheck: Span
  readonly nationality: Span
  readonly birthDate: Span
  readonly birthDateCheck: Span
  readonly sex: Span
  readonly expiryDate: Span
  readonly expiryDateCheck: Span
  readonly optionalData: readonly Span[]
  /** TD3 alone has a check digit over the optional data. */
  readonly optionalDataCheck: Span | undefined
  readonly compositeCheck: Span
  /** What the composite check digit is computed over, in order. */
  readonly composite: readonly Span[]
  /** A longer document number goes on in the optional data (all but TD3). */
  readonly longNumbers: boolean
}

export const layouts: Readonly<Record<MrzFormat, Layout>> = {
  TD1: {
    clause: 'ICAO 9303-5 §4.2.2',
    lines: 3,
    width: 30,
    documentCode: [0, 0, 2],
    issuer: [0, 2, 3],
    name: [2, 0, 30],
    documentNumber: [0, 5, 9],
    documentNumberCheck: [0, 14, 1],
    nationality: [1, 15, 3],
    birthDate: [1, 0, 6],
    birthDateCheck: [1, 6, 1],
    sex: [1, 7, 1],
    expiryDate: [1, 8, 6],
    expiryDateCheck: [1, 14, 1],
    optionalData: [
      [0, 15, 15],
      [1, 18, 11],
    ],
    optionalDataCheck: undefined,
    compositeCheck: [1, 29, 1],
    composite: [
      [0, 5, 25],
      [1, 0, 7],
      [1, 8, 7],
      [1, 18, 11],
    ],
    longNumbers: true,
  },
  TD2: {
    clause: 'ICAO 9303-6 §4.2.2',
    lines: 2,
    width: 36,
    documentCode: [0, 0, 2],
    issuer: [0, 2, 3],
    name: [0, 5, 31],
    documentNumber: [1, 0, 9],
    documentNumberCheck: [1, 9, 1],
    nationality: [1, 10, 3],
    birthDate: [1, 13, 6],
    birthDateCheck: [1, 19, 1],
    sex: [1, 20, 1],
    expiryDate: [1, 21, 6],
    expiryDateCheck: [1, 27, 1],
    optionalData: [[1, 28, 7]],
    optionalDataCheck: undefined,
    compositeCheck: [1, 35, 1],
    composite: [
      [1, 0, 10],
      [1, 13, 7],
      [1, 21, 14],
    ],
    longNumbers: true,
  },
  TD3: {
    clause: 'ICAO 9303-4 §4.2.2',
    lines: 2,
    width: 44,
    documentCode: [0, 0, 2],
    issuer: [0, 2, 3],
    name: [0, 5, 39],
    documentNumber: [1, 0, 9],
    documentNumberCheck: [1, 9, 1],
    nationality: [1, 10, 3],
    birthDate: [1, 13, 6],
    birthDateCheck: [1, 19, 1],
    sex: [1, 20, 1],
    expiryDate: [1, 21, 6],
    expiryDateCheck: [1, 27, 1],
    optionalData: [[1, 28, 14]],
    optionalDataCheck: [1, 42, 1],
    compositeCheck: [1, 43, 1],
    composite: [
      [1, 0, 10],
      [1, 13, 7],
      [1, 21, 22],
    ],
    longNumbers: false,
  },
}
