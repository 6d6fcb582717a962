/** Which apps a person has who has proved again whose MitID it is. */
import { accept, type UseCase } from '@open-mitid/kernel'
import { regain, type RegainPorts, type RegainRefusal } from './regain.ts'
import type { ActiveApp } from './regainings.ts'

export function findOwnApps(
  ports: RegainPorts,
): UseCase<{ readonly token: string }, { readonly apps: readonly ActiveApp[] }, RegainRefusal> {
  return ({ token }) =>
    regain(ports, token, ({ apps }) => Promise.resolve(accept({ drafts: [], value: { apps } })))
}
