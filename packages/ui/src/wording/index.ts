/** Wording tools: languages, typed tables of texts, and formats. Free of any page machinery. */
export * from './format.ts'
export * from './language.ts'
export * from './wording.ts'
