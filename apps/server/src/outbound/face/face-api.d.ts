/** The part of the library that is used, as its own documents describe it. */
declare module '@vladmandic/face-api/dist/face-api.node-wasm.js' {
  type Point = { readonly x: number; readonly y: number }
  type Tensor = { dispose(): void }
  type Found = {
    readonly detection: { readonly box: { readonly area: number } }
    /** 68 points of a face (iBUG 300-W). */
    readonly landmarks: { readonly positions: readonly Point[] }
    readonly descriptor: Float32Array
  }
  type Net = { loadFromDisk(folder: string): Promise<void> }
  const faceApi: {
    readonly tf: {
      setBackend(name: 'wasm'): Promise<boolean>
      ready(): Promise<void>
      tensor3d(values: Uint8Array, shape: [number, number, 3], type: 'int32'): Tensor
    }
    readonly nets: Readonly<
      Record<'ssdMobilenetv1' | 'faceLandmark68Net' | 'faceRecognitionNet', Net>
    >
    readonly SsdMobilenetv1Options: new (options: {
      minConfidence: number
      maxResults: number
    }) => object
    detectAllFaces(
      input: Tensor,
      options: object,
    ): { withFaceLandmarks(): { withFaceDescriptors(): Promise<Found[]> } }
    euclideanDistance(one: Float32Array, other: Float32Array): number
  }
  export default faceApi
}
