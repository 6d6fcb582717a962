/** Every component and a few whole screens, to be looked at: `?screen=approve&language=da`. */
import { render } from 'preact'
import { isLanguage } from '../src/index.ts'
import { Components } from './components.tsx'
import { screens, type ScreenName } from './screens.tsx'

const query = new URLSearchParams(location.search)
const asked = query.get('language')
const language = isLanguage(asked) ? asked : 'en'
const name = query.get('screen') ?? 'components'

document.documentElement.lang = language
document.title = `${name} – Gallery`

if (isScreen(name)) {
  const Screen = screens[name]
  render(<Screen language={language} />, document.body)
} else render(<Components language={language} />, document.body)

function isScreen(value: string): value is ScreenName {
  return value in screens
}
