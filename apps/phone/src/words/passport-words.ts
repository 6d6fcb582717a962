/** What a person is told of their passport: what happened, and what to do. One sentence or two each. */
import type { NoPassportOnReader, PassportRefusal } from '@open-mitid/protocol'
import { wording } from '@open-mitid/ui/wording'

/** A passport that the server refused, a chip that did not do its part, or a call that failed. */
type Told =
  | PassportRefusal
  | NoPassportOnReader
  | 'reader-ended'
  | 'no-chip'
  | 'nfc-off'
  | 'no-passport'
  | 'chip-lost'
  | 'wrong-password'
  | 'chip-refused'
  | 'too-many-apps'
  | 'no-contact'
  | 'later'
  | 'again'
  | 'help-gone'
type Sentences = Readonly<Record<Told, string>>

const da: Sentences = {
  damaged:
    'Passets chip kan ikke læses rigtigt. Prøv igen, og gå til borgerservice, hvis det sker igen.',
  incomplete:
    'Passet blev ikke læst helt. Lad det ligge stille, til appen siger, at den er færdig.',
  'not-readable':
    'Passet bruger en teknik, vi ikke kan læse. Du kan få MitID i borgerservice med dit pas.',
  'not-a-passport': 'Det er ikke et pas. Brug dit pas, eller få MitID i borgerservice.',
  'not-genuine':
    'Vi kan ikke se, at passet er ægte. Gå til borgerservice med dit pas, så hjælper de dig.',
  changed:
    'Noget i passets chip er ikke, som da det blev udstedt. Gå til borgerservice med dit pas.',
  copied:
    'Chippen kunne ikke vise, at den er den, der blev sat i passet. Prøv igen, og gå til borgerservice, hvis det sker igen.',
  'country-unknown':
    'Vi kan ikke kontrollere pas fra det land. Du kan få MitID i borgerservice med dit pas.',
  'signer-revoked':
    'Landet, der har udstedt passet, har trukket dets underskrift tilbage. Få et nyt pas, eller gå til borgerservice.',
  'signer-not-valid':
    'Underskriften i passet gælder ikke i dag. Gå til borgerservice med dit pas, så hjælper de dig.',
  expired: 'Passet er udløbet. Brug et pas, der gælder, eller få MitID i borgerservice.',
  lost: 'Passet er meldt bortkommet og kan ikke bruges. Har du fundet det igen, skal du i borgerservice.',
  'too-young': 'Du skal være fyldt 13 år for at få MitID. Kom igen, når du er 13.',
  'birth-date-unknown':
    'Hele din fødselsdato står ikke i passet. Du kan få MitID i borgerservice med dit pas.',
  'not-in-register':
    'Vi kan ikke finde dig i CPR ud fra passet. Gå til borgerservice med dit pas, så hjælper de dig.',
  'has-mitid':
    'Du har allerede et MitID. Kan du ikke bruge det, så vælg “Ny telefon, glemt PIN eller bruger-ID”.',
  'no-mitid': 'Du har ikke et MitID endnu. Vælg “Få MitID med dit pas”.',
  blocked:
    'Dit MitID er spærret. Det kan kun åbnes igen i borgerservice. Tag dit pas eller kørekort med.',
  'level-too-low':
    'Passets chip kan ikke vise, at den ikke er en kopi. Gå til borgerservice med dit pas, så hjælper de dig.',
  'tried-too-often':
    'Der er prøvet for mange gange med dette pas. Prøv igen i morgen, eller gå til borgerservice.',
  'other-face':
    'Dit ansigt passer ikke godt nok med fotoet i passet. Prøv igen i bedre lys, eller gå til borgerservice.',
  'no-photo':
    'Vi kan ikke se dit ansigt på fotoet i passet. Du kan få MitID i borgerservice med dit pas.',
  'no-chip': 'Der ligger ikke noget pas på telefonen. Læg det bag på telefonen, og prøv igen.',
  'nfc-off': 'NFC er slået fra på telefonen. Slå det til i telefonens indstillinger, og prøv igen.',
  'no-passport':
    'Det, der ligger bag på telefonen, er ikke et pas, vi kan læse. Tag det væk, læg dit pas på, og prøv igen.',
  'chip-lost': 'Passet flyttede sig. Læg det til rette igen, så fortsætter vi, hvor vi slap.',
  'no-reader':
    'Vi kan ikke se nogen læser på computeren. Sæt den i igen, vent et øjeblik, og prøv igen.',
  'no-card':
    'Der ligger ikke noget pas på læseren. Åbn passet, læg siden med fotoet mod læseren, og prøv igen.',
  'several-cards':
    'Der er kort på mere end én læser. Tag alle andre end dit pas væk, og prøv igen.',
  'card-no-passport':
    'Det, der ligger på læseren, er ikke et pas, vi kan læse. Læg dit pas på, og prøv igen.',
  'reader-in-use': 'Et andet program bruger læseren. Luk det, og prøv igen.',
  'reader-ended':
    'Forbindelsen til læseren er slut. Se i læserprogrammet, og forbind læseren igen med den nye kode.',
  'wrong-password':
    'Oplysningerne passer ikke til chippen. Scan koden nederst i passet igen, eller ret det, du har tastet.',
  'chip-refused':
    'Chippen svarer ikke, som den skal. Prøv igen, og gå til borgerservice, hvis det sker igen.',
  'too-many-apps':
    'Du har MitID på 3 telefoner, og flere kan du ikke have. Luk først den app, du ikke bruger.',
  'no-contact':
    'Vi har intet telefonnummer, ingen e-mail og ingen adresse, vi kan sende koden til. Gå til borgerservice med dit pas.',
  later: 'Et register svarer ikke lige nu. Vent et par minutter, og prøv igen; dit pas er læst.',
  again: 'Det tog for lang tid, og vi må begynde forfra med passet.',
  'help-gone': 'Koden er brugt eller for gammel. Scan den nye kode på den andens telefon.',
}
const en: Sentences = {
  damaged:
    'The chip in the passport cannot be read properly. Try again, and go to Citizen Service if it happens again.',
  incomplete:
    'The passport was not read to the end. Let it lie still until the app says that it is done.',
  'not-readable':
    'The passport uses a technique that we cannot read. You can get MitID at Citizen Service with your passport.',
  'not-a-passport': 'This is not a passport. Use your passport, or get MitID at Citizen Service.',
  'not-genuine':
    'We cannot see that the passport is genuine. Go to Citizen Service with your passport, and they will help you.',
  changed:
    'Something in the chip is not as it was when the passport was issued. Go to Citizen Service with your passport.',
  copied:
    'The chip could not show that it is the one that was put into the passport. Try again, and go to Citizen Service if it happens again.',
  'country-unknown':
    'We cannot check passports of that country. You can get MitID at Citizen Service with your passport.',
  'signer-revoked':
    'The country that issued the passport has withdrawn its signature. Get a new passport, or go to Citizen Service.',
  'signer-not-valid':
    'The signature in the passport is not valid today. Go to Citizen Service with your passport, and they will help you.',
  expired: 'The passport has expired. Use one that is valid, or get MitID at Citizen Service.',
  lost: 'The passport was reported lost and cannot be used. If you have found it again, go to Citizen Service.',
  'too-young': 'You must be 13 to get MitID. Come back when you are 13.',
  'birth-date-unknown':
    'Your whole date of birth is not in the passport. You can get MitID at Citizen Service with your passport.',
  'not-in-register':
    'We cannot find you in the CPR register by your passport. Go to Citizen Service with it, and they will help you.',
  'has-mitid':
    'You have a MitID already. If you cannot use it, choose “New phone, forgotten PIN or user ID”.',
  'no-mitid': 'You have no MitID yet. Choose “Get a MitID with your passport”.',
  blocked:
    'Your MitID is blocked. Only Citizen Service can open it again. Bring your passport or driving licence.',
  'level-too-low':
    'The chip cannot show that it is not a copy. Go to Citizen Service with your passport, and they will help you.',
  'tried-too-often':
    'This passport has been tried too many times. Try again tomorrow, or go to Citizen Service.',
  'other-face':
    'Your face does not match the photo in the passport well enough. Try again in better light, or go to Citizen Service.',
  'no-photo':
    'We cannot see your face in the photo of the passport. You can get MitID at Citizen Service with your passport.',
  'no-chip': 'No passport lies on the phone. Lay it against the back of the phone and try again.',
  'nfc-off': 'NFC is turned off on this phone. Turn it on in the phone’s settings and try again.',
  'no-passport':
    'What lies against the phone is not a passport that we can read. Take it away, lay your passport there and try again.',
  'chip-lost': 'The passport moved. Lay it back in place, and we go on where we were.',
  'no-reader':
    'We can see no reader at this computer. Connect it again, wait a moment, and try again.',
  'no-card':
    'No passport lies on the reader. Open the passport, lay the page with the photo on the reader, and try again.',
  'several-cards':
    'There is a card on more than one reader. Take away all but your passport, and try again.',
  'card-no-passport':
    'What lies on the reader is no passport that we can read. Lay your passport there, and try again.',
  'reader-in-use': 'Another program is using the reader. Close it, and try again.',
  'reader-ended':
    'The connection to the reader has ended. Look at the reader program, and connect the reader again with the new code.',
  'wrong-password':
    'The details do not fit the chip. Scan the code at the bottom of the passport again, or mend what you typed.',
  'chip-refused':
    'The chip does not answer as it should. Try again, and go to Citizen Service if it happens again.',
  'too-many-apps':
    'You have MitID on 3 phones, and there cannot be more. Close the app that you do not use first.',
  'no-contact':
    'We have no phone number, e-mail or postal address to send the code to. Go to Citizen Service with your passport.',
  later:
    'A register does not answer right now. Wait a few minutes and try again; your passport has been read.',
  again: 'It took too long, and we have to begin again with the passport.',
  'help-gone': 'The code is used or too old. Scan the new one on the other’s phone.',
}

export const passportWords = wording({ da: { told: da }, en: { told: en } })
