/** How a program serves its pages, apart from the components: only a server needs it. */
export { assetOf, readAssets, type Asset } from './asset.ts'
export { FaultForm, FaultNotice } from './fault-form.tsx'
export { faultWords } from './fault-words.ts'
export { openFaults, serveFaults, sufferFaults, type Faults, type Outage } from './faulty-api.ts'
export { keepIn, type Kept } from './kept-file.ts'
export { neededSettings, runSite } from './run-site.ts'
export { answeredPending, withPending } from './pending.ts'
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
