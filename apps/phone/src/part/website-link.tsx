/** Leads to a page of the citizens' website, in a tab beside the app; nothing where it is unknown. */
import type { ComponentChildren } from 'preact'
import { useApp } from '../app/app.ts'

/** `page` is a word that opens in either language, such as `spare`. */
export function WebsiteLink({ page, children }: { page: string; children: ComponentChildren }) {
  const { language, settings } = useApp()
  if (settings.websiteOrigin === undefined) return null
  return (
    <p>
      <a href={`${settings.websiteOrigin}/${language}/${page}`} target="_blank" rel="noreferrer">
        {children}
      </a>
    </p>
  )
}
