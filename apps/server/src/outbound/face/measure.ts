/** Faces in pictures: how many, how they are held, and how unlike two are. */
import { setWasmPaths } from '@tensorflow/tfjs-backend-wasm'
import faceApi from '@vladmandic/face-api/dist/face-api.node-wasm.js'
import type { FaceMeasure } from '@open-mitid/identity/enrolment'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import type { Picture } from './picture.ts'

type Face = Awaited<ReturnType<typeof find>>[number]

/** A face that is seen less clearly than this is none. */
const minConfidence = 0.5
const maxResults = 4
/** A second face counts when it is at least this large beside the first: somebody stands there. */
const besideShare = 0.2

let loaded: Promise<void> | undefined

/** Undefined where there is no face in the photo, or more than one. */
export async function measure(
  photo: Picture,
  pictures: readonly (Picture | undefined)[],
): Promise<FaceMeasure[] | undefined> {
  await (loaded ??= load())
  const [own, ...others] = await find(photo)
  if (!own || others.length > 0) return undefined
  const measures: FaceMeasure[] = []
  for (const picture of pictures)
    measures.push(measureOf(own, picture === undefined ? [] : await find(picture)))
  return measures
}

/** The library's files are read from where it is installed; nothing is fetched. */
async function load(): Promise<void> {
  const { resolve } = createRequire(import.meta.url)
  setWasmPaths(join(dirname(resolve('@tensorflow/tfjs-backend-wasm')), '/'))
  if (!(await faceApi.tf.setBackend('wasm'))) throw new Error('WebAssembly is not to be had here')
  await faceApi.tf.ready()
  const models = join(dirname(resolve('@vladmandic/face-api/package.json')), 'model')
  const { ssdMobilenetv1, faceLandmark68Net, faceRecognitionNet } = faceApi.nets
  for (const net of [ssdMobilenetv1, faceLandmark68Net, faceRecognitionNet])
    await net.loadFromDisk(models)
}

/** The largest first. */
async function find({ width, height, pixels }: Picture) {
  const input = faceApi.tf.tensor3d(pixels, [height, width, 3], 'int32')
  try {
    const options = new faceApi.SsdMobilenetv1Options({ minConfidence, maxResults })
    const found = await faceApi
      .detectAllFaces(input, options)
      .withFaceLandmarks()
      .withFaceDescriptors()
    const sorted = found.toSorted((one, other) => other.detection.box.area - one.detection.box.area)
    const largest = sorted[0]?.detection.box.area ?? 0
    return sorted.filter(({ detection }) => detection.box.area >= besideShare * largest)
  } finally {
    input.dispose()
  }
}

function measureOf(own: Face, found: readonly Face[]): FaceMeasure {
  const [face] = found
  if (!face) return { faces: 0, distance: 2, turn: 0, mouth: 0, tilt: 0 }
  return {
    faces: found.length,
    distance: faceApi.euclideanDistance(own.descriptor, face.descriptor),
    ...poseOf(face.landmarks.positions),
  }
}

type Point = { readonly x: number; readonly y: number }

/** Points by their numbers in iBUG 300-W, from the person's right ear on. */
function poseOf(points: readonly Point[]): Pick<FaceMeasure, 'turn' | 'mouth' | 'tilt'> {
  const at = (number: number): Point => points[number] ?? { x: 0, y: 0 }
  const apart = (one: number, other: number) =>
    Math.hypot(at(one).x - at(other).x, at(one).y - at(other).y)
  const middle = (numbers: readonly number[]): Point => ({
    x: numbers.reduce((sum, number) => sum + at(number).x, 0) / numbers.length,
    y: numbers.reduce((sum, number) => sum + at(number).y, 0) / numbers.length,
  })
  const rightEye = middle([36, 37, 38, 39, 40, 41])
  const leftEye = middle([42, 43, 44, 45, 46, 47])
  const across = { x: leftEye.x - rightEye.x, y: leftEye.y - rightEye.y }
  const eyes = { x: (leftEye.x + rightEye.x) / 2, y: (leftEye.y + rightEye.y) / 2 }
  const nose = { x: at(30).x - eyes.x, y: at(30).y - eyes.y }
  const length = Math.hypot(across.x, across.y) || 1
  return {
    turn: (nose.x * across.x + nose.y * across.y) / length ** 2,
    mouth: (apart(61, 67) + apart(62, 66) + apart(63, 65)) / 3 / (apart(60, 64) || 1),
    tilt: (Math.atan2(across.y, across.x) * 180) / Math.PI,
  }
}
