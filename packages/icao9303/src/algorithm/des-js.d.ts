declare module 'des.js' {
  type Options = {
    type: 'encrypt' | 'decrypt'
    key: readonly number[] | Uint8Array
    iv?: readonly number[] | Uint8Array
    padding?: boolean
  }
  type Cipher = {
    update(data: Uint8Array): number[]
    final(): number[]
  }
  type Algorithm = { create(options: Options): Cipher }
  const des: {
    DES: Algorithm
    EDE: Algorithm
    CBC: { instantiate(base: Algorithm): Algorithm }
  }
  export default des
}
