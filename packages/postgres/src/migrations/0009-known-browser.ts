/** A known browser is named by the sign-in through which it became known. */
export const knownBrowser = /* sql */ `
alter table mitid.known_browser add column sign_in_id text;
`
