/** How the slider moves and when it has arrived: positions from 0 to 1, no page, no clock. */

/** Released from here on, the handle has arrived; before, it returns. */
const arrival = 0.95

/** How long Enter or Space is held to fill the track, in milliseconds. */
export const holdTime = 1200

/** A press shorter than this, in milliseconds, is an activation and not an abandoned hold. */
export const tapTime = 400

/** Two touches within this, in milliseconds, are one nervous touch. */
const nervousTime = 300

export function hasArrived(position: number): boolean {
  return position >= arrival
}

export function clamp(position: number): number {
  return Math.min(1, Math.max(0, position))
}

/** Where the handle is after the pointer moved `distance` of the `room` it has, both in pixels. */
export function dragged(distance: number, room: number): number {
  return room > 0 ? clamp(distance / room) : 0
}

/**
 * Where a key moves the handle; undefined for a key that is none of the slider's. End stops one step
 * before the end, so that a key pressed to scroll the page approves nothing.
 */
export function moved(key: string, position: number): number | undefined {
  const step = steps[key]
  if (step !== undefined) return clamp(Math.round((position + step) * 10) / 10)
  return ends[key]
}

const steps: Readonly<Record<string, number | undefined>> = {
  ArrowRight: 0.1,
  ArrowUp: 0.1,
  PageUp: 0.2,
  ArrowLeft: -0.1,
  ArrowDown: -0.1,
  PageDown: -0.2,
}

const ends: Readonly<Record<string, number | undefined>> = { Home: 0, End: 0.9 }

/** One activation of the handle: by a screen reader, a switch, a mouse, a finger. */
export type Activation = { at: number; clicks: number; touch: boolean }

/** Whether an activation is a second, separate one, and so the answer to "activate again". */
export function confirms(first: Activation | undefined, second: Activation): boolean {
  if (!first || second.clicks > 1) return false
  return !(second.touch && second.at - first.at < nervousTime)
}
