/** The parts of a key container (RFC 6030 §4, §6) that a seed file may have, and where. */

type Rule = {
  readonly children?: readonly string[]
  readonly attributes?: readonly string[]
}

/** By namespace, the prefix that this table knows it under. */
const namespaces: Readonly<Record<string, string>> = {
  'urn:ietf:params:xml:ns:keyprov:pskc': 'pskc',
  'http://www.w3.org/2000/09/xmldsig#': 'ds',
  'http://www.w3.org/2001/04/xmlenc#': 'xenc',
  'http://www.w3.org/2009/xmlenc11#': 'xenc11',
  'http://www.rsasecurity.com/rsalabs/pkcs/schemas/pkcs-5v2-0#': 'pkcs5',
  '': 'none',
}

/** The parameters of PBKDF2 are written with and without a namespace of their own. */
const ofPbkdf2 = new Set([
  'PBKDF2-params',
  'Salt',
  'Specified',
  'IterationCount',
  'KeyLength',
  'PRF',
])

/** Undefined where nothing of that namespace stands in a seed file. */
export function nameOf(uri: string, local: string): string | undefined {
  const prefix = namespaces[uri]
  if (prefix === undefined) return undefined
  return `${ofPbkdf2.has(local) ? 'pbkdf2' : prefix}:${local}`
}

const encrypted = { children: ['xenc:EncryptionMethod', 'xenc:CipherData'], attributes: ['Id'] }
const plain = { children: ['pskc:PlainValue'] }

export const root = 'pskc:KeyContainer'

const rules: Readonly<Record<string, Rule>> = {
  'pskc:KeyContainer': {
    children: ['pskc:EncryptionKey', 'pskc:MACMethod', 'pskc:KeyPackage'],
    attributes: ['Version', 'Id'],
  },
  'pskc:EncryptionKey': { children: ['ds:KeyName', 'xenc11:DerivedKey'], attributes: ['Id'] },
  'ds:KeyName': {},
  'xenc11:DerivedKey': {
    children: [
      'xenc11:KeyDerivationMethod',
      'xenc:ReferenceList',
      'xenc11:MasterKeyName',
      'xenc11:DerivedKeyName',
    ],
    attributes: ['Id', 'Type', 'Recipient'],
  },
  'xenc11:KeyDerivationMethod': { children: ['pbkdf2:PBKDF2-params'], attributes: ['Algorithm'] },
  'pbkdf2:PBKDF2-params': {
    children: ['pbkdf2:Salt', 'pbkdf2:IterationCount', 'pbkdf2:KeyLength', 'pbkdf2:PRF'],
  },
  'pbkdf2:Salt': { children: ['pbkdf2:Specified'] },
  'pbkdf2:Specified': {},
  'pbkdf2:IterationCount': {},
  'pbkdf2:KeyLength': {},
  'pbkdf2:PRF': { attributes: ['Algorithm'] },
  'xenc:ReferenceList': { children: ['xenc:DataReference'] },
  'xenc:DataReference': { attributes: ['URI'] },
  'xenc11:MasterKeyName': {},
  'xenc11:DerivedKeyName': {},
  'pskc:MACMethod': { children: ['pskc:MACKey'], attributes: ['Algorithm'] },
  'pskc:MACKey': encrypted,
  'xenc:EncryptionMethod': { attributes: ['Algorithm'] },
  'xenc:CipherData': { children: ['xenc:CipherValue'] },
  'xenc:CipherValue': {},
  'pskc:KeyPackage': {
    children: ['pskc:DeviceInfo', 'pskc:CryptoModuleInfo', 'pskc:Key'],
    attributes: ['Id'],
  },
  'pskc:DeviceInfo': {
    children: [
      'pskc:Manufacturer',
      'pskc:SerialNo',
      'pskc:Model',
      'pskc:IssueNo',
      'pskc:StartDate',
      'pskc:ExpiryDate',
    ],
  },
  'pskc:Manufacturer': {},
  'pskc:SerialNo': {},
  'pskc:Model': {},
  'pskc:IssueNo': {},
  'pskc:StartDate': {},
  'pskc:ExpiryDate': {},
  'pskc:CryptoModuleInfo': { children: ['pskc:Id'] },
  'pskc:Id': {},
  'pskc:Key': {
    children: [
      'pskc:Issuer',
      'pskc:AlgorithmParameters',
      'pskc:KeyProfileId',
      'pskc:FriendlyName',
      'pskc:Data',
      'pskc:Policy',
    ],
    attributes: ['Id', 'Algorithm'],
  },
  'pskc:Issuer': {},
  'pskc:KeyProfileId': {},
  'pskc:FriendlyName': {},
  'pskc:AlgorithmParameters': { children: ['pskc:Suite', 'pskc:ResponseFormat'] },
  'pskc:Suite': {},
  'pskc:ResponseFormat': { attributes: ['Length', 'Encoding', 'CheckDigits'] },
  'pskc:Data': {
    children: ['pskc:Secret', 'pskc:Counter', 'pskc:Time', 'pskc:TimeInterval', 'pskc:TimeDrift'],
  },
  'pskc:Secret': { children: ['pskc:EncryptedValue', 'pskc:ValueMAC', 'pskc:PlainValue'] },
  'pskc:EncryptedValue': encrypted,
  'pskc:ValueMAC': {},
  'pskc:PlainValue': {},
  'pskc:Counter': plain,
  'pskc:Time': plain,
  'pskc:TimeInterval': plain,
  'pskc:TimeDrift': plain,
  // Of a policy that is not understood in full the key must not be used (RFC 6030 §5).
  'pskc:Policy': { children: ['pskc:KeyUsage'] },
  'pskc:KeyUsage': {},
}

/** `undefined` as parent asks for the root. */
export function mayStand(name: string, parent: string | undefined): boolean {
  if (parent === undefined) return name === root
  return rules[parent]?.children?.includes(name) ?? false
}

export function mayHave(name: string, attribute: string): boolean {
  return rules[name]?.attributes?.includes(attribute) ?? false
}

/** Only the innermost parts have a text. */
export function hasText(name: string): boolean {
  const rule = rules[name]
  return rule !== undefined && rule.children === undefined
}
