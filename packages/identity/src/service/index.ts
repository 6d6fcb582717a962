export type { JwksFault } from './client-jwks.ts'
export {
  ClientId,
  OrganisationId,
  type Client,
  type ClientAuthentication,
  type ClientJwk,
  type LegalBasis,
  type Organisation,
} from './client.ts'
export type { RedirectUriFault, Surface } from './redirect-uri.ts'
export {
  registerService,
  type RegisterService,
  type RegisterServiceRefusal,
} from './register-service.ts'
export type { Services, Surroundings } from './services.ts'
