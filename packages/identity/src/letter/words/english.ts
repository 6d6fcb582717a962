/** The letters in English. */
import { ActivationCode, SecondCode } from '@open-mitid/protocol'
import { LetterCode } from '../letter-code.ts'
import {
  code,
  heading,
  serialNumber,
  text,
  type Given,
  type LetterBlock,
  type LetterWords,
} from './letter-words.ts'

const devices = { 'code-display': 'code display', 'audio-reader': 'code reader' } as const
const chosen = {
  app: 'App',
  'code-display': 'Code display',
  'audio-reader': 'Code reader',
} as const

const never = (given: Given): LetterBlock => ({
  kind: 'never',
  title: 'Keep the code to yourself',
  items: [
    'Never show it to anybody. Do not send it, and take no picture of it.',
    `Nobody from ${given.scheme}, your bank or the police will call, write or visit you to get it.`,
    'Do not keep this letter. Tear it up when the code has been used.',
  ],
})
const until = (given: Given) =>
  text(
    `The code is valid up to and including ${given.until}. After three wrong tries it is no longer valid, and you must get a new one. That is free.`,
  )
const notMine = ({ site }: Given, what: string) =>
  text(
    `Did you not ${what}? Then somebody may be trying to use your name. Go to ${site}/help at once.`,
  )

export const english: LetterWords = {
  locale: 'en-GB',
  foot: ({ scheme, site }) =>
    `Help: ${site}/help · This letter is not from the Danish state’s own ${scheme}.`,
  texts: {
    'code-device': ({ device, serial, code: activation }, given) => ({
      title: `Here is your ${devices[device]}`,
      blocks: [
        text(
          `Your new ${devices[device]} comes with this letter. It works once you have activated it.`,
        ),
        code('Your activation code', LetterCode.show(activation)),
        serialNumber('Serial number', serial),
        until(given),
        heading(`How to activate the ${devices[device]}`),
        {
          kind: 'steps',
          items: [
            `Go to ${given.site}/activate on a computer, tablet or phone.`,
            device === 'audio-reader'
              ? 'Type the serial number. The code reader can also say it.'
              : 'Type the serial number. It also stands on the back of the code display.',
            'Type the activation code from this letter.',
            'Choose a password of at least 8 characters.',
            device === 'audio-reader'
              ? 'Press the large button of the code reader, and type the six digits it says.'
              : 'Press the code display, and type the six digits it shows.',
          ],
        },
        never(given),
        notMine(given, `order a ${devices[device]}`),
      ],
    }),
    'device-code': ({ device, serial, code: activation }, given) => ({
      title: `New activation code for your ${devices[device]}`,
      blocks: [
        text(
          'You have asked for a new activation code. A code from an earlier letter is no longer valid.',
        ),
        code('Your activation code', LetterCode.show(activation)),
        serialNumber('Serial number', serial),
        until(given),
        text(`Go to ${given.site}/activate, and type the serial number and the code.`),
        never(given),
        notMine(given, 'ask for a new code'),
      ],
    }),
    'password-code': ({ device, serial, code: opening }, given) => ({
      title: 'Choose a new password',
      blocks: [
        text(
          `You have asked to choose a new password. You need the code in this letter and your ${devices[device]}. Until you have chosen, the password that you have still works. If the ${devices[device]} has been closed, it opens again.`,
        ),
        code('Your code', LetterCode.show(opening)),
        serialNumber(`Serial number of the ${devices[device]}`, serial),
        until(given),
        heading('How to do it'),
        {
          kind: 'steps',
          items: [
            `Go to ${given.site}/activate on a computer, tablet or phone.`,
            'Type the serial number and the code from this letter.',
            'Choose a password of at least 8 characters.',
            device === 'audio-reader'
              ? 'Press the large button of the code reader, and type the six digits it says.'
              : 'Press the code display, and type the six digits it shows.',
          ],
        },
        never(given),
        notMine(given, 'ask for this letter'),
      ],
    }),
    'activation-code': ({ code: activation }, given) => ({
      title: `Code for the ${given.scheme} app`,
      blocks: [
        text(
          `With the code in this letter you activate the ${given.scheme} app on your phone or tablet.`,
        ),
        code('Your activation code', ActivationCode.show(activation)),
        text(`The code is valid up to and including ${given.until}, and only once.`),
        heading('How to activate the app'),
        {
          kind: 'steps',
          items: [
            `Open ${given.app} on your phone, and put the app on the home screen.`,
            'Choose “Activate the app”, and type the code. Capital and small letters are the same.',
            'Type the second code. It reaches you another way when you have come that far.',
            'Choose a PIN that only you know.',
          ],
        },
        never(given),
        notMine(given, `ask for a code for ${given.scheme}`),
      ],
    }),
    'second-code': ({ code: second }, given) => ({
      title: `The second code for the ${given.scheme} app`,
      blocks: [
        text(
          `You are activating the ${given.scheme} app. Here is the second of the two codes. Open the app on the same phone, and type the code.`,
        ),
        code('The second code', SecondCode.show(second)),
        until(given),
        never(given),
        notMine(given, 'begin this yourself'),
      ],
    }),
    welcome: ({ authenticators }, given) => ({
      title: `Welcome to ${given.scheme}`,
      blocks: [
        text(
          `You now have ${given.scheme}. You can log on and approve at public and private services. It is free.`,
        ),
        heading('What you have chosen'),
        { kind: 'points', items: authenticators.map((each) => chosen[each]) },
        text(
          `A code display or a code reader comes by post. Get a spare as well, so that you are never left without: ${given.site}/spare.`,
        ),
        heading('Five rules that keep you safe'),
        {
          kind: 'steps',
          items: [
            'Never show your codes to anybody.',
            'Never share your app, code display or code reader with others.',
            'Never give your user ID to anybody but support, and only when you call them.',
            'Never approve because of a phone call, a mail or a visit.',
            'Always read what you approve. It is like your signature.',
          ],
        },
        notMine(given, `get ${given.scheme} yourself`),
      ],
    }),
    'user-id-changed': ({ at }, given) => ({
      title: 'You have a new user ID',
      blocks: [
        text(
          `Your user ID was changed on ${given.dateOf(at)}. Use the new one the next time you log on. The old one no longer works, and nobody else can have it.`,
        ),
        text('To keep you safe, the user ID does not stand in this letter.'),
        notMine(given, 'change it yourself'),
      ],
    }),
    notice: ({ at, told }, given) => ({
      title: told.en.subject,
      blocks: [
        text(`${given.dateOf(at)}: ${told.en.what}`),
        text(
          `You need do nothing if it was you. If it was not you, go to ${given.site}/help at once.`,
        ),
        text(
          'You get this letter because we cannot reach you by phone or e-mail. To hear from us faster, you can give us an e-mail address or a phone number.',
        ),
      ],
    }),
  },
}
