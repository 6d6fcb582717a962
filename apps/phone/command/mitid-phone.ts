/** `mitid-phone`: the app without a screen, for automated tests of services and of this house. */
import { refuse, type Bytes, type Result } from '@open-mitid/kernel'
import { OfferId, parseAppLink, type ClaimSecret, type Wishes } from '@open-mitid/protocol'
import { resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { openPhone, serverClock, Unreachable, type Asked, type Line } from '../src/core/index.ts'
import { beginPassport, networkChip } from '../src/core/passport/index.ts'
import { passportTold } from '../src/words/passport-told.ts'
import { folderStore } from './folder-store.ts'

const help = `mitid-phone: a MitID app without a screen. Its storage is a folder.

  mitid-phone activate --code CODE --second CODE --pin PIN   make this folder a person's app;
                       without --second it stops after the first code has been taken
                       and goes on when called with --second and --pin
  mitid-phone claim --code CODE | --link URL                 take what a MitID box shows
  mitid-phone show                                           what waits, exactly as it will be signed
  mitid-phone approve --pin PIN                              approve it
  mitid-phone refuse [--not-me]                              refuse it; "I did not start this"
  mitid-phone receipt --offer ID                             the evidence of an approval, as a pack
  mitid-phone history --pin PIN                              own approvals and events
  mitid-phone browsers --pin PIN                             browsers that count as known
  mitid-phone forget --offer ID --pin PIN [--not-me]         take the one of that offer off
  mitid-phone wishes --pin PIN [--every-use on|off] [--large-print on|off] [--both-languages on|off] [--language da|en]
                       how the person is told of things and how their letters are set; what is
                       named is changed, and every channel is told of it
  mitid-phone state                                          how the profile stands with the server
  mitid-phone profiles                                       what this folder holds
  mitid-phone passport --document NUMBER --born YYMMDD --expires YYMMDD
                       prove who you are with the passport that lies on the phone
                       (--passport KEY: one of the drawer; --again: for a MitID that you have)

options
  --folder DIR     the app's storage (default: .mitid-phone); --app ORIGIN  (default: http://localhost:3002)
  --profile ID     which profile, where the folder holds several
  --chips ORIGIN   where the sandbox's passports are (default: http://localhost:3011)
  --language da|en of messages and letters; for passport, of what is told of it (default: en)
  --json           answers as JSON on one line
  --help           this text

exit codes: 0 done, 1 refused (what, and what to do, on the error stream), 2 wrongly called,
3 the server cannot be reached (the same command again is safe)
`

const { values, positionals } = parse()
const line: Line = {
  app: values.app,
  fetch,
  clock: serverClock(() => Date.now() / 1000),
  random: (length): Bytes => crypto.getRandomValues(new Uint8Array(length)),
}
const phone = openPhone(folderStore(resolve(values.folder)), line, 'mitid-phone')

type Answer = Result<unknown, { readonly kind: string }>

/** What is wished for or not, by the option that says so. */
const switches = [
  { option: 'every-use', name: 'notify_every_use' },
  { option: 'large-print', name: 'large_print' },
  { option: 'both-languages', name: 'letters_in_both' },
] as const satisfies readonly { option: string; name: keyof Wishes }[]

const commands: Readonly<Record<string, () => Promise<Answer>>> = {
  activate,
  async claim() {
    const secret = secretOf()
    if (!secret) return usage('claim needs --code or --link')
    const claimed = await phone.claim(await profile(), secret)
    return claimed.ok ? { ok: true, value: view(claimed.value) } : claimed
  },
  async show() {
    const waiting = await waitingOf(await profile())
    return waiting.ok ? { ok: true, value: waiting.value.map(view) } : waiting
  },
  async approve() {
    if (values.pin === undefined) return usage('approve needs --pin')
    const id = await profile()
    const asked = await only(id)
    return asked.ok ? phone.approve(id, asked.value, values.pin, values.remember) : asked
  },
  async refuse() {
    const id = await profile()
    const asked = await only(id)
    return asked.ok ? phone.refuse(id, asked.value, values['not-me'] ? 'not_me' : 'cancel') : asked
  },
  async receipt() {
    const offer = OfferId.parse(values.offer)
    return offer ? phone.receipt(await profile(), offer) : usage('receipt needs --offer sgn_…')
  },
  async history() {
    if (values.pin === undefined) return usage('history needs --pin')
    return phone.history(await profile(), values.pin)
  },
  async browsers() {
    if (values.pin === undefined) return usage('browsers needs --pin')
    return phone.browsers(await profile(), values.pin)
  },
  async forget() {
    if (values.pin === undefined) return usage('forget needs --pin')
    const id = await profile()
    const known = await phone.browsers(id, values.pin)
    if (!known.ok) return known
    const browser = known.value.find(({ sign_in }) => sign_in === values.offer)
    if (!browser) return refuse({ kind: 'browser-unknown' })
    return phone.forgetBrowser(id, browser, values['not-me'] ? 'not_me' : 'forgotten')
  },
  wishes,
  async state() {
    const state = await phone.state(await profile())
    return state.ok
      ? { ok: true, value: { ...state.value, waiting: state.value.waiting.map(view) } }
      : state
  },
  passport: () => passport(),
  async profiles() {
    const all = await phone.profiles()
    return { ok: true, value: all.map(({ id, nickname, stage }) => ({ id, nickname, stage })) }
  },
}

const command = commands[positionals[0] ?? '']
if (values.help || !command) {
  process.stdout.write(help)
  process.exitCode = values.help ? 0 : 2
} else {
  await command().then(tell, fault)
}

async function activate(): Promise<Answer> {
  const unfinished = (await phone.profiles()).find(({ stage }) => stage !== 'active')
  let id = unfinished?.id
  let stage = unfinished?.stage
  if (id !== undefined && stage === 'opening') {
    await phone.catchUp(id)
    stage = (await phone.profiles()).find((one) => one.id === id)?.stage
    if (stage === 'opening') await phone.forget(id)
  }
  if (id === undefined || stage === 'opening') {
    if (values.code === undefined) return usage('activate needs --code')
    const opened = await phone.open(values.code, values.nickname)
    if (!opened.ok) return opened
    if (values.second === undefined) return opened
    id = opened.value.id
    stage = 'second-code'
  }
  if (stage === 'second-code') {
    if (values.second === undefined) return usage('activate needs --second, the code that was sent')
    const confirmed = await phone.confirmSecond(id, values.second)
    if (!confirmed.ok) return confirmed
  }
  if (values.pin === undefined) return usage('activate needs --pin, six digits')
  const finished = await phone.finish(id, values.pin)
  return finished.ok ? { ok: true, value: { profile: id } } : finished
}

async function wishes(): Promise<Answer> {
  if (values.pin === undefined) return usage('wishes needs --pin')
  const wanted = wantedWishes()
  if (typeof wanted === 'string') return usage(wanted)
  const id = await profile()
  const read = await phone.wishes(id, values.pin)
  return read.ok && Object.keys(wanted).length > 0 ? phone.changeWishes(id, wanted) : read
}

/** What the options name, or what is wrong with them. */
function wantedWishes(): Partial<Wishes> | string {
  const { language } = values
  if (language !== undefined && language !== 'da' && language !== 'en')
    return '--language is da or en'
  const given = switches.filter(({ option }) => values[option] !== undefined)
  const unclear = given.find(({ option }) => !/^o(?:n|ff)$/u.test(values[option] ?? ''))
  if (unclear) return `--${unclear.option} is on or off`
  const switched = given.map(({ option, name }) => [name, values[option] === 'on'] as const)
  return { ...Object.fromEntries(switched), ...(language === undefined ? {} : { language }) }
}

async function passport(): Promise<Answer> {
  const { document: documentNumber, born: birthDate, expires: expiryDate } = values
  if (documentNumber === undefined || birthDate === undefined || expiryDate === undefined)
    return usage('passport needs --document, --born and --expires, as in its last two lines')
  const reader = networkChip({ origin: values.chips, fetch, passport: values.passport })
  const proof = beginPassport(line, {
    purpose: values.again ? 'again' : 'first',
    fields: [{ documentNumber, birthDate, expiryDate }],
    reader,
  })
  const proved = await proof.goOn()
  if (proved.ok) return proved
  const language = values.language === 'da' ? 'da' : 'en'
  return refuse({ ...proved.refusal, told: passportTold(proved.refusal, language) })
}

async function waitingOf(id: string): Promise<Result<readonly Asked[], { kind: string }>> {
  const state = await phone.state(id)
  return state.ok ? { ok: true, value: state.value.waiting } : state
}

async function only(id: string): Promise<Result<Asked, { kind: string }>> {
  const waiting = await waitingOf(id)
  if (!waiting.ok) return waiting
  const [first] = waiting.value
  return first ? { ok: true, value: first } : refuse({ kind: 'nothing-to-approve' })
}

function secretOf(): ClaimSecret | undefined {
  if (values.code !== undefined) return { kind: 'code', code: values.code }
  const link = values.link === undefined ? undefined : parseAppLink(values.link, values.app)
  if (!link?.ok) return undefined
  const { value } = link
  if (value.kind === 'qr') return { kind: 'qr', qid: value.qid, t: value.t, mac: value.mac }
  if (value.kind === 'start') return { kind: 'start', qid: value.qid, token: value.token }
  return undefined
}

async function profile(): Promise<string> {
  if (values.profile !== undefined) return values.profile
  const active = (await phone.profiles()).filter(({ stage }) => stage === 'active')
  const [first] = active
  if (first && active.length === 1) return first.id
  throw new Error(
    first
      ? 'this folder holds several profiles; say which with --profile'
      : 'this folder holds no active profile; run `mitid-phone activate` first',
  )
}

function view({ offer, shown, expiresAt }: Asked) {
  const { offer_id, service, kind, display, acr } = offer.content
  return { offer_id, kind, service, display, acr, shown: shown.text, expires_at: expiresAt }
}

function tell(answer: Answer): void {
  if (answer.ok) {
    const value = answer.value ?? { done: true }
    process.stdout.write(
      values.json ? `${JSON.stringify(value)}\n` : `${JSON.stringify(value, null, 2)}\n`,
    )
    return
  }
  const { refusal } = answer
  if (values.json) process.stdout.write(`${JSON.stringify(refusal)}\n`)
  else process.stderr.write(`refused: ${JSON.stringify(refusal)}\n`)
  process.exitCode = refusal.kind === 'usage' ? 2 : 1
}

function fault(error: unknown): void {
  const message = error instanceof Error ? error.message : String(error)
  process.stderr.write(`${message}\n`)
  process.exitCode = error instanceof Unreachable ? 3 : 2
}

function usage(message: string): Answer {
  return refuse({ kind: 'usage', message })
}

function parse() {
  try {
    return parseArgs({
      allowPositionals: true,
      options: {
        again: { type: 'boolean', default: false },
        app: { type: 'string', default: 'http://localhost:3002' },
        'both-languages': { type: 'string' },
        born: { type: 'string' },
        chips: { type: 'string', default: 'http://localhost:3011' },
        code: { type: 'string' },
        document: { type: 'string' },
        'every-use': { type: 'string' },
        expires: { type: 'string' },
        folder: { type: 'string', default: '.mitid-phone' },
        help: { type: 'boolean', default: false },
        json: { type: 'boolean', default: false },
        language: { type: 'string' },
        'large-print': { type: 'string' },
        link: { type: 'string' },
        nickname: { type: 'string', default: 'mitid-phone' },
        'not-me': { type: 'boolean', default: false },
        offer: { type: 'string' },
        passport: { type: 'string' },
        pin: { type: 'string' },
        profile: { type: 'string' },
        remember: { type: 'boolean', default: false },
        second: { type: 'string' },
      },
    })
  } catch (error) {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n\n${help}`)
    process.exit(2)
  }
}
