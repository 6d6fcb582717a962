/** What browsers load for the box: the page's files, and a script for each of its three pages. */
import { addressOf, readPageFiles, type PageFiles } from '../page-files.ts'

export type BoxAssets = PageFiles & {
  readonly scripts: Readonly<Record<'box' | 'return' | 'browser', string>>
}

/** Reads the folder that the build made of `client/`; a missing file stops the start. */
export function readBoxAssets(folder: string): BoxAssets {
  const page = readPageFiles(folder)
  const script = (name: string) => addressOf(name, page.files)
  return {
    ...page,
    scripts: { box: script('box.js'), return: script('return.js'), browser: script('browser.js') },
  }
}
