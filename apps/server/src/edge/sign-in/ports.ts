/** What the box asks of the rest of the house. */
import type {
  AcceptReturn,
  AcceptReturnRefusal,
  NameUserId,
  OwnSignIn,
  OwnSignInRefusal,
  ShownCode,
  Signals,
  SignInId,
  SignInUnknown,
  SignInView,
  StartToken,
} from '@open-mitid/identity/sign-in'
import type { Bytes, UseCase } from '@open-mitid/kernel'
import type { Qid } from '@open-mitid/protocol'
import type { BoxAssets } from './assets.ts'

type BoxUseCases = {
  readonly findSignIn: UseCase<OwnSignIn, SignInView, SignInUnknown>
  readonly nameUserId: UseCase<NameUserId, SignInView, OwnSignInRefusal>
  readonly showCode: UseCase<OwnSignIn, ShownCode, OwnSignInRefusal>
  readonly issueStartToken: UseCase<OwnSignIn, StartToken, OwnSignInRefusal>
  readonly abortSignIn: UseCase<OwnSignIn, unknown, OwnSignInRefusal>
  readonly completeSignIn: UseCase<OwnSignIn, unknown, OwnSignInRefusal | { kind: 'blocked' }>
  readonly acceptReturn: UseCase<AcceptReturn, { readonly id: SignInId }, AcceptReturnRefusal>
}

export type SignInEdge = BoxUseCases & {
  readonly schemeName: string
  /** The app's origin, to which QR frames and the same-device button lead. */
  readonly appOrigin: string
  readonly assets: BoxAssets
  readonly signals: Signals
  /** The secret from which a sign-in's QR frames are made, derived from its `qid`. */
  readonly qrSecretOf: (qid: Qid) => Promise<Bytes>
  /** Where the provider takes this browser on to the service; undefined where it cannot any more. */
  readonly onward: (signIn: { id: SignInId; cookies: string | undefined }) => string | undefined
}
