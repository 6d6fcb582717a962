/** The app's version, as it stands in what it signs. */
export const version = '0.1.0'
