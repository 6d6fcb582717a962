/** The box's part of the object graph: a use case for each of its steps. */
import {
  beginPassword,
  type CodeDevices,
  type EvidenceSigner,
  type PasswordLogins,
  type PasswordServer,
} from '@open-mitid/identity/authenticator'
import type { Mac } from '@open-mitid/identity/keys'
import {
  abortSignIn,
  askOwnerLink,
  beginOwnChange,
  changeOwn,
  checkOwnUserId,
  acceptReturn,
  approveByCode,
  completeSignIn,
  findOwnChange,
  findProvedDevices,
  findSignIn,
  issueStartToken,
  knowBrowser,
  nameUserId,
  provePassword,
  qrSecretOf,
  registerOwnPassword,
  showCode,
  useOwnerCode,
  useOwnerLink,
  type BrowserPasses,
  type CodeSignIns,
  type OwnChanges,
  type OwnerLinks,
  type Signals,
  type SignIns,
} from '@open-mitid/identity/sign-in'
import type { Random } from '@open-mitid/kernel'
import {
  postgresBrowserPasses,
  postgresCodeDevices,
  postgresCodeSignIns,
  postgresOwnChanges,
  postgresOwnerLinks,
  postgresPasswordLogins,
  type Database,
  type Vault,
} from '@open-mitid/postgres'
import type { BoxUseCases } from './edge/sign-in/index.ts'

export type BoxPorts = {
  readonly signIns: SignIns
  readonly signals: Signals
  readonly random: Random
  readonly mac: Mac
  readonly evidence: EvidenceSigner
  readonly passwordServer: PasswordServer
  readonly logins: PasswordLogins
  readonly codeSignIns: CodeSignIns
  readonly devices: CodeDevices
  readonly passes: BrowserPasses
  readonly ownerLinks: OwnerLinks
  readonly ownChanges: OwnChanges
}

/** The ports that only password and code ask for. */
export function passwordPorts(
  db: Database,
  vault: Vault,
): Pick<BoxPorts, 'logins' | 'codeSignIns' | 'devices' | 'passes' | 'ownerLinks' | 'ownChanges'> {
  return {
    logins: postgresPasswordLogins(db, vault),
    codeSignIns: postgresCodeSignIns(db, vault),
    devices: postgresCodeDevices(db, vault),
    passes: postgresBrowserPasses(db, vault),
    ownerLinks: postgresOwnerLinks(db, vault),
    ownChanges: postgresOwnChanges(db, vault),
  }
}

export function boxUseCases(ports: BoxPorts): BoxUseCases {
  return {
    qrSecretOf: (qid) => qrSecretOf(ports.mac, qid),
    findSignIn: findSignIn(ports),
    nameUserId: nameUserId(ports),
    showCode: showCode(ports),
    issueStartToken: issueStartToken(ports),
    abortSignIn: abortSignIn(ports),
    completeSignIn: completeSignIn(ports),
    acceptReturn: acceptReturn(ports),
    beginPassword: beginPassword(ports),
    provePassword: provePassword(ports),
    findProvedDevices: findProvedDevices(ports),
    approveByCode: approveByCode(ports),
    knowBrowser: knowBrowser(ports),
    askOwnerLink: askOwnerLink(ports),
    useOwnerCode: useOwnerCode(ports),
    useOwnerLink: useOwnerLink(ports),
    beginOwnChange: beginOwnChange(ports),
    findOwnChange: findOwnChange(ports),
    checkOwnUserId: checkOwnUserId(ports),
    registerOwnPassword: registerOwnPassword(ports),
    changeOwn: changeOwn(ports),
  }
}
