/** The settings of one running server. This file is the only reader of the environment. */
import { isIP } from 'node:net'
import { resolve } from 'node:path'
import { z } from 'zod'

export type EdgeName = 'oidc' | 'phone' | 'citizen' | 'desk'
type Environment = 'production' | 'sandbox' | 'test'
type Role = 'edges' | 'worker'

export type Config = {
  readonly environment: Environment
  readonly roles: readonly Role[]
  readonly edges: readonly EdgeName[]
  readonly host: string
  /** Addresses and networks of the proxies whose `X-Forwarded-For` says where a request is from. */
  readonly proxies: readonly string[]
  readonly ports: Readonly<Record<EdgeName, number>>
  readonly origins: Readonly<Record<EdgeName, string>>
  /** Where Prometheus reads, always on loopback; undefined turns it off. */
  readonly metricsPort: number | undefined
  /** Where traces go (OTLP over HTTP), and of what part of the requests; undefined follows none. */
  readonly traces: { readonly url: string; readonly share: number } | undefined
  readonly databaseUrl: string
  readonly databaseConnections: number
  /** The folder of the local key file. */
  readonly keys: string
  readonly smtpUrl: string
  readonly smppUrl: string
  /** Of each channel: what its carrier takes, and what leaves sign-ins their processor. */
  readonly messagesASecond: number
  /** Where letters are printed: `http(s)://`, or `file:///` for a folder. */
  readonly printUrl: string
  /** The police's register of lost documents; without it no passports are taken. */
  readonly lostDocumentsUrl: string | undefined
  /** Outside production: chips that the app reaches over the network, for want of a reader. */
  readonly chipOrigin: string | undefined
  /** Where the app finds the program beside a reader, on whichever computer it runs itself. */
  readonly readerOrigin: string | undefined
  /** The native apps that phones may open links to the app with. */
  readonly androidApps: readonly { readonly packageName: string; readonly signer: string }[]
  /** The CPR register's service; without it nobody is looked up. */
  readonly cpr: { readonly url: string; readonly token: string } | undefined
  /** The older eID: as whom it knows us, and the file of the public keys that it signs with. */
  readonly nemid:
    | {
        readonly url: string
        readonly client: string
        readonly secret: string
        readonly jwks: string
      }
    | undefined
  readonly schemeName: string
  readonly signals: 'process' | 'postgres'
  readonly logLevel: 'silent' | 'fatal' | 'error' | 'warn' | 'info' | 'debug'
}

/** A start that cannot go on, in one sentence for the one who starts it. */
export class StartError extends Error {
  override readonly name = 'StartError'
}

/** The place of each edge among the ports and origins of an installation. */
const edgePlaces: Readonly<Record<EdgeName, { port: number; variable: string }>> = {
  oidc: { port: 1, variable: 'ORIGIN_SIGN_IN' },
  phone: { port: 2, variable: 'ORIGIN_APP' },
  citizen: { port: 3, variable: 'ORIGIN_CITIZEN' },
  desk: { port: 4, variable: 'ORIGIN_DESK' },
}
const edgeNames: readonly EdgeName[] = ['oidc', 'phone', 'citizen', 'desk']

const port = z.coerce.number().int().min(1).max(65_535)
const origin = z
  .url({ protocol: /^https?$/u })
  .refine((url) => new URL(url).origin === url, 'must be an origin, such as https://login.example')
const listOf = <const Names extends readonly [string, ...string[]]>(names: Names) =>
  z
    .string()
    .transform((text) => text.split(',').map((name) => name.trim()))
    .pipe(z.array(z.enum(names)).min(1))

