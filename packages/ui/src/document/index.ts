/** The document, apart from the components: only a server needs it. */
export { renderDocument, type PageDocument } from './render-document.tsx'
