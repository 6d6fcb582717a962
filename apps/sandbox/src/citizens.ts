/**
 * The synthetic citizens of the sandbox. CPR numbers are fictitious: the day of birth is 60 more
 * than any day there is, so that none can be a real person's.
 */
export type Citizen = {
  readonly user_id: string
  readonly name: string
  readonly address: string
  readonly birth_date: string
  readonly cpr: string
  readonly phone?: string
  readonly email?: string
  readonly language: 'da' | 'en'
  readonly protected?: true
}

type Draft = Omit<Citizen, 'birth_date' | 'cpr'> & { readonly age: number; readonly serial: string }

/** Ages stay what the start page says of them: birth dates are reckoned from `today`. */
export function citizens(today: Date): readonly Citizen[] {
  return drafts.map(({ age, serial, ...draft }, index) => {
    const born = new Date(
      Date.UTC(today.getUTCFullYear() - age, today.getUTCMonth() - 3, 1 + ((index * 7) % 28)),
    )
    return { ...draft, birth_date: born.toISOString().slice(0, 10), cpr: cpr(born, serial) }
  })
}

/** `serial` is chosen so that its first digit gives the right century (CPR-nummerets opbygning). */
function cpr(born: Date, serial: string): string {
  const two = (value: number) => String(value).padStart(2, '0')
  const [day, month, year] = [
    born.getUTCDate() + 60,
    born.getUTCMonth() + 1,
    born.getUTCFullYear() % 100,
  ]
  return `${two(day)}${two(month)}${two(year)}${serial}`
}

const drafts: readonly Draft[] = [
  {
    user_id: 'anna.sommer',
    name: 'Anna Sommer',
    address: 'Havnegade 12, 2. th, 8000 Aarhus C',
    age: 34,
    serial: '1124',
    phone: '+4520100001',
    email: 'anna.sommer@post.example',
    language: 'da',
  },
  {
    user_id: 'james.holm',
    name: 'James Holm',
    address: 'Nørrebrogade 44, 2200 København N',
    age: 41,
    serial: '1237',
    phone: '+4520100002',
    email: 'james.holm@post.example',
    language: 'en',
  },
  {
    user_id: 'oda vestergård',
    name: 'Oda Vestergård',
    address: 'Kirkebakken 3, 6950 Ringkøbing',
    age: 91,
    serial: '0318',
    phone: '+4520100003',
    language: 'da',
  },
  {
    user_id: 'villads13',
    name: 'Villads Bøgh Kjær',
    address: 'Skovvej 7, 5700 Svendborg',
    age: 13,
    serial: '4427',
    phone: '+4520100004',
    language: 'da',
  },
  {
    user_id: 'navnebeskyttet',
    name: 'Maja Lindskov',
    address: 'Beskyttet adresse',
    age: 29,
    serial: '1356',
    phone: '+4520100005',
    email: 'maja@post.example',
    language: 'da',
    protected: true,
  },
  {
    user_id: 'wilhelmine',
    name: 'Wilhelmine Charlotte Amalie Frederikke Østergaard-Schjønning von Rosenkrantz-Hvidtfeldt',
    address: 'Strandvejen 1234, 12. sal, lejlighed 1204, 2930 Klampenborg',
    age: 56,
    serial: '1482',
    phone: '+4520100006',
    email: 'wilhelmine.charlotte.amalie.frederikke@oestergaard-schjoenning.post.example',
    language: 'da',
  },
  {
    user_id: 'zoe.å',
    name: 'Zoë Ångström Ólafsdóttir',
    address: 'Søndergade 21, 9000 Aalborg',
    age: 38,
    serial: '1568',
    phone: '+46701000007',
    email: 'zoe@post.example',
    language: 'en',
  },
  {
    user_id: 'hong hanh',
    name: 'Nguyễn Thị Hồng Hạnh',
    address: 'Vesterbro 90, 5000 Odense C',
    age: 47,
    serial: '1614',
    phone: '+4520100008',
    language: 'da',
  },
  {
    user_id: 'kun-e-mail',
    name: 'Karl Emil Thomsen',
    address: 'Mosevej 2, 4300 Holbæk',
    age: 67,
    serial: '1721',
    email: 'karl.emil@post.example',
    language: 'da',
  },
  {
    user_id: 'li.bo',
    name: 'Li Bo',
    address: 'Algade 5, 4000 Roskilde',
    age: 22,
    serial: '4833',
    phone: '+4520100010',
    email: 'li@post.example',
    language: 'en',
  },
  {
    user_id: 'familien.a',
    name: 'Fatima Rahimi',
    address: 'Bispehaven 15, 8210 Aarhus V',
    age: 45,
    serial: '1946',
    phone: '+4520100011',
    email: 'rahimi@post.example',
    language: 'da',
  },
  {
    user_id: 'familien.b',
    name: 'Yusuf Rahimi',
    address: 'Bispehaven 15, 8210 Aarhus V',
    age: 19,
    serial: '5051',
    phone: '+4520100012',
    email: 'rahimi@post.example',
    language: 'da',
  },
]