const Variables = z.object({
  MITID_ENV: z.enum(['production', 'sandbox', 'test']).default('production'),
  MITID_ROLES: listOf(['edges', 'worker']).default(['edges', 'worker']),
  EDGES: listOf(['oidc', 'phone', 'citizen', 'desk']).default([...edgeNames] as EdgeName[]),
  HOST: z.string().min(1).default('127.0.0.1'),
  PROXIES: z
    .string()
    .transform((text) => (text === 'none' ? [] : text.split(',').map((part) => part.trim())))
    .refine((all) => all.every(isNetwork), 'must be addresses or networks, or none')
    .optional(),
  PORT_BASE: port.default(3000),
  METRICS_PORT: z.union([z.literal('off'), port]).optional(),
  ORIGIN_SIGN_IN: origin.optional(),
  ORIGIN_APP: origin.optional(),
  ORIGIN_CITIZEN: origin.optional(),
  ORIGIN_DESK: origin.optional(),
  TRACES_URL: z.url({ protocol: /^https?$/u }).optional(),
  TRACES_SHARE: z.coerce.number().min(0).max(1).default(1),
  DATABASE_URL: z.string().min(1),
  DATABASE_CONNECTIONS: z.coerce.number().int().min(1).max(500).default(20),
  MITID_KEYS: z.string().min(1),
  SMTP_URL: z.string().min(1).optional(),
  SMPP_URL: z.string().min(1).optional(),
  MESSAGES_A_SECOND: z.coerce.number().int().min(1).max(10_000).default(200),
  PRINT_URL: z.url({ protocol: /^(?:https?|file)$/u }).optional(),
  LOST_DOCUMENTS_URL: z.url({ protocol: /^https?$/u }).optional(),
  CHIP_ORIGIN: origin.optional(),
  READER_ORIGIN: origin
    .refine((url) => /^http:\/\/127\.0\.0\.1:\d+$/u.test(url), 'must be http://127.0.0.1:PORT')
    .optional(),
  ANDROID_APP: z
    .string()
    .transform((text) => text.split(',').map((app) => app.trim().split('/')))
    .refine((all) => all.every(isAndroidApp), 'must be PACKAGE/FINGERPRINT, as build-android says')
    .transform((all) => all.map(([packageName = '', signer = '']) => ({ packageName, signer })))
    .default([]),
  CPR_URL: origin.optional(),
  CPR_TOKEN: z.string().min(1).optional(),
  NEMID_URL: origin.optional(),
  NEMID_CLIENT: z.string().min(1).default('mitid'),
  NEMID_SECRET: z.string().min(1).optional(),
  NEMID_JWKS: z.string().min(1).optional(),
  SCHEME_NAME: z.string().min(1).max(40).default('MitID'),
  SIGNALS: z.enum(['process', 'postgres']).default('process'),
  LOG_LEVEL: z.enum(['silent', 'fatal', 'error', 'warn', 'info', 'debug']).default('info'),
})

/** Reads the environment; a variable that is missing or wrong is named in a `StartError`. */
export function readConfig(environment: Readonly<Record<string, string | undefined>>): Config {
  const given = Object.fromEntries(
    Object.entries(environment).filter(([, value]) => value !== undefined && value !== ''),
  )
  const read = Variables.safeParse(given)
  if (!read.success)
    throw new StartError(read.error.issues.map((issue) => sentenceOf(issue, given)).join(' '))
  const variables = read.data
  const base = variables.PORT_BASE
  const eachEdge = <Value>(value: (name: EdgeName) => Value) =>
    Object.fromEntries(edgeNames.map((name) => [name, value(name)])) as Record<EdgeName, Value>
  const ports = eachEdge((name) => base + edgePlaces[name].port)
  const origins: Readonly<Record<EdgeName, string | undefined>> = {
    oidc: variables.ORIGIN_SIGN_IN,
    phone: variables.ORIGIN_APP,
    citizen: variables.ORIGIN_CITIZEN,
    desk: variables.ORIGIN_DESK,
  }
  const config: Config = {
    environment: variables.MITID_ENV,
    roles: variables.MITID_ROLES,
    edges: variables.EDGES,
    host: variables.HOST,
    proxies: variables.PROXIES ?? loopback,
    ports,
    origins: eachEdge((name) => origins[name] ?? `http://localhost:${String(ports[name])}`),
    metricsPort:
      variables.METRICS_PORT === 'off' ? undefined : (variables.METRICS_PORT ?? base + 29),
    traces:
      variables.TRACES_URL === undefined
        ? undefined
        : { url: variables.TRACES_URL, share: variables.TRACES_SHARE },
    databaseUrl: variables.DATABASE_URL,
    databaseConnections: variables.DATABASE_CONNECTIONS,
    keys: resolve(variables.MITID_KEYS),
    smtpUrl: variables.SMTP_URL ?? `smtp://127.0.0.1:${String(base + 25)}`,
    messagesASecond: variables.MESSAGES_A_SECOND,
    smppUrl: variables.SMPP_URL ?? `smpp://127.0.0.1:${String(base + 26)}`,
    printUrl: variables.PRINT_URL ?? `http://127.0.0.1:${String(base + 7)}`,
    lostDocumentsUrl: variables.LOST_DOCUMENTS_URL,
    chipOrigin: variables.CHIP_ORIGIN,
    readerOrigin: variables.READER_ORIGIN,
    androidApps: variables.ANDROID_APP,
    cpr: variables.CPR_URL === undefined ? undefined : cprOf(variables, variables.CPR_URL),
    nemid: variables.NEMID_URL === undefined ? undefined : nemidOf(variables, variables.NEMID_URL),
    schemeName: variables.SCHEME_NAME,
    signals: variables.SIGNALS,
    logLevel: variables.LOG_LEVEL,
  }
  if (config.environment !== 'production') return config
  refuseUnsafeOrigins(config)
  if (variables.PROXIES === undefined && !isLoopback(config.host))
    throw new StartError('PROXIES is not set: a server that listens beyond loopback names them.')
  return config
}

