export {
  ClientId,
  LegalBasis,
  OrganisationId,
  type Client,
  type ClientAuthentication,
  type ClientJwk,
  type Organisation,
  type SigningAlgorithm,
} from './client.ts'
