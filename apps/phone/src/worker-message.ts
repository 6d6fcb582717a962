/** What the service worker tells the open pages. */
export type WorkerMessage = 'new-version'
