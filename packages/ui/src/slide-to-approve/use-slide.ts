/** The life of the handle on a page: pointer, keys, held keys and activations, all ending in one arrival. */
import { useLayoutEffect, useRef, useState } from 'preact/hooks'
import type { TargetedKeyboardEvent, TargetedMouseEvent, TargetedPointerEvent } from 'preact'
import {
  clamp,
  confirms,
  dragged,
  hasArrived,
  holdTime,
  moved,
  tapTime,
  type Activation,
} from './slide-motion.ts'

export type SlideState = 'locked' | 'ready' | 'busy' | 'done'

type Drag = { pointer: number; from: number; room: number; far: boolean }
type Hold = { since: number; frame: number }

/** Pixels a pointer may tremble and still count as a press. */
const tremble = 6

export function useSlide(state: SlideState, onApprove: () => unknown) {
  const [position, setPosition] = useState(0)
  const [moving, setMoving] = useState(false)
  const [asked, setAsked] = useState<Activation>()
  const drag = useRef<Drag>(undefined)
  const hold = useRef<Hold>(undefined)
  const arrived = useRef(false)
  const ready = useRef(state === 'ready')
  ready.current = state === 'ready'

  useLayoutEffect(() => {
    if (state === 'ready' || state === 'locked') rest()
    return dropHold
  }, [state])

  function rest(): void {
    arrived.current = false
    drag.current = undefined
    dropHold()
    setMoving(false)
    setPosition(0)
    setAsked(undefined)
  }

  function arrive(): void {
    if (arrived.current || !ready.current) return
    arrived.current = true
    dropHold()
    setMoving(false)
    setAsked(undefined)
    setPosition(1)
    if ('vibrate' in navigator) navigator.vibrate(18)
    // Where the caller refuses at once and stays ready, the handle returns.
    void Promise.resolve(onApprove()).finally(() => {
      if (ready.current) rest()
    })
  }

  function activate(activation: Activation): void {
    if (confirms(asked, activation)) arrive()
    else if (!asked) setAsked(activation)
  }

  function dropHold(): void {
    if (hold.current) cancelAnimationFrame(hold.current.frame)
    hold.current = undefined
  }

  function fill(now: number): void {
    if (!hold.current) return
    const filled = clamp((now - hold.current.since) / holdTime)
    setPosition(filled)
    if (filled === 1) arrive()
    else hold.current.frame = requestAnimationFrame(fill)
  }

  function onPointerDown(event: TargetedPointerEvent<HTMLElement>): void {
    if (!ready.current || arrived.current || event.button !== 0) return
    const handle = event.currentTarget
    const track = handle.parentElement?.clientWidth ?? 0
    drag.current = {
      pointer: event.pointerId,
      from: event.clientX,
      room: track - handle.offsetWidth - 2 * handle.offsetLeft,
      far: false,
    }
    handle.setPointerCapture(event.pointerId)
    setMoving(true)
  }

  function onPointerMove(event: TargetedPointerEvent<HTMLElement>): void {
    const held = drag.current
    if (held?.pointer !== event.pointerId || arrived.current) return
    const distance = event.clientX - held.from
    if (Math.abs(distance) > tremble) held.far = true
    setPosition(held.far ? dragged(distance, held.room) : 0)
  }

  function onPointerUp(event: TargetedPointerEvent<HTMLElement>): void {
    const held = drag.current
    if (held?.pointer !== event.pointerId || arrived.current) return
    setMoving(false)
    if (held.far && hasArrived(dragged(event.clientX - held.from, held.room))) arrive()
    else setPosition(0)
  }

  function onPointerCancel(): void {
    if (!arrived.current) rest()
  }

  function onClick(event: TargetedMouseEvent<HTMLElement>): void {
    const wasDragged = drag.current?.far === true
    drag.current = undefined
    if (!ready.current || wasDragged || arrived.current) return
    const touch = 'pointerType' in event && event.pointerType === 'touch'
    activate({ at: event.timeStamp, clicks: event.detail, touch })
  }

  function onKeyDown(event: TargetedKeyboardEvent<HTMLElement>): void {
    if (event.altKey || event.ctrlKey || event.metaKey) return
    const holds = event.key === 'Enter' || event.key === ' '
    const next = moved(event.key, position)
    if (holds || next !== undefined) event.preventDefault()
    if (!ready.current || arrived.current) return
    if (event.key === 'Escape') rest()
    else if (holds && !hold.current && !event.repeat) {
      hold.current = { since: event.timeStamp, frame: requestAnimationFrame(fill) }
    } else if (next === 1) arrive()
    else if (next !== undefined) setPosition(next)
  }

  function onKeyUp(event: TargetedKeyboardEvent<HTMLElement>): void {
    const held = hold.current
    if (!held || (event.key !== 'Enter' && event.key !== ' ')) return
    dropHold()
    setPosition(0)
    if (event.timeStamp - held.since < tapTime) {
      activate({ at: event.timeStamp, clicks: 1, touch: false })
    }
  }

  function onBlur(): void {
    if (!arrived.current && ready.current) rest()
  }

  return {
    position,
    moving,
    asked: asked !== undefined,
    handle: {
      onPointerDown,
      onPointerMove,
      onPointerUp,
      onPointerCancel,
      onClick,
      onKeyDown,
      onKeyUp,
      onBlur,
    },
  }
}
