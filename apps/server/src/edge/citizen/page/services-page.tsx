/** For those who build services: from nothing to an approved text. */
import { Table } from '@open-mitid/ui'
import { Points, Typed } from '../part/lines.tsx'
import type { Content } from '../site-page.tsx'
import type { Reader } from '../site.ts'
import { textsFor } from '../texts.ts'
import { servicesWords } from '../words/services-words.ts'

const register = [
  'npm run mitid -- register-service \\',
  '  --client-id my-shop --org "My Shop" --name "My Shop" --domain shop.example \\',
  '  --redirect-uri http://localhost:8080/callback --secret',
].join('\n')

const details = JSON.stringify(
  [
    {
      type: 'mitid_approval',
      action: 'approve',
      title: 'Transfer of DKK 2,300',
      lines: [{ label: 'To account number', value: '9978 000123456' }],
    },
  ],
  undefined,
  2,
)

const phone = [
  'npm run mitid-phone -- claim --code CODE --json',
  'npm run mitid-phone -- approve --pin PIN --json',
].join('\n')

type Text = (typeof servicesWords)['en']

const claims: Readonly<Record<keyof Text['claimRows'], string>> = {
  sub: 'sub, mitid.uuid',
  name: 'mitid.identity_name, name',
  birth: 'mitid.date_of_birth, mitid.age',
  hasCpr: 'mitid.has_cpr',
  cpr: 'dk.cpr',
  loa: 'loa, ial, aal, acr',
  phr: 'phr',
  approval: 'mitid.approval',
}
const errors: Readonly<Record<keyof Text['errorRows'], string>> = {
  aborted: 'mitid_user_aborted',
  notMe: 'mitid_not_me',
  timeout: 'mitid_timeout',
  elsewhere: 'mitid_started_elsewhere',
  wrongUser: 'mitid_wrong_user',
  otherPerson: 'mitid_other_person',
  blocked: 'mitid_blocked',
  unknownPerson: 'mitid_unknown_person',
}

export function servicesPage(reader: Reader): Content {
  const { issuer } = reader.site
  const text = textsFor(reader, servicesWords)
  const discovery = `${issuer}/.well-known/openid-configuration`
  const body = (
    <>
      <h1>{text.title}</h1>
      <p class="lead">{text.lead}</p>
      <h2>{text.register}</h2>
      <p>{text.registerText}</p>
      <Typed>{register}</Typed>
      <h2>{text.discover}</h2>
      <p>{text.discoverText}</p>
      <p class="address">
        <a href={discovery}>{discovery}</a>
      </p>
      <Points items={text.discoverPoints} />
      <h2>{text.approve}</h2>
      <p>{text.approveText}</p>
      <Typed>{details}</Typed>
      <p>{text.approveAfter}</p>
      <h2>{text.claims}</h2>
      <Table
        caption={text.claims}
        captionHidden
        columns={[{ head: text.claim }, { head: text.meaning }]}
        rows={rowsOf(claims, text.claimRows)}
      />
      <h2>{text.errors}</h2>
      <p>{text.errorsText}</p>
      <Table
        caption={text.errors}
        captionHidden
        columns={[{ head: text.error }, { head: text.meaning }]}
        rows={rowsOf(errors, text.errorRows)}
      />
      <h2>{text.test}</h2>
      <p>{text.testText}</p>
      <Typed>{phone}</Typed>
      <p>{text.more}</p>
    </>
  )
  return { title: text.title, summary: text.summary, body }
}

function rowsOf<Key extends string>(
  names: Readonly<Record<Key, string>>,
  meanings: Readonly<Record<Key, string>>,
) {
  return (Object.keys(names) as Key[]).map((key) => ({
    key,
    cells: [<code key={key}>{names[key]}</code>, meanings[key]],
  }))
}
