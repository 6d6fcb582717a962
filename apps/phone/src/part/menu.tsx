/** The app's menu, as a sheet over the front page. */
import { Dialog, Icon, type IconName } from '@open-mitid/ui'
import { useApp } from '../app/app.ts'
import type { Screen } from '../app/screen.ts'
import { activationWords } from '../words/activation-words.ts'
import { commonWords } from '../words/common-words.ts'
import { helperWords } from '../words/helper-words.ts'
import { homeWords } from '../words/home-words.ts'

type Props = { id: string; open: boolean; onClose: () => void }

export function Menu({ id, open, onClose }: Props) {
  const { language, setLanguage, profiles, install, go } = useApp()
  const words = homeWords[language]
  const other = language === 'da' ? 'en' : 'da'
  const leads: readonly (readonly [IconName, string, Screen])[] = [
    ['receipt', words.history, { at: 'history', id }],
    ['computer', words.browsers, { at: 'browsers', id }],
    ['bell', words.wishes, { at: 'wishes', id }],
    ['key', words.changePin, { at: 'change-pin', id }],
    ['pencil', words.rename, { at: 'rename', id }],
    ['bin', words.remove, { at: 'remove', id }],
    ...(profiles.length > 1
      ? [['phone', words.others, { at: 'chooser' }] as const]
      : [['phone', words.add, { at: 'before' }] as const]),
    ['people', helperWords[language].entry, { at: 'passport', step: 'help-scan' }],
    ['shield', words.help, { at: 'help', id }],
    ['info', words.about, { at: 'about', id }],
  ]
  return (
    <Dialog language={language} id="menu" open={open} title={words.menu} onClose={onClose}>
      <ul class="menu">
        {leads.map(([icon, label, screen]) => (
          <li key={label}>
            <button type="button" onClick={() => go(screen)}>
              <Icon name={icon} />
              <span>{label}</span>
            </button>
          </li>
        ))}
        {install.offer ? (
          <li>
            <button type="button" onClick={install.offer}>
              <Icon name="phone" />
              <span>{activationWords[language].install}</span>
            </button>
          </li>
        ) : null}
        <li>
          <button type="button" lang={other} onClick={() => setLanguage(other)}>
            <Icon name="globe" />
            <span>{commonWords[language].otherLanguage}</span>
          </button>
        </li>
      </ul>
      <p class="small muted">{commonWords[language].notState}</p>
    </Dialog>
  )
}
