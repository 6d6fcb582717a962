/** How a program serves its pages, apart from the components: only a server needs it. */
export { readAssets, type Asset } from './asset.ts'
export { openSessions, type Sessions } from './sessions.ts'
export {
  inLanguages,
  sendPage,
  sendProblem,
  site,
  siteLanguage,
  wantsPage,
  type SiteOptions,
  type SiteProblem,
} from './site.ts'
