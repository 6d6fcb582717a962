/** How old somebody is on a day, in whole years. */
export function ageOf({ birth_date }: { readonly birth_date: string }, today: Date): number {
  const born = new Date(`${birth_date}T00:00:00Z`)
  const years = today.getUTCFullYear() - born.getUTCFullYear()
  const birthday = Date.UTC(today.getUTCFullYear(), born.getUTCMonth(), born.getUTCDate())
  return today.getTime() < birthday ? years - 1 : years
}
