/** What looks like a QR code of 29 by 29 modules, to judge its drawing by; it says nothing. */
const side = 29

export const exampleMatrix: readonly (readonly boolean[])[] = Array.from({ length: side }, (_, y) =>
  Array.from({ length: side }, (_, x) => finder(x, y) ?? (x * 7 + y * 11 + x * y * 3) % 5 < 2),
)

function finder(x: number, y: number): boolean | undefined {
  const corners = [
    { x, y },
    { x: side - 1 - x, y },
    { x, y: side - 1 - y },
  ]
  const near = corners.find((corner) => corner.x < 8 && corner.y < 8)
  if (!near) return undefined
  const ring = Math.max(Math.abs(near.x - 3), Math.abs(near.y - 3))
  return ring === 3 || ring < 2
}
