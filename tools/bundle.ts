/** How Vite builds one program: our packages go into the bundle, packages from npm stay outside. */
import { existsSync, readdirSync } from 'node:fs'
import { join, parse } from 'node:path'
import { build, type InlineConfig } from 'vite'
import { root } from './fingerprint.ts'
import { pack } from './pack.ts'
import type { Program } from './programs.ts'

/** Builds into `out`, which becomes the program's `dist/` when all of it has been made. */
export async function bundle(program: Program, out: string): Promise<void> {
  const folder = join(root, program.folder)
  for (const config of configsOf(program, folder, out)) await build(config)
  if (program.packed !== true) return
  const parts = program.page === undefined ? Object.values(program.clients ?? {}) : ['.']
  for (const part of parts.map((each) => join(out, each)).filter(existsSync)) await pack(part)
}

function configsOf(program: Program, folder: string, out: string): InlineConfig[] {
  const { server, threads = {}, commands = {}, page, serviceWorker, clients = {} } = program
  const configs: InlineConfig[] = []
  if (server !== undefined && existsSync(join(folder, server)))
    configs.push(serverConfig(folder, { main: server, ...threads, ...commands }, out))
  if (page !== undefined && existsSync(join(folder, page)))
    configs.push(pageConfig(folder, join(folder, page), out))
  if (serviceWorker !== undefined && existsSync(join(folder, serviceWorker)))
    configs.push(browserConfig(folder, [join(folder, serviceWorker)], out))
  for (const [source, target] of Object.entries(clients)) {
    const inputs = entriesIn(join(folder, source))
    if (inputs.length > 0) configs.push(browserConfig(folder, inputs, join(out, target)))
  }
  return configs
}

function shared(folder: string, outDir: string): InlineConfig {
  return {
    root: folder,
    configFile: false,
    envDir: false,
    logLevel: 'warn',
    build: { outDir, emptyOutDir: false, reportCompressedSize: false, assetsInlineLimit: 0 },
  }
}

function serverConfig(
  folder: string,
  entries: Readonly<Record<string, string>>,
  out: string,
): InlineConfig {
  const base = shared(folder, out)
  const inputs = Object.entries(entries).map(([name, path]) => [name, join(folder, path)] as const)
  return {
    ...base,
    publicDir: false,
    ssr: { external: true, noExternal: [/^@open-mitid\//] },
    build: {
      ...base.build,
      ssr: true,
      target: 'node26',
      minify: false,
      sourcemap: true,
      rolldownOptions: {
        input: Object.fromEntries(inputs),
        output: { entryFileNames: '[name].js', chunkFileNames: '[name]-[hash].js' },
      },
    },
  }
}

/** Names without hashes: pages rendered by a server name them without knowing the build. */
function browserConfig(folder: string, input: readonly string[], out: string): InlineConfig {
  const base = shared(folder, out)
  return {
    ...base,
    base: './',
    build: {
      ...base.build,
      target: browsers,
      modulePreload: false,
      rolldownOptions: {
        input: [...input],
        output: {
          entryFileNames: '[name].js',
          chunkFileNames: 'assets/[name]-[hash].js',
          assetFileNames: ({ names }) =>
            names.some((name) => name.endsWith('.css')) ? '[name][extname]' : hashedAsset,
        },
      },
    },
  }
}

function pageConfig(folder: string, page: string, out: string): InlineConfig {
  const base = shared(folder, out)
  return {
    ...base,
    base: '/',
    build: {
      ...base.build,
      target: browsers,
      manifest: 'files.json',
      modulePreload: { polyfill: false },
      rolldownOptions: { input: page, output: { assetFileNames: hashedAsset } },
    },
  }
}

const browsers = 'es2023'
const hashedAsset = 'assets/[name]-[hash][extname]'

/** Every script and style sheet that lies directly in the folder is an entry. */
function entriesIn(folder: string): string[] {
  if (!existsSync(folder)) return []
  return readdirSync(folder)
    .filter((name) => /\.(tsx?|css)$/.test(name) && !/\.(test|d)\.tsx?$/.test(name))
    .filter((name, _, all) => !name.endsWith('.css') || !all.includes(`${parse(name).name}.ts`))
    .map((name) => join(folder, name))
}
