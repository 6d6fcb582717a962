/** The server's half of OPAQUE, as this installation was given it. */
import { installationSecret, keepDecoyPassword } from '@open-mitid/postgres'
import type { Foundation } from './foundation.ts'
import {
  newDecoyRecord,
  newOpaqueSetup,
  openOpaqueServers,
  type OpaqueServers,
} from './outbound/opaque/index.ts'

/** The server's half of OPAQUE, under the secret that this installation was given at its first start. */
export async function openInstallationOpaque({ db, vault }: Foundation): Promise<OpaqueServers> {
  const setup = await newOpaqueSetup()
  const secret = await installationSecret(db, vault, 'opaque-server-setup', () => setup)
  const servers = await openOpaqueServers(secret)
  await keepDecoyPassword(db, vault, await newDecoyRecord(servers.passwordServer))
  return servers
}
