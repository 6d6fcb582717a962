/** What is said of a password while it is chosen, on every page of ours where one is (product §A). */
import { wording } from '@open-mitid/ui/wording'

export const passwordWords = wording({
  da: {
    strength: {
      weak: 'Svag: gør den længere',
      fair: 'Ganske god',
      strong: 'Stærk',
    },
    refused: {
      'password-short': 'Skriv mindst 8 tegn.',
      'password-long': 'Skriv højst 64 tegn.',
      'password-letter': 'Et af tegnene kan ikke bruges.',
      'password-user-id': 'Adgangskoden må ikke indeholde dit bruger-ID.',
      'password-digits': 'Adgangskoden må ikke have ti tal i træk.',
      'password-word': 'Adgangskoden må ikke indeholde “password”, “adgangskode” eller “kodeord”.',
      'password-keyboard': 'Adgangskoden må ikke have fem taster i træk fra tastaturet.',
    },
  },
  en: {
    strength: {
      weak: 'Weak: make it longer',
      fair: 'Quite good',
      strong: 'Strong',
    },
    refused: {
      'password-short': 'Type at least 8 characters.',
      'password-long': 'Type at most 64 characters.',
      'password-letter': 'One of the characters cannot be used.',
      'password-user-id': 'The password may not contain your user ID.',
      'password-digits': 'The password may not have ten digits in a row.',
      'password-word': 'The password may not contain “password”, “adgangskode” or “kodeord”.',
      'password-keyboard': 'The password may not have five keys in a row from the keyboard.',
    },
  },
})
