/** What a person reads while they change their PIN, rename or remove a profile, or lose one. */
import { wording } from '@open-mitid/ui/wording'

export const upkeepWords = wording({
  da: {
    oldPinTitle: 'Indtast din nuværende PIN-kode',
    oldPinLabel: 'Nuværende PIN-kode',
    pinChanged: 'Din PIN-kode er skiftet',
    pinChangedText: 'Brug den nye fra nu af. Vi har skrevet til dig, at den er skiftet.',
    changing: 'Skifter …',

    renameTitle: 'Hvad skal profilen hedde?',
    renamed: 'Profilen har fået et nyt navn.',
    save: 'Gem',

    removeTitle: (name: string) => `Fjern ${name} fra denne telefon?`,
    removeText:
      'Du kan så ikke bruge dit MitID i denne app, før den er aktiveret igen med en ny kode.',
    lastTitle: 'Det er din sidste måde at bruge MitID på',
    last: 'Fjerner du den, kan du slet ikke bruge dit MitID. Skal du have en ny telefon, så aktivér den først.',
    remove: 'Fjern profilen',
    removing: 'Fjerner …',
    removed: 'Profilen er fjernet fra telefonen.',

    endedTitle: (name: string) => `${name} virker ikke længere på denne telefon`,
    ended: {
      copied:
        'To telefoner har brugt den samme profil. Det kan betyde, at nogen har kopieret din app. Vi har stoppet den begge steder og skrevet til dig.',
      revoked: 'Profilen er spærret eller fjernet et andet sted.',
      removed: 'Profilen er fjernet.',
      damaged: 'Det, appen har gemt, kan ikke læses mere.',
      unknown: 'Serveren kender ikke denne profil.',
    },
    endedNext: {
      copied:
        'Var det ikke dig selv, der flyttede appen? Så ring til support nu. Du får MitID igen med en ny aktiveringskode.',
      revoked:
        'Du får MitID igen i appen med en ny aktiveringskode. Ring til support, hvis du ikke selv har spærret det.',
      removed: 'Du får MitID igen i appen med en ny aktiveringskode.',
      damaged: 'Du får MitID igen i appen med en ny aktiveringskode.',
      unknown: 'Du får MitID igen i appen med en ny aktiveringskode.',
    },
    forget: 'Fjern fra telefonen',
    again: 'Aktivér igen',
  },
  en: {
    oldPinTitle: 'Enter your present PIN',
    oldPinLabel: 'Present PIN',
    pinChanged: 'Your PIN has been changed',
    pinChangedText: 'Use the new one from now on. We have written to you that it was changed.',
    changing: 'Changing …',

    renameTitle: 'What shall the profile be called?',
    renamed: 'The profile has got a new name.',
    save: 'Save',

    removeTitle: (name) => `Remove ${name} from this phone?`,
    removeText:
      'You then cannot use your MitID in this app until it is activated again with a new code.',
    lastTitle: 'It is the last way you have to use MitID',
    last: 'If you remove it, you cannot use your MitID at all. If you are getting a new phone, activate that one first.',
    remove: 'Remove the profile',
    removing: 'Removing …',
    removed: 'The profile has been removed from the phone.',

    endedTitle: (name) => `${name} no longer works on this phone`,
    ended: {
      copied:
        'Two phones have used the same profile. It may mean that somebody copied your app. We have stopped it in both places and written to you.',
      revoked: 'The profile was blocked or removed elsewhere.',
      removed: 'The profile was removed.',
      damaged: 'What the app has kept cannot be read any more.',
      unknown: 'The server does not know this profile.',
    },
    endedNext: {
      copied:
        'Was it not you who moved the app? Then call support now. You get MitID back with a new activation code.',
      revoked:
        'You get MitID back in the app with a new activation code. Call support if you did not block it yourself.',
      removed: 'You get MitID back in the app with a new activation code.',
      damaged: 'You get MitID back in the app with a new activation code.',
      unknown: 'You get MitID back in the app with a new activation code.',
    },
    forget: 'Remove from the phone',
    again: 'Activate again',
  },
})
