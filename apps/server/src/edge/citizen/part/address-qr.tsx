/** An address as a QR code, for the phone beside the computer. */
import { QrFigure } from '@open-mitid/ui'
import { encodeQR } from 'qr'

type Props = { address: string; alt: string; caption: string }

export function AddressQr({ address, alt, caption }: Props) {
  return <QrFigure matrix={modulesOf(address)} alt={alt} caption={caption} />
}

/** The library always adds a border; the figure has its own. */
function modulesOf(address: string): boolean[][] {
  const inside = <Item,>(all: readonly Item[]) => all.slice(1, -1)
  return inside(encodeQR(address, 'raw', { border: 1 })).map(inside)
}
