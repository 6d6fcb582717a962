/** Every page of the citizens' website and its address in each language. */
import { languages, type Language } from '@open-mitid/ui/wording'
import { topicIds, topicSlugs, type TopicId } from './help/topic.ts'

export const pageNames = [
  'front',
  'get',
  'find',
  'nemid',
  'passport',
  'centre',
  'legitimation',
  'app',
  'approve',
  'spare',
  'password',
  'user-id',
  'guides',
  'help',
  'support',
  'receipt',
  'terms',
  'privacy',
  'services',
] as const
export type PageName = (typeof pageNames)[number]

/** A page, or one matter within help. */
export type Place = PageName | { readonly topic: TopicId }

type InLanguages = Readonly<Record<Language, string>>

const slugs: Readonly<Record<PageName, InLanguages>> = {
  front: { da: '', en: '' },
  get: { da: 'faa-mitid', en: 'get-mitid' },
  find: { da: 'find-din-vej', en: 'find-your-way' },
  nemid: { da: 'nemid', en: 'nemid' },
  passport: { da: 'faa-mitid-med-pas', en: 'get-mitid-with-passport' },
  centre: { da: 'borgerservice', en: 'citizen-service-centre' },
  legitimation: { da: 'legitimation', en: 'legitimation' },
  app: { da: 'appen', en: 'app' },
  approve: { da: 'godkend', en: 'approve' },
  spare: { da: 'reserve', en: 'spare' },
  password: { da: 'adgangskode', en: 'password' },
  'user-id': { da: 'bruger-id', en: 'user-id' },
  guides: { da: 'vejledninger', en: 'guides' },
  help: { da: 'hjaelp', en: 'help' },
  support: { da: 'support', en: 'support' },
  receipt: { da: 'kvittering', en: 'receipt' },
  terms: { da: 'vilkaar', en: 'terms' },
  privacy: { da: 'privatliv', en: 'privacy' },
  services: { da: 'tjenester', en: 'services' },
}

/** Addresses that are printed and said aloud: they open in the language of whoever comes. */
const printed: Readonly<Record<string, Place>> = {
  guides: 'guides',
  help: 'help',
  'help-others': { topic: 'help-others' },
  reserve: 'spare',
  spare: 'spare',
  support: 'support',
}

export const places: readonly Place[] = [
  ...pageNames,
  ...topicIds.map((topic): Place => ({ topic })),
]

/** The one address of a place in a language: `/da/hjaelp`, `/en/help/new-phone`. */
export function pathOf(place: Place, language: Language): string {
  if (typeof place !== 'string')
    return `${pathOf('help', language)}/${topicSlugs[place.topic][language]}`
  const slug = slugs[place][language]
  return slug === '' ? `/${language}` : `/${language}/${slug}`
}

export type Alias = { readonly path: string; readonly place: Place; readonly language?: Language }

/**
 * Every other address that leads to a place: the printed ones, those without a language, and those
 * with the word of one language under the other. An alias without a language is read in the
 * reader's own.
 */
export const aliases: readonly Alias[] = aliasesOf()

function aliasesOf(): readonly Alias[] {
  const words = new Map<string, Place>(Object.entries(printed))
  for (const name of pageNames) for (const slug of Object.values(slugs[name])) words.set(slug, name)
  for (const topic of topicIds)
    for (const language of languages)
      for (const help of Object.values(slugs.help))
        words.set(`${help}/${topicSlugs[topic][language]}`, { topic })
  return [...words].flatMap(([word, place]) => [
    { path: `/${word}`, place },
    ...languages
      .map((language) => ({ path: `/${language}/${word}`, place, language }))
      .filter(({ path, language }) => path !== pathOf(place, language)),
  ])
}
