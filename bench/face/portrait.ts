/** A face that the sandbox's passports have, of nobody who lives. */
import { join } from 'node:path'
import { root } from '../installation/places.ts'

export const portrait = join(root, 'surroundings/passport/public/portrait/f4.jpg')
