/** The worker's half of a reader: pictures come in one after the other, and each is answered. */

/** What comes back for each picture; undefined where nothing was found. */
export type Found<Thing> = { readonly thing: Thing | undefined }

/** Pictures whose longer side has more than `longest` pixels are made smaller. */
export function answerPictures<Thing>(
  longest: number,
  find: (pixels: ImageData) => Thing | undefined | Promise<Thing | undefined>,
): void {
  const canvas = new OffscreenCanvas(1, 1)
  const context = canvas.getContext('2d', { willReadFrequently: true })
  const look = async (picture: ImageBitmap) => {
    const scale = Math.min(1, longest / Math.max(picture.width, picture.height))
    canvas.width = Math.max(1, Math.round(picture.width * scale))
    canvas.height = Math.max(1, Math.round(picture.height * scale))
    context?.drawImage(picture, 0, 0, canvas.width, canvas.height)
    picture.close()
    const pixels = context?.getImageData(0, 0, canvas.width, canvas.height)
    return pixels && find(pixels)
  }
  addEventListener('message', ({ data: picture }: MessageEvent<ImageBitmap>) => {
    void look(picture).then((thing) => {
      postMessage({ thing } satisfies Found<Thing>)
    })
  })
}
