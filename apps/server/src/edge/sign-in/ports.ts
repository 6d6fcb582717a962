/** What the box asks of the rest of the house. */
import type { BeginPassword, BeginPasswordRefusal } from '@open-mitid/identity/authenticator'
import type {
  AcceptReturn,
  AcceptReturnRefusal,
  ApproveByCode,
  ApproveByCodeRefusal,
  AskOwnerLinkRefusal,
  BeginOwnChange,
  ChangeOwn,
  ChangeOwnRefusal,
  CheckOwnUserId,
  KnowBrowser,
  NameUserId,
  OwnChangeRefusal,
  OwnChangeView,
  OwnSignIn,
  OwnSignInRefusal,
  ProvedPassword,
  ProvePassword,
  ProvePasswordRefusal,
  RegisterOwnPassword,
  RegisterOwnPasswordRefusal,
  ShownCode,
  Signals,
  SignInId,
  SignInUnknown,
  SignInView,
  StartToken,
  UseOwnerCode,
  UseOwnerCodeRefusal,
  UseOwnerLink,
  UseOwnerLinkRefusal,
  WantedUserIdRefusal,
} from '@open-mitid/identity/sign-in'
import type { UserId } from '@open-mitid/identity/person'
import type { Bytes, UseCase } from '@open-mitid/kernel'
import type { Qid } from '@open-mitid/protocol'
import type { BoxAssets } from './assets.ts'
import type { FreshViews } from './fresh-views.ts'

export type BoxUseCases = {
  /** The secret from which a sign-in's QR frames are made, derived from its `qid`. */
  readonly qrSecretOf: (qid: Qid) => Promise<Bytes>
  readonly findSignIn: UseCase<OwnSignIn, SignInView, SignInUnknown>
  readonly nameUserId: UseCase<NameUserId, SignInView, OwnSignInRefusal>
  readonly showCode: UseCase<OwnSignIn, ShownCode, OwnSignInRefusal>
  readonly issueStartToken: UseCase<OwnSignIn, StartToken, OwnSignInRefusal>
  readonly abortSignIn: UseCase<OwnSignIn, unknown, OwnSignInRefusal>
  readonly completeSignIn: UseCase<OwnSignIn, unknown, OwnSignInRefusal | { kind: 'blocked' }>
  readonly beginPassword: UseCase<BeginPassword, { readonly ke2: string }, BeginPasswordRefusal>
  readonly provePassword: UseCase<ProvePassword, ProvedPassword, ProvePasswordRefusal>
  readonly findProvedDevices: UseCase<OwnSignIn, ProvedPassword, { kind: 'password-needed' }>
  readonly knowBrowser: UseCase<KnowBrowser, undefined, { readonly kind: 'pass-unknown' }>
  readonly approveByCode: UseCase<ApproveByCode, undefined, ApproveByCodeRefusal>
  readonly askOwnerLink: UseCase<OwnSignIn, undefined, AskOwnerLinkRefusal>
  readonly useOwnerCode: UseCase<UseOwnerCode, undefined, UseOwnerCodeRefusal>
  readonly useOwnerLink: UseCase<UseOwnerLink, undefined, UseOwnerLinkRefusal>
  readonly beginOwnChange: UseCase<BeginOwnChange, SignInView, never>
  readonly findOwnChange: UseCase<OwnSignIn, OwnChangeView, OwnChangeRefusal>
  readonly checkOwnUserId: UseCase<CheckOwnUserId, UserId, OwnChangeRefusal | WantedUserIdRefusal>
  readonly registerOwnPassword: UseCase<
    RegisterOwnPassword,
    { readonly response: string },
    RegisterOwnPasswordRefusal
  >
  readonly changeOwn: UseCase<ChangeOwn, undefined, ChangeOwnRefusal>
  readonly acceptReturn: UseCase<AcceptReturn, { readonly id: SignInId }, AcceptReturnRefusal>
}

export type SignInEdge = BoxUseCases & {
  readonly schemeName: string
  /** The app's origin, to which QR frames and the same-device button lead. */
  readonly appOrigin: string
  /** The citizens' website, where passwords are replaced and support is. */
  readonly citizenOrigin: string
  readonly assets: BoxAssets
  readonly signals: Signals
  /** Sign-ins that were opened a moment ago, whose browsers are on their way to the page. */
  readonly opened: FreshViews
  /** Where the provider takes this browser on to the service; undefined where it cannot any more. */
  readonly onward: (signIn: { id: SignInId; cookies: string | undefined }) => string | undefined
}
