/** The whole post office, put together: mail, SMS, letters and the page where they are read. */
import type { AddressInfo } from 'node:net'
import { readAssets } from '@open-mitid/ui/site'
import { openChannel } from './channel.ts'
import { mailServer } from './mail.ts'
import { openMailbox } from './mailbox.ts'
import { smsCentre } from './sms.ts'
import { postWeb } from './web.ts'

export type PostOptions = {
  readonly host: string
  /** 0 takes a free port, here and below. */
  readonly port: number
  readonly smtpPort: number
  readonly smppPort: number
  /** Of the pages, where it is not `http://localhost` at the port. */
  readonly origin?: string | undefined
  readonly dataFolder?: string | undefined
  readonly assetFolder: string
  readonly slowMilliseconds: number
  readonly now: () => Date
}

export type Post = {
  readonly origin: string
  readonly smtpPort: number
  readonly smppPort: number
  close(): Promise<void>
}

export async function openPost(options: PostOptions): Promise<Post> {
  const { host, now, slowMilliseconds } = options
  const assets = readAssets(options.assetFolder)
  const mailbox = openMailbox({ now, folder: options.dataFolder })
  const smtp = await openChannel({
    host,
    port: options.smtpPort,
    slowMilliseconds,
    serve: (behaviour) => mailServer(behaviour, (mail) => mailbox.add(mail)),
  })
  const smpp = await openChannel({
    host,
    port: options.smppPort,
    slowMilliseconds,
    serve: (behaviour) => smsCentre(behaviour, (sms) => mailbox.add(sms)),
  })
  const origin = () => options.origin ?? `http://localhost:${portOf(web.server.address())}`
  const web = postWeb({ origin, mailbox, channels: { smtp, smpp }, assets, now })
  await web.listen({ host, port: options.port })
  return {
    origin: origin(),
    smtpPort: smtp.port,
    smppPort: smpp.port,
    async close() {
      await Promise.all([web.close(), smtp.close(), smpp.close()])
      mailbox.close()
    },
  }
}

function portOf(address: AddressInfo | string | null): number {
  return typeof address === 'object' && address ? address.port : 0
}
