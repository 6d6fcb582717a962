/** Synthetic citizens for the load, without CPR numbers: production takes no fictitious ones. */
export type BenchPerson = {
  readonly user_id: string
  readonly name: string
  readonly birth_date: string
  readonly phone: string
  readonly email: string
  readonly language: 'da' | 'en'
}

export function benchPeople(count: number): readonly BenchPerson[] {
  return Array.from({ length: count }, (_, index) => {
    const serial = String(1000 + index)
    return {
      user_id: `bench.person${serial}`,
      name: `Bench Person ${serial}`,
      birth_date: '1985-03-14',
      phone: `+452090${serial}`,
      email: `person${serial}@post.example`,
      language: index % 2 === 0 ? 'da' : 'en',
    }
  })
}
