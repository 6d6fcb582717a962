/** Names as machines read them in travel documents (ICAO 9303-3 §6), to find people by papers. */

/** The letters that have two spellings are spelt both ways; all others have one. */
const long: Readonly<Record<string, string>> = { Ä: 'AE', Ö: 'OE', Ü: 'UE', Ø: 'OE', Å: 'AA' }
const single: Readonly<Record<string, string>> = {
  Æ: 'AE',
  Œ: 'OE',
  Þ: 'TH',
  Ð: 'D',
  Đ: 'D',
  Ł: 'L',
  ẞ: 'SS',
}

export function isSameName(one: string, other: string): boolean {
  const spellings = spellingsOf(other)
  return spellingsOf(one).some((spelling) => spelling !== '' && spellings.includes(spelling))
}

function spellingsOf(name: string): readonly [string, string] {
  const upper = name.normalize('NFC').toUpperCase()
  const spelt = (letters: Readonly<Record<string, string>>) =>
    [...upper]
      .map((letter) => letters[letter] ?? letter)
      .join('')
      .normalize('NFD')
      .replace(/\p{M}/gu, '')
      .replace(/Ø/gu, 'O')
      .replace(/['’]/gu, '')
      .replace(/\P{L}+/gu, ' ')
      .trim()
  return [spelt({ ...single, ...long }), spelt(single)]
}