const loopback: readonly string[] = ['127.0.0.0/8', '::1']

function isLoopback(host: string): boolean {
  return host === 'localhost' || host === '::1' || host.startsWith('127.')
}

/** RFC 4632 §3.1 and RFC 4291 §2.3: an address, and how many of its first bits count. */
function isNetwork(text: string): boolean {
  const [address = '', prefix, ...more] = text.split('/')
  const version = isIP(address)
  if (version === 0 || more.length > 0) return false
  if (prefix === undefined) return true
  return /^\d{1,3}$/u.test(prefix) && Number(prefix) <= (version === 6 ? 128 : 32)
}

/** SHA-256 of a certificate, as the tools of Android write it. */
function isAndroidApp([name = '', signer = '', ...more]: readonly string[]): boolean {
  return (
    /^[A-Za-z]\w*(?:\.[A-Za-z]\w*)+$/u.test(name) &&
    /^[0-9A-F]{2}(?::[0-9A-F]{2}){31}$/u.test(signer) &&
    more.length === 0
  )
}

type Variables = z.infer<typeof Variables>

function cprOf({ CPR_TOKEN: token }: Variables, url: string): Config['cpr'] {
  return { url, token: setWith('CPR_URL', 'CPR_TOKEN', token) }
}

function nemidOf(variables: Variables, url: string): Config['nemid'] {
  const { NEMID_CLIENT: client, NEMID_SECRET: secret, NEMID_JWKS: jwks } = variables
  return {
    url,
    client,
    secret: setWith('NEMID_URL', 'NEMID_SECRET', secret),
    jwks: resolve(setWith('NEMID_URL', 'NEMID_JWKS', jwks)),
  }
}

function setWith(other: string, name: string, value: string | undefined): string {
  if (value === undefined) throw new StartError(`With ${other} set, ${name} must be set too.`)
  return value
}

/** RFC 6265 §8.5: cookies do not keep ports apart, so in production each edge has its own host. */
function refuseUnsafeOrigins(config: Config): void {
  const hosts = new Map<string, EdgeName>()
  for (const name of edgeNames) {
    const url = new URL(config.origins[name])
    const { variable } = edgePlaces[name]
    if (url.protocol !== 'https:')
      throw new StartError(`In production ${variable} must be an https:// origin.`)
    const other = hosts.get(url.hostname)
    if (other !== undefined)
      throw new StartError(
        `In production ${variable} and ${edgePlaces[other].variable} must have different hosts.`,
      )
    hosts.set(url.hostname, name)
  }
}

function sentenceOf(issue: z.core.$ZodIssue, given: Readonly<Record<string, unknown>>): string {
  const name = String(issue.path[0] ?? 'The environment')
  return name in given ? `${name} is not right: ${issue.message}.` : `${name} is not set.`
}
