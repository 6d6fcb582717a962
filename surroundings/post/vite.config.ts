/** Builds the program (`--ssr src/main.ts`) or, without, what browsers load. */
import { defineConfig } from 'vite'

export default defineConfig(({ isSsrBuild }) => ({
  root: import.meta.dirname,
  base: '/client/',
  publicDir: isSsrBuild ? false : 'public',
  build: isSsrBuild
    ? { outDir: 'dist', target: 'node22', emptyOutDir: false }
    : {
        outDir: 'dist/client',
        modulePreload: false,
        assetsInlineLimit: 0,
        rolldownOptions: {
          input: 'src/client/inbox.ts',
          output: { entryFileNames: 'inbox.js', assetFileNames: assetName },
        },
      },
}))

/** The style sheet has a fixed name; fonts carry a hash. */
function assetName({ names }: { names: string[] }): string {
  return names.some((name) => name.endsWith('.css')) ? 'inbox.css' : 'assets/[name]-[hash][extname]'
}
